// Sources that are saved while a build reads them: what a page is made of is one version of its file.
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

#include "pipeline/generate.h"
#include "files/disk.h"
#include "program.h"
#include "site_folder.h"

using namespace wegwijs;

namespace {

/// Both versions have offsets that would cut the other one short or in the middle.
std::string version(const std::string& name) {
  const std::size_t length = name == "een" ? 1 : 400;
  return "---\ntitel: Versie " + name + "\nkleur: " + std::string(length, 'x') + "\n---\nTekst van " + name + ".\n" +
         (name == "een" ? std::string(900, 'y') + "\n" : "");
}

void replace(const TemporaryFolder& folder, const std::string& page, const std::string& bytes) {
  folder.put("nieuw.tmp", bytes);
  std::filesystem::rename(folder / "nieuw.tmp", folder / page);
}

/// Whether the page shows title and text of one version.
bool is_whole(const std::string& html) {
  for (const std::string name : {"een", "twee"}) {
    if (html.find("<h1>Versie " + name + "</h1>") != std::string::npos)
      return html.find("Tekst van " + name + ".") != std::string::npos;
  }
  return false;
}

/// Replaces a page at the first file that is written: after all front matter was read, before the page's own body is.
class ReplacingSink : public MemorySink {
 public:
  explicit ReplacingSink(const TemporaryFolder& folder) : folder_(folder) {}
  void write(std::string_view path, std::string_view bytes) override {
    if (!replaced_.exchange(true)) replace(folder_, "content/pagina-2.md", version("twee"));
    MemorySink::write(path, bytes);
  }

 private:
  const TemporaryFolder& folder_;
  std::atomic<bool> replaced_ = false;
};

std::unique_ptr<TemporaryFolder> site_of_three() {
  auto folder = std::make_unique<TemporaryFolder>();
  put_site(*folder);
  folder->put("content/pagina-2.md", version("een"));
  return folder;
}

FileTree tree_of(const TemporaryFolder& folder, KeepBytes keep) {
  Diagnostics diagnostics;
  return read_tree(folder.path(), {"site.yaml"}, {"content"}, folder / "themes/wegwijs", diagnostics, keep);
}

BuildFacts facts() {
  BuildFacts facts;
  facts.today = {2026, 11, 23};
  return facts;
}

}  // namespace

TEST_CASE("a build notices that a page was replaced between its front matter and its body", "[commands]") {
  const auto folder = site_of_three();
  ReplacingSink sink(*folder);
  Diagnostics diagnostics;
  const FileTree sources = tree_of(*folder, KeepBytes::no);
  CHECK_THROWS_AS(generate(sources, facts(), sink, diagnostics), SourceChanged);
  CHECK_FALSE(sink.committed());
}

TEST_CASE("a build that keeps what it read publishes the version that it read first", "[commands]") {
  const auto folder = site_of_three();
  ReplacingSink sink(*folder);
  Diagnostics diagnostics;
  const FileTree sources = tree_of(*folder, KeepBytes::yes);
  REQUIRE(generate(sources, facts(), sink, diagnostics));
  const std::string page = sink.files().find("pagina-2/index.html")->second;
  CHECK(page.find("Versie een") != std::string::npos);
  CHECK(is_whole(page));
}

TEST_CASE("while two versions are exchanged without rest, every build succeeds with one of them", "[commands]") {
  const auto folder = site_of_three();
  std::atomic<bool> stop = false;
  std::thread exchanging([&] {
    for (int count = 0; !stop; ++count)
      replace(*folder, "content/pagina-2.md", version(count % 2 == 0 ? "een" : "twee"));
  });
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  int builds = 0;
  int torn = 0;
  int failed = 0;
  for (; std::chrono::steady_clock::now() < end; ++builds) {
    failed += run_program({"build", "--root", folder->path().string()}).exit_code != 0 ? 1 : 0;
    torn += is_whole(read_file(folder->path() / "public/pagina-2/index.html")) ? 0 : 1;
  }
  stop = true;
  exchanging.join();
  CHECK(builds > 0);
  CHECK(failed == 0);
  CHECK(torn == 0);
}
