// The real content, built in memory: the promised addresses, the facts of the sources, and what every page must have.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "files/temporary_folder.h"
#include "site_from_disk.h"
#include "site_under_test.h"

using namespace wegwijs;

namespace {

const std::filesystem::path repository = WEGWIJS_SOURCE;
const std::filesystem::path shared = WEGWIJS_SHARED;

const SiteFromDisk& real_site() {
  static const SiteFromDisk site = site_from_disk(repository, {2026, 11, 28});
  return site;
}

const std::string& page(const std::string& address) {
  const std::string path = address.substr(1) + (address.ends_with('/') ? "index.html" : "");
  const auto found = real_site().files.find(path);
  INFO(address);
  REQUIRE(found != real_site().files.end());
  return found->second;
}

/// What a reader sees of a page; worked out once, as many facts stand on one page.
const std::string& text_of(const std::string& address) {
  static std::map<std::string, std::string> texts;
  const auto [known, is_new] = texts.try_emplace(address);
  if (is_new) known->second = visible_text(page(address));
  return known->second;
}

/// Tab-separated rows below the header line, without any quoting.
std::vector<std::vector<std::string>> table(const std::filesystem::path& path) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(bytes_of(path));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::vector<std::string> cells(1);
    for (const char character : line) {
      if (character == '\t') cells.emplace_back();
      if (character != '\t') cells.back().push_back(character);
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

/// Without emphasis marks, with single spaces: the seeds are broken over lines in odd places.
std::string normalised(std::string text) {
  std::erase(text, '*');
  return visible_text(text);
}

std::size_t count(std::string_view text, std::string_view wanted) {
  std::size_t found = 0;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) ++found;
  return found;
}

const std::string targets_address = "/plannen/ondersteuningsplan-2024-2028/doelen/";

/// The text of every source document by the first three digits of its name; empty, and said aloud, where they are not.
std::map<std::string, std::string> seeds() {
  std::map<std::string, std::string> texts;
  if (!std::filesystem::exists(shared / "seeds")) {
    std::cout << "overgeslagen: de bronteksten zijn er niet\n";
    return texts;
  }
  for (const auto& file : std::filesystem::directory_iterator(shared / "seeds"))
    texts[file.path().filename().string().substr(0, 3)] = normalised(bytes_of(file.path()));
  return texts;
}

}  // namespace

TEST_CASE("the real content has no error and no warning", "[content]") {
  CHECK(real_site().messages.empty());
  REQUIRE(real_site().summary.collections.size() >= 4);
  // Days that are over fall away by themselves; nothing else waits.
  for (const WithheldEntry& entry : real_site().summary.withheld) CHECK(entry.why == Withheld::over);
}

TEST_CASE("every promised address exists", "[content]") {
  for (const char* address : {"/",
                              "/ondersteuning/",
                              "/ondersteuning/toptrajecten/",
                              "/ondersteuning/groep/aanvragen/",
                              "/ondersteuning/groep/collectief/",
                              "/ondersteuning/groep/netwerk/",
                              "/ondersteuning/groep/plan-en-verslag/",
                              "/scholen/",
                              "/scholen/spinoza-lyceum-amsterdam/",
                              "/scholen/niveau/havo/",
                              "/scholen/niveau/vmbo-b/",
                              "/scholen/gebied/zuid/",
                              "/scholen/soort/vso/",
                              "/resultaten/",
                              "/resultaten/toptrajecten-2024/",
                              "/resultaten/doel-en-resultaat/",
                              "/resultaten/programmalijn/netwerk/",
                              "/tabellen/",
                              "/tabellen/dossiers-onderwijsadviseurs/",
                              "/zoeken/",
                              "/a-z/",
                              "/over/",
                              "/over-de-gegevens/",
                              "/contact/",
                              "/toegankelijkheid/",
                              "/privacy/",
                              "/404.html",
                              "/sitemap.xml",
                              "/robots.txt",
                              "/data/",
                              "/data/scholen.csv",
                              "/data/scholen-beweringen.csv",
                              "/data/scholen.json",
                              "/scholen/spinoza-lyceum-amsterdam/index.json",
                              "/schema/scholen.json",
                              "/_headers",
                              "/.htaccess",
                              "/ondersteuning/kovo/",
                              "/ondersteuning/tussenvoorzieningen/",
                              "/ondersteuning/lwoo/",
                              "/ondersteuning/apoz/",
                              "/ondersteuning/vergoeding-zorgcoordinator/"}) {
    CHECK_FALSE(page(address).empty());
  }
  // A value that no school has gets no page.
  CHECK_FALSE(real_site().files.contains("scholen/niveau/gymnasium/index.html"));
  CHECK_FALSE(real_site().files.contains("scholen/gebied/diemen/index.html"));
}

