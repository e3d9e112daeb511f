// A site that is built again and again with what was made before, as `serve` and `build` do, beside one that is built
// anew each time.
#include "pipeline/repeated_build.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "bytes_passed_on.h"
#include "files/disk.h"
#include "files/read_watch.h"
#include "under_sanitizer.h"

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
  MadeFiles files;
  std::string messages;
  bool is_published = false;
};

BuildFacts facts() {
  BuildFacts facts;
  facts.today = *read_date("2026-11-23");
  facts.threads = 2;
  return facts;
}

Result build_anew(const Files& files) {
  const FileTree sources = FileTree::from_memory(files);
  Diagnostics diagnostics;
  MemorySink sink;
  const auto summary = generate(sources, facts(), sink, diagnostics);
  return {sink.take_files(), report_as_text(diagnostics.in_source_order(), sources, Language::nl, false),
          summary.has_value()};
}

/// Knows which files were made, and not kept from the site before.
class CountingSink : public MemorySink {
 public:
  using MemorySink::MemorySink;
  void write(std::string_view path, std::string_view bytes) override {
    {
      const std::lock_guard lock(mutex_);
      made_.emplace(path);
    }
    MemorySink::write(path, bytes);
  }
  bool keep(const std::vector<std::string>& paths) override {
    if (!MemorySink::keep(paths)) return false;
    const std::lock_guard lock(mutex_);
    for (const std::string& path : paths) made_.erase(path);
    return true;
  }
  std::set<std::string> take_made() { return std::move(made_); }

 private:
  std::mutex mutex_;
  std::set<std::string> made_;
};

/// A site that is published again and again, each time with what the builds before made.
class Portal {
 public:
  Result build(const Files& files) {
    const FileTree sources = tree_of(files);
    Diagnostics diagnostics;
    CountingSink sink(published_);
    const auto summary = generate_again(sources, facts(), sink, diagnostics, made_);
    made_files_ = sink.take_made();
    Result result{sink.take_files(), report_as_text(diagnostics.in_source_order(), sources, Language::nl, false),
                  summary.has_value()};
    if (summary) published_ = result.files;
    return result;
  }

  /// As if the next build were that of another process, which read what this one left.
  void pass_to_another_process() {
    const auto left =
        std::make_shared<const std::string>(bytes_passed_on([&](OutgoingBytes& bytes) { append_to(bytes, made_); }));
    ByteReader reader(*left);
    read_made(reader, left, made_);
  }

  std::size_t kept_pages() const { return made_.kept_pages; }
  std::size_t made_pages() const { return made_.made_pages; }
  /// By the last build: the data, calendars, feeds and the like; neither pages nor what is of the search.
  std::set<std::string> made_products() const {
    std::set<std::string> products;
    for (const std::string& path : made_files_) {
      if (!path.ends_with(".html") && !path.starts_with("zoek")) products.insert(path);
    }
    return products;
  }

 private:
  /// As on a disk: every save gives a file another stamp. Two in three look as if that was long ago.
  FileTree tree_of(const Files& files) {
    std::vector<SourceFile> sources;
    for (const auto& [path, bytes] : files) {
      Saved& saved = saved_[path];
      if (saved.bytes != bytes) saved = {bytes, ++saves_};
      SourceFile file{path, path, bytes.size(), {}, bytes};
      file.stamp.changed = saved.number;
      file.is_settled = ++looks_ % 3 != 0;
      sources.push_back(std::move(file));
    }
    return FileTree(std::move(sources));
  }

  struct Saved {
    std::string bytes;
    std::int64_t number = 0;
  };

  std::map<std::string, Saved> saved_;
  std::int64_t saves_ = 0;
  std::int64_t looks_ = 0;
  MadeBefore made_;
  std::set<std::string> made_files_;
  MadeFiles published_;
};

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
    switch (below(10)) {
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
      case 5: {
        // A value: what stands behind a key gets a word more, or becomes that of another line.
        const std::size_t colon = bytes.find(": ", below(bytes.size()));
        const std::size_t end = colon == std::string::npos ? colon : bytes.find('\n', colon);
        if (end == std::string::npos || path.ends_with(".css")) return "nothing";
        bytes.insert(end, below(2) == 0 ? " en meer" : "1");
        return "a value in " + path;
      }
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
  Portal portal;
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
    if (number % 2 == 0) portal.pass_to_another_process();
    const Result again = portal.build(files);
    REQUIRE(difference(again, build_anew(files)) == "");
    kept_something += portal.kept_pages() > 0 ? 1 : 0;
    // A site that cannot be published hides what comes after it.
    if (!again.is_published) files = before;
  }
  CHECK(kept_something > 0);
}

