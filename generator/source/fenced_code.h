#pragma once

#include <cstddef>
#include <string_view>

namespace wegwijs {

/// Finds the lines of a Markdown text that are certainly fenced code, without parsing the rest.
///
/// Certain is a fence at the very beginning of a line: no list, quote or footnote reaches there. After the first fence
/// elsewhere, and after a line that begins with '<' (HTML hides fences), nothing is certain any more up to the end of
/// the text: only a complete parser knows where such code ends.
class FencedCode {
 public:
  /// Whether `line` belongs to such code, its fences included. To be called for every line, in order.
  bool holds(std::string_view line);

 private:
  bool closes(std::string_view line) const;

  char character_ = '`';
  std::size_t length_ = 0;  // of the fence that is open; 0: none
  bool is_certain_ = true;
};

}  // namespace wegwijs
