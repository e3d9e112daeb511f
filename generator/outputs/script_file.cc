#include "outputs/script_file.h"

#include <algorithm>

namespace wegwijs {

std::string published_script(std::string_view script) {
  for (const std::string_view doubtful : {"`", "/*", "\\\n", "\\\r"}) {
    if (script.find(doubtful) != std::string_view::npos) return std::string(script);
  }
  std::string published;
  for (std::size_t begin = 0; begin < script.size();) {
    const std::size_t end = std::min(script.find('\n', begin), script.size());
    std::string_view line = script.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t text = line.find_first_not_of(" \t\r");
    if (text == std::string_view::npos) continue;
    line.remove_prefix(text);
    if (line.starts_with("//")) continue;
    published += line;
    published += '\n';
  }
  return published;
}

}  // namespace wegwijs
