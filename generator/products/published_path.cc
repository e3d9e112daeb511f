#include "products/published_path.h"

namespace wegwijs {

std::string file_of(std::string_view address) {
  std::string file(address.substr(1));
  if (file.empty() || file.ends_with('/')) file += "index.html";
  return file;
}

std::string_view path_prefix(std::string_view base_address) {
  const std::size_t host = base_address.find("://");
  const std::size_t path = host == std::string_view::npos ? 0 : base_address.find('/', host + 3);
  if (path == std::string_view::npos) return {};
  const std::string_view prefix = base_address.substr(path);
  return prefix.substr(0, prefix.size() - (prefix.ends_with('/') ? 1 : 0));
}

}  // namespace wegwijs
