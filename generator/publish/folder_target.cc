#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <system_error>

#include "files/build_lock.h"
#include "files/disk.h"
#include "files/published_site.h"
#include "files/replace_file.h"
#include "files/staging_folder.h"
#include "publish/publish_failure.h"
#include "publish/publish_target.h"

namespace wegwijs {
namespace {

constexpr std::string_view part_beginning = ".deel-";

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  Descriptor file = open_below(AT_FDCWD, path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, published_file_mode);
  const bool is_written = file.is_open() &&
                          uninterrupted([&] { return ::fchmod(file.number(), published_file_mode); }) == 0 &&
                          write_all(file, bytes) && file.close();
  if (!is_written) throw_system_error(errno, path);
}

/// The folders of a release can be read by the web server, whatever the umask.
void open_folders(const std::filesystem::path& folder) {
  const auto open = [](const std::filesystem::path& path) {
    if (uninterrupted([&] { return ::chmod(path.c_str(), published_folder_mode); }) != 0)
      throw_system_error(errno, path);
  };
  open(folder);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_directory() && !entry.is_symlink()) open(entry.path());
}

/// Of a release, which has one: a manifest that cannot be read now is a failure, not a release without files.
Manifest manifest_of(const std::filesystem::path& release) {
  return read_manifest(read_file(release / manifest_name)).value_or(Manifest());
}

std::string text_if_there(const std::filesystem::path& path) {
  return std::filesystem::exists(path) ? read_file(path) : std::string();
}

class FolderTarget final : public PublishTarget {
 public:
  explicit FolderTarget(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Manifest current() override {
    const std::string name = current_name();
    return name.empty() ? Manifest() : manifest_of(releases_folder() / name);
  }

  std::vector<Release> releases() override {
    std::vector<Release> found;
    const std::string current = current_name();
    if (!std::filesystem::is_directory(releases_folder())) return found;
    for (const auto& entry : std::filesystem::directory_iterator(releases_folder())) {
      std::string name = entry.path().filename().string();
      if (!is_release_name(name) || !entry.is_directory()) continue;
      const bool is_current = name == current;
      found.push_back({std::move(name), is_current});
    }
    std::sort(found.begin(), found.end(),
              [](const Release& one, const Release& other) { return one.name < other.name; });
    return found;
  }

  std::string publish(const PreparedSite& site, const PublishTerms& terms) override {
    make_ours();
    const BuildLock lock(folder_ / ".wegwijs.lock", {});
    std::string previous = current_name();
    if (!previous.empty() && current() == site.manifest) {
      remove_old(terms);
      return previous;
    }
    std::filesystem::path part = releases_folder() / (std::string(part_beginning) + content_word(site.manifest));
    sweep(part);
    fill(part, site, previous, terms);
    std::string name = release_name(moment_after(releases(), terms.now), site.manifest);
    move(part, releases_folder() / name);
    switch_to(name);
    remove_old(terms);
    return name;
  }

  std::string roll_back(const PublishTerms& terms) override {
    if (!std::filesystem::is_directory(releases_folder())) throw_no_earlier_release();
    const BuildLock lock(folder_ / ".wegwijs.lock", {});
    const std::optional<std::string> before = release_before_current(releases());
    if (!before) throw_no_earlier_release();
    keep_for_readers(releases_folder() / current_name(), releases_folder() / *before,
                     manifest_of(releases_folder() / *before), terms);
    switch_to(*before);
    return *before;
  }

 private:
  std::filesystem::path releases_folder() const { return folder_ / "releases"; }

  /// The name of the release that `current` leads to; empty when there is none.
  std::string current_name() const {
    std::error_code error;
    std::string name = std::filesystem::read_symlink(folder_ / "current", error).filename().string();
    if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory &&
        error != std::errc::invalid_argument) {
      throw std::system_error(error, (folder_ / "current").string());
    }
    return !error && is_release_name(name) ? name : std::string();
  }

  void make_ours() {
    const bool is_ours = std::filesystem::is_directory(releases_folder());
    const bool holds_files = std::filesystem::is_directory(folder_) && !std::filesystem::is_empty(folder_);
    if (std::filesystem::exists(folder_) && !std::filesystem::is_directory(folder_)) {
      throw PublishFailure(
          {folder_.string() + " is een bestand en geen map; er is niets veranderd. Kies een lege map.",
           folder_.string() + " is a file and no folder; nothing was changed. Choose an empty folder."});
    }
    const std::filesystem::path link = folder_ / "current";
    const bool has_other_current = std::filesystem::exists(link) && !std::filesystem::is_symlink(link);
    if ((!is_ours && holds_files) || has_other_current) {
      throw PublishFailure(
          {folder_.string() + " bevat al andere bestanden; er is niets veranderd. Kies een lege map: daarin komen "
                              "'releases' en 'current', en de webserver wijst naar 'current'.",
           folder_.string() + " holds other files already; nothing was changed. Choose an empty folder: 'releases' and "
                              "'current' go into it, and the web server points to 'current'."});
    }
    std::filesystem::create_directories(releases_folder());
  }

