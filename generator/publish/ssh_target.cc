#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <sstream>

#include "files/disk.h"
#include "files/staging_folder.h"
#include "publish/child_process.h"
#include "publish/publish_failure.h"
#include "publish/publish_target.h"
#include "text/ascii.h"

namespace wegwijs {
namespace {

// What runs on the server. POSIX shell; every argument comes quoted, every list through standard input.

/// $1: the folder. First a word: good, no-rsync or foreign; then what is there, in lines.
constexpr std::string_view look_script =
    R"sh(set -e
cd "$1" 2>/dev/null || { command -v rsync >/dev/null && echo good || echo no-rsync; exit 0; }
command -v rsync >/dev/null || { echo no-rsync; exit 0; }
if [ ! -d releases ]; then others=$(ls -A .); [ -z "$others" ] || { echo foreign; exit 0; }; fi
echo good
current=$(readlink current || true)
echo "current ${current##*/}"
for release in releases/*; do [ ! -d "$release" ] || echo "release ${release##*/}"; done
[ ! -f current/.wegwijs-bewaard ] || sed 's/^/kept /' current/.wegwijs-bewaard
[ ! -f current/.wegwijs-manifest ] || sed 's/^/file /' current/.wegwijs-manifest
)sh";

/// $1: the folder, $2: the name of the part. Parts that others left a day ago go.
constexpr std::string_view begin_script = R"sh(set -e
mkdir -p "$1/releases/$2"
cd "$1/releases"
find . -maxdepth 1 -name '.deel-*' ! -name "$2" -mtime +0 -exec rm -rf {} +
)sh";

