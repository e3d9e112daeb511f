#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// A word of a text in the form in which words are compared.
struct FoldedWord {
  std::string text;           ///< a–z and 0–9: lower case, without accents, ligatures taken apart
  bool after_hyphen = false;  ///< only a hyphen is between this word and the one before it: vmbo-t
};

/// The words of `text`, in order. Everything but letters and digits divides words, except an apostrophe between two
/// letters, which is left out (auto's → autos). Consecutive single letters form one word (t.l.v. → tlv).
/// The search client divides a query in the same way.
std::vector<FoldedWord> folded_words(std::string_view text);

}  // namespace wegwijs
