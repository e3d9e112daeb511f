#include "files/disk.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <system_error>

#include "temporary_folder.h"

namespace wegwijs {
namespace {

std::string paths_of(const FileTree& tree) {
  std::string paths;
  for (const SourceFile& file : tree.files()) paths += file.path + ' ';
  return paths;
}

/// "rule: argument, argument" per finding.
std::vector<std::string> findings(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : diagnostics.in_source_order()) {
    CHECK(diagnostic.where == SourceSpan{});
    std::string line = std::string(diagnostic.rule->id) + ':';
    for (const Argument& argument : diagnostic.arguments) line += ' ' + argument.in(Language::nl);
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the tree holds the single files, then the folders and the theme in order of path", "[files]") {
  const TemporaryFolder site;
  site.put("site.yaml", "titel: x");
  site.put("README.md", "hoort er niet bij");
  site.put("content/b.md", "");
  site.put("content/diep/dieper/a.md", "aaa");
  site.put("themes/wegwijs/pagina.html", "<p>");
  Diagnostics diagnostics;
  const FileTree tree = read_tree(site.path(), {"site.yaml", "ontbreekt.yaml"}, {"content", "nergens"},
                                  site / "themes/wegwijs", diagnostics);
  CHECK(paths_of(tree) == "site.yaml content/b.md content/diep/dieper/a.md thema:/pagina.html ");
  CHECK(tree.read(*tree.find("thema:/pagina.html")) == "<p>");
  CHECK(tree.file(*tree.find("content/diep/dieper/a.md")).size == 3);
  CHECK(findings(diagnostics) == Lines{});
}

TEST_CASE("a theme below the root is shown by its path from there, another as it was given", "[files]") {
  const TemporaryFolder site;
  const TemporaryFolder elsewhere;
  site.put("themes/wegwijs/pagina.html", "");
  elsewhere.put("pagina.html", "");
  Diagnostics diagnostics;
  const FileTree inside = read_tree(site.path(), {}, {}, site / "themes/../themes/wegwijs/", diagnostics);
  CHECK(inside.path_of(FileId{0}) == "themes/wegwijs/pagina.html");
  const FileTree outside = read_tree(site.path(), {}, {}, elsewhere.path(), diagnostics);
  CHECK(outside.path_of(FileId{0}) == (elsewhere / "pagina.html").string());
}

TEST_CASE("names that begin with a dot are skipped", "[files]") {
  const TemporaryFolder site;
  site.put("content/.a.md.swp", "");
  site.put("content/.git/config", "");
  site.put("content/a.md", "");
  std::filesystem::create_symlink("nergens", site / "content/.#a.md");
  Diagnostics diagnostics;
  CHECK(paths_of(read_tree(site.path(), {}, {"content"}, {}, diagnostics)) == "content/a.md ");
  CHECK(findings(diagnostics) == Lines{});
}

TEST_CASE("a link, a fifo and a device among the sources are errors and are left out", "[files]") {
  const TemporaryFolder site;
  site.put("content/echt.md", "");
  site.put("buiten/geheim.md", "");
  std::filesystem::create_symlink("echt.md", site / "content/link.md");
  std::filesystem::create_symlink(site / "buiten", site / "content/map");
  REQUIRE(::mkfifo((site / "content/pijp.md").c_str(), 0600) == 0);
  Diagnostics diagnostics;
  CHECK(paths_of(read_tree(site.path(), {}, {"content"}, {}, diagnostics)) == "content/echt.md ");
  CHECK(findings(diagnostics) == Lines{"bestand-geen-gewoon-bestand: content/link.md",
                                       "bestand-geen-gewoon-bestand: content/map",
                                       "bestand-geen-gewoon-bestand: content/pijp.md"});
  CHECK(message_of(diagnostics.in_source_order().front(), Language::nl) == "'content/link.md' is geen gewoon bestand.");
}

TEST_CASE("a single file or a folder that is or lies behind a link is an error", "[files]") {
  const TemporaryFolder site;
  site.put("buiten/geheim.md", "");
  std::filesystem::create_symlink("buiten", site / "content");
  std::filesystem::create_symlink("buiten/geheim.md", site / "site.yaml");
  std::filesystem::create_directory(site / "map.yaml");
  Diagnostics diagnostics;
  CHECK(paths_of(read_tree(site.path(), {"site.yaml", "map.yaml"}, {"content", "content/x"}, {}, diagnostics)) == "");
  CHECK(findings(diagnostics) == Lines{"bestand-geen-gewoon-bestand: content", "bestand-geen-gewoon-bestand: map.yaml",
                                       "bestand-geen-gewoon-bestand: site.yaml"});
}

TEST_CASE("a folder outside the root is an error and is not read", "[files]") {
  const TemporaryFolder parent;
  parent.put("site/content/a.md", "");
  parent.put("geheim/a.md", "");
  const auto folder =
      GENERATE_COPY(as<std::string>(), "../geheim", "content/../../geheim", "/etc", "", ".", "./content");
  Diagnostics diagnostics;
  CHECK(paths_of(read_tree(parent / "site", {}, {folder}, {}, diagnostics)) == "");
  CHECK(findings(diagnostics) == Lines{"pad-buiten-de-site: " + folder});
}

TEST_CASE("a folder inside another one gives every file once", "[files]") {
  const TemporaryFolder site;
  site.put("content/nieuws/a.md", "");
  Diagnostics diagnostics;
  const FileTree tree =
      read_tree(site.path(), {"content/nieuws/a.md"}, {"content/", "content/nieuws"}, {}, diagnostics);
  CHECK(paths_of(tree) == "content/nieuws/a.md ");
  CHECK(findings(diagnostics) == Lines{});
}

TEST_CASE("a name that is not UTF-8 is an error that shows its bytes", "[files]") {
  const TemporaryFolder site;
  site.put("content/caf\xE9.md", "");
  site.put("content/map\xFF/a.md", "");
  site.put("content/café.md", "");
  Diagnostics diagnostics;
  CHECK(paths_of(read_tree(site.path(), {}, {"content"}, {}, diagnostics)) == "content/café.md ");
  CHECK(findings(diagnostics) ==
        Lines{"bestand-naam-geen-utf8: content/caf\\xE9.md", "bestand-naam-geen-utf8: content/map\\xFF"});
}

TEST_CASE("names that differ only by case or normalisation are errors that name both, and both are left out",
          "[files]") {
  const TemporaryFolder site;
  site.put("content/De-Brug.md", "");
  site.put("content/de-brug.md", "");
  site.put("content/caf\u00E9.md", "");
  site.put("content/cafe\u0301.md", "");
  site.put("content/cafe.md", "");
  site.put("content/Nieuws/a.md", "");
  site.put("content/nieuws/b.md", "");
  site.put("content/diep/de-brug.md", "");
  Diagnostics diagnostics;
  CHECK(paths_of(read_tree(site.path(), {}, {"content"}, {}, diagnostics)) ==
        "content/cafe.md content/diep/de-brug.md ");
  CHECK(findings(diagnostics) == Lines{"bestandsnamen-botsen: content/De-Brug.md content/de-brug.md",
                                       "bestandsnamen-botsen: content/Nieuws content/nieuws",
                                       "bestandsnamen-botsen: content/cafe\u0301.md content/caf\u00E9.md"});
}

TEST_CASE("a folder that cannot be read is an error that names it", "[files]") {
  const TemporaryFolder site;
  site.put("content", "een bestand, geen map");
  Diagnostics diagnostics;
  CHECK_THROWS_WITH(read_tree(site.path(), {}, {"content"}, {}, diagnostics),
                    Catch::Contains((site / "content").string()));
}

TEST_CASE("folders deeper than there are descriptors are read", "[files]") {
  const TemporaryFolder site;
  std::string deep = "content";
  for (int level = 0; level < 40; ++level) deep += "/d";
  site.put(deep + "/a.md", "");
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  const rlimit few{32, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
  Diagnostics diagnostics;
  CHECK(paths_of(read_tree(site.path(), {}, {"content"}, {}, diagnostics)) == deep + "/a.md ");
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
}

TEST_CASE("a file is read whole, and a failure names it", "[files]") {
  const TemporaryFolder folder;
  const std::string bytes = std::string(70'000, 'a') + std::string("\0\xFF", 2);
  folder.put("a", bytes);
  std::filesystem::create_symlink("a", folder / "link");
  CHECK(read_file(folder / "a") == bytes);
  CHECK(read_file(folder / "link") == bytes);
  CHECK_THROWS_WITH(read_file(folder / "ontbreekt"), Catch::Contains((folder / "ontbreekt").string()));
  CHECK_THROWS_WITH(read_file(folder.path()), Catch::Contains(folder.path().string()));
  REQUIRE(::mkfifo((folder / "pijp").c_str(), 0600) == 0);
  CHECK_THROWS_WITH(read_file(folder / "pijp"), Catch::Contains("is not a regular file"));
}

}  // namespace wegwijs