TEST_CASE("nothing is made of a site that did not change", "[pipeline]") {
  const Files files = example_town();
  Portal portal;
  portal.build(files);
  CHECK(portal.kept_pages() == 0);
  const std::size_t all = portal.made_pages();
  portal.build(files);
  CHECK(portal.made_pages() == 0);
  CHECK(portal.kept_pages() == all);
  portal.pass_to_another_process();
  portal.build(files);
  CHECK(portal.made_pages() == 0);
}

TEST_CASE("a changed sentence has only the pages around it made", "[pipeline]") {
  Files files = example_town();
  Portal portal;
  portal.build(files);
  REQUIRE(files.contains("content/activiteiten/ankerplek.md"));
  files["content/activiteiten/ankerplek.md"] += "\nNog een zin.\n";
  portal.build(files);
  CHECK(portal.made_pages() <= 32);
}

TEST_CASE("a changed value has only the pages made that look into its entry", "[pipeline]") {
  // Seventy pages that say nothing of each other, and one list of them.
  Files files{{"site.yaml",
               "titel: Portaal\nbasisadres: https://portaal.example/\nverzamelingen:\n"
               "  pagina: {map: pagina, adres: '/{id}/', lijsten: [{adres: /p/, titel: Alle}]}\n"},
              {"pagina/_schema.yaml",
               "fields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"
               "  - {id: samenvatting, type: text, role: summary, label: {nl: Samenvatting}}\n"}};
  add_files(std::filesystem::path(WEGWIJS_SOURCE) / "themes/wegwijs", std::string(theme_mount), files);
  files["pagina/index.md"] = "---\ntitel: Begin\nadres: /\n---\nTekst.\n";
  files["pagina/zoeken.md"] = "---\ntitel: Zoeken\n---\nTekst.\n";
  for (int number = 100; number < 170; ++number) {
    const std::string name = "pagina-" + std::to_string(number);
    files["pagina/" + name + ".md"] = "---\ntitel: " + name + "\nsamenvatting: Wat er is.\n---\nTekst.\n";
  }
  Portal portal;
  REQUIRE(portal.build(files).messages == "");
  const std::size_t all = portal.made_pages();
  REQUIRE(all > 64);
  std::string& page = files["pagina/pagina-101.md"];
  page.replace(page.find("Wat er is"), 9, "Iets anders");
  const Result again = portal.build(files);
  CHECK(difference(again, build_anew(files)) == "");
  // Its own block, and that of the list.
  CHECK(portal.made_pages() <= 64);
  CHECK(portal.kept_pages() > 0);
}

TEST_CASE("a sentence in a text has no data, calendar or file of the theme made anew", "[pipeline]") {
  Files files = example_town();
  Portal portal;
  portal.build(files);
  CHECK(portal.made_products().contains("data/scholen.json"));
  CHECK(portal.made_products().contains("css/wegwijs.css"));
  portal.pass_to_another_process();
  files["content/activiteiten/ankerplek.md"] += "\nNog een zin.\n";
  CHECK(difference(portal.build(files), build_anew(files)) == "");
  CHECK(portal.made_pages() > 0);
  CHECK(portal.made_products() == std::set<std::string>());
}

TEST_CASE("a value of a school has its own data made anew and the tables that hold it, and no others", "[pipeline]") {
  Files files = example_town();
  Portal portal;
  portal.build(files);
  std::string& school = files["schoolprofiles/de-kiezelkring.yaml"];
  school.insert(school.find('\n', school.find("\nnaam: ") + 1), " (nieuw)");
  CHECK(difference(portal.build(files), build_anew(files)) == "");
  const std::set<std::string> made = portal.made_products();
  CHECK(made.contains("scholen/de-kiezelkring/index.json"));
  CHECK(made.contains("data/scholen.json"));
  CHECK(made.contains("data/scholen.csv"));
  CHECK_FALSE(made.contains("scholen/iepenhof-college/index.json"));
  CHECK_FALSE(made.contains("data/datapackage.json"));
}

