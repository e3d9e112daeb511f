#pragma once

#include <filesystem>
#include <memory>
#include <system_error>

#include "files/build_lock.h"
#include "files/sink.h"

namespace wegwijs {

/// Whether the site that is replaced stays beside the target, as `.wegwijs-<name>-vorige`, for the next build to begin
/// with (stage.h).
enum class SpareSite : bool { none, keep };

/// A sink that replaces a whole folder at once.
///
/// Files are written into a new folder beside `target`; a file whose bytes are those of the published one is
/// hard-linked instead, so it keeps its date and inode and a copy to a server stays small. `commit` writes the
/// manifest, syncs once and swaps the two folders in one step (renameat2 with RENAME_EXCHANGE); a kill at any moment
/// leaves the old site complete. What an earlier, killed build left is removed when the next one starts. The
/// published folder is ours as a whole: what somebody put into it by hand is not kept by the next build.
///
/// A target that exists and holds files but no manifest of ours is refused, never deleted. Two builds of one target do
/// not mix: the second waits for the first, and a dead holder's lock is taken over. For both purposes names that begin
/// with `.wegwijs-<name of the target>` exist beside the target while a build runs.
///
/// Folders get mode 0755 and files 0644, whatever the umask. The constructor ignores SIGXFSZ for the whole process
/// unless it has a handler, so that a file beyond the limit is an error that names the path and does not kill us.
class StagingFolder : public Sink {
 public:
  /// A `target` that is a link means the folder it leads to; missing folders above it are made. `waiting` is
  /// called when another build of this target holds the lock. Throws std::system_error (naming the path) or
  /// `TargetRefused`.
  explicit StagingFolder(const std::filesystem::path& target, const WaitingForBuild& waiting = {},
                         SpareSite spare = SpareSite::none);
  ~StagingFolder() override;

  void write(std::string_view path, std::string_view bytes) override;
  /// False when one of them was not published, or is not as it was published any more.
  bool keep(const std::vector<std::string>& paths) override;
  /// Throws `SwapRefused` or another std::system_error; the old site is then unchanged. After a `write` that failed it
  /// throws std::logic_error: a site with half a file is never published.
  void commit() override;

  /// How many files of the published site the committed one shares unchanged, and how many it has in all.
  std::size_t unchanged_files() const;
  std::size_t all_files() const;
  /// The paths of what was written or kept, sorted.
  std::vector<std::string> files() const;
  /// The same of the site that is replaced, when this began; empty when there is none.
  std::vector<std::string> files_before() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The target folder holds files that this program did not make, or is the root folder.
class TargetRefused : public std::exception {
 public:
  explicit TargetRefused(std::filesystem::path target) : target_(std::move(target)) {}
  const char* what() const noexcept override { return "target folder is not ours"; }
  const std::filesystem::path& target() const { return target_; }

 private:
  std::filesystem::path target_;
};

/// The system cannot put the new folder in the place of the old one in one step: the target is a mount point, or its
/// disk (often a network disk) does not know how. The remedy is a target inside one ordinary local file system.
class SwapRefused : public std::system_error {
 public:
  SwapRefused(int error, const std::filesystem::path& made, const std::filesystem::path& target);
  const std::filesystem::path& target() const { return target_; }

 private:
  std::filesystem::path target_;
};

/// Whether a build of `target` that is busy, or that was killed, has something beside it: the next build sweeps it.
/// `target` comes from `real_target`. True as well when the folder around it cannot be read.
bool has_unfinished_build(const std::filesystem::path& target);

/// Name of the manifest inside a published folder: a version line, then one line per file, "digest size path", by path.
inline constexpr std::string_view manifest_name = ".wegwijs-manifest";

}  // namespace wegwijs
