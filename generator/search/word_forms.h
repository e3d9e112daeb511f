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
/// betaald of betal, leeft of lev, valt of vall, aangemeld of aanmeld, opgenom of opnem, klasj of klas, okas of oka,
/// briev of brief. A guess: whether such a stem is one of the site is for who asks.
std::vector<WordForm> word_forms(std::string_view stem);

/// A form of an irregular verb, and the stems of both (liep: liep, lop).
struct IrregularStems {
  std::string_view form;
  std::string stem;
  std::string infinitive_stem;
};
/// Of every one of `irregular_verb_forms`, in its order. Worked out once; any thread may ask.
const std::vector<IrregularStems>& irregular_stems();

/// An infinitive that stands apart in a sentence: aan and melden of "aanmelden" (ik meld hem aan). Nothing of a word
/// that does not begin as one does.
struct SeparableVerb {
  std::string_view particle;
  std::string_view verb;
};
SeparableVerb separable_verb(std::string_view word);

/// The stems of the forms of the present and the past that the infinitive `verb` has in a sentence: of vallen those of
/// val, valt, vallen and viel. Each once.
std::vector<std::string> finite_stems(std::string_view verb);

}  // namespace wegwijs
