#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

// The parts of a path or an address with '/' between them. They look at the text alone; nothing is asked of a disk.

/// What comes after the last '/', or all of it.
constexpr std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// What comes before the last '/'; empty when there is none.
constexpr std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// `path` as seen from `folder`, with "." and ".." carried out: "bestanden/kaart.png" for "../bestanden/kaart.png" from
/// "content". Empty when it leaves the root.
std::string path_from(std::string_view folder, std::string_view path);

}  // namespace wegwijs
