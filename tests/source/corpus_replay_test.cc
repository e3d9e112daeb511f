// Every file of the fuzzers' corpus through the same ways in, in the ordinary builds and under their sanitizers.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "files/disk.h"
#include "fuzz/entries.h"

namespace wegwijs {
namespace {

TEST_CASE("whatever the corpus of the fuzzers holds is read without breaking a promise", "[source]") {
  const std::filesystem::path corpus = std::filesystem::path(WEGWIJS_SOURCE) / "tests/fuzz/corpus";
  for (const FuzzEntry& entry : fuzz_entries()) {
    std::size_t files = 0;
    for (const auto& file : std::filesystem::directory_iterator(corpus / entry.corpus)) {
      INFO(file.path().string());
      CHECK_NOTHROW(entry.run(read_file(file.path())));
      ++files;
    }
    INFO(entry.corpus);
    CHECK(files > 20);
    CHECK(files <= 60);
  }
}

TEST_CASE("no folder of the corpus is forgotten by the fuzzers", "[source]") {
  std::set<std::string> folders;
  for (const auto& folder :
       std::filesystem::directory_iterator(std::filesystem::path(WEGWIJS_SOURCE) / "tests/fuzz/corpus")) {
    folders.insert(folder.path().filename().string());
  }
  std::set<std::string> read;
  for (const FuzzEntry& entry : fuzz_entries()) read.insert(std::string(entry.corpus));
  CHECK(folders == read);
}

}  // namespace
}  // namespace wegwijs
