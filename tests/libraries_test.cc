// docs/libraries.md says which faults of which versions are guarded against; this test holds it to what is installed.
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <regex>
#include <string>
#include <vector>

namespace {

struct Row {
  std::string package;
  std::string version;
  std::string cells;
};

/// Rows "| `package` | `version` | …".
std::vector<Row> rows() {
  std::ifstream lines(std::filesystem::path(WEGWIJS_SOURCE) / "docs/libraries.md");
  static const std::regex form(R"(^\| `([a-z0-9.+-]+)` \| `([^`]+)` \|(.*)$)");
  std::vector<Row> found;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, form)) found.push_back({match[1], match[2], match[3]});
  }
  return found;
}

/// Empty when the package is not installed, or when this is no Debian.
std::string installed_version(const std::string& package) {
  const std::string command = "dpkg-query -W -f '${Version}' '" + package + "' 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> output(popen(command.c_str(), "r"), pclose);
  std::array<char, 200> buffer{};
  if (output == nullptr || std::fgets(buffer.data(), buffer.size(), output.get()) == nullptr) return "";
  return buffer.data();
}

}  // namespace

TEST_CASE("the libraries that are installed are those whose faults docs/libraries.md knows", "[architecture]") {
  const std::vector<Row> known = rows();
  REQUIRE(known.size() >= 10);
  for (const Row& row : known) {
    INFO(row.package << ": written down " << row.version << ", installed " << installed_version(row.package));
    const std::string installed = installed_version(row.package);
    CHECK((installed.empty() || installed.starts_with(row.version)));
  }
}

TEST_CASE("every test that docs/libraries.md names exists", "[architecture]") {
  static const std::regex path(R"(`((?:tests|generator)/[a-z_/]+\.(?:cc|h))`)");
  for (const Row& row : rows()) {
    for (std::sregex_iterator match(row.cells.begin(), row.cells.end(), path), end; match != end; ++match) {
      INFO((*match)[1].str());
      CHECK(std::filesystem::exists(std::filesystem::path(WEGWIJS_SOURCE) / (*match)[1].str()));
    }
  }
}
