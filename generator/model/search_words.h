#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "files/file_tree.h"
#include "schema/written.h"

namespace wegwijs {

class Site;

/// The file at the root of a portal with the words of readers that the pages do not have, and the folder beside it with
/// more files of the same form: together they are one.
inline constexpr std::string_view search_words_file_name = "zoekwoorden.yaml";
inline constexpr std::string_view search_words_folder = "zoekwoorden";

/// Words that a reader types and what the pages say instead: "bullied" and "pesten".
struct SearchPhrase {
  std::vector<std::string> words;       ///< folded, in order, without small words; at least one
  std::vector<std::string> with_small;  ///< as `words` with the small ones, which then count; empty when there are none
  std::string meaning;                  ///< what is looked for instead; may be empty when there are addresses
  std::vector<std::string> addresses;   ///< pages that are found under these words, when they are there
};

/// Questions as readers ask them, and the pages that answer them: what these are found by, though they do not say it.
struct AnsweredQuestions {
  std::vector<WrittenText> answers;  ///< addresses
  std::vector<std::string> words;    ///< folded, of all questions, each as often as it is there; small ones too
};

/// The places that readers ask for schools in, whether there are any or not.
struct SearchPlaces {
  WrittenText collection;
  WrittenText field;               ///< of its schema, with the place of an entry
  std::vector<std::string> names;  ///< each of one word
};

struct SearchWords {
  std::vector<SearchPhrase> phrases;
  /// Phrases of small words only, folded, and the words that are looked up instead: "te laat" and "verzuim". One with an
  /// address is a name, which counts when nothing else is asked: it stands between ^ and $ (search_format.h).
  std::vector<std::pair<std::string, std::string>> small_phrases;
  std::vector<AnsweredQuestions> questions;
  std::vector<std::string> meaningless;         ///< folded words that are not looked up, beside those of Dutch
  std::vector<std::string> asking_for_numbers;  ///< folded words of a question that a table answers ("hoeveel")
  std::vector<std::string> background;          ///< folded words for who and where, which count half beside others
  SearchPlaces places;
  std::vector<WrittenText> with_numbers;  ///< collections that answer such a question
};

/// The files with words of readers that a site has: `zoekwoorden.yaml`, then those of the folder by name.
std::vector<FileId> search_words_files(const FileTree& sources);

/// Reads them all. Without any: none.
SearchWords read_search_words(const FileTree& sources, Diagnostics& diagnostics);

/// Reports collections and fields that the words of `site` name and that it does not have.
void check_search_words(const Site& site, Diagnostics& diagnostics);

}  // namespace wegwijs
