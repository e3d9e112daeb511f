#include "source/markdown_paragraph.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// The size of the `&name;` or `&#x12;` that `text` begins with; 0 when it begins with none.
std::size_t reference_size(std::string_view text) {
  constexpr std::size_t longest = 34;
  std::size_t end = text.substr(1).starts_with('#') ? 2 : 1;
  while (end < text.size() && end < longest && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  return end > 1 && end < text.size() && text[end] == ';' ? end + 1 : 0;
}

}  // namespace

void MarkdownParagraph::begin(std::size_t begin) {
  begin_ = begin;
  text_.clear();
  words_.clear();
}

void MarkdownParagraph::add_words(std::string_view words) {
  words_.push_back({text_.size(), words.size()});
  text_ += words;
}

MarkdownParagraph::Places MarkdownParagraph::places() {
  constexpr std::size_t window = 4096;
  constexpr std::size_t all_windows = 8 * 1024 * 1024;
  Places result{text_, std::vector<std::size_t>(text_.size(), npos)};
  std::size_t cursor = begin_;
  std::size_t previous_end = 0;
  for (const Words& words : words_) {
    // Each line of the words is one of the source.
    const auto skipped = std::count(text_.begin() + static_cast<std::ptrdiff_t>(previous_end),
                                    text_.begin() + static_cast<std::ptrdiff_t>(words.begin), '\n');
    for (std::ptrdiff_t line = 0; line < skipped && cursor < source_.size(); ++line) {
      cursor = std::min(source_.find('\n', cursor), source_.size() - 1) + 1;
    }
    previous_end = words.begin + words.size;
    for (std::size_t from = cursor; from < std::min(source_.size(), cursor + window); ++from) {
      if (++searched_ > all_windows) return result;
      const std::size_t end = match(from, words.begin, words.size, result);
      if (end == npos) continue;
      cursor = end;
      break;
    }
  }
  return result;
}

std::size_t MarkdownParagraph::match(std::size_t from, std::size_t words, std::size_t size, Places& result) const {
  std::size_t at = from;
  for (std::size_t index = words; index < words + size;) {
    if (at >= source_.size()) return npos;
    std::size_t written = 1;
    std::size_t read = 1;
    bool is_literal = false;
    const std::size_t reference = source_[at] == '&' ? reference_size(source_.substr(at)) : 0;
    if (reference > 0) {
      is_literal = true;
      written = reference;
      std::size_t next = index;
      next_code_point(text_, next);
      read = next - index;
    } else if (source_[at] == '\\' && at + 1 < source_.size() && is_punctuation(source_[at + 1]) &&
               source_[at + 1] == text_[index]) {
      is_literal = true;
      written = 2;
    } else if (source_[at] != text_[index]) {
      return npos;
    }
    for (std::size_t byte = index; byte < std::min(index + read, text_.size()); ++byte) {
      result.places[byte] = at;
      if (is_literal)
        result.masked[byte] = literal;
      else
        result.masked[byte] = text_[byte];
    }
    index += read;
    at += written;
  }
  return at;
}

}  // namespace wegwijs
