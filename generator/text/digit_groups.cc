#include "text/digit_groups.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

std::size_t dash_at(std::string_view text, std::size_t position) {
  const std::string_view rest = text.substr(std::min(position, text.size()));
  for (const std::string_view sign :
       {"-", ".", "/", "(", ")", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93", "\xE2\x80\x94"}) {
    if (rest.starts_with(sign)) return sign.size();
  }
  return 0;
}

}  // namespace

bool is_letter_or_digit_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return false;
  const char character = text[position];
  return is_letter(character) || is_digit(character);
}

std::size_t space_at(std::string_view text, std::size_t position) {
  const std::string_view rest = text.substr(std::min(position, text.size()));
  if (rest.starts_with(' ') || rest.starts_with('\t')) return 1;
  if (rest.starts_with(hard_space)) return hard_space.size();
  constexpr std::string_view narrow = "\xE2\x80\xAF";
  return rest.starts_with(narrow) ? narrow.size() : 0;
}

std::optional<DigitGap> digit_gap_at(std::string_view text, std::size_t position) {
  constexpr std::size_t longest_gap = 8;
  constexpr std::size_t longest_indentation = 40;
  std::size_t end = position;
  bool has_space = false;
  bool has_dash = false;
  while (end < text.size() && end - position <= longest_gap) {
    if (const std::size_t space = space_at(text, end)) {
      end += space;
      has_space = true;
    } else if (const std::size_t dash = dash_at(text, end)) {
      end += dash;
      has_dash = true;
    } else {
      break;
    }
  }
  if (end < text.size() && is_digit(text[end]) && end > position) {
    const bool is_slash = text.substr(position, end - position) == "/";
    return DigitGap{end, has_space ? DigitJoint::spaced : is_slash ? DigitJoint::slash : DigitJoint::tight};
  }
  if (has_dash || end >= text.size() || (text[end] != '\n' && text[end] != '\r')) return std::nullopt;
  end += text.substr(end).starts_with("\r\n") ? 2U : 1U;
  const std::size_t line = end;
  while (end < text.size() && end - line <= longest_indentation && space_at(text, end) > 0) end += space_at(text, end);
  return end < text.size() && is_digit(text[end]) ? std::optional(DigitGap{end, DigitJoint::line_end}) : std::nullopt;
}

}  // namespace wegwijs
