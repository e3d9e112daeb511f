#include "documents/maker_names.h"

#include <algorithm>

#include "documents/document_makers.h"
#include "text/trimmed.h"
#include "text/utf8.h"

namespace wegwijs {

void add_maker(std::vector<std::string>& names, std::string_view name) {
  constexpr std::size_t longest_name = 120;
  constexpr std::size_t most_names = 5;
  const std::string_view shown = first_code_points(trimmed(name), longest_name);
  const bool has_control_character =
      std::any_of(shown.begin(), shown.end(), [](char sign) { return static_cast<unsigned char>(sign) < 0x20; });
  if (shown.empty() || has_control_character || first_invalid_utf8(shown) != std::string_view::npos) return;
  if (names.size() == most_names || std::find(names.begin(), names.end(), shown) != names.end()) return;
  names.emplace_back(shown);
}

std::string creator_in(std::string_view bytes) {
  const std::size_t begin = bytes.find("<dc:creator");
  if (begin == std::string_view::npos) return "";
  const std::size_t end = bytes.find("</dc:creator", begin);
  std::string words;
  bool is_in_tag = false;
  for (const char sign : bytes.substr(begin, end == std::string_view::npos ? 0 : end - begin)) {
    if (sign == '<') is_in_tag = true;
    if (!is_in_tag) words += sign;
    if (sign == '>') is_in_tag = false;
  }
  return words;
}

std::vector<std::string> makers_of_drawing(std::string_view bytes) {
  std::vector<std::string> names;
  add_maker(names, creator_in(bytes));
  return names;
}

}  // namespace wegwijs
