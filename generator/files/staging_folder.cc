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
#include <stdexcept>
#include <vector>

#include "files/build_memory.h"
#include "files/manifest.h"
#include "files/published_site.h"
#include "files/replace_file.h"
#include "files/stage.h"
#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr std::string_view stage_ending = "-nieuw";
constexpr std::string_view spare_ending = "-vorige";

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
  State(std::filesystem::path real_target, SpareSite keep_spare, const WaitingForBuild& waiting)
      : target(std::move(real_target)),
        spare(beside(target, spare_ending)),
        spare_site(keep_spare),
        lock(std::in_place, beside(target, ".lock"), waiting) {
    sweep_dead_stages(target);
    published = open_published_site(target);
    stage.emplace(beside(target, fmt::format("-{}{}", ::getpid(), stage_ending)),
                  published && spare_site == SpareSite::keep ? spare : std::filesystem::path());
  }

  void add(std::string_view path, std::string_view bytes);
  bool keep(const std::vector<std::string>& paths);
  const std::string& add_to_manifest(std::string_view path, const PublishedFile& file);
  bool share_published(const std::string& path, const PublishedFile& file);

  std::filesystem::path target;
  std::filesystem::path spare;
  SpareSite spare_site;
  std::optional<BuildLock> lock;  // before the stage: it is dropped after the stage is gone
  std::optional<PublishedSite> published;
  std::optional<Stage> stage;

  std::mutex manifest_mutex;
  Manifest manifest;
  std::atomic<std::size_t> unchanged = 0;
  std::atomic<bool> incomplete = false;
};

void StagingFolder::State::add(std::string_view path, std::string_view bytes) {
  if (!is_output_path(path) || path == manifest_name) {
    throw std::invalid_argument(fmt::format("not a path for a made file: {}", path));
  }
  const PublishedFile file = published_file(bytes);
  const std::string& added = add_to_manifest(path, file);
  stage->make_folders_above(path);
  if (share_published(added, file)) {
    ++unchanged;
  } else {
    stage->write(added, bytes);
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
  struct Kept {
    PublishedFile file;
    struct stat status {};
  };
  std::vector<Kept> kept(paths.size());
  for (std::size_t index = 0; index < paths.size(); ++index) {
    const auto known = published->manifest().find(paths[index]);
    if (known == published->manifest().end()) return false;
    kept[index].file = known->second;
    if (!published->is_as_published(paths[index], known->second, kept[index].status)) return false;
  }
  for (std::size_t index = 0; index < paths.size(); ++index) {
    const std::string& path = paths[index];
    add_to_manifest(path, kept[index].file);
    stage->make_folders_above(path);
    if (!stage->holds(path, kept[index].status) && !stage->link(published->folder(), path))
      stage->write(path, published->read(path));
    ++unchanged;
  }
  return true;
}

/// Whether the stage has the file as it was published.
bool StagingFolder::State::share_published(const std::string& path, const PublishedFile& file) {
  struct stat status {};
  if (!published || !published->still_has(path, file, status)) return false;
  return stage->holds(path, status) || stage->link(published->folder(), path);
}

StagingFolder::StagingFolder(const std::filesystem::path& target, const WaitingForBuild& waiting, SpareSite spare) {
  ignore_file_size_signal();
  state_ = std::make_unique<State>(real_target(target), spare, waiting);
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
  state.stage->remove_all_but(state.manifest);
  state.stage->write(std::string(manifest_name), manifest_text(state.manifest));
  // Everything is on the disk before the swap, so that after a power cut the new site is whole as well.
  const int synced = uninterrupted([&] { return ::syncfs(state.stage->folder().number()); });
  if (synced != 0) throw_system_error(errno, state.stage->path());
  swap_folders(state.stage->path(), state.target, state.published.has_value());
  if (state.published && state.spare_site == SpareSite::keep) state.stage->become_spare(state.spare);
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

std::vector<std::string> StagingFolder::files() const {
  return paths_in(state_->manifest);
}

std::vector<std::string> StagingFolder::files_before() const {
  return state_->published ? paths_in(state_->published->manifest()) : std::vector<std::string>();
}

SwapRefused::SwapRefused(int error, const std::filesystem::path& made, const std::filesystem::path& target)
    : std::system_error(error, std::generic_category(),
                        fmt::format("cannot put {} in the place of {} in one step; choose a target inside one ordinary "
                                    "local file system, not a mount point or a network disk",
                                    made.string(), target.string())),
      target_(target) {}

}  // namespace wegwijs
