#include "text/path_parts.h"

#include <algorithm>
#include <vector>

namespace wegwijs {

std::string path_from(std::string_view folder, std::string_view path) {
  std::vector<std::string_view> parts;
  const std::string whole = std::string(folder) + "/" + std::string(path);
  for (std::size_t begin = 0; begin < whole.size();) {
    const std::size_t end = std::min(whole.find('/', begin), whole.size());
    const std::string_view part = std::string_view(whole).substr(begin, end - begin);
    begin = end + 1;
    if (part == ".." && parts.empty()) return "";
    if (part == "..") {
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string joined;
  for (const std::string_view part : parts) joined += (joined.empty() ? "" : "/") + std::string(part);
  return joined;
}

}  // namespace wegwijs
