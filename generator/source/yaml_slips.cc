#include "source/yaml_slips.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr int lines_for_colons = 2;   // a line without a colon is missed on the next one
constexpr int lines_for_quotes = 80;  // an open quote is missed at the next quote, wherever that is

constexpr BilingualText no_space{"achter de dubbele punt hoort een spatie", "a space belongs behind the colon"};
constexpr BilingualText hard_space_reason{
    "achter de dubbele punt staat een harde spatie, die er als een gewone uitziet; typ hem opnieuw",
    "behind the colon stands a hard space, which looks like an ordinary one; type it anew"};
constexpr BilingualText no_colon{"op deze regel staat geen dubbele punt achter de sleutel",
                                 "on this line no colon stands behind the key"};
constexpr BilingualText text_behind_quote{
    "achter het sluitende aanhalingsteken staat nog tekst; staat er een aanhalingsteken of apostrof in de tekst, zet "
    "dan "
    "de andere soort eromheen",
    "text stands behind the closing quote; when the text holds a quote or apostrophe, put the other kind around it"};
constexpr BilingualText merge_rest{
    "dit is een rest van twee versies die niet zijn samengevoegd; laat de goede versie staan en haal deze tekens weg",
    "this is left of two versions that were not merged; keep the right version and remove these signs"};

struct Line {
  std::size_t begin;
  std::string_view text;  ///< without line break and spaces at its end
};

Line line_at(std::string_view text, std::size_t position) {
  const std::size_t before = position == 0 ? std::string_view::npos : text.rfind('\n', position - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::string_view line = text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
  const std::size_t last = line.find_last_not_of(" \t\r");
  return {begin, line.substr(0, last == std::string_view::npos ? 0 : last + 1)};
}

/// Where the content begins, behind spaces and dashes of a list.
std::size_t content_of(std::string_view line) {
  std::size_t begin = 0;
  while (begin < line.size() && (line[begin] == ' ' || (line[begin] == '-' && line.substr(begin).starts_with("- ")))) {
    ++begin;
  }
  return begin;
}

bool is_key_character(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-';
}

std::size_t key_end(std::string_view line, std::size_t begin) {
  std::size_t end = begin;
  while (end < line.size() && is_key_character(line[end])) ++end;
  return end;
}

/// The position of the quote that closes the one at `open`; npos when the line has none.
std::size_t closing_quote(std::string_view line, std::size_t open) {
  const char quote = line[open];
  for (std::size_t position = open + 1; position < line.size(); ++position) {
    if (quote == '"' && line[position] == '\\') {
      ++position;
    } else if (line[position] == quote) {
      if (quote == '"' || position + 1 >= line.size() || line[position + 1] != quote) return position;
      ++position;
    }
  }
  return std::string_view::npos;
}

std::optional<YamlSlip> merge_slip(const Line& line) {
  for (const std::string_view sign : {"<<<<<<<", "=======", ">>>>>>>"}) {
    if (line.text.starts_with(sign)) return YamlSlip{line.begin, line.begin + sign.size(), false, merge_rest, {}};
  }
  return std::nullopt;
}

/// Nothing that would belong to the text in the quotes follows on the line.
bool ends_value(std::string_view behind_quote) {
  const std::size_t next = behind_quote.find_first_not_of(' ');
  return next == std::string_view::npos ||
         std::string_view("\r\n#,]}:").find(behind_quote[next]) != std::string_view::npos;
}

/// A quote around the value of the line that is not closed, or closed too early. A text may run on over more lines.
std::optional<YamlSlip> quote_slip(std::string_view text, const Line& line) {
  const std::size_t begin = content_of(line.text);
  const std::size_t end = key_end(line.text, begin);
  const bool has_key = end > begin && line.text.substr(end).starts_with(": ");
  const bool is_item = begin >= 2 && line.text[begin - 2] == '-';
  if (!has_key && !is_item) return std::nullopt;
  const std::size_t value = has_key ? line.text.find_first_not_of(' ', end + 1) : begin;
  if (value >= line.text.size() || (line.text[value] != '"' && line.text[value] != '\'')) return std::nullopt;
  const std::size_t open = line.begin + value;
  const std::size_t close = closing_quote(text, open);
  if (close != std::string_view::npos && ends_value(text.substr(close + 1))) return std::nullopt;
  const bool closes_here = close != std::string_view::npos && close < line.begin + line.text.size();
  if (!closes_here) return YamlSlip{open, open + 1, true, {}, {}};
  return YamlSlip{close, close + 1, false, text_behind_quote, {}};
}

/// A key whose colon is missing or stands against the value.
std::optional<YamlSlip> colon_slip(const Line& line) {
  const std::size_t begin = content_of(line.text);
  const std::size_t end = key_end(line.text, begin);
  if (end == begin || end >= line.text.size()) return std::nullopt;
  const std::string_view rest = line.text.substr(end);
  const std::string key(line.text.substr(begin, end - begin));
  if (rest[0] == ':') {
    const std::string_view value = rest.substr(1);
    if (value.empty() || value[0] == ' ' || value.starts_with("//")) return std::nullopt;
    const bool is_hard = value.starts_with(hard_space);
    return YamlSlip{line.begin + begin, line.begin + end + 1, false, is_hard ? hard_space_reason : no_space,
                    is_hard ? "" : key + ": " + std::string(value)};
  }
  const std::size_t sign = rest.find_first_not_of(' ');
  const bool is_other_sign = rest[sign] == '=' || rest[sign] == ';';
  if (!is_other_sign && rest.find(": ") != std::string_view::npos) return std::nullopt;
  const std::size_t value = rest.find_first_not_of("=; ");
  const bool is_whole = is_other_sign && value != std::string_view::npos;
  return YamlSlip{line.begin + begin, line.begin + end, false, no_colon,
                  is_whole ? key + ": " + std::string(rest.substr(value)) : ""};
}

}  // namespace

std::optional<YamlSlip> yaml_slip_before(std::string_view text, std::size_t position) {
  std::size_t place = std::min(position, text.size());
  const std::size_t indentation = content_of(line_at(text, place).text);
  std::optional<YamlSlip> colon;
  for (int lines = 0; lines < lines_for_quotes;) {
    const Line line = line_at(text, place);
    const std::size_t begin = content_of(line.text);
    const bool has_content = begin < line.text.size() && line.text[begin] != '#';
    if (has_content) {
      if (auto slip = merge_slip(line)) return slip;
      if (auto slip = quote_slip(text, line)) return slip;
      // A line that is indented otherwise goes on with the text of another.
      if (!colon && lines < lines_for_colons && begin == indentation) colon = colon_slip(line);
      ++lines;
    }
    if (line.begin == 0) break;
    place = line.begin - 1;
  }
  return colon;
}

bool is_bracket_closed(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t position = open; position < text.size() && text[position] != '\n'; ++position) {
    const char c = text[position];
    if (c == '"' || c == '\'') {
      const std::size_t close = closing_quote(text.substr(0, text.find('\n', position)), position);
      if (close == std::string_view::npos) return false;
      position = close;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth == 0) return true;
  }
  return false;
}

}  // namespace wegwijs
