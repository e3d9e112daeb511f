#include "shipped_theme.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace wegwijs {

const std::string& shipped_theme() {
  static const std::string theme = [] {
    const std::filesystem::path folder = std::filesystem::path(WEGWIJS_SOURCE) / "themes/wegwijs";
    std::string files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      std::ostringstream bytes;
      bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      files += "-- thema:/" + entry.path().lexically_relative(folder).generic_string() + " --\n" + bytes.str() + "\n";
    }
    return files;
  }();
  return theme;
}

}  // namespace wegwijs
