#include "search/word_forms.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

bool may_be_form(std::string_view stem, std::string_view of) {
  const std::vector<WordForm> forms = word_forms(stem);
  return std::any_of(forms.begin(), forms.end(), [&](const WordForm& form) { return form.stem == of; });
}

TEST_CASE("forms of a verb may be forms of its infinitive", "[search]") {
  CHECK(may_be_form("huilt", "huil"));
  CHECK(may_be_form("gehuild", "huil"));
  CHECK(may_be_form("betaalt", "betal"));
  CHECK(may_be_form("betaald", "betal"));
  CHECK(may_be_form("leeft", "lev"));
}

TEST_CASE("a plural with 's may be a form of the singular", "[search]") {
  CHECK(may_be_form("okas", "oka"));
  CHECK_FALSE(may_be_form("les", "le"));
}

TEST_CASE("a d at the end of a word that does not begin as a verb is its own", "[search]") {
  CHECK(word_forms("maand").empty());
  CHECK(word_forms("kind").empty());
}

}  // namespace
}  // namespace wegwijs