TEST_CASE("every page has one h1, its landmarks, a title and a language, and asks nothing of third parties",
          "[content][facts]") {
  for (const auto& [path, html] : real_site().files) {
    if (!path.ends_with(".html") || count(html, "http-equiv=\"refresh\"") > 0) continue;
    INFO(path);
    CHECK(count(html, "<h1") == 1);
    CHECK(count(html, "<main") == 1);
    CHECK(count(html, "<html lang=\"nl\"") == 1);
    CHECK(count(html, "<title>") == 1);
    CHECK(count(html, "role=\"search\"") == 1);
    CHECK(count(html, "<nav class=\"pad") == (path == "index.html" ? 0 : 1));
    CHECK(count(html, " style=") == 0);
    CHECK(count(html, "<script") == count(html, "<script src=\"/") + count(html, "<script type=\"module\" src=\"/") +
                                        count(html, "<script type=\"application/ld+json\""));
    CHECK(count(html, "<link rel=\"stylesheet\" href=\"http") == 0);
    CHECK(count(html, "src=\"http") == 0);
  }
}

TEST_CASE("the facts of every activity stand on its page", "[content][facts]") {
  std::map<std::string, std::size_t> facts;
  for (const char* part : {"deel-1.tsv", "deel-2.tsv", "deel-3.tsv"}) {
    for (const auto& row : table(repository / "tests/facts" / part)) {
      REQUIRE(row.size() == 4);
      INFO(part << ": " << row[0] << ": " << row[1]);
      CHECK(text_of("/ondersteuning/" + row[0] + "/").find(visible_text(row[1])) != std::string::npos);
      ++facts[row[0]];
    }
  }
  CHECK(facts.size() == 50);
  for (const auto& [activity, number] : facts) {
    INFO(activity);
    CHECK(number >= 2);
  }
}

TEST_CASE("the words that a fact rests on stand in its source", "[content][facts]") {
  if (!std::filesystem::exists(shared / "seeds")) {
    std::cout << "overgeslagen: de bronteksten zijn er niet\n";
    return;
  }
  std::map<std::string, std::string> seeds;
  for (const auto& file : std::filesystem::directory_iterator(shared / "seeds")) {
    seeds[file.path().filename().string().substr(0, 3)] = normalised(bytes_of(file.path()));
  }
  for (const char* part : {"deel-1.tsv", "deel-2.tsv", "deel-3.tsv"}) {
    for (const auto& row : table(repository / "tests/facts" / part)) {
      INFO(part << ": " << row[0] << ": " << row[2]);
      CHECK(seeds[row[3]].find(normalised(row[2])) != std::string::npos);
    }
  }
}

TEST_CASE("the facts of every procedure stand on its card, and its words in the source", "[content][facts]") {
  const bool has_sources = std::filesystem::exists(shared / "seeds");
  if (!has_sources) std::cout << "overgeslagen: de bronnen van de stappenplannen zijn er niet\n";
  std::map<std::string, std::string> sources;
  if (has_sources) {
    for (const auto& file : std::filesystem::directory_iterator(shared / "seeds")) {
      sources[file.path().filename().string().substr(0, 3)] = normalised(bytes_of(file.path()));
    }
    sources["feiten"] = normalised(bytes_of(shared / "data/procedure-facts.tsv"));
    sources["feiten-2"] = normalised(bytes_of(shared / "data/procedure-facts-2.tsv"));
  }
  std::set<std::string> procedures;
  for (const auto& row : table(repository / "tests/facts/procedures.tsv")) {
    REQUIRE(row.size() == 4);
    INFO(row[0] << ": " << row[1] << " / " << row[2]);
    CHECK(text_of(row[0] == "kalender" ? "/kalender/" : "/procedures/" + row[0] + "/").find(visible_text(row[1])) !=
          std::string::npos);
    if (has_sources) CHECK(sources[row[3]].find(normalised(row[2])) != std::string::npos);
    procedures.insert(row[0]);
  }
  CHECK(procedures.size() >= 14);
}

