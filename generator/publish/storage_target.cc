#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>

#include "files/descriptor.h"
#include "publish/child_process.h"
#include "publish/media_types.h"
#include "publish/publish_failure.h"
#include "publish/publish_target.h"

namespace wegwijs {
namespace {

// What the bucket remembers, below ".wegwijs/" of the site:
//   current                    name of the release that readers get
//   releases/NAME/manifest     its files
//   oud/NAME/…                 what the release after it replaced or removed: enough to go back one step
//   bezig                      manifest of a publication that has begun and not ended
//   weg                        files to remove, each with the moment from which that may be done
constexpr std::string_view state_folder = ".wegwijs/";

using Paths = std::set<std::string, std::less<>>;

bool is_page(std::string_view path) {
  return path.ends_with(".html") || path.ends_with(".html.gz") || path.ends_with(".html.br");
}

std::string variable(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

/// How rclone reaches the storage: by the usual variables of the environment. Its own (RCLONE_CONFIG_WEGWIJS_…) win.
std::map<std::string, std::string> rclone_environment() {
  const std::string endpoint = variable({"AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"});
  std::map<std::string, std::string> wanted{{"RCLONE_CONFIG_WEGWIJS_TYPE", "s3"},
                                            {"RCLONE_CONFIG_WEGWIJS_PROVIDER", endpoint.empty() ? "AWS" : "Other"},
                                            {"RCLONE_CONFIG_WEGWIJS_ENV_AUTH", "true"}};
  if (!endpoint.empty()) wanted["RCLONE_CONFIG_WEGWIJS_ENDPOINT"] = endpoint;
  // Given as they are where they are known: the library behind rclone would look for them in more places.
  const std::string key = variable({"AWS_ACCESS_KEY_ID"});
  const std::string secret = variable({"AWS_SECRET_ACCESS_KEY"});
  if (!key.empty() && !secret.empty()) {
    wanted["RCLONE_CONFIG_WEGWIJS_ENV_AUTH"] = "false";
    wanted["RCLONE_CONFIG_WEGWIJS_ACCESS_KEY_ID"] = key;
    wanted["RCLONE_CONFIG_WEGWIJS_SECRET_ACCESS_KEY"] = secret;
    const std::string token = variable({"AWS_SESSION_TOKEN"});
    if (!token.empty()) wanted["RCLONE_CONFIG_WEGWIJS_SESSION_TOKEN"] = token;
  }
  const std::string region = variable({"AWS_REGION", "AWS_DEFAULT_REGION"});
  if (!region.empty()) wanted["RCLONE_CONFIG_WEGWIJS_REGION"] = region;
  // With this variable rclone stops: it takes the file as an option instead.
  wanted["AWS_CA_BUNDLE"] = "";
  std::erase_if(wanted, [](const auto& entry) {
    return entry.first != "AWS_CA_BUNDLE" && std::getenv(entry.first.c_str()) != nullptr;
  });
  return wanted;
}

/// A list of paths in a file that goes with this object, as rclone reads it.
class ListFile {
 public:
  explicit ListFile(const Paths& paths) : path_(std::filesystem::temp_directory_path() / "wegwijs-lijst-XXXXXX") {
    std::string name = path_.string();
    const Descriptor file(::mkstemp(name.data()));
    path_ = name;
    std::string text;
    for (const std::string& path : paths) text += path + '\n';
    if (!file.is_open() || !write_all(file, text)) throw_system_error(errno, path_);
  }
  ListFile(const ListFile&) = delete;
  ListFile& operator=(const ListFile&) = delete;
  ~ListFile() { ::unlink(path_.c_str()); }
  std::string name() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

class StorageTarget final : public PublishTarget {
 public:
  explicit StorageTarget(const std::string& written) : environment_(rclone_environment()) {
    std::string rest = written.substr(std::string_view("s3://").size());
    while (rest.ends_with('/')) rest.pop_back();
    const std::string_view bucket = std::string_view(rest).substr(0, rest.find('/'));
    const bool is_bucket =
        !bucket.empty() && bucket.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string_view::npos;
    if (!is_bucket) {
      throw PublishFailure({"'" + written + "' is geen plaats in een opslag. Schrijf hem als s3://emmer/map.",
                            "'" + written + "' is no place in a storage. Write it as s3://bucket/folder."});
    }
    site_ = "wegwijs:" + rest + "/";
  }

  Manifest current() override { return manifest_of(current_name()); }

  std::vector<Release> releases() override {
    const std::string current = current_name();
    std::vector<Release> found;
    std::istringstream lines(text_at("", {"lsf", "--dirs-only", "--dir-slash=false", state("releases/")}));
    for (std::string name; std::getline(lines, name);) {
      if (is_release_name(name)) found.push_back({name, name == current});
    }
    std::sort(found.begin(), found.end(),
              [](const Release& one, const Release& other) { return one.name < other.name; });
    return found;
  }

  std::string publish(const PreparedSite& site, const PublishTerms& terms) override {
    std::string previous = current_name();
    const Manifest before = manifest_of(previous);
    if (const std::string begun = text_at("bezig"); !begun.empty() && is_half_way_back(read_manifest(begun))) {
      roll_back(terms);
      return publish(site, terms);
    }
    const std::string begun = text_at("bezig");
    if (begun.empty() && !previous.empty() && before == site.manifest) {
      remove_what_is_due(site.manifest, terms);
      return previous;
    }
    const Manifest half = read_manifest(begun).value_or(Manifest());
    if (!previous.empty()) keep_what_changes(previous, before, site.manifest);
    put("bezig", manifest_text(site.manifest));
    upload(site, before, half, begun.empty());
    note_what_goes(before, half, site.manifest, terms);
    std::string name = release_name(moment_after(releases(), terms.now), site.manifest);
    put("releases/" + name + "/manifest", manifest_text(site.manifest));
    put("current", name + "\n");
    remove_file("bezig");
    remove_what_is_due(site.manifest, terms);
    remove_old(terms);
    return name;
  }

  std::string roll_back(const PublishTerms& terms) override {
    const std::string current = current_name();
    const std::optional<Manifest> begun = read_manifest(text_at("bezig"));
    // A publication that stopped half way is undone first: what it replaced was kept beside the current release.
    const bool undoes_half = begun && !is_half_way_back(begun);
    const std::optional<std::string> name = undoes_half ? current : release_before_current(releases());
    if (!name || name->empty()) throw_no_earlier_release();
    const Manifest after = undoes_half ? *begun : manifest_of(current);
    const Manifest wanted = manifest_of(*name);
    if (!undoes_half) put("bezig", manifest_text(wanted));
    // The same order as publishing: pages after the files that they use.
    const SiteDifference changes = difference(after, wanted);
    Paths files;
    Paths pages;
    for (const auto* paths : {&changes.added, &changes.changed}) {
      for (const std::string& path : *paths) (is_page(path) ? pages : files).insert(path);
    }
    for (const Paths* paths : {&files, &pages}) {
      if (!paths->empty()) copy(state("oud/" + *name + "/"), site_, *paths, {"--ignore-times"});
    }
    note_what_goes(after, {}, wanted, terms);
    put("current", *name + "\n");
    if (!undoes_half) rclone({"purge", state("releases/" + current)});
    remove_file("bezig");
    remove_what_is_due(wanted, terms);
    return *name;
  }

 private:
  /// Whether what was begun is going back: its files are those of the release before the current one.
  bool is_half_way_back(const std::optional<Manifest>& begun) {
    const std::optional<std::string> before = release_before_current(releases());
    return begun && before && manifest_of(*before) == *begun;
  }

  std::string state(const std::string& path) const { return site_ + std::string(state_folder) + path; }

  ChildResult try_rclone(std::vector<std::string> arguments, std::string_view input = {}) const {
    arguments.insert(arguments.begin(), {"rclone", "--config", "/dev/null", "--contimeout", "20s",
                                         "--low-level-retries", "3", "--retries", "3", "--s3-no-check-bucket"});
    if (const std::string authorities = variable({"AWS_CA_BUNDLE"}); !authorities.empty())
      arguments.insert(arguments.end(), {"--ca-cert", authorities});
    return run_child(arguments, input, environment_);
  }

  std::string rclone(const std::vector<std::string>& arguments, std::string_view input = {}) const {
    const ChildResult result = try_rclone(arguments, input);
    if (result.exit_code != 0) throw_failure(result);
    return result.output;
  }

  [[noreturn]] void throw_failure(const ChildResult& result) const {
    const std::string words = last_line(result.errors);
    const bool is_refused = result.errors.find("Forbidden") != std::string::npos ||
                            result.errors.find("AccessDenied") != std::string::npos ||
                            result.errors.find("SignatureDoesNotMatch") != std::string::npos ||
                            result.errors.find("InvalidAccessKeyId") != std::string::npos;
    if (result.errors.find("NoCredentialProviders") != std::string::npos) {
      throw PublishFailure(
          {"er is geen sleutel voor de opslag: zet AWS_ACCESS_KEY_ID en AWS_SECRET_ACCESS_KEY in de omgeving.",
           "there is no key for the storage: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment."});
    }
    if (is_refused) {
      throw PublishFailure(
          {"de opslag weigert de toegang: " + words + ". Kijk of AWS_ACCESS_KEY_ID en AWS_SECRET_ACCESS_KEY goed zijn.",
           "the storage refuses access: " + words +
               ". See whether AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are right."});
    }
    throw PublishFailure(
        {"rclone lukte niet: " + words + ". Geef dezelfde opdracht nog eens; dan gaat het publiceren verder.",
         "rclone failed: " + words + ". Give the same command again; publishing then goes on."});
  }

  /// The text of a file of the state, or the output of `command`; empty when it is not there.
  std::string text_at(const std::string& path, std::vector<std::string> command = {}) const {
    if (command.empty()) command = {"cat", state(path)};
    const ChildResult result = try_rclone(command);
    if (result.exit_code == 0) return result.output;
    constexpr int no_directory = 3;
    constexpr int no_file = 4;
    if (result.exit_code != no_directory && result.exit_code != no_file) throw_failure(result);
    return {};
  }

  std::string current_name() const {
    std::string name = text_at("current");
    if (name.ends_with('\n')) name.pop_back();
    return is_release_name(name) ? name : std::string();
  }

  Manifest manifest_of(const std::string& release) const {
    if (release.empty()) return {};
    return read_manifest(text_at("releases/" + release + "/manifest")).value_or(Manifest());
  }

  void put(const std::string& path, const std::string& text) const { rclone({"rcat", state(path)}, text); }
  void remove_file(const std::string& path) const { rclone({"deletefile", state(path)}); }

  /// Copies these paths below `from` to the same ones below `to`.
  void copy(const std::string& from, const std::string& to, const Paths& paths,
            std::vector<std::string> options) const {
    const ListFile list(paths);
    options.insert(options.begin(), {"copy", from, to, "--files-from-raw", list.name(), "--no-traverse", "--transfers",
                                     "16", "--checkers", "16"});
    rclone(options);
  }

  /// What the next release replaces or removes, beside the release that it belongs to. What an earlier try kept stays:
  /// since then the site may be half new.
  void keep_what_changes(const std::string& previous, const Manifest& before, const Manifest& next) const {
    const SiteDifference changes = difference(before, next);
    Paths paths(changes.changed.begin(), changes.changed.end());
    paths.insert(changes.removed.begin(), changes.removed.end());
    if (!paths.empty()) copy(site_, state("oud/" + previous + "/"), paths, {"--ignore-existing"});
  }

  /// Files first, pages last; each group of one kind with its headers.
  void upload(const PreparedSite& site, const Manifest& before, const Manifest& half, bool is_clean) const {
    for (const bool pages : {false, true}) {
      std::map<SendingRules, Paths> groups;
      for (const auto& [path, file] : site.manifest) {
        if (is_page(path) != pages) continue;
        const auto known = before.find(path);
        const auto begun = half.find(path);
        const bool is_there = known != before.end() && known->second == file &&
                              (is_clean || (begun != half.end() && begun->second == file));
        if (!is_there) groups[sending_rules(path)].insert(path);
      }
      for (const auto& [rules, paths] : groups) {
        std::vector<std::string> options{"--checksum", "--header-upload", "Content-Type: " + rules.media_type,
                                         "--header-upload", "Cache-Control: " + rules.cache_control};
        if (!rules.encoding.empty())
          options.insert(options.end(), {"--header-upload", "Content-Encoding: " + rules.encoding});
        copy(site.folder.string(), site_, paths, std::move(options));
      }
    }
  }

  /// Pages and data go with the release that no longer has them; what pages of readers may still ask for, after the
  /// grace period.
  void note_what_goes(const Manifest& before, const Manifest& half, const Manifest& next,
                      const PublishTerms& terms) const {
    KeptFiles going = read_kept_files(text_at("weg"));
    for (const Manifest* had : {&before, &half}) {
      for (const auto& [path, file] : *had) {
        if (!next.contains(path)) going.try_emplace(path, has_fingerprint(path) ? terms.now + terms.grace : terms.now);
      }
    }
    std::erase_if(going, [&](const auto& entry) { return next.contains(entry.first); });
    put("weg", kept_files_text(going));
  }

  void remove_what_is_due(const Manifest& current, const PublishTerms& terms) const {
    const KeptFiles going = read_kept_files(text_at("weg"));
    KeptFiles later;
    Paths due;
    for (const auto& [path, moment] : going) {
      if (current.contains(path)) continue;
      if (moment <= terms.now) {
        due.insert(path);
      } else {
        later[path] = moment;
      }
    }
    if (due.empty()) return;
    const ListFile list(due);
    rclone({"delete", site_, "--files-from-raw", list.name()});
    put("weg", kept_files_text(later));
  }

  void remove_old(const PublishTerms& terms) {
    for (const std::string& name : releases_to_remove(releases(), terms)) {
      rclone({"purge", state("releases/" + name)});
      try_rclone({"purge", state("oud/" + name)});  // a release that changed nothing kept nothing
    }
  }

  std::map<std::string, std::string> environment_;
  std::string site_;
};

}  // namespace

std::unique_ptr<PublishTarget> storage_target(const std::string& written) {
  return std::make_unique<StorageTarget>(written);
}

}  // namespace wegwijs
