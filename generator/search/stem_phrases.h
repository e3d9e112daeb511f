#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/search_words.h"

namespace wegwijs {

/// What readers say in other words than the pages, as stems with spaces between, by the first that is looked up.
struct StemPhrase {
  std::string rest;     ///< the stems after it, or, where small words count, all with a * in its place and
                        ///< a - for words between that are not of it; may be empty
  std::string meaning;  ///< the stems that are looked up instead; after a + one that is looked up beside the words
};

/// The phrases of an index while it is made.
class StemPhrases {
 public:
  /// What begins with one stem: the longest phrase first, one that is this stem alone last.
  using ByStem = std::map<std::string, std::vector<StemPhrase>, std::less<>>;

  /// A stem that is looked up as another one: both are of forms of one word.
  void add_form(const std::string& stem, const std::string& base) { by_stem_[stem].push_back({"", base}); }
  /// A piece of a verb, with `particle` some words after it, is looked up as the whole verb too.
  void add_separated(const std::string& stem, std::string_view particle, const std::string& verb);
  /// Words that are looked up as those of `phrase.meaning`.
  void add(const SearchPhrase& phrase);
  /// Words that together are the name of a page. They are looked up by themselves too, so that other pages are found
  /// under them as before. `name`: that one, as a word of the index.
  void add_name(const SearchPhrase& words, std::string_view name);

  /// To be called once, after all was added.
  ByStem take();

 private:
  ByStem by_stem_;
};

}  // namespace wegwijs