TEST_CASE("the route finder leads to a card in at most four questions, and reaches every card", "[content][facts]") {
  const std::string html = page("/procedures/welke-route/");
  std::map<std::string, int> depth_of_question{{"vraag-1", 1}};
  std::set<std::string> cards;
  for (int depth = 1; depth <= 4; ++depth) {
    const auto questions = depth_of_question;
    for (const auto& [question, at] : questions) {
      if (at != depth) continue;
      const std::size_t begin = html.find("id=\"" + question + "\"");
      INFO(question);
      REQUIRE(begin != std::string::npos);
      const std::string part = html.substr(begin, html.find("</section>", begin) - begin);
      std::size_t ends = 0;
      for (std::size_t link = part.find("href=\""); link != std::string::npos; link = part.find("href=\"", link + 1)) {
        const std::string target = part.substr(link + 6, part.find('"', link + 6) - link - 6);
        if (target.starts_with("#vraag-")) depth_of_question.emplace(target.substr(1), depth + 1);
        if (target.starts_with("/procedures/")) cards.insert(target);
        ++ends;
      }
      CHECK(ends >= 2);
    }
  }
  for (const auto& [question, depth] : depth_of_question) CHECK(depth <= 4);
  for (const auto& [path, procedure] : real_site().files) {
    if (!path.starts_with("procedures/") || procedure.find("id=\"stap-1\"") == std::string::npos) continue;
    INFO(path);
    CHECK(cards.contains("/" + path.substr(0, path.size() - std::string_view("index.html").size())));
  }
  for (const std::string& card : cards) CHECK(page(card).find("id=\"stap-1\"") != std::string::npos);
}

TEST_CASE("no date is published that no source gives: every moment of the calendar is open", "[content][facts]") {
  const std::string html = page("/kalender/");
  CHECK(count(html, "id=\"moment-") == 12);
  CHECK(count(html, "<time") == 0);
  CHECK(count(html, "href=\"#i-datum-open\"") == 12);
}

TEST_CASE("the meaning of every term stands on its page, and its words in the source", "[content][facts]") {
  const bool has_sources = std::filesystem::exists(shared / "seeds");
  if (!has_sources) std::cout << "overgeslagen: de bronnen van de begrippen zijn er niet\n";
  std::map<std::string, std::string> seeds;
  if (has_sources) {
    for (const auto& file : std::filesystem::directory_iterator(shared / "seeds")) {
      seeds[file.path().filename().string().substr(0, 3)] = normalised(bytes_of(file.path()));
    }
  }
  for (const auto& row : table(repository / "tests/facts/begrippen.tsv")) {
    REQUIRE(row.size() == 4);
    INFO(row[0] << ": " << row[1] << " / " << row[2]);
    CHECK(text_of("/begrippen/" + row[0] + "/").find(visible_text(row[1])) != std::string::npos);
    if (has_sources) CHECK(seeds[row[3]].find(normalised(row[2])) != std::string::npos);
  }
}

TEST_CASE("the facts of every plan stand on its page, and its words in the source", "[content][facts]") {
  const std::map<std::string, std::string> sources = seeds();
  std::set<std::string> targets;
  for (const auto& row : table(repository / "tests/facts/plannen.tsv")) {
    REQUIRE(row.size() == 4);
    INFO(row[0] << ": " << row[1] << " / " << row[2]);
    CHECK(text_of(row[0]).find(visible_text(row[1])) != std::string::npos);
    if (!sources.empty()) CHECK(sources.at(row[3]).find(normalised(row[2])) != std::string::npos);
    if (row[0].starts_with(targets_address) && row[0] != targets_address) targets.insert(row[0]);
  }
  // Every target has a fact, so that none can be invented.
  for (const auto& [path, html] : real_site().files) {
    if (path.starts_with(targets_address.substr(1)) && "/" + path != targets_address + "index.html")
      CHECK(targets.contains("/" + path.substr(0, path.size() - std::string_view("index.html").size())));
  }
}

