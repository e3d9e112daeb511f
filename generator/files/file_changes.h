#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// What one file holds and should hold.
struct FileChange {
  std::string path;                   ///< below the root, without hidden folders
  std::optional<std::string> before;  ///< none: the file is not there
  std::optional<std::string> after;   ///< none: the file goes
};

/// Why changes were not made.
struct RefusedChange {
  std::string path;
  BilingualText why;  ///< a sentence
};

/// Makes all changes or none, with the folders that new files need. What is to be done is first written to a journal in
/// `root`, then every new file beside its place; then all files are looked at once more and put in their places, and
/// the journal goes. Where that fails, those that were changed get their old bytes back; where that fails too, or the
/// program is killed, the journal stays for `finish_broken_changes`. A file that does not hold `before` any more, a
/// link, and a path that leaves `root` are refused. Waits while another program makes changes here. Throws
/// std::system_error, naming the path, when the disk fails.
std::optional<RefusedChange> make_changes(const std::filesystem::path& root, const std::vector<FileChange>& changes);

/// What became of changes that somebody was killed in the middle of.
struct FinishedChanges {
  std::vector<std::string> paths;          ///< of all files of the changes
  std::vector<std::string> changed_since;  ///< files that hold something else by now. None: all is as it was wanted;
                                           ///< else these were left alone and the others are as they were before.
  std::filesystem::path unreadable;        ///< a journal that cannot be read was moved here; empty: it was read
};

/// Makes changes that were broken off whole, before anything of the site is read: nothing to do in all but very few
/// cases. Waits while another program makes changes here. Throws std::system_error, naming the path.
std::optional<FinishedChanges> finish_broken_changes(const std::filesystem::path& root);

/// The files of changes that were broken off and that nobody finished yet; none of them is named where that cannot be
/// read. Empty: there are no such changes. For who only looks: writes nothing, and waits while another program makes
/// changes here. Throws std::system_error, naming the path.
std::optional<std::vector<std::string>> find_broken_changes(const std::filesystem::path& root);

}  // namespace wegwijs
