#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/search_words.h"
#include "search/asked_words.h"
#include "search/index_vocabulary.h"
#include "search/search_block.h"
#include "search/search_index.h"
#include "search/stem_phrases.h"

namespace wegwijs {

/// What pages are found by beside their own texts: the words under which `zoekwoorden.yaml` has them, as names; the
/// questions that they answer, as words of headings; and names of several words, each as one word.
class PageNames {
 public:
  /// Adds the words to `vocabulary`. All arguments have to stay where they are.
  PageNames(const std::vector<SearchBlock>& blocks, const SearchWords& words, const NamedKinds& named_kinds,
            IndexVocabulary& vocabulary);

  /// Not looked up by itself.
  bool is_small(std::string_view word) const;
  /// Of the page at `address`, which is there.
  const std::vector<WordUse>& uses_of(const std::string& address) const { return uses_of_address_.at(address); }
  /// Whether a word of the index is a name of several words.
  bool is_joined_name(std::string_view word) const { return joined_names_.contains(word); }
  AskedWords& asked() { return asked_; }
  const AskedWords& asked() const { return asked_; }
  /// What readers say in several words, names of several words, and titles of two words as one.
  void note_phrases(StemPhrases& phrases) const;

 private:
  void add_name(const SearchCard& card);
  void add_joined_title(const SearchCard& card);
  void add_other_name(const std::string& address, std::span<const std::string> words);
  void add_questions(const AnsweredQuestions& questions);
  void note_other_name(const SearchPhrase& phrase, StemPhrases& phrases) const;
  WordUse use_of(std::string_view word, SearchField field, std::uint16_t count);

  const SearchWords& search_words_;
  IndexVocabulary& vocabulary_;
  std::unordered_map<std::string, std::vector<WordUse>> uses_of_address_;  // of every page
  AskedWords asked_;
  std::vector<SearchPhrase> names_;                                    // of several words
  std::set<std::string, std::less<>> joined_names_;                    // the same, each as one word
  std::map<std::string, std::string> joined_titles_;                   // of two words, as one: the two
  std::unordered_map<std::string, std::string_view> name_of_address_;  // the last, by page
};

}  // namespace wegwijs
