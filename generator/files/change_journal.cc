#include "files/change_journal.h"

#include <charconv>

#include "files/digest.h"

namespace wegwijs {
namespace {

constexpr std::string_view journal_first_line = "wegwijs-wijziging 1\n";
constexpr std::size_t journal_digest_digits = 32;
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
  return journal + hexadecimal(digest_of(journal));
}

std::optional<std::vector<FileChange>> read_journal(std::string_view bytes) {
  if (bytes.size() < journal_digest_digits || !bytes.starts_with(journal_first_line)) return std::nullopt;
  std::string_view rest = bytes.substr(0, bytes.size() - journal_digest_digits);
  if (digest_from_hexadecimal(bytes.substr(rest.size())) != digest_of(rest)) return std::nullopt;
  rest.remove_prefix(journal_first_line.size());
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
