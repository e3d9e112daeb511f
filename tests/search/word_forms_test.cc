#include "search/word_forms.h"
#include "text/dutch_verbs.h"

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

TEST_CASE("a short vowel of a form stands before two letters in the infinitive", "[search]") {
  CHECK(may_be_form("valt", "vall"));
  CHECK(may_be_form("stopt", "stopp"));
  CHECK_FALSE(may_be_form("leert", "leerr"));
}

TEST_CASE("a participle with ge after its particle may be a form of the infinitive", "[search]") {
  CHECK(may_be_form("aangemeld", "aanmeld"));
  CHECK(may_be_form("uitgelegd", "uitleg"));
  CHECK(may_be_form("afgehaakt", "afhak"));
  CHECK(may_be_form("uitgevall", "uitvall"));
  CHECK(may_be_form("opgegev", "opgev"));
  CHECK(may_be_form("ingeschrev", "inschrijv"));
  CHECK_FALSE(may_be_form("omgev", "omv"));
}

TEST_CASE("every irregular form is another word than its infinitive", "[search]") {
  for (const auto& [form, infinitive] : irregular_verb_forms()) {
    CHECK(form != infinitive);
    CHECK(infinitive.substr(infinitive.size() - 1) == "n");
  }
}

TEST_CASE("a separable verb has a particle and a verb", "[search]") {
  CHECK(separable_verb("aanmelden").particle == "aan");
  CHECK(separable_verb("aanmelden").verb == "melden");
  CHECK(separable_verb("melden").particle.empty());
  CHECK(separable_verb("aanmelding").particle.empty());
  CHECK(separable_verb("openen").particle.empty());
}

TEST_CASE("forms in a sentence are those of the present and the past", "[search]") {
  CHECK(finite_stems("melden") == std::vector<std::string>{"meld", "meldt"});
  CHECK(finite_stems("geven") == std::vector<std::string>{"gaf", "gav", "geeft", "gef", "gev"});
  CHECK(finite_stems("vallen") == std::vector<std::string>{"val", "vall", "valt", "viel"});
}

TEST_CASE("a diminutive may be a form of the word without its ending", "[search]") {
  CHECK(may_be_form("klasj", "klas"));
  CHECK(may_be_form("dochtertj", "dochter"));
  CHECK(may_be_form("filmpj", "film"));
}

TEST_CASE("a plural with 's may be a form of the singular", "[search]") {
  CHECK(may_be_form("okas", "oka"));
  CHECK_FALSE(may_be_form("les", "le"));
}

TEST_CASE("a v or z before the ending may be the f or s at the end of the word without it", "[search]") {
  CHECK(may_be_form("huiz", "huis"));
  CHECK(may_be_form("briev", "brief"));
  CHECK(may_be_form("positiev", "positief"));
  CHECK(may_be_form("grenz", "grens"));
}

TEST_CASE("a v or z after one vowel is its own, for the stemmer may have taken another one away", "[search]") {
  CHECK_FALSE(may_be_form("verlez", "verles"));
}

TEST_CASE("a d at the end of a word that does not begin as a verb is its own", "[search]") {
  CHECK(word_forms("maand").empty());
  CHECK(word_forms("kind").empty());
}

}  // namespace
}  // namespace wegwijs
