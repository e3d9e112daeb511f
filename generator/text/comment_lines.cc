#include "text/comment_lines.h"

#include <algorithm>
#include <optional>

namespace wegwijs {
namespace {

constexpr std::string_view block_begin = "/*";
constexpr std::string_view block_end = "*/";

std::string_view without_indent(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return line.substr(first);
}

bool ends_with(std::string_view line, std::string_view end) {
  return line.substr(0, line.find_last_not_of(" \t\r") + 1).ends_with(end);
}

/// Whether a line may be part of a text that continues on the next line, or opens a comment after its rule.
bool is_doubtful(std::string_view line) {
  if (ends_with(line, "\\")) return true;
  const std::size_t comment = line.rfind(block_begin);
  return comment != std::string_view::npos && line.find(block_end, comment + 2) == std::string_view::npos;
}

/// Empty when any line is doubtful.
std::optional<std::string> without_comment_lines(std::string_view text) {
  std::string published;
  bool in_block = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = without_indent(text.substr(begin, end - begin));
    begin = end + 1;
    const bool opens = !in_block && line.starts_with(block_begin);
    const std::size_t close = in_block || opens ? line.find(block_end, opens ? 2 : 0) : std::string_view::npos;
    const bool only_comment = close == std::string_view::npos || without_indent(line.substr(close + 2)).empty();
    // Code after the end of a block comment of several lines.
    if (in_block && !only_comment) return std::nullopt;
    if (in_block || (opens && only_comment)) {
      in_block = close == std::string_view::npos;
      continue;
    }
    if (line.empty()) continue;
    if (is_doubtful(line)) return std::nullopt;
    published += line;
    published += '\n';
  }
  return published;
}

}  // namespace

std::string published_style_sheet(std::string_view style_sheet) {
  return without_comment_lines(style_sheet).value_or(std::string(style_sheet));
}

}  // namespace wegwijs