/// $1: the folder, $2: the release that must still be the current one, $3: where the next one lies, its files being
/// there, $4: its name. Standard input: what readers with an older page still ask for.
constexpr std::string_view switch_script = R"sh(set -e
cd "$1"
current=$(readlink current || true)
if [ "${current##*/}" != "$2" ]; then echo other; exit 0; fi
next=releases/$3
cat > "$next/.wegwijs-bewaard"
while read -r since path; do
  if [ -e "$next/$path" ] || [ ! -e "releases/$2/$path" ]; then continue; fi
  case $path in */*) mkdir -p "$next/${path%/*}";; esac
  ln "releases/$2/$path" "$next/$path" 2>/dev/null || cp -p "releases/$2/$path" "$next/$path"
done < "$next/.wegwijs-bewaard"
chmod 644 "$next/.wegwijs-bewaard"
find "$next" -type d -exec chmod 755 {} +
if [ "$3" != "$4" ]; then mv "$next" "releases/$4"; fi
sync
ln -s "releases/$4" ".current-$$"
mv -T ".current-$$" current 2>/dev/null || mv -fh ".current-$$" current
echo good
)sh";

/// $1: the folder, $2: the release.
constexpr std::string_view manifest_script = R"sh(cat "$1/releases/$2/.wegwijs-manifest")sh";

/// $1: the folder; further arguments: the releases.
constexpr std::string_view remove_script = R"sh(set -e
cd "$1/releases"
shift
for release in "$@"; do
  mv "$release" ".deel-$release"
  rm -rf ".deel-$release"
done
)sh";

struct ServerPlace {
  std::string host;  ///< with "user@" where it was written
  std::string port;  ///< empty: that of ssh
  std::string folder;
};

[[noreturn]] void throw_bad_place(const std::string& written) {
  throw PublishFailure(
      {"'" + written +
           "' is geen plaats op een server. Schrijf hem als ssh://naam@server/var/www/wegwijs, of met een "
           "poort: ssh://naam@server:2222/var/www/wegwijs.",
       "'" + written +
           "' is no place on a server. Write it as ssh://name@server/var/www/wegwijs, or with a port: "
           "ssh://name@server:2222/var/www/wegwijs."});
}

ServerPlace read_place(const std::string& written) {
  const std::string rest = written.substr(std::string_view("ssh://").size());
  const std::size_t slash = rest.find('/');
  if (slash == std::string::npos) throw_bad_place(written);
  ServerPlace place{rest.substr(0, slash), {}, rest.substr(slash)};
  while (place.folder.size() > 1 && place.folder.ends_with('/')) place.folder.pop_back();
  const std::size_t colon = place.host.rfind(':');
  if (colon != std::string::npos) {
    place.port = place.host.substr(colon + 1);
    place.host.resize(colon);
  }
  const bool is_port = std::all_of(place.port.begin(), place.port.end(), is_digit);
  // A name that begins with "-" would be an option to ssh.
  const bool is_host = !place.host.empty() && !place.host.starts_with('-') && !place.host.ends_with('@') &&
                       place.host.find_first_of(" '\"`$;|&<>()\\") == std::string::npos;
  if (!is_host || !is_port || place.folder.size() < 2) throw_bad_place(written);
  return place;
}

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

/// What lies on the server.
struct Found {
  std::string current;  ///< name of the release; empty when there is none
  std::vector<Release> releases;
  KeptFiles kept;
  Manifest manifest;
};

class SshTarget final : public PublishTarget {
 public:
  explicit SshTarget(const std::string& written) : place_(read_place(written)), ssh_(ssh_words()) {}

  Manifest current() override {
    seen_ = look();
    return seen_->manifest;
  }
  std::vector<Release> releases() override { return look().releases; }

  std::string publish(const PreparedSite& site, const PublishTerms& terms) override {
    // The switch sees to it that the current release is still the one that was looked at.
    const Found found = seen_ ? *seen_ : look();
    seen_.reset();
    if (!found.current.empty() && found.manifest == site.manifest) {
      remove_old(found.releases, terms);
      return found.current;
    }
    const std::string part = ".deel-" + content_word(site.manifest);
    run(begin_script, {place_.folder, part});
    transfer(site.folder, part, found.current);
    std::string name = release_name(moment_after(found.releases, terms.now), site.manifest);
    switch_to(found, part, name, site.manifest, terms);
    std::vector<Release> releases = found.releases;
    for (Release& release : releases) release.is_current = false;
    releases.push_back({name, true});
    remove_old(releases, terms);
    return name;
  }

  std::string roll_back(const PublishTerms& terms) override {
    const Found found = look();
    const std::optional<std::string> before = release_before_current(found.releases);
    if (!before) throw_no_earlier_release();
    const std::string manifest = run(manifest_script, {place_.folder, *before});
    switch_to(found, *before, *before, read_manifest(manifest).value_or(Manifest()), terms);
    return *before;
  }

 private:
  /// ssh asks nothing: a publication runs at night too. WEGWIJS_SSH is another command with its options.
  std::vector<std::string> ssh_words() const {
    const char* const own = std::getenv("WEGWIJS_SSH");
    std::vector<std::string> words = words_of(own == nullptr || *own == '\0' ? "ssh" : own);
    words.insert(words.end(), {"-o", "BatchMode=yes", "-o", "ConnectTimeout=20"});
    if (!place_.port.empty()) words.insert(words.end(), {"-p", place_.port});
    return words;
  }

  std::string run(std::string_view script, const std::vector<std::string>& arguments,
                  std::string_view input = {}) const {
    std::vector<std::string> words = ssh_;
    words.push_back(place_.host);
    std::string command = "sh -c " + shell_quoted(script) + " wegwijs";
    for (const std::string& argument : arguments) command += ' ' + shell_quoted(argument);
    words.push_back(std::move(command));
    const ChildResult result = run_child(words, input);
    if (result.exit_code != 0) throw_failure("ssh", result);
    return result.output;
  }

  [[noreturn]] void throw_failure(std::string_view program, const ChildResult& result) const {
    const std::string words = last_line(result.errors);
    // 255 is ssh's own failure; others come from the server.
    if (program == "ssh" && result.exit_code == 255) {
      throw PublishFailure(
          {fmt::format("de server '{0}' is niet te bereiken: {1}. De site is niet veranderd. Probeer zelf: ssh {0}",
                       place_.host, words),
           fmt::format("the server '{0}' cannot be reached: {1}. The site was not changed. Try yourself: ssh {0}",
                       place_.host, words)});
    }
    throw PublishFailure(
        {fmt::format("'{}' lukte niet op {}: {}. Wat lezers zien is nog heel; geef dezelfde opdracht nog eens.",
                     program, place_.host, words),
         fmt::format("'{}' failed on {}: {}. What readers see is still whole; give the same command again.", program,
                     place_.host, words)});
  }

  Found look() const {
    std::istringstream lines(run(look_script, {place_.folder}));
    std::string line;
    std::getline(lines, line);
    if (line == "no-rsync") {
      throw PublishFailure({"op " + place_.host + " staat geen rsync. Installeer het daar: apt install rsync.",
                            place_.host + " has no rsync. Install it there: apt install rsync."});
    }
    if (line != "good") {
      throw PublishFailure({place_.folder + " op " + place_.host +
                                " bevat al andere bestanden; er is niets veranderd. Kies een lege map: daarin komen "
                                "'releases' en 'current', en de webserver wijst naar 'current'.",
                            place_.folder + " on " + place_.host +
                                " holds other files already; nothing was changed. Choose an empty folder: 'releases' "
                                "and 'current' go into it, and the web server points to 'current'."});
    }
    Found found;
    std::string kept;
    std::string files;
    while (std::getline(lines, line)) {
      const std::size_t blank = std::min(line.find(' '), line.size() - 1);
      const std::string_view kind = std::string_view(line).substr(0, blank);
      const std::string value = line.substr(blank + 1);
      if (kind == "current" && is_release_name(value)) found.current = value;
      if (kind == "release" && is_release_name(value)) found.releases.push_back({value, value == found.current});
      if (kind == "kept") kept += value + '\n';
      if (kind == "file") files += value + '\n';
    }
    std::sort(found.releases.begin(), found.releases.end(),
              [](const Release& one, const Release& other) { return one.name < other.name; });
    found.kept = read_kept_files(kept);
    found.manifest = read_manifest(files).value_or(Manifest());
    return found;
  }

  /// By content, not by date: a site that was built on another machine has other dates.
  void transfer(const std::filesystem::path& folder, const std::string& part, const std::string& previous) const {
    std::string shell;
    for (const std::string& word : ssh_) shell += (shell.empty() ? "" : " ") + word;
    std::vector<std::string> words{
        "rsync", "--recursive", "--checksum", "--compress", "--delete", "--perms", "--chmod=Du=rwx,Dgo=rx,Fu=rw,Fgo=r",
        "-e",    shell};
    if (!previous.empty()) words.push_back("--link-dest=../" + previous);
    words.push_back(folder.string() + "/");
    words.push_back(place_.host + ":" + place_.folder + "/releases/" + part + "/");
    const ChildResult result = run_child(words);
    if (result.exit_code != 0) throw_failure("rsync", result);
  }

  void switch_to(const Found& found, const std::string& next, const std::string& name, const Manifest& files,
                 const PublishTerms& terms) const {
    const KeptFiles kept = files_to_keep(found.manifest, found.kept, files, terms.now, terms.grace);
    if (run(switch_script, {place_.folder, found.current, next, name}, kept_files_text(kept)) == "good\n") return;
    throw PublishFailure(
        {"op de server publiceerde intussen iemand anders; er is niets veranderd. Probeer het opnieuw.",
         "somebody else published on the server meanwhile; nothing was changed. Try again."});
  }

  void remove_old(const std::vector<Release>& releases, const PublishTerms& terms) const {
    std::vector<std::string> arguments = releases_to_remove(releases, terms);
    if (arguments.empty()) return;
    arguments.insert(arguments.begin(), place_.folder);
    run(remove_script, arguments);
  }

  ServerPlace place_;
  std::vector<std::string> ssh_;
  std::optional<Found> seen_;
};

}  // namespace

std::unique_ptr<PublishTarget> ssh_target(const std::string& written) {
  return std::make_unique<SshTarget>(written);
}

}  // namespace wegwijs
