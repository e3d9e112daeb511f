#include "source/fenced_code.h"

#include "text/ascii.h"

namespace wegwijs {
namespace {

/// The parser keeps the length of a fence in one byte: a longer one would be closed by less than it seems.
constexpr std::size_t longest_fence = 255;

bool opens(std::string_view line) {
  if (!line.starts_with("```") && !line.starts_with("~~~")) return false;
  const std::size_t length = run_length(line, 0);
  if (length > longest_fence) return false;
  return line.front() == '~' || line.find('`', length) == npos;
}

}  // namespace

bool FencedCode::holds(std::string_view line) {
  if (length_ > 0) {
    if (closes(line)) length_ = 0;
    return true;
  }
  if (!is_certain_) return false;
  const bool has_fence = line.find("```") != npos || line.find("~~~") != npos;
  const std::size_t first = line.find_first_not_of(" \t");
  const bool begins_html = first != npos && line[first] == '<';
  if (!has_fence && !begins_html) return false;
  if (!opens(line)) {
    is_certain_ = false;
    return false;
  }
  character_ = line.front();
  length_ = run_length(line, 0);
  return true;
}

bool FencedCode::closes(std::string_view line) const {
  const std::size_t first = line.find_first_not_of(' ');
  if (first > 3 || line[first] != character_) return false;
  const std::size_t length = run_length(line, first);
  return length >= length_ && line.find_first_not_of(" \t", first + length) == npos;
}

}  // namespace wegwijs