TEST_CASE("every action and target that the plan lists has an entry of its own", "[content][facts]") {
  if (!std::filesystem::exists(shared / "seeds")) {
    std::cout << "overgeslagen: de brontekst van het plan is er niet\n";
    return;
  }
  const auto facts = table(repository / "tests/facts/plannen.tsv");
  std::istringstream lines(bytes_of(shared / "seeds/001_7a42c1cfd11f5c7c.txt"));
  std::size_t listed = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("- ") && !line.starts_with(" - ")) continue;
    const std::string words = normalised(line);
    INFO(words);
    CHECK(std::any_of(facts.begin(), facts.end(), [&](const auto& row) {
      return row[0].starts_with(targets_address) && words.find(normalised(row[2])) != std::string::npos;
    }));
    ++listed;
  }
  CHECK(listed == 95);
}

TEST_CASE("an old plan says on every page that it is old, and nothing of today leads to it", "[content][facts]") {
  std::size_t old_pages = 0;
  for (const auto& [path, html] : real_site().files) {
    INFO(path);
    const bool is_old = path.starts_with("plannen/jaarplan-");
    if (is_old) CHECK(visible_text(html).find("Gebruik het niet voor een vraag van nu.") != std::string::npos);
    old_pages += is_old ? 1 : 0;
    // The list of plans and the list of all pages name it, under the heading or the name "Archief".
    if (is_old || path == "plannen/index.html" || path == "zoeken/index.html") continue;
    CHECK(count(html, "href=\"/plannen/jaarplan-") == 0);
  }
  CHECK(old_pages == 4);
}

TEST_CASE("a school without any fact shows its identity and the questions, and never 'nee'", "[content][facts]") {
  const std::string text = text_of("/scholen/vossius-gymnasium/");
  CHECK(text.find("Messchaertstraat 1") != std::string::npos);
  CHECK(text.find("Nog niet nagekeken") != std::string::npos);
  CHECK(text.find("lift") != std::string::npos);
  CHECK(count(page("/scholen/vossius-gymnasium/"), "st-nee") == 0);
}

TEST_CASE("the facts of every result stand on its page, and its words in the source", "[content][facts]") {
  const bool has_sources = std::filesystem::exists(shared / "seeds");
  if (!has_sources) std::cout << "overgeslagen: de bronnen van de resultaten zijn er niet\n";
  std::map<std::string, std::string> seeds;
  if (has_sources) {
    for (const auto& file : std::filesystem::directory_iterator(shared / "seeds")) {
      seeds[file.path().filename().string().substr(0, 3)] = normalised(bytes_of(file.path()));
    }
  }
  std::set<std::string> results;
  for (const auto& row : table(repository / "tests/facts/resultaten.tsv")) {
    REQUIRE(row.size() == 4);
    INFO(row[0] << ": " << row[1] << " / " << row[2]);
    CHECK(text_of("/resultaten/" + row[0] + "/").find(visible_text(row[1])) != std::string::npos);
    if (has_sources) CHECK(seeds[row[3]].find(normalised(row[2])) != std::string::npos);
    results.insert(row[0]);
  }
  CHECK(results.size() == 32);
}

TEST_CASE("search engines are told name, address, website and code of a school, and nothing else", "[content][facts]") {
  const std::string opening = "<script type=\"application/ld+json\">";
  std::size_t schools = 0;
  for (const auto& [path, html] : real_site().files) {
    const std::size_t begin = html.find(opening);
    if (!path.ends_with("index.html") || begin == std::string::npos) continue;
    INFO(path);
    ++schools;
    const std::size_t from = begin + opening.size();
    const nlohmann::json told = nlohmann::json::parse(html.substr(from, html.find("</script>", from) - from));
    CHECK(told["@type"] == "HighSchool");
    CHECK_FALSE(told["name"].get<std::string>().empty());
    const nlohmann::json data =
        nlohmann::json::parse(real_site().files.at(path.substr(0, path.size() - 4) + "json"))["gegevens"];
    CHECK(told.contains("address") == data.contains("adres"));
    CHECK(told.contains("identifier") == data.contains("brin"));
    CHECK(told.contains("url") == (data.contains("website") && !data.value("website_van_bestuur", false)));
    for (const auto& [key, value] : told.items())
      CHECK(std::set<std::string>{"@context", "@type", "@id", "name", "url", "identifier", "address"}.contains(key));
  }
  CHECK(schools == real_site().summary.collections[1].entries);
}

TEST_CASE("the site says that it is no official publication of the partnership", "[content][facts]") {
  CHECK(text_of("/").find("geen officiële uitgave") != std::string::npos);
}
