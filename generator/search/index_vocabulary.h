#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/compounds.h"
#include "search/joined_forms.h"
#include "search/stem_phrases.h"

namespace wegwijs {

/// Whether a folded word is not looked up by itself.
using IsSmallWord = std::function<bool(std::string_view)>;

/// The words of an index by number, the stem that each is looked up by, and the stems of the parts of a compound. First
/// all words are added, then their stems are worked out, then the stems of forms of one word are joined.
class IndexVocabulary {
 public:
  /// The number of the word, which has to stay where it is.
  std::uint32_t add(std::string_view word);
  /// To be called once, after the last word.
  void work_out_stems();
  /// Stems of one word in other forms become one; `phrases` gets the stems that only a reader uses then.
  void join_forms(const IsSmallWord& is_small, StemPhrases& phrases);
  /// A separable verb is found in a sentence where it stands in two pieces, with other words between: `phrases` gets
  /// both.
  void note_separable_verbs(const IsSmallWord& is_small, StemPhrases& phrases);
  /// A stem that is of none of the words; `stem` is none of theirs.
  void add_stem(std::string stem);

  std::optional<std::uint32_t> find(std::string_view word) const;
  /// By number.
  const std::vector<std::string_view>& words() const { return words_; }
  const std::vector<std::string>& stems() const { return stems_; }
  /// By word.
  const std::vector<std::uint32_t>& stem_of() const { return stem_of_; }
  /// Stems; none of a word that is no compound.
  const std::vector<std::uint32_t>& parts_of(std::uint32_t word) const { return parts_of_[word]; }

 private:
  bool is_new_form(const std::string& stem);

  Vocabulary numbers_;
  std::vector<std::string_view> words_;
  std::vector<std::string> stems_;
  StemNumbers stem_numbers_;
  std::vector<std::uint32_t> stem_of_;
  std::vector<std::vector<std::uint32_t>> parts_of_;  // by word
  std::set<std::string> noted_forms_;                 // of verbs, that no text has
};

}  // namespace wegwijs
