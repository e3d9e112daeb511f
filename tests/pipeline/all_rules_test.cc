#include "pipeline/all_rules.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "files/disk.h"

namespace wegwijs {
namespace {

/// Their message says what belongs in the place; a help would repeat it.
const std::set<std::string_view> message_says_what_to_do{"verkeerde-waarde", "instelling-verkeerd", "verkeerde-vorm"};

/// The ids of all `Rule name{"id", …` in the sources of the generator, repeated ones too.
std::multiset<std::string> ids_in_sources() {
  static const std::regex rule(R"(\bRule\s+\w+\s*\{\s*\"([^\"]*)\")");
  std::multiset<std::string> ids;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(WEGWIJS_SOURCE) / "generator")) {
    if (!entry.is_regular_file()) continue;
    const std::string text = read_file(entry.path());
    for (std::sregex_iterator match(text.begin(), text.end(), rule), end; match != end; ++match)
      ids.insert((*match)[1]);
  }
  return ids;
}

TEST_CASE("every rule in the sources is registered, once, and nothing else is", "[architecture]") {
  std::multiset<std::string> registered;
  for (const Rule* rule : all_rules()) registered.emplace(rule->id);
  CHECK(registered == ids_in_sources());
  CHECK(std::set<std::string>(registered.begin(), registered.end()).size() == registered.size());
}

TEST_CASE("the rules are sorted by id, and found by it", "[architecture]") {
  REQUIRE(all_rules().size() > 100);
  for (std::size_t index = 1; index < all_rules().size(); ++index) {
    CHECK(all_rules()[index - 1]->id < all_rules()[index]->id);
  }
  for (const Rule* rule : all_rules()) CHECK(find_rule(rule->id) == rule);
  CHECK(find_rule("bestaat-niet") == nullptr);
  CHECK(find_rule("") == nullptr);
}

TEST_CASE("the id of a rule is of small letters, digits and hyphens", "[architecture]") {
  static const std::regex kebab("[a-z]+[0-9]*(-[a-z0-9]+)*");
  for (const Rule* rule : all_rules()) {
    INFO(rule->id);
    CHECK(std::regex_match(std::string(rule->id), kebab));
  }
}

TEST_CASE("every rule says in Dutch and in English what is wrong and what to do", "[architecture]") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->id);
    CHECK_FALSE(rule->message.nl.empty());
    CHECK_FALSE(rule->message.en.empty());
    CHECK(rule->help.nl.empty() == message_says_what_to_do.contains(rule->id));
    CHECK(rule->help.nl.empty() == rule->help.en.empty());
  }
}

TEST_CASE("both languages of a message use the same arguments", "[architecture]") {
  const auto arguments_in = [](std::string_view text) {
    std::set<char> numbers;
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
      if (text[at] == '{' && text[at + 1] >= '0' && text[at + 1] <= '9' && text[at + 2] == '}')
        numbers.insert(text[at + 1]);
    }
    return numbers;
  };
  for (const Rule* rule : all_rules()) {
    INFO(rule->id);
    CHECK(arguments_in(rule->message.nl) == arguments_in(rule->message.en));
    CHECK(arguments_in(rule->help.nl) == arguments_in(rule->help.en));
  }
}

}  // namespace
}  // namespace wegwijs