TEST_CASE("a day of the calendar that moves has the calendars made anew", "[pipeline]") {
  Files files = example_town();
  Portal portal;
  const std::string all = "kalender/alles.ics";
  const Result before = portal.build(files);
  std::string& moment = files["content/kalender/aanmelden.yaml"];
  // From a day to come to one that has passed: the calendar of all no longer has it.
  for (const auto& [from, to] : {std::pair("2027-03-22", "2026-09-03"), std::pair("2027-04-02", "2026-09-10")}) {
    REQUIRE(moment.find(from) != std::string::npos);
    moment.replace(moment.find(from), 10, to);
  }
  const Result after = portal.build(files);
  CHECK(difference(after, build_anew(files)) == "");
  CHECK(portal.made_products().contains(all));
  CHECK(after.files.at(all) != before.files.at(all));
}

TEST_CASE("an open day takes the address of its school anew when only the school changes", "[pipeline]") {
  Files files = example_town();
  Portal portal;
  portal.build(files);
  int changed = 0;
  for (auto& [path, bytes] : files) {
    const std::size_t name = bytes.find("\nnaam: ");
    const bool is_school = path.starts_with("schoolprofiles/") && path.ends_with(".yaml") && name != std::string::npos;
    if (!is_school) continue;
    bytes.insert(bytes.find('\n', name + 1), " (nieuw)");
    ++changed;
    break;
  }
  REQUIRE(changed == 1);
  CHECK(difference(portal.build(files), build_anew(files)) == "");
}

TEST_CASE("a build that fails leaves what was made before it", "[pipeline]") {
  Files files = example_town();
  Portal portal;
  portal.build(files);
  const Files good = files;
  files["content/activiteiten/ankerplek.md"] += "\nEen [dode link](/bestaat-niet/).\n";
  CHECK_FALSE(portal.build(files).is_published);
  const Result mended = portal.build(good);
  CHECK(portal.made_pages() == 0);
  CHECK(difference(mended, build_anew(good)) == "");
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

TEST_CASE("a changed schema, template or setting has every page made", "[pipeline]") {
  Files files = example_town();
  Portal portal;
  portal.build(files);
  for (const char* path : {"site.yaml", "content/activiteiten/_schema.yaml", "thema:/texts.nl.yaml"}) {
    INFO(path);
    REQUIRE(files.contains(path));
    files[path] += "\n# een opmerking\n";
    portal.build(files);
    CHECK(portal.kept_pages() == 0);
  }
}

TEST_CASE("a file beside the entries is looked at again when it changes, and what is wrong is told each time",
          "[pipeline]") {
  Files files = example_town();
  std::string& settings = files.at("site.yaml");
  settings.insert(settings.find("verzamelingen:\n") + 15,
                  "  dagen: {map: dagen, tabel: ja}\n"
                  "  cijfers: {map: cijfers, adres: \"/cijfers/{id}/\", sjabloon: pagina}\n");
  files["dagen/_schema.yaml"] =
      "fields:\n  - {id: titel, type: text, role: title, required: true, label: Titel}\n"
      "  - {id: datum, type: date, role: date, label: Datum}\n";
  files["dagen/rooster.csv"] = "titel;datum\nProefles;2027-01-12\n";
  files["cijfers/_schema.yaml"] =
      "fields:\n  - {id: titel, type: text, role: title, required: true, label: Titel}\n"
      "  - {id: tabel, type: table, label: Tabel}\n";
  files["cijfers/soorten.yaml"] =
      "titel: Soorten\ntabel: {bestand: soorten.csv, kolommen: [{id: soort, titel: Soort, soort: tekst}]}\n";
  files["cijfers/soorten.csv"] = "soort\neen\n";
  files["content/activiteiten/later.md"] = "---\ntitel: Later\nklad: ja\n---\n\nEen klad.\n";
  Portal portal;
  REQUIRE(portal.build(files).is_published);

  struct Edit {
    std::string file;
    std::string added;
  };
  const std::vector<Edit> edits{{"dagen/rooster.csv", "Bel 06-12345678;2027-01-13\n"},
                                {"cijfers/soorten.csv", "bel 06-12345678\n"},
                                {"content/activiteiten/later.md", "Bel 06-12345678.\n"}};
  const auto is_told = [](const Result& result, const Edit& edit) {
    std::istringstream lines{result.messages};
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with(edit.file + ":") && line.find("06-12345678") != std::string::npos) return true;
    }
    return false;
  };
  const Files unchanged = files;
  for (const Edit& edit : edits) {
    INFO(edit.file);
    files = unchanged;
    files.at(edit.file) += edit.added;
    const Result result = portal.build(files);
    for (const Edit& other : edits) CHECK(is_told(result, other) == (other.file == edit.file));
  }
  // It is told as well when another file changes, and by another process.
  files.at("content/activiteiten/ankerplek.md") += "\nNog een zin.\n";
  portal.pass_to_another_process();
  CHECK(difference(portal.build(files), build_anew(files)) == "");
  // A data file that no entry names any more is looked at as one that is not published.
  files["cijfers/soorten.yaml"] = "titel: Soorten\n";
  CHECK(difference(portal.build(files), build_anew(files)) == "");
}

