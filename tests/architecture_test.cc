// The layer table of generator/README.md is the rule; this test reads it and looks at every #include.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "files/temporary_folder.h"

namespace {

const std::filesystem::path generator = std::filesystem::path(WEGWIJS_SOURCE) / "generator";

struct Layer {
  std::set<std::string> folders;    // that it may include, itself too
  std::set<std::string> libraries;  // beside the standard library
};

std::set<std::string> words_in(const std::string& cell) {
  std::set<std::string> words;
  static const std::regex word("`([^`]+)`");
  for (std::sregex_iterator match(cell.begin(), cell.end(), word), end; match != end; ++match)
    words.insert((*match)[1]);
  return words;
}

/// Rows "| `folder` | `may`, `include` | `library` |".
std::map<std::string, Layer> layer_table() {
  std::map<std::string, Layer> layers;
  std::istringstream lines(wegwijs::bytes_of(generator / "README.md"));
  static const std::regex row(R"(^\| `([a-z]+)` \|([^|]*)\|([^|]*)\|$)");
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (!std::regex_match(line, match, row)) continue;
    Layer layer{words_in(match[2]), words_in(match[3])};
    layer.folders.insert(match[1]);
    layers[match[1]] = layer;
  }
  return layers;
}

std::vector<std::filesystem::path> source_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(generator)) {
    if (entry.path().extension() == ".h" || entry.path().extension() == ".cc") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Which library a header in angle brackets belongs to; empty for the C++ and C standard libraries and the kernel.
std::string library_of(const std::string& header) {
  static const std::vector<std::pair<std::string, std::string>> beginnings{{"yaml-cpp/", "yaml-cpp"},
                                                                           {"cmark-gfm", "cmark-gfm"},
                                                                           {"unicode/", "icu"},
                                                                           {"fmt/", "fmt"},
                                                                           {"CLI/", "cli11"},
                                                                           {"nlohmann/", "nlohmann-json"},
                                                                           {"xxhash", "xxhash"},
                                                                           {"microhttpd", "microhttpd"},
                                                                           {"curl/", "libcurl"},
                                                                           {"zlib", "zlib"},
                                                                           {"brotli/", "brotli"},
                                                                           {"libstemmer", "libstemmer"},
                                                                           {"turbojpeg", "libturbojpeg"},
                                                                           {"png.h", "libpng"},
                                                                           {"webp/", "libwebp"},
                                                                           {"expat", "expat"},
                                                                           {"zip.h", "libzip"},
                                                                           {"xlsxwriter", "libxlsxwriter"}};
  for (const auto& [beginning, library] : beginnings) {
    if (header.starts_with(beginning)) return library;
  }
  return "";
}

}  // namespace

TEST_CASE("every folder includes only what the layer table allows", "[architecture]") {
  const std::map<std::string, Layer> layers = layer_table();
  REQUIRE(layers.size() >= 12);
  static const std::regex include(R"(^#include ([<"])([^>"]+)[>"])");
  for (const std::filesystem::path& path : source_files()) {
    const std::string folder = path.parent_path().filename().string();
    if (folder == "generator") continue;  // main.cc, which may include everything
    INFO(path.string());
    REQUIRE(layers.contains(folder));
    const Layer& layer = layers.at(folder);
    std::istringstream lines(wegwijs::bytes_of(path));
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      if (!std::regex_search(line, match, include)) continue;
      INFO(line);
      const std::string target = match[2];
      if (match[1] == "\"") {
        CHECK(layer.folders.contains(target.substr(0, target.find('/'))));
      } else if (const std::string library = library_of(target); !library.empty()) {
        CHECK(layer.libraries.contains(library));
        const bool is_for_sources_only = path.extension() == ".cc";
        CHECK(is_for_sources_only);
      }
    }
  }
}

TEST_CASE("no file or folder has a name that says nothing", "[architecture]") {
  static const std::regex nameless("(^|_)(util|utils|helper|helpers|common|misc|manager)(_|\\.|$)");
  for (const char* folder : {"generator", "tests", "themes"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(WEGWIJS_SOURCE) / folder)) {
      // What npm installed for the browser tests is not ours.
      if (entry.path().string().find("/node_modules") != std::string::npos) continue;
      INFO(entry.path().string());
      CHECK_FALSE(std::regex_search(entry.path().filename().string(), nameless));
    }
  }
}
