#include "model/file_limits.h"

#include <catch2/catch.hpp>

#include "diagnostic/report.h"

namespace wegwijs {
namespace {

/// A tree of one file that says it has `size` bytes and cannot be read.
FileTree tree_of(const std::string& path, std::uint64_t size) {
  return FileTree({{path, path, size, "/bestaat/niet", std::nullopt}});
}

std::string report_on(const FileTree& tree) {
  Diagnostics diagnostics;
  check_file_limits(tree, diagnostics);
  return report_as_lines(diagnostics.in_source_order(), tree, Language::nl);
}

TEST_CASE("a file may be as large as what it is read for allows", "[model][guards]") {
  struct Example {
    std::string path;
    std::uint64_t kilobytes;
  };
  for (const auto& [path, kilobytes] :
       {Example{"content/paginas/over.md", 256}, Example{"schoolprofiles/de-brug.yaml", 64},
        Example{"content/paginas/site.yaml", 64}, Example{"schoolprofiles/_schema.yaml", 256},
        Example{"site.yaml", 256}, Example{"zoekwoorden.yaml", 256}, Example{"zoekwoorden/vragen.yaml", 256},
        Example{"content/zoekwoorden.yaml", 64}, Example{"thema:/texts.nl.yaml", 256},
        Example{"thema:/school.mustache", 256}, Example{"thema:/static/uitleg.md", 16 * 1024},
        Example{"bestanden/plan.pdf", 16 * 1024}}) {
    INFO(path);
    CHECK(may_be_read(tree_of(path, kilobytes * 1024), FileId{0}));
    CHECK_FALSE(may_be_read(tree_of(path, kilobytes * 1024 + 1), FileId{0}));
  }
}

TEST_CASE("a file that is too large is reported without being read", "[model][guards]") {
  CHECK(report_on(tree_of("schoolprofiles/de-brug.yaml", 64 * 1024)) == "");
  CHECK(report_on(tree_of("schoolprofiles/de-brug.yaml", 64 * 1024 + 1)) ==
        "fout: 'schoolprofiles/de-brug.yaml' is te groot: 65 KB. Zo'n bestand mag hoogstens 64 KB zijn. "
        "[bestand-te-groot] Maak "
        "het kleiner of verdeel het. Een film of groot document hoort op een andere plek; verwijs ernaar met een "
        "link.\n");
}

TEST_CASE("a file of search words that is too large says where the rest can go", "[model][guards]") {
  for (const char* path : {"zoekwoorden.yaml", "zoekwoorden/vragen.yaml"}) {
    CHECK(report_on(tree_of(path, 256 * 1024)) == "");
    CHECK(report_on(tree_of(path, 256 * 1024 + 1)) ==
          "fout: '" + std::string(path) +
              "' is te groot: 257 KB. Een bestand met zoekwoorden mag hoogstens 256 KB zijn. [zoekwoorden-te-groot] "
              "Verdeel het: zet een deel van de woorden of vragen in een nieuw bestand in de map 'zoekwoorden', met "
              "'woorden:' of 'vragen:' erboven zoals hier. Alle bestanden in die map tellen mee.\n");
  }
}

TEST_CASE("a path may have 200 bytes and no more", "[model][guards]") {
  CHECK(report_on(tree_of("bestanden/" + std::string(190, 'a'), 1)) == "");
  CHECK(report_on(tree_of("bestanden/" + std::string(191, 'a'), 1)) ==
        "fout: Het pad 'bestanden/" + std::string(70, 'a') +
            "…' is 201 tekens lang; meer dan 200 kan niet. [pad-te-lang] Geef het bestand of zijn mappen kortere "
            "namen.\n");
}

TEST_CASE("a site may have 250,000 files and no more", "[model][guards]") {
  std::vector<SourceFile> files(file_limit::files);
  for (std::size_t number = 0; number < files.size(); ++number) files[number].path = std::to_string(number);
  Diagnostics diagnostics;
  CHECK(check_file_limits(FileTree(files), diagnostics));
  files.push_back({"nog-een", "nog-een", 0, {}, std::nullopt});
  CHECK_FALSE(check_file_limits(FileTree(std::move(files)), diagnostics));
  CHECK(diagnostics.in_source_order().front().arguments == std::vector<Argument>{"250001", "250000"});
}

}  // namespace
}  // namespace wegwijs
