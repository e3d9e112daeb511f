#include "search/search_index.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "files/byte_stream.h"
#include "text/dutch_words.h"

namespace wegwijs {
namespace {

SearchText page(std::string title, std::string body = "", std::vector<SearchLine> lines = {}) {
  SearchText text;
  text.title = std::move(title);
  text.body = std::move(body);
  text.lines = std::move(lines);
  return text;
}

struct Posting {
  int impact = -1;  ///< -1: the page is not found under the word
  std::uint32_t lines = 0;
  int asked = 0;
};

/// What the index of `pages` says of `stem` for each of them.
std::vector<Posting> postings(const std::vector<SearchText>& pages, std::string_view stem,
                              const SearchWords& words = {}) {
  SearchBlock block;
  for (const SearchText& text : pages) block.add(text, "/" + text.title + "/", 0);
  std::vector<SearchBlock> blocks;
  blocks.push_back(std::move(block));
  const SearchIndex index = search_index(blocks, words);
  std::vector<Posting> found(pages.size());
  const auto term =
      std::find_if(index.terms.begin(), index.terms.end(), [&](const SearchTerm& one) { return one.stem == stem; });
  if (term == index.terms.end()) return found;
  std::uint64_t number = 0;
  for (std::size_t place = 0; place < term->postings.size();) {
    const std::uint64_t code = read_varint(term->postings, place);
    const bool is_asked = (code & 2) != 0;
    number += code / (is_asked ? 512 : 32);
    found[number].impact = static_cast<int>(code / 4 % 8);
    if ((code & 1) != 0) found[number].lines = static_cast<std::uint32_t>(read_varint(term->postings, place));
    if (is_asked) found[number].asked = static_cast<int>(code / 32 % 16);
  }
  return found;
}

TEST_CASE("a word counts more in a title than in a text, and not at all where it does not stand", "[search]") {
  const auto found =
      postings({page("Dyslexie"), page("Lezen", "Hulp bij dyslexie."), page("Rekenen", "Hulp.")}, "dyslexie");
  CHECK(found[0].impact > found[1].impact);
  CHECK(found[1].impact >= 0);
  CHECK(found[2].impact == -1);
}

TEST_CASE("a word in a short name counts more than in a long title", "[search]") {
  const auto found = postings({page("Wie met een vso naar een andere plek wil gaan en hoe dat dan moet"),
                               page("Speciaal", "", {{"vso", SearchField::title, false}})},
                              "vso");
  CHECK(found[1].impact > found[0].impact);
}

TEST_CASE("a word that is the name of a page, small words aside, says more of it than in a longer name", "[search]") {
  const SearchText often = page("Mentor en mentor", "mentor", {{"de mentor als mentor", SearchField::title, false}});
  const auto found = postings({page("Mentor"), page("Begeleider", "", {{"mentor", SearchField::title, false}}), often,
                               page("De mentor"), page("De mentor en de coach")},
                              "mentor");
  CHECK(found[0].impact == impact_of_name);
  CHECK(found[1].impact == impact_of_name);
  CHECK(found[2].impact < impact_of_name);
  CHECK(found[3].impact == impact_of_name);
  CHECK(found[4].impact < impact_of_name);
}

TEST_CASE("a word under which readers know a page is a name of it, one of several words is not", "[search]") {
  SearchWords words;
  words.phrases = {{{"klassenleraar"}, {}, "", {"/Mentor/"}}, {{"leraar", "klas"}, {}, "", {"/Mentor/"}}};
  CHECK(postings({page("Mentor")}, "klassenlerar", words)[0].impact == impact_of_name);
  CHECK(postings({page("Mentor")}, "klas", words)[0].impact < impact_of_name);
}

TEST_CASE("a common word leads to the pages that it says something about, and a rarer one to all", "[search]") {
  std::string long_text = "school";
  for (int number = 0; number < 200; ++number) long_text += " woord" + std::to_string(number);
  std::vector<SearchText> pages{page("School"), page("De school van nu")};
  for (int number = 0; number < 200; ++number) pages.push_back(page("Kort " + std::to_string(number), "rooster"));
  const auto add_long = [&](int count) {
    for (int number = 0; number < count; ++number)
      pages.push_back(page("Lang " + std::to_string(pages.size()), long_text));
  };
  add_long(30);
  CHECK(postings(pages, "schol").back().impact >= 0);
  add_long(30);
  const auto found = postings(pages, "schol");
  CHECK(found[0].impact == impact_of_name);
  CHECK(found[1].impact > 1);
  CHECK(found[2].impact == -1);
  CHECK(found.back().impact == -1);
}

TEST_CASE("the index knows in which line of a page a word stands", "[search]") {
  const auto found = postings({page("Thuiszitter", "school",
                                    {{"Mijn kind durft niet naar school.", SearchField::line, true},
                                     {"De school belt.", SearchField::line, true}})},
                              "schol");
  CHECK(found[0].lines == 0b1100);
}

TEST_CASE("all forms of a word are one, and small words none", "[search]") {
  const std::vector<SearchText> pages{page("Thuiszitters"), page("Het kind", "een thuiszitter")};
  CHECK(postings(pages, "thuiszitter")[0].impact >= 0);
  CHECK(postings(pages, "thuiszitter")[1].impact >= 0);
  CHECK(postings(pages, "het")[1].impact == -1);
}

TEST_CASE("a word of everyday speech is not telling because few pages have it", "[search]") {
  SearchBlock block;
  for (int number = 0; number < 20; ++number) block.add(page("Pagina " + std::to_string(number)), "/a/", 0);
  block.add(page("Lang zitten met dyslexie"), "/b/", 0);
  std::vector<SearchBlock> blocks;
  blocks.push_back(std::move(block));
  const SearchIndex index = search_index(blocks);
  const auto pages = [&](std::string_view stem) {
    return std::find_if(index.terms.begin(), index.terms.end(), [&](const SearchTerm& one) { return one.stem == stem; })
        ->pages;
  };
  CHECK(pages("lang") == 4);
  CHECK(pages("zit") == 4);
  CHECK(pages("dyslexie") == 1);
  CHECK(pages("pagina") == 20);
}

TEST_CASE("a short word that no page is called by is not telling because few texts happen to have it", "[search]") {
  SearchBlock block;
  for (int number = 0; number < 40; ++number) block.add(page("Pagina " + std::to_string(number)), "/a/", 0);
  block.add(page("Verzuim", "Een herfst, een telefooncentrale en 1102."), "/b/", 0);
  std::vector<SearchBlock> blocks;
  blocks.push_back(std::move(block));
  const SearchIndex index = search_index(blocks);
  const auto pages = [&](std::string_view stem) {
    return std::find_if(index.terms.begin(), index.terms.end(), [&](const SearchTerm& one) { return one.stem == stem; })
        ->pages;
  };
  CHECK(pages("herfst") == 4);
  CHECK(pages("verzuim") == 1);
  CHECK(pages("telefooncentral") == 1);
  CHECK(pages("1102") == 1);
}

TEST_CASE("a page is found under the parts of a compound, with less weight", "[search]") {
  const auto found = postings({page("Ondersteuningsprofiel"), page("Profiel"), page("Ondersteuning")}, "profiel");
  CHECK(found[0].impact >= 0);
  CHECK(found[0].impact < found[1].impact);
  CHECK(found[2].impact == -1);
}

TEST_CASE("an abbreviation that one page explains counts on every page, both ways", "[search]") {
  const std::vector<SearchText> pages{page("Uitleg", "Een toelaatbaarheidsverklaring (tlv) geeft toegang."),
                                      page("Kosten", "Een tlv is gratis."),
                                      page("Duur", "Een toelaatbaarheidsverklaring duurt een jaar.")};
  CHECK(postings(pages, "toelaatbaarheidsverklar")[1].impact >= 0);
  CHECK(postings(pages, "tlv")[2].impact >= 0);
}

TEST_CASE("names are found as people write them: apart, joined, with digits or initials", "[search]") {
  const std::vector<SearchText> pages{page("Spinoza20first"), page("Het Amsterdams Lyceum"), page("St. Nicolaaslyceum"),
                                      page("Het 4e Gymnasium"), page("Over-Y College")};
  CHECK(postings(pages, "spinoza")[0].impact >= 0);
  CHECK(postings(pages, "hal")[1].impact >= 0);
  CHECK(postings(pages, "st")[2].impact >= 0);
  CHECK(postings(pages, "4e")[3].impact >= 0);
  CHECK(postings(pages, "overy")[4].impact >= 0);
}

TEST_CASE("amounts of money are not looked for, groups and years are", "[search]") {
  const std::vector<SearchText> pages{page("Kosten", "In 2024 was het 4.592.823 euro voor groep 8.")};
  CHECK(postings(pages, "2024")[0].impact >= 0);
  CHECK(postings(pages, "8")[0].impact >= 0);
  CHECK(postings(pages, "592")[0].impact == -1);
}

TEST_CASE("pages divided over blocks otherwise give the same index", "[search]") {
  std::vector<SearchText> pages;
  for (int number = 0; number < 40; ++number) {
    const std::string digits = std::to_string(number);
    pages.push_back(page("Pagina " + digits, "Tekst over dyslexie (dys" + digits + ") en hulp " + digits + "."));
  }
  const auto index_with = [&](std::size_t block_size) {
    std::vector<SearchBlock> blocks((pages.size() + block_size - 1) / block_size);
    for (std::size_t number = 0; number < pages.size(); ++number)
      blocks[number / block_size].add(pages[number], "/" + std::to_string(number) + "/", 0);
    std::string bytes;
    for (const SearchTerm& term : search_index(blocks).terms) bytes += term.stem + " " + term.postings + "\n";
    return bytes;
  };
  CHECK(index_with(40) == index_with(7));
}

TEST_CASE("a page without text and a site without pages give an index", "[search]") {
  CHECK(search_index({}).terms.empty());
  SearchBlock block;
  block.add({}, "/", 0);
  CHECK(block.size() == 0);
}

/// The index of `pages`, each at "/<its title>/", with the words of readers.
SearchIndex index_with(const std::vector<SearchText>& pages, const SearchWords& words,
                       const PageReferences& references = {}, const NamedKinds& named_kinds = {}) {
  std::vector<SearchBlock> blocks(1);
  for (const SearchText& text : pages) blocks.front().add(text, "/" + text.title + "/", 0);
  return search_index(blocks, words, references, named_kinds);
}

const SearchTerm* term_of(const SearchIndex& index, std::string_view stem) {
  const auto found =
      std::find_if(index.terms.begin(), index.terms.end(), [&](const SearchTerm& one) { return one.stem == stem; });
  return found == index.terms.end() ? nullptr : &*found;
}

TEST_CASE("forms of a verb on the site lead to one another", "[outputs]") {
  const SearchIndex index = index_with({page("Een", "huilen"), page("Twee", "huilt"), page("Drie", "gehuild")}, {});
  REQUIRE(term_of(index, "huil") != nullptr);
  CHECK(term_of(index, "huil")->pages == 3);
  REQUIRE(term_of(index, "huilt") != nullptr);
  CHECK(term_of(index, "huilt")->pages == 0);
  REQUIRE(term_of(index, "huilt")->phrases.size() == 1);
  CHECK(term_of(index, "huilt")->phrases.front().meaning == "huil");
}

TEST_CASE("a plural with another last letter leads to its singular", "[outputs]") {
  const SearchIndex index = index_with({page("Een", "brief"), page("Twee", "brieven")}, {});
  REQUIRE(term_of(index, "brief") != nullptr);
  CHECK(term_of(index, "brief")->pages == 2);
  REQUIRE(term_of(index, "briev") != nullptr);
  CHECK(term_of(index, "briev")->pages == 0);
}

TEST_CASE("words of readers lead to the words of the site, the longest phrase first", "[outputs]") {
  SearchWords words;
  words.phrases = {{{"bullied"}, {}, "gepest", {}}, {{"bullied", "child"}, {}, "pesten", {}}};
  const SearchIndex index = index_with({page("Pesten")}, words);
  const SearchTerm* term = term_of(index, "bullied");
  REQUIRE(term != nullptr);
  REQUIRE(term->phrases.size() == 2);
  CHECK(term->phrases[0].rest == "child");
  CHECK(term->phrases[0].meaning == "pest");
  CHECK(term->phrases[1].meaning == "gepest");
}

/// `times` questions of the words that are given.
std::vector<std::string> asked(std::size_t times, const std::vector<std::string>& words) {
  std::vector<std::string> all;
  for (std::size_t time = 0; time < times; ++time) all.insert(all.end(), words.begin(), words.end());
  return all;
}

TEST_CASE("a word says the more in the questions that lead to a page the oftener they have it", "[search]") {
  SearchWords words;
  words.questions = {{{{"/Somber/", {}}}, {"lacht", "lacht", "lacht", "moe"}},
                     {{{"/Ziek/", {}}}, asked(20, {"hoest", "moe", "koorts"})},
                     {{{"/Feest/", {}}}, asked(200, {"danst", "zingt"})}};
  const std::vector<SearchText> pages{page("Somber", "Wie lacht er?"), page("Ziek"), page("Feest", "Wie lacht er?")};
  const std::vector<Posting> laughs = postings(pages, "lacht", words);
  const std::vector<Posting> tired = postings(pages, "moe", words);
  CHECK(laughs[0].asked > tired[0].asked);
  CHECK(tired[1].asked > tired[0].asked);
  // A text that has the word is no question.
  CHECK(laughs[2].impact >= 0);
  CHECK(laughs[2].asked == 0);
  CHECK(laughs[1].asked == 0);
}

TEST_CASE("a small word that few questions have says something about the pages that these lead to", "[search]") {
  SearchWords words;
  words.questions = {{{{"/Somber/", {}}}, {"nooit", "lacht"}},
                     {{{"/Ziek/", {}}, {"/weg/", {}}}, asked(400, {"hij", "hoest"})},
                     {{{"/weg/", {}}}, {"niemand", "belt"}}};
  const std::vector<SearchText> pages{page("Somber"), page("Ziek", "Nooit ziek.")};
  const SearchIndex index = index_with(pages, words);
  // Many questions have "hij", and no page answers the one with "niemand".
  CHECK(index.telling_small_words == std::vector<std::string>{"nooit"});
  const std::vector<Posting> never = postings(pages, "_nooit", words);
  CHECK(never[0].asked >= 1);
  CHECK(never[1].impact == -1);
  REQUIRE(term_of(index, "_nooit") != nullptr);
  CHECK(term_of(index, "_nooit")->pages == 0);
  CHECK(term_of(index, "_hij") == nullptr);
}

TEST_CASE("forms of a verb that are made by no rule lead to its infinitive, whether a text has them or not",
          "[search]") {
  const SearchIndex index = index_with({page("Een", "weglopen, lopen"), page("Twee", "liep")}, {});
  REQUIRE(term_of(index, "lop") != nullptr);
  CHECK(term_of(index, "lop")->pages == 2);
  REQUIRE(term_of(index, "gelop") != nullptr);
  CHECK(term_of(index, "gelop")->pages == 0);
  CHECK(term_of(index, "gelop")->phrases.back().meaning == "lop");
  CHECK(term_of(index, "schrev") == nullptr);
}

TEST_CASE("a separable verb is looked up where its pieces stand apart", "[search]") {
  const SearchIndex index = index_with({page("Een", "uitvallen"), page("Twee", "vallen")}, {});
  for (const std::string_view form : {"vall", "valt", "viel"}) {
    const SearchTerm* const term = term_of(index, form);
    REQUIRE(term != nullptr);
    CHECK(term->phrases.front().rest == "* - uit");
    CHECK(term->phrases.front().meaning == "uitvall");
  }
  // What begins as a separable verb is none when the rest is no verb of the site.
  CHECK(term_of(index_with({page("Een", "uitkomsten")}, {}), "komst") == nullptr);
}

TEST_CASE("an address that is there is found under the words of readers, and else the words count", "[outputs]") {
  SearchWords words;
  words.phrases = {{{"школа"}, {}, "hulp", {"/Uitleg/"}}, {{"szkola"}, {}, "hulp", {"/weg/"}}};
  const SearchIndex index = index_with({page("Uitleg"), page("Hulp")}, words);
  REQUIRE(term_of(index, "школа") != nullptr);
  CHECK(term_of(index, "школа")->pages == 1);
  CHECK(term_of(index, "школа")->phrases.empty());
  REQUIRE(term_of(index, "szkola") != nullptr);
  CHECK(term_of(index, "szkola")->pages == 0);
  CHECK(term_of(index, "szkola")->phrases.front().meaning == "hulp");
}

TEST_CASE("small words of a phrase stand with it around the word that it is found under", "[outputs]") {
  SearchWords words;
  words.phrases = {{{"klas"}, {"niet", "in", "de", "klas"}, "verzuim", {}}};
  const SearchIndex index = index_with({page("Verzuim")}, words);
  const SearchTerm* term = term_of(index, "klas");
  REQUIRE(term != nullptr);
  CHECK(term->phrases.front().rest == "niet in de *");
}

TEST_CASE("a page whose name begins with an article is found without it too", "[search]") {
  const SearchIndex index = index_with({page("Het Groot College")}, {}, {}, {0});
  const SearchTerm* word = term_of(index, "grot");
  REQUIRE(word != nullptr);
  REQUIRE(word->phrases.size() == 2);
  CHECK(word->phrases[0].rest == "het * colleg");
  CHECK(word->phrases[1].rest == "colleg");
  for (const StemPhrase& phrase : word->phrases) CHECK(phrase.meaning == "+hetgrootcolleg");
}

TEST_CASE("a page with a name is found by all of that together, small words too", "[search]") {
  const SearchIndex index = index_with({page("Aan-Z College"), page("Groot College")}, {}, {}, {0});
  const SearchTerm* last_word = term_of(index, "z");
  REQUIRE(last_word != nullptr);
  REQUIRE(last_word->phrases.size() == 1);
  CHECK(last_word->phrases.front().rest == "aan * colleg");
  CHECK(last_word->phrases.front().meaning == "+aanzcolleg");
  REQUIRE(term_of(index, "aanzcolleg") != nullptr);
  CHECK(term_of(index, "aanzcolleg")->pages == 1);
  const SearchTerm* first_word = term_of(index, "grot");
  REQUIRE(first_word != nullptr);
  REQUIRE(first_word->phrases.size() == 1);
  CHECK(first_word->phrases.front().rest == "colleg");
  CHECK(first_word->phrases.front().meaning == "+grootcolleg");
}

TEST_CASE("what readers call a page in several words leads to its whole name", "[search]") {
  SearchWords words;
  words.phrases = {{{"zet"}, {"aan", "de", "zet"}, "", {"/Aan-Z College/"}}};
  const SearchIndex index = index_with({page("Aan-Z College")}, words, {}, {0});
  const SearchTerm* term = term_of(index, "zet");
  REQUIRE(term != nullptr);
  REQUIRE(term->phrases.size() == 1);
  CHECK(term->phrases.front().rest == "aan de *");
  CHECK(term->phrases.front().meaning == "+aanzcolleg");
}

TEST_CASE("a name as one word is not offered for a mistyped one", "[search]") {
  const SearchIndex index = index_with({page("Aan-Z College")}, {}, {}, {0});
  CHECK(std::none_of(index.correctable.begin(), index.correctable.end(),
                     [](const CorrectableWord& one) { return one.word == "aanzcollege"; }));
}

TEST_CASE("a title of two words leads there as one word too, where its parts would not be seen in that", "[search]") {
  const SearchIndex index = index_with(
      {page("Open dagen"), page("Vroege hulp"), page("Warme hulp", "Een warmehulp."), page("Toets (tst)")}, {});
  const SearchTerm* short_part = term_of(index, "opendag");
  REQUIRE(short_part != nullptr);
  REQUIRE(short_part->phrases.size() == 1);
  CHECK(short_part->phrases.front().meaning == "open dag");
  CHECK(term_of(index, "toetstst") == nullptr);
  // The client takes it apart itself.
  CHECK(term_of(index, "vroegehulp") == nullptr);
  // A word that some text has is not taken apart.
  const SearchTerm* in_text = term_of(index, "warmehulp");
  REQUIRE(in_text != nullptr);
  REQUIRE(in_text->phrases.size() == 1);
  CHECK(in_text->phrases.front().meaning == "warm hulp");
}

TEST_CASE("a title of a page without a name of its own is no phrase, nor is a name of one word", "[search]") {
  const SearchIndex titles = index_with({page("Groot College")}, {});
  REQUIRE(term_of(titles, "grot") != nullptr);
  CHECK(term_of(titles, "grot")->phrases.empty());
  const SearchIndex names = index_with({page("Grootcollege")}, {}, {}, {0});
  REQUIRE(term_of(names, "grootcolleg") != nullptr);
  CHECK(term_of(names, "grootcolleg")->phrases.empty());
}

TEST_CASE("a page is found under the words of a question that it answers, less than under its own name", "[outputs]") {
  SearchWords words;
  words.questions = {{{{"/Verzuim/", {}}}, {"bankzitter"}}};
  const SearchIndex index = index_with({page("Verzuim"), page("Bankzitter"), page("Anders")}, words);
  const SearchTerm* term = term_of(index, "bankzitter");
  REQUIRE(term != nullptr);
  CHECK(term->pages == 2);
}

TEST_CASE("a page that others refer to comes before others of its kind", "[outputs]") {
  const SearchIndex index = index_with({page("Alfa"), page("Beta")}, {}, {{"/Beta/", 3}});
  REQUIRE(index.cards.size() == 2);
  CHECK(index.cards.front().title == "Beta");
}

TEST_CASE("no small word is one that is spelled in two ways: it is left out as it is written", "[outputs]") {
  for (const auto& [written, looked_up] : search_spellings()) {
    INFO(written);
    CHECK_FALSE(is_search_stop_word(written));
  }
}

TEST_CASE("a telephone number and a postcode are found however they are spaced", "[outputs]") {
  const SearchIndex index = index_with({page("School", "Bel 020 676 38 68. Straat 1, 1102 AB Amsterdam.")}, {});
  CHECK(term_of(index, "0206763868") != nullptr);
  CHECK(term_of(index, "1102ab") != nullptr);
  CHECK(term_of(index, "1102") != nullptr);
}

}  // namespace
}  // namespace wegwijs