  /// Removes what stopped publications left, except what this one goes on with.
  void sweep(const std::filesystem::path& part) const {
    std::vector<std::filesystem::path> left;
    for (const auto& entry : std::filesystem::directory_iterator(releases_folder())) {
      if (entry.path().filename().string().starts_with(part_beginning) && entry.path() != part)
        left.push_back(entry.path());
    }
    for (const std::filesystem::path& path : left) std::filesystem::remove_all(path);
  }

  void fill(const std::filesystem::path& part, const PreparedSite& site, const std::string& previous,
            const PublishTerms& terms) const {
    std::filesystem::create_directories(part);
    const std::filesystem::path before = releases_folder() / previous;
    const std::optional<PublishedSite> published = previous.empty() ? std::nullopt : open_published_site(before);
    for (const auto& [path, file] : site.manifest) {
      if (is_whole(part / path, file)) continue;
      std::filesystem::remove(part / path);
      if (published && published->still_has(path, file) && link(before / path, part / path)) continue;
      const std::string bytes = read_file(site.folder / path);
      if (published_file(bytes) != file) {
        throw PublishFailure(
            {(site.folder / path).string() + " is veranderd tijdens het publiceren; probeer het opnieuw.",
             (site.folder / path).string() + " changed while it was published; try again."});
      }
      write_file(part / path, bytes);
    }
    if (published) keep_for_readers(before, part, site.manifest, terms);
    // Last: what is younger than the manifest was changed by hand.
    write_file(part / manifest_name, manifest_text(site.manifest));
    open_folders(part);
    const Descriptor open_part = open_below(AT_FDCWD, part.c_str(), O_RDONLY | O_DIRECTORY);
    if (!open_part.is_open() || uninterrupted([&] { return ::syncfs(open_part.number()); }) != 0)
      throw_system_error(errno, part);
  }

  /// Links what readers with a page of the release in `before` still ask for into the one in `next`.
  static void keep_for_readers(const std::filesystem::path& before, const std::filesystem::path& next,
                               const Manifest& files, const PublishTerms& terms) {
    const KeptFiles kept = files_to_keep(manifest_of(before), read_kept_files(text_if_there(before / kept_files_name)),
                                         files, terms.now, terms.grace);
    for (const auto& [path, since] : kept) {
      if (!std::filesystem::exists(next / path) && std::filesystem::exists(before / path) &&
          !link(before / path, next / path)) {
        write_file(next / path, read_file(before / path));
      }
    }
    // A name of its own first: the list may be that of a release which readers have.
    const std::filesystem::path list = next / kept_files_name;
    replace_file(list, kept_files_text(kept));
  }

  static bool is_whole(const std::filesystem::path& path, const PublishedFile& file) {
    std::error_code error;
    if (std::filesystem::file_size(path, error) != file.size || error) return false;
    return published_file(read_file(path)) == file;
  }

  /// False where the file system cannot link.
  static bool link(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::create_directories(to.parent_path());
    return uninterrupted([&] { return ::link(from.c_str(), to.c_str()); }) == 0;
  }

  static void move(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (uninterrupted([&] { return ::rename(from.c_str(), to.c_str()); }) != 0) throw_system_error(errno, to);
  }

  /// Readers get the old release or the new one at every moment: a link is replaced in one step.
  void switch_to(const std::string& name) const {
    const std::filesystem::path made = folder_ / ".current-nieuw";
    const std::filesystem::path leads_to = std::filesystem::path("releases") / name;
    std::filesystem::remove(made);
    if (uninterrupted([&] { return ::symlink(leads_to.c_str(), made.c_str()); }) != 0) throw_system_error(errno, made);
    move(made, folder_ / "current");
    const Descriptor above = open_below(AT_FDCWD, folder_.c_str(), O_RDONLY | O_DIRECTORY);
    if (!above.is_open() || uninterrupted([&] { return ::fsync(above.number()); }) != 0)
      throw_system_error(errno, folder_);
  }

  /// Under another name first: half a release must not be in the list of those that can be gone back to.
  void remove_old(const PublishTerms& terms) {
    for (const std::string& name : releases_to_remove(releases(), terms)) {
      const std::filesystem::path going = releases_folder() / (std::string(part_beginning) + name);
      move(releases_folder() / name, going);
      std::filesystem::remove_all(going);
    }
  }

  std::filesystem::path folder_;
};

}  // namespace

std::unique_ptr<PublishTarget> folder_target(std::filesystem::path folder) {
  return std::make_unique<FolderTarget>(std::move(folder));
}

}  // namespace wegwijs
