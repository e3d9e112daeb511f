#include "edit/link_edits.h"

#include <algorithm>

#include "source/fenced_code.h"

namespace wegwijs {
namespace {

bool is_escaped(std::string_view text, std::size_t position) {
  std::size_t count = 0;
  while (position > count && text[position - 1 - count] == '\\') ++count;
  return count % 2 == 1;
}

/// Where the address of a link begins, after "](" or after "]:" of a definition at the beginning of a line.
std::size_t address_after(std::string_view line, std::size_t bracket) {
  std::size_t place = bracket + 1;
  if (place >= line.size() || is_escaped(line, bracket)) return std::string_view::npos;
  const bool is_definition = line[place] == ':' &&
                             line.substr(0, line.find('[')).find_first_not_of(' ') == std::string_view::npos &&
                             line.find('[') != std::string_view::npos;
  if (line[place] != '(' && !is_definition) return std::string_view::npos;
  ++place;
  while (place < line.size() && line[place] == ' ') ++place;
  return place;
}

std::size_t end_of_address(std::string_view line, std::size_t begin) {
  int depth = 0;
  for (std::size_t place = begin; place < line.size(); ++place) {
    const char c = line[place];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return place;
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) return place;
  }
  return line.size();
}

}  // namespace

std::string with_links(std::string_view text,
                       const std::function<std::optional<std::string>(std::string_view)>& replaced,
                       std::size_t& count) {
  std::string result;
  FencedCode code;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    const std::string_view line = text.substr(begin, end - begin);
    begin = end;
    std::string_view bare = line;
    while (bare.ends_with('\n') || bare.ends_with('\r')) bare.remove_suffix(1);
    if (code.holds(bare)) {
      result += line;
      continue;
    }
    std::size_t copied = 0;
    for (std::size_t bracket = line.find(']'); bracket != std::string_view::npos;
         bracket = line.find(']', bracket + 1)) {
      std::size_t from = address_after(line, bracket);
      if (from == std::string_view::npos || from >= line.size() || from < copied) continue;
      const bool is_in_brackets = line[from] == '<';
      if (is_in_brackets) ++from;
      const std::size_t to = is_in_brackets ? line.find('>', from) : end_of_address(line, from);
      if (to == std::string_view::npos || to == from) continue;
      const std::optional<std::string> wanted = replaced(line.substr(from, to - from));
      if (!wanted) continue;
      result += std::string(line.substr(copied, from - copied)) + *wanted;
      copied = to;
      ++count;
    }
    result += line.substr(copied);
  }
  return result;
}

}  // namespace wegwijs
