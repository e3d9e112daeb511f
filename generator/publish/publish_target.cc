#include "publish/publish_target.h"

#include <algorithm>

#include "publish/child_process.h"
#include "publish/publish_failure.h"

namespace wegwijs {
namespace {

void require(std::initializer_list<std::string_view> programs, std::string_view target) {
  for (const std::string_view program : programs) {
    if (is_installed(program)) continue;
    const std::string name(program);
    throw PublishFailure({"voor " + std::string(target) + " is '" + name +
                              "' nodig, en dat staat niet op deze computer. Installeer het: apt install " + name + ".",
                          std::string(target) + " needs '" + name +
                              "', which is not on this computer. Install it: apt install " + name + "."});
  }
}

}  // namespace

std::unique_ptr<PublishTarget> publish_target(const std::string& written) {
  if (written.starts_with("ssh://")) {
    require({"rsync", "ssh"}, "ssh://");
    return ssh_target(written);
  }
  if (written.starts_with("s3://")) {
    require({"rclone"}, "s3://");
    return storage_target(written);
  }
  if (written.empty() || written.find("://") != std::string::npos) {
    throw PublishFailure(
        {"'" + written + "' is geen plaats om te publiceren. Schrijf een map, ssh://naam@server/map of s3://emmer/map.",
         "'" + written +
             "' is no place to publish to. Write a folder, ssh://name@server/folder or s3://bucket/folder."});
  }
  return folder_target(written);
}

void throw_no_earlier_release() {
  throw PublishFailure({"er is geen eerdere versie om naar terug te gaan; 'publish --releases' noemt wat er is.",
                        "there is no earlier release to go back to; 'publish --releases' names what there is."});
}

Moment moment_after(const std::vector<Release>& releases, Moment now) {
  for (const Release& release : releases) now = std::max(now, moment_of_release(release.name) + 1);
  return now;
}

std::vector<std::string> releases_to_remove(const std::vector<Release>& releases, const PublishTerms& terms) {
  std::vector<std::string> removed;
  for (std::size_t number = 0; number + std::max<std::size_t>(terms.keep, 1) < releases.size(); ++number) {
    const Moment until = moment_of_release(releases[number + 1].name);
    if (!releases[number].is_current && until + terms.grace < terms.now) removed.push_back(releases[number].name);
  }
  return removed;
}

}  // namespace wegwijs
