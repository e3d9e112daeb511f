#include "source/footnote_labels.h"

#include <algorithm>

namespace wegwijs {
namespace {

constexpr std::string_view label_opening = "[^";

bool is_escaped(std::string_view line, std::size_t position) {
  std::size_t backslashes = 0;
  while (position > backslashes && line[position - backslashes - 1] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

}  // namespace

bool may_define_footnotes(std::string_view text) {
  // What opens within a label ends where that label ends, so that no byte is looked at twice.
  std::size_t end = 0;
  for (std::size_t begin = text.find(label_opening); begin != std::string_view::npos;
       begin = text.find(label_opening, end)) {
    end = text.find_first_of("] \t\r\n", begin);
    if (end == std::string_view::npos) return false;
    if (text.substr(end).starts_with("]:")) return true;
  }
  return false;
}

std::size_t open_footnote_label(std::string_view line) {
  for (std::size_t begin = line.find(label_opening); begin != std::string_view::npos;
       begin = line.find(label_opening, begin + label_opening.size())) {
    if (is_escaped(line, begin)) continue;
    // What can hide the closing bracket (code, tags, brackets in brackets) is no part of a label.
    const std::size_t end = line.find_first_of("][`<\\", begin + label_opening.size());
    if (end == std::string_view::npos || line[end] != ']') return begin;
  }
  return std::string_view::npos;
}

}  // namespace wegwijs
