#include "files/staging_folder.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <vector>

#include "files/build_memory.h"
#include "files/manifest.h"
#include "files/published_site.h"
#include "files/replace_file.h"
#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr std::string_view stage_ending = "-nieuw";

std::filesystem::path beside(const std::filesystem::path& target, std::string_view ending) {
  return target.parent_path() / fmt::format(".wegwijs-{}{}", target.filename().string(), ending);
}

/// Whether `name` is `beginning`, a number and `ending`.
bool is_numbered(std::string_view name, std::string_view beginning, std::string_view ending) {
  if (!name.starts_with(beginning) || !name.ends_with(ending)) return false;
  if (name.size() <= beginning.size() + ending.size()) return false;
  const std::string_view id = name.substr(beginning.size(), name.size() - beginning.size() - ending.size());
  return std::all_of(id.begin(), id.end(), is_digit);
}

/// Whether a build of `target` that was killed can have left a file or folder with this name.
bool is_left_by_build(const std::filesystem::path& target, std::string_view name) {
  return is_numbered(name, beside(target, "-").filename().string(), stage_ending) ||
         is_numbered(name, unfinished_name(build_memory_file(target)) + "-", "") ||
         is_numbered(name, unfinished_name(made_memory_file(target)) + "-", "");
}

/// Removes what dead builds of `target` left. The holder of the lock knows that no live build has a stage. As far as
/// possible: rubbish that cannot be removed is no reason not to publish.
void sweep_dead_stages(const std::filesystem::path& target) {
  std::error_code error;
  std::vector<std::filesystem::path> dead;
  std::filesystem::directory_iterator entry(target.parent_path(), error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    if (is_left_by_build(target, entry->path().filename().string())) dead.push_back(entry->path());
  }
  for (const std::filesystem::path& stage : dead) std::filesystem::remove_all(stage, error);
}

void ignore_file_size_signal() {
  struct sigaction action {};
  if (::sigaction(SIGXFSZ, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) return;
  action.sa_handler = SIG_IGN;
  ::sigaction(SIGXFSZ, &action, nullptr);
}

/// Makes a folder with the permissions of a published one, whatever the umask. False, with `errno`, when it fails.
bool make_folder(int above, const char* path) {
  return uninterrupted([&] { return ::mkdirat(above, path, published_folder_mode); }) == 0 &&
         uninterrupted([&] { return ::fchmodat(above, path, published_folder_mode, 0); }) == 0;
}

/// The new folder beside the target; after the swap, what the target was before. Removed with this object.
class Stage {
 public:
  explicit Stage(std::filesystem::path path) : path_(std::move(path)) {
    if (!make_folder(AT_FDCWD, path_.c_str())) throw_system_error(errno, path_);
    folder_ = open_below(AT_FDCWD, path_.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    if (!folder_.is_open()) throw_system_error(errno, path_);
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  ~Stage() { remove(); }

  const std::filesystem::path& path() const { return path_; }
  const Descriptor& folder() const { return folder_; }

 private:
  /// Best effort: what stays is swept by the next build.
  void remove() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::filesystem::path path_;
  Descriptor folder_;
};

[[noreturn]] void throw_swap_error(int error, const std::filesystem::path& made, const std::filesystem::path& target) {
  if (error == EINVAL || error == ENOSYS || error == EXDEV || error == EBUSY) throw SwapRefused(error, made, target);
  throw std::system_error(error, std::generic_category(),
                          fmt::format("cannot put {} in the place of {}", made.string(), target.string()));
}

void swap_folders(const std::filesystem::path& made, const std::filesystem::path& target, bool published_before) {
  if (published_before) {
    if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return;
    if (errno != ENOENT) throw_swap_error(errno, made, target);
  }
  // A plain rename takes the place of nothing or of an empty folder only: it refuses what appeared there meanwhile.
  if (::rename(made.c_str(), target.c_str()) != 0) throw_swap_error(errno, made, target);
}

}  // namespace

bool has_unfinished_build(const std::filesystem::path& target) {
  const std::string lock_name = beside(target, ".lock").filename().string();
  std::error_code error;
  std::filesystem::directory_iterator entry(target.parent_path(), error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name == lock_name || is_left_by_build(target, name)) return true;
  }
  return static_cast<bool>(error);
}

struct StagingFolder::State {
  State(std::filesystem::path real_target, const WaitingForBuild& waiting)
      : target(std::move(real_target)), lock(std::in_place, beside(target, ".lock"), waiting) {
    sweep_dead_stages(target);
    published = open_published_site(target);
    stage.emplace(beside(target, fmt::format("-{}{}", ::getpid(), stage_ending)));
  }

  void add(std::string_view path, std::string_view bytes);
  bool keep(const std::vector<std::string>& paths);
  const std::string& add_to_manifest(std::string_view path, const PublishedFile& file);
  void make_folders_above(std::string_view path);
  bool link_published(const std::string& path, const PublishedFile& file);
  void write_new(const std::string& path, std::string_view bytes);

  std::filesystem::path target;
  std::optional<BuildLock> lock;  // before the stage: it is dropped after the stage is gone
  std::optional<PublishedSite> published;
  std::optional<Stage> stage;

  std::mutex manifest_mutex;
  Manifest manifest;
  std::mutex folders_mutex;
  std::set<std::string, std::less<>> folders;
  std::atomic<std::size_t> unchanged = 0;
  std::atomic<bool> incomplete = false;
};

void StagingFolder::State::add(std::string_view path, std::string_view bytes) {
  if (!is_output_path(path) || path == manifest_name) {
    throw std::invalid_argument(fmt::format("not a path for a made file: {}", path));
  }
  const PublishedFile file = published_file(bytes);
  const std::string& added = add_to_manifest(path, file);
  make_folders_above(path);
  if (link_published(added, file)) {
    ++unchanged;
  } else {
    write_new(added, bytes);
  }
}

/// The result stays where it is, whatever other threads add.
const std::string& StagingFolder::State::add_to_manifest(std::string_view path, const PublishedFile& file) {
  const std::lock_guard one_writer_at_a_time(manifest_mutex);
  const auto [entry, is_new] = manifest.try_emplace(std::string(path), file);
  if (!is_new) throw std::invalid_argument(fmt::format("written twice: {}", path));
  return entry->first;
}

bool StagingFolder::State::keep(const std::vector<std::string>& paths) {
  if (!published) return false;
  std::vector<PublishedFile> files;
  for (const std::string& path : paths) {
    const auto known = published->manifest().find(path);
    if (known == published->manifest().end() || !published->still_has(path, known->second)) return false;
    files.push_back(known->second);
  }
  for (std::size_t index = 0; index < paths.size(); ++index) {
    add_to_manifest(paths[index], files[index]);
    make_folders_above(paths[index]);
    if (!link_published(paths[index], files[index])) write_new(paths[index], published->read(paths[index]));
    ++unchanged;
  }
  return true;
}

void StagingFolder::State::make_folders_above(std::string_view path) {
  const std::size_t last_slash = path.rfind('/');
  if (last_slash == std::string_view::npos) return;
  // Held while they are made: another thread must not meet a folder that does not have its permissions yet.
  const std::lock_guard one_maker_at_a_time(folders_mutex);
  if (folders.contains(path.substr(0, last_slash))) return;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    const auto [folder, is_new] = folders.emplace(path.substr(0, slash));
    if (!is_new) continue;
    if (!make_folder(stage->folder().number(), folder->c_str())) throw_system_error(errno, stage->path() / *folder);
  }
}

