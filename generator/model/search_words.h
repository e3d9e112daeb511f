#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "files/file_tree.h"
#include "model/site.h"
#include "schema/written.h"

namespace wegwijs {

/// The file at the root of a portal with the words of readers that the pages do not have.
inline constexpr std::string_view search_words_file_name = "zoekwoorden.yaml";

/// Words that a reader types and what the pages say instead: "bullied" and "pesten".
struct SearchPhrase {
  std::vector<std::string> words;      ///< folded, in order; at least one
  std::string meaning;                 ///< what is looked for instead; may be empty when there are addresses
  std::vector<std::string> addresses;  ///< pages that are found under these words, when they are there
};

/// The places that readers ask for schools in, whether there are any or not.
struct SearchPlaces {
  WrittenText collection;
  WrittenText field;               ///< of its schema, with the place of an entry
  std::vector<std::string> names;  ///< each of one word
};

struct SearchWords {
  std::vector<SearchPhrase> phrases;
  std::vector<std::string> meaningless;         ///< folded words that are not looked up, beside those of Dutch
  std::vector<std::string> asking_for_numbers;  ///< folded words of a question that a table answers ("hoeveel")
  SearchPlaces places;
  std::vector<WrittenText> with_numbers;  ///< collections that answer such a question
};

/// Reads `zoekwoorden.yaml`. Without the file: none.
SearchWords read_search_words(const FileTree& sources, Diagnostics& diagnostics);

/// Reports collections and fields that are named and that the site does not have.
void check_search_words(const SearchWords& words, const Site& site, Diagnostics& diagnostics);

}  // namespace wegwijs
