#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// A stem that another one may be a form of.
struct WordForm {
  std::string stem;
  bool is_of_verb = false;  ///< only when the infinitive of `stem` is a word of the site
};

/// The stems that `stem` may be a form of, which the stemmer does not join: huilt and gehuild of huil, betaalt and
/// betaald of betal, leeft of lev, okas of oka. A guess: whether such a stem is one of the site is for who asks.
std::vector<WordForm> word_forms(std::string_view stem);

}  // namespace wegwijs
