#include "text/distinct_words.h"

#include <algorithm>

namespace wegwijs {

void append_separated(std::string& text, std::string_view separator, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += separator;
  text += more;
}

void DistinctWords::add(std::string word) {
  if (!word.empty() && std::find(words_.begin(), words_.end(), word) == words_.end()) words_.push_back(std::move(word));
}

std::string DistinctWords::joined(std::string_view separator) const {
  std::string text;
  for (const std::string& word : words_) append_separated(text, separator, word);
  return text;
}

}  // namespace wegwijs
