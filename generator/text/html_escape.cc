#include "text/html_escape.h"

namespace wegwijs {

void append_html_escaped(std::string& output, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t position = 0; position < text.size(); ++position) {
    const char* reference = nullptr;
    switch (text[position]) {
      case '&':
        reference = "&amp;";
        break;
      case '<':
        reference = "&lt;";
        break;
      case '>':
        reference = "&gt;";
        break;
      case '"':
        reference = "&quot;";
        break;
      case '\'':
        reference = "&#39;";
        break;
      default:
        continue;
    }
    output.append(text, begin, position - begin);
    output.append(reference);
    begin = position + 1;
  }
  output.append(text, begin);
}

std::string html_escaped(std::string_view text) {
  std::string output;
  output.reserve(text.size());
  append_html_escaped(output, text);
  return output;
}

}  // namespace wegwijs
