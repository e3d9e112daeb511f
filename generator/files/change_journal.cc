#include "files/change_journal.h"

#include <charconv>

#include "files/digest_bytes.h"

namespace wegwijs {
namespace {

constexpr std::string_view journal_first_line = "wegwijs-wijziging 1\n";
/// Instead of a length: the file is not there.
constexpr std::string_view no_file_mark = "-";

void add_bytes(std::string& journal, const std::optional<std::string>& bytes) {
  journal += bytes ? std::to_string(bytes->size()) : std::string(no_file_mark);
  journal += '\n';
  if (bytes) journal += *bytes;
}

/// Takes what `add_bytes` added from the beginning of `journal`; false for anything else.
bool take_bytes(std::string_view& journal, std::optional<std::string>& bytes) {
  const std::size_t end = journal.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view length = journal.substr(0, end);
  journal.remove_prefix(end + 1);
  if (length == no_file_mark) {
    bytes.reset();
    return true;
  }
  std::size_t count = 0;
  const auto [stop, error] = std::from_chars(length.data(), length.data() + length.size(), count);
  if (error != std::errc() || stop != length.data() + length.size() || count > journal.size()) return false;
  bytes = journal.substr(0, count);
  journal.remove_prefix(count);
  return true;
}

}  // namespace

std::string written_journal(const std::vector<FileChange>& changes) {
  std::string journal(journal_first_line);
  for (const FileChange& change : changes) {
    add_bytes(journal, change.path);
    add_bytes(journal, change.before);
    add_bytes(journal, change.after);
  }
  return with_own_digest(std::move(journal));
}

std::optional<std::vector<FileChange>> read_journal(std::string_view bytes) {
  const std::optional<std::string_view> whole = without_own_digest(bytes);
  if (!whole || !whole->starts_with(journal_first_line)) return std::nullopt;
  std::string_view rest = whole->substr(journal_first_line.size());
  std::vector<FileChange> changes;
  while (!rest.empty()) {
    FileChange& change = changes.emplace_back();
    std::optional<std::string> path;
    if (!take_bytes(rest, path) || !path || !take_bytes(rest, change.before) || !take_bytes(rest, change.after))
      return std::nullopt;
    change.path = std::move(*path);
  }
  return changes;
}

}  // namespace wegwijs