TEST_CASE("words of readers are read again when they change, and what is wrong with them is told each time",
          "[pipeline]") {
  Files files = example_town();
  Portal portal;
  portal.build(files);
  const std::string words = "woorden:\n  school:\n    slimme kinderen: hoogbegaafd\n";
  const std::string more = "woorden:\n  school:\n    kan niet lezen: dyslexie\n";
  const std::string wrong = "woorden: hoogbegaafd\n";
  std::vector<std::string> versions{words, words, more, wrong, wrong, words};
  if (is_under_sanitizer) versions = {words, wrong, words};
  for (const std::string& bytes : versions) {
    INFO(bytes);
    files["zoekwoorden.yaml"] = bytes;
    CHECK(difference(portal.build(files), build_anew(files)) == "");
    files["content/activiteiten/zin.md"] = "---\ntitel: Zin\n---\n\nEen zin.\n";
    CHECK(difference(portal.build(files), build_anew(files)) == "");
    files.erase("content/activiteiten/zin.md");
  }
  files.erase("zoekwoorden.yaml");
  CHECK(difference(portal.build(files), build_anew(files)) == "");
}

/// Knows what was there when the pages were ready.
class ReadySink : public MemorySink {
 public:
  void pages_are_ready() override {
    ++times;
    had_page = files().contains("index.html");
    had_index = files().contains("zoek/root.bin");
  }
  int times = 0;
  bool had_page = false;
  bool had_index = false;
};

TEST_CASE("a sink hears that the pages are ready before the index of the search is made", "[pipeline]") {
  Files files = example_town();
  Diagnostics diagnostics;
  ReadySink sink;
  REQUIRE(generate(FileTree::from_memory(files), facts(), sink, diagnostics));
  CHECK(sink.times == 1);
  CHECK(sink.had_page);
  CHECK_FALSE(sink.had_index);
  CHECK(sink.files().contains("zoek/root.bin"));
}

TEST_CASE("a sink never hears that pages are ready of a site that may not be published", "[pipeline]") {
  Files files = example_town();
  files["content/activiteiten/proef.md"] = "---\ntitel: Proef\n---\n\n[dood](/bestaat-niet/)\n";
  Diagnostics diagnostics;
  ReadySink sink;
  REQUIRE_FALSE(generate(FileTree::from_memory(files), facts(), sink, diagnostics));
  CHECK(sink.times == 0);
}

TEST_CASE("a memory that is cut short anywhere is refused whole", "[pipeline]") {
  Files files = example_town();
  MadeBefore made;
  MemorySink sink;
  Diagnostics diagnostics;
  const FileTree sources = FileTree::from_memory(files);
  REQUIRE(generate_again(sources, facts(), sink, diagnostics, made));
  const std::string bytes = bytes_passed_on([&](OutgoingBytes& out) { made.pages.append_to(out); });
  for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 200) {
    INFO(size);
    ByteReader reader(std::string_view(bytes).substr(0, size));
    CHECK_THROWS_AS(BlockMemory::from_bytes(reader, nullptr), BytesSpoilt);
  }
}

}  // namespace wegwijs
