#include "source/yaml_indentation.h"

#include "source/invisible.h"
#include "source/yaml_rules.h"

namespace wegwijs {

bool check_yaml_indentation(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics) {
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t first = bytes.find_first_not_of(' ', begin);
    if (first == std::string_view::npos) return true;
    if (bytes[first] == '\t') {
      const auto place = static_cast<std::uint32_t>(offset + first);
      diagnostics.report(yaml_tab_indentation, {file, place, place + 1});
      return false;
    }
    if (const std::size_t length = hard_space_length(bytes.substr(first)); length > 0) {
      const auto place = static_cast<std::uint32_t>(offset + first);
      diagnostics.report(yaml_hard_space, {file, place, place + static_cast<std::uint32_t>(length)},
                         {hard_space_at_begin});
      return false;
    }
    const std::size_t line_break = bytes.find('\n', first);
    if (line_break == std::string_view::npos) return true;
    begin = line_break + 1;
  }
  return true;
}

}  // namespace wegwijs