bool StagingFolder::State::link_published(const std::string& path, const PublishedFile& file) {
  if (!published || !published->still_has(path, file)) return false;
  const int result = uninterrupted(
      [&] { return ::linkat(published->folder().number(), path.c_str(), stage->folder().number(), path.c_str(), 0); });
  if (result == 0) return true;
  switch (errno) {
    case EMLINK:      // as many links as the file system can count
    case ENOENT:      // gone since we looked
    case EPERM:       // no hard links on this file system, or not to another owner's files
    case EACCES:      // the same, where the rule comes from a security module
    case EXDEV:       // a mount point inside the published folder
    case EOPNOTSUPP:  // some network disks
      return false;
    default:
      throw_system_error(errno, stage->path() / path);
  }
}

void StagingFolder::State::write_new(const std::string& path, std::string_view bytes) {
  Descriptor file =
      open_below(stage->folder().number(), path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, published_file_mode);
  const bool is_written = file.is_open() &&
                          uninterrupted([&] { return ::fchmod(file.number(), published_file_mode); }) == 0 &&
                          write_all(file, bytes) && file.close();
  if (!is_written) throw_system_error(errno, stage->path() / path);
}

StagingFolder::StagingFolder(const std::filesystem::path& target, const WaitingForBuild& waiting) {
  ignore_file_size_signal();
  state_ = std::make_unique<State>(real_target(target), waiting);
}

StagingFolder::~StagingFolder() = default;

void StagingFolder::write(std::string_view path, std::string_view bytes) {
  if (!state_->stage) throw std::logic_error("write after commit");
  try {
    state_->add(path, bytes);
  } catch (...) {
    state_->incomplete = true;
    throw;
  }
}

bool StagingFolder::keep(const std::vector<std::string>& paths) {
  if (!state_->stage) throw std::logic_error("keep after commit");
  try {
    return state_->keep(paths);
  } catch (...) {
    state_->incomplete = true;
    throw;
  }
}

void StagingFolder::commit() {
  State& state = *state_;
  if (!state.stage || state.incomplete) throw std::logic_error("commit after a commit or after a write that failed");
  state.write_new(std::string(manifest_name), manifest_text(state.manifest));
  // Everything is on the disk before the swap, so that after a power cut the new site is whole as well.
  const int synced = uninterrupted([&] { return ::syncfs(state.stage->folder().number()); });
  if (synced != 0) throw_system_error(errno, state.stage->path());
  swap_folders(state.stage->path(), state.target, state.published.has_value());
  // Before the lock: the next build of this process may use the same name.
  state.stage.reset();
  state.lock.reset();
}

std::size_t StagingFolder::unchanged_files() const {
  return state_->unchanged;
}

std::size_t StagingFolder::all_files() const {
  return state_->manifest.size();
}

SwapRefused::SwapRefused(int error, const std::filesystem::path& made, const std::filesystem::path& target)
    : std::system_error(error, std::generic_category(),
                        fmt::format("cannot put {} in the place of {} in one step; choose a target inside one ordinary "
                                    "local file system, not a mount point or a network disk",
                                    made.string(), target.string())),
      target_(target) {}

}  // namespace wegwijs
