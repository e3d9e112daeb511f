#include "text/markup.h"

#include <algorithm>

#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr std::size_t longest_piece = 80;  // bytes; the end of a piece is not searched for beyond this

bool is_word_sign(char character) {
  return is_letter(character) || is_digit(character) || static_cast<unsigned char>(character) >= 0x80;
}

bool is_space(char character) {
  return character == ' ' || character == '\n' || character == '\t';
}

/// "**vet**", "_schuin_", "`code`", "~~weg~~": a sign before a word and the same sign after a word.
std::string_view emphasis(std::string_view rest, char before, std::string_view sign) {
  if (!rest.starts_with(sign) || is_word_sign(before) || before == sign.front()) return {};
  const std::string_view inside = rest.substr(sign.size(), longest_piece);
  if (inside.empty() || is_space(inside.front()) || inside.front() == sign.front()) return {};
  const std::size_t end = inside.find(sign);
  if (end == std::string_view::npos || end == 0 || is_space(inside[end - 1])) return {};
  const std::size_t behind = end + sign.size();
  const bool ends_word = behind >= inside.size() || !is_word_sign(inside[behind]);
  return ends_word ? rest.substr(0, sign.size() + behind) : std::string_view();
}

/// "[gids](/gids/)" and "[^1]".
std::string_view link(std::string_view rest) {
  if (!rest.starts_with('[')) return {};
  const std::string_view near = rest.substr(0, 2 * longest_piece);
  const std::size_t close = near.find(']');
  if (close == std::string_view::npos) return {};
  if (near[1] == '^' && close > 2) return near.substr(0, close + 1);
  if (close + 1 >= near.size() || near[close + 1] != '(') return {};
  const std::size_t end = near.find(')', close);
  return end == std::string_view::npos ? std::string_view() : near.substr(0, end + 1);
}

/// "<b>", "</p>", "<https://…>".
std::string_view element(std::string_view rest) {
  if (!rest.starts_with('<')) return {};
  const std::string_view near = rest.substr(0, longest_piece);
  const std::size_t name = near.size() > 1 && near[1] == '/' ? 2 : 1;
  if (near.size() <= name || !is_letter(near[name])) return {};
  const std::size_t end = near.find('>');
  return end == std::string_view::npos ? std::string_view() : near.substr(0, end + 1);
}

/// "&nbsp;", "&#39;".
std::string_view character_reference(std::string_view rest) {
  constexpr std::size_t longest_name = 10;
  if (!rest.starts_with('&')) return {};
  const std::size_t end = rest.substr(0, longest_name).find(';');
  if (end == std::string_view::npos || end < 3) return {};
  const std::string_view name = rest.substr(rest[1] == '#' ? 2 : 1, end - (rest[1] == '#' ? 2 : 1));
  const bool is_name =
      std::all_of(name.begin(), name.end(), [](char sign) { return is_letter(sign) || is_digit(sign); });
  return is_name && !name.empty() ? rest.substr(0, end + 1) : std::string_view();
}

/// "## Kop" at the beginning of a line.
std::string_view heading(std::string_view rest, char before) {
  if (before != '\n' || !rest.starts_with('#')) return {};
  const std::size_t end = std::min(rest.find_first_not_of('#'), rest.size());
  return end <= 6 && end < rest.size() && rest[end] == ' ' ? rest.substr(0, end) : std::string_view();
}

}  // namespace

std::string_view first_markup(std::string_view text) {
  char before = '\n';
  for (std::size_t position = 0; position < text.size(); before = text[position++]) {
    const std::string_view rest = text.substr(position);
    std::string_view found;
    switch (rest.front()) {
      case '*':
        found = emphasis(rest, before, "**");
        if (found.empty()) found = emphasis(rest, before, "*");
        break;
      case '_':
        found = emphasis(rest, before, "__");
        if (found.empty()) found = emphasis(rest, before, "_");
        break;
      case '~':
        found = emphasis(rest, before, "~~");
        break;
      case '`':
        found = emphasis(rest, before, "`");
        break;
      case '[':
        found = link(rest);
        break;
      case '<':
        found = element(rest);
        break;
      case '&':
        found = character_reference(rest);
        break;
      case '#':
        found = heading(rest, before);
        break;
      default:
        break;
    }
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace wegwijs
