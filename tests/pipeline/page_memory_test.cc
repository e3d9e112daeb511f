// A site that is built again and again in one process, as `serve` does, beside one that is built anew each time.
#include "pipeline/page_memory.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "files/disk.h"
#include "files/read_watch.h"
#include "pipeline/repeated_build.h"

namespace wegwijs {
namespace {

using Files = std::map<std::string, std::string>;

/// All regular files below `folder`, under `prefix`.
void add_files(const std::filesystem::path& folder, const std::string& prefix, Files& files) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file())
      files[prefix + entry.path().lexically_relative(folder).generic_string()] = read_file(entry.path());
  }
}

/// The example town with the theme of this repository.
Files example_town() {
  const std::filesystem::path repository(WEGWIJS_SOURCE);
  Files files;
  add_files(repository / "tests/sites/voorbeeldstad", "", files);
  add_files(repository / "themes/wegwijs", std::string(theme_mount), files);
  return files;
}

/// What a build gives to whoever looks at it.
struct Result {
  std::map<std::string, std::string, std::less<>> files;
  std::string messages;
  bool is_published = false;
};

BuildFacts facts() {
  BuildFacts facts;
  facts.today = *read_date("2026-11-23");
  facts.threads = 2;
  return facts;
}

Result build(const Files& files, MadeBefore* made) {
  const FileTree sources = FileTree::from_memory(files);
  Diagnostics diagnostics;
  MemorySink sink;
  const auto summary = made == nullptr ? generate(sources, facts(), sink, diagnostics)
                                       : generate_again(sources, facts(), sink, diagnostics, *made);
  return {sink.take_files(), report_as_text(diagnostics.in_source_order(), sources, Language::nl, false),
          summary.has_value()};
}

/// The first thing that differs; empty when nothing does.
std::string difference(const Result& again, const Result& anew) {
  if (again.is_published != anew.is_published) return "published only once";
  if (again.messages != anew.messages) return "messages:\n" + again.messages + "\nanew:\n" + anew.messages;
  for (const auto& [path, bytes] : anew.files) {
    const auto found = again.files.find(path);
    if (found == again.files.end()) return "missing: " + path;
    if (found->second != bytes) return "differs: " + path;
  }
  return again.files.size() == anew.files.size() ? "" : "too many files";
}

/// One edit as an editor, a school or a designer makes it.
class Editor {
 public:
  explicit Editor(unsigned seed) : random_(seed) {}

  std::string edit(Files& files) {
    const auto at = std::next(files.begin(), static_cast<std::ptrdiff_t>(below(files.size())));
    const std::string path = at->first;
    std::string& bytes = at->second;
    const bool is_text = path.ends_with(".md") || path.ends_with(".yaml") || path.ends_with(".mustache") ||
                         path.ends_with(".csv") || path.ends_with(".css");
    if (!is_text || bytes.empty()) return "nothing";
    switch (below(9)) {
      case 0:
        kept_ = {path, bytes};
        files.erase(at);
        return "remove " + path;
      case 1: {
        const std::string name = path.substr(0, path.rfind('.')) + "-nieuw" + path.substr(path.rfind('.'));
        std::string moved = std::move(bytes);
        files.erase(at);
        files[name] = std::move(moved);
        return "rename " + path;
      }
      case 2:
        if (kept_.first.empty()) return "nothing";
        files[kept_.first] = kept_.second;
        return "put back " + kept_.first;
      case 3: {
        const std::size_t line = bytes.find('\n', below(bytes.size()));
        if (line == std::string::npos) return "nothing";
        bytes.erase(line, bytes.find('\n', line + 1) - line);
        return "take a line out of " + path;
      }
      case 4:
        bytes.insert(below(bytes.size()), 1, "x \n-:#[(<{"[below(10)]);
        return "a sign in " + path;
      default: {
        // Most edits are of texts.
        if (!path.ends_with(".md")) return "nothing";
        const std::string words[] = {"\n\nNog een zin over de brugklas.\n",
                                     "\n\n## Een kop\n\nMet [een link](/scholen/).\n",
                                     "\n\nEen [dode link](/bestaat-niet/).\n", "\n\n<!-- opmerking -->\n"};
        bytes += words[below(4)];
        return "a text in " + path;
      }
    }
  }

 private:
  std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }

  std::mt19937 random_;
  std::pair<std::string, std::string> kept_;
};

/// WEGWIJS_EDITS asks for more. Each costs two builds, which are slow where the program is not a fast one.
int edits_asked_for() {
#ifdef NDEBUG
  constexpr int usual = 60;
#else
  constexpr int usual = 12;
#endif
  const char* asked = std::getenv("WEGWIJS_EDITS");
  return asked == nullptr ? usual : std::atoi(asked);
}

}  // namespace

TEST_CASE("after any edit a site built again is the site built anew, messages and all", "[pipeline]") {
  Files files = example_town();
  MadeBefore made;
  Editor editor(20261129);
  int kept_something = 0;
  for (int number = 0; number < edits_asked_for(); ++number) {
    const Files before = files;
    std::string edit = "nothing";
    if (number == 1) {
      files["content/activiteiten/ankerplek.md"] += "\nNog een zin.\n";
      edit = "a sentence";
    } else if (number > 1) {
      edit = editor.edit(files);
    }
    INFO(number << ": " << edit);
    if (edit == "nothing" && number > 0) continue;
    const Result again = build(files, &made);
    REQUIRE(difference(again, build(files, nullptr)) == "");
    kept_something += made.pages.kept_pages() > 0 ? 1 : 0;
    // A site that cannot be published hides what comes after it.
    if (!again.is_published) files = before;
  }
  CHECK(kept_something > 0);
}

TEST_CASE("a changed sentence has only the pages around it made", "[pipeline]") {
  Files files = example_town();
  MadeBefore made;
  build(files, &made);
  CHECK(made.pages.kept_pages() == 0);
  const std::size_t all = made.pages.made_pages();
  build(files, &made);
  CHECK(made.pages.made_pages() == 0);
  CHECK(made.pages.kept_pages() == all);
  for (auto& [path, bytes] : files) {
    if (!path.ends_with(".md") || !path.starts_with("content/activiteiten/")) continue;
    bytes += "\nNog een zin.\n";
    build(files, &made);
    CHECK(made.pages.made_pages() <= 32);
    return;
  }
  FAIL("no activity");
}

#ifndef NDEBUG
TEST_CASE("in a build with assertions nothing that is made may read what it did not declare", "[pipeline]") {
  const FileTree sources = FileTree::from_memory({{"een.md", "1"}, {"twee.md", "2"}});
  {
    const ReadWatch watch(FileId{0});
    CHECK(sources.read(FileId{0}) == "1");
    CHECK_THROWS_AS(sources.read(FileId{1}), std::logic_error);
  }
  CHECK(sources.read(FileId{1}) == "2");
}
#endif

TEST_CASE("a changed value, schema, template or setting has every page made", "[pipeline]") {
  Files files = example_town();
  MadeBefore made;
  build(files, &made);
  for (const char* path : {"site.yaml", "content/activiteiten/_schema.yaml", "thema:/texts.nl.yaml"}) {
    INFO(path);
    REQUIRE(files.contains(path));
    files[path] += "\n# een opmerking\n";
    build(files, &made);
    CHECK(made.pages.kept_pages() == 0);
  }
}

}  // namespace wegwijs
