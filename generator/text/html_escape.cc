#include "text/html_escape.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/ascii.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// By byte: what stands for those that mean something in HTML; empty for the others.
constexpr std::array<std::string_view, 256> references = [] {
  std::array<std::string_view, 256> table{};
  table['&'] = "&amp;";
  table['<'] = "&lt;";
  table['>'] = "&gt;";
  table['"'] = "&quot;";
  table['\''] = "&#39;";
  return table;
}();

/// Whether the space at `space` holds what is on both sides of it together.
bool is_unbroken(std::string_view text, std::size_t space) {
  constexpr std::string_view euro = "€";
  const std::string_view before = text.substr(0, space);
  const std::string_view number = text.substr(space + 1);
  if (number.empty() || !is_digit(number[0])) return false;
  if (before.ends_with(euro)) return true;
  if (before.empty() || !(is_letter(before.back()) || before.back() == '.')) return false;
  // "klas 1" and "klas 1.", but not "klas 12", "om 8.30", "met 1e" or "2-3".
  if (number.size() == 1) return true;
  const bool is_longer = is_digit(number[1]) || is_letter(number[1]) || static_cast<unsigned char>(number[1]) >= 0x80;
  const bool goes_on = number.size() > 2 && number[1] != ' ' && (is_digit(number[2]) || is_letter(number[2]));
  return !is_longer && !goes_on;
}

/// So many letters and digits a word with a hyphen may have to be held on one line: it fits in any column.
constexpr std::size_t most_unbroken = 10;
/// A part of so few would be odd at the begin or the end of a line.
constexpr std::size_t few = 2;

bool is_of_word(char character) {
  return is_letter(character) || is_digit(character) || static_cast<unsigned char>(character) >= 0x80;
}

/// Whether a character beside a word makes it part of an address or of a longer word with hyphens.
bool is_joining(char character) {
  return std::string_view("-/_@=&").find(character) != std::string_view::npos;
}

/// Whether the word from `begin` to `end` is only a part of what a reader takes for one.
bool goes_on(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0 && (is_joining(text[begin - 1]) || text[begin - 1] == '.')) return true;
  if (end == text.size()) return false;
  return is_joining(text[end]) || (text[end] == '.' && end + 1 < text.size() && is_of_word(text[end + 1]));
}

struct Part {
  std::size_t begin;
  std::size_t end;
};

/// The word around the hyphen when a line may not end within it: "2025-2026", "e-mail"; not "middag-programma", nor
/// a part of an address. It begins at `from` at the earliest.
std::optional<Part> unbroken_word(std::string_view text, std::size_t hyphen, std::size_t from) {
  Part word{hyphen, hyphen + 1};
  while (word.begin > from && is_of_word(text[word.begin - 1])) --word.begin;
  while (word.end < text.size() && is_of_word(text[word.end])) ++word.end;
  const std::string_view before = text.substr(word.begin, hyphen - word.begin);
  const std::string_view behind = text.substr(hyphen + 1, word.end - hyphen - 1);
  if (before.empty() || behind.empty() || before.size() + behind.size() > most_unbroken) return std::nullopt;
  if (goes_on(text, word.begin, word.end)) return std::nullopt;
  const bool is_number = std::all_of(before.begin(), before.end(), is_digit) && is_digit(behind.front());
  return is_number || std::min(before.size(), behind.size()) <= few ? std::optional(word) : std::nullopt;
}

/// Where a line may end from `from` on: a space or a hyphen.
std::size_t next_break(std::string_view text, std::size_t from) {
  const std::size_t found = find_any_of<' ', '-'>(text.substr(from));
  return found == std::string_view::npos ? text.size() : from + found;
}

}  // namespace

void append_html_escaped(std::string& output, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t position = 0; position < text.size(); ++position) {
    const std::string_view reference = references[static_cast<unsigned char>(text[position])];
    if (reference.empty()) continue;
    output.append(text, begin, position - begin);
    output.append(reference);
    begin = position + 1;
  }
  output.append(text, begin);
}

void append_html_text(std::string& output, std::string_view text) {
  std::size_t begin = 0;
  const auto write_up_to = [&](std::size_t end) {
    append_html_escaped(output, text.substr(begin, end - begin));
    begin = end;
  };
  for (std::size_t place = next_break(text, 0); place < text.size();
       place = next_break(text, std::max(place + 1, begin))) {
    if (text[place] == '-') {
      const std::optional<Part> word = unbroken_word(text, place, begin);
      if (!word) continue;
      write_up_to(word->begin);
      output += "<span class=\"vast\">";
      write_up_to(word->end);
      output += "</span>";
    } else if (is_unbroken(text, place)) {
      write_up_to(place);
      output += hard_space;
      begin = place + 1;
    }
  }
  write_up_to(text.size());
}

std::string html_escaped(std::string_view text) {
  std::string output;
  output.reserve(text.size());
  append_html_escaped(output, text);
  return output;
}

}  // namespace wegwijs
