#include "source/yaml_slips.h"

#include <algorithm>
#include <array>
#include <utility>

#include "source/invisible.h"
#include "source/yaml_rules.h"
#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr int lines_looked_at = 80;  // an open quote is missed at the next quote, wherever that is

constexpr BilingualText no_space{"achter de dubbele punt hoort een spatie", "a space belongs behind the colon"};
constexpr BilingualText no_space_after_dash{"achter het streepje hoort een spatie", "a space belongs after the dash"};
constexpr BilingualText no_dash{"een lijst begint hier met een gewoon streepje en een spatie",
                                "a list begins here with a plain dash and a space"};
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

/// Where the content begins, after spaces and dashes of a list.
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
    if (line.text.starts_with(sign))
      return YamlSlip{line.begin, line.begin + sign.size(), YamlSlip::Kind::form, merge_rest, {}};
  }
  return std::nullopt;
}

/// Whether nothing follows on the line that would belong to the text in the quotes.
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
  if (!closes_here) return YamlSlip{open, open + 1, YamlSlip::Kind::open_quote, {}, {}};
  return YamlSlip{close, close + 1, YamlSlip::Kind::form, text_behind_quote, {}};
}

bool is_content(const Line& line) {
  const std::size_t begin = content_of(line.text);
  return begin < line.text.size() && line.text[begin] != '#';
}

/// The line with content before the one that begins at `begin`; empty when there is none.
std::optional<Line> content_before(std::string_view text, std::size_t begin) {
  for (int lines = 0; begin > 0 && lines < lines_looked_at; ++lines) {
    const Line line = line_at(text, begin - 1);
    if (is_content(line)) return line;
    begin = line.begin;
  }
  return std::nullopt;
}

bool begins_with_key(std::string_view line) {
  const std::size_t begin = content_of(line);
  const std::size_t end = key_end(line, begin);
  const std::string_view rest = line.substr(end);
  return end > begin && (rest == ":" || rest.starts_with(": "));
}

/// Whether a key belongs at the beginning of the line: not when it goes on with the text of a line before it.
bool may_begin_with_key(std::string_view text, const Line& line) {
  const std::size_t indentation = content_of(line.text);
  std::size_t begin = line.begin;
  for (int lines = 0; lines < lines_looked_at; ++lines) {
    const std::optional<Line> before = content_before(text, begin);
    if (!before) return true;
    if (content_of(before->text) < indentation) return before->text.ends_with(':');
    begin = before->begin;
  }
  return false;
}

/// A key whose colon is missing or has no space after it.
std::optional<YamlSlip> colon_slip(const Line& line) {
  if (line.text == "---" || line.text == "...") return std::nullopt;
  const std::size_t begin = content_of(line.text);
  const std::size_t end = key_end(line.text, begin);
  if (end == begin) return std::nullopt;
  const auto slip = [&](std::size_t slip_end, BilingualText reason, std::string suggestion) {
    return YamlSlip{line.begin + begin, line.begin + slip_end, YamlSlip::Kind::form, reason, std::move(suggestion)};
  };
  if (end == line.text.size()) return slip(end, no_colon, "");
  const std::string_view rest = line.text.substr(end);
  const std::string key(line.text.substr(begin, end - begin));
  if (rest[0] == ':') {
    const std::string_view value = rest.substr(1);
    if (value.empty() || value[0] == ' ' || value.starts_with("//")) return std::nullopt;
    return slip(end + 1, no_space, key + ": " + std::string(value));
  }
  const std::size_t sign = rest.find_first_not_of(' ');
  constexpr std::string_view wide_colon = "：";
  const bool is_wide_colon = rest.substr(sign).starts_with(wide_colon);
  const bool is_other_sign = rest[sign] == '=' || rest[sign] == ';' || is_wide_colon;
  if (!is_other_sign && rest.find(": ") != std::string_view::npos) return std::nullopt;
  const std::size_t value =
      is_wide_colon ? rest.find_first_not_of(' ', sign + wide_colon.size()) : rest.find_first_not_of("=; ");
  const bool is_whole = is_other_sign && value != std::string_view::npos;
  return slip(end, no_colon, is_whole ? key + ": " + std::string(rest.substr(value)) : "");
}

/// The bytes of a dash at the beginning of `text` that stands against its text, or of another sign that a word
/// processor puts before the items of a list; 0 when there is none.
std::size_t wrong_dash(std::string_view text) {
  const bool is_against_text = text.size() > 1 && text[0] == '-' && text[1] != ' ' && text[1] != '-';
  if (is_against_text) return 1;
  for (const std::string_view sign : {"–", "—", "•", "·", "▪", "‣"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

/// A dash against its text in a list, or another sign in the place of the dash.
std::optional<YamlSlip> dash_slip(std::string_view text, const Line& line) {
  const std::size_t dash = line.text.find_first_not_of(' ');
  const std::size_t length = wrong_dash(line.text.substr(dash));
  if (length == 0) return std::nullopt;
  const std::optional<Line> before = content_before(text, line.begin);
  const bool follows_item = before && before->text.find_first_not_of(' ') == dash && before->text[dash] == '-';
  // "-5" below a key is a number.
  const std::size_t words = std::min(line.text.find_first_not_of(' ', dash + length), line.text.size());
  const bool is_first_item = before && before->text.ends_with(':') && content_of(before->text) <= dash &&
                             words < line.text.size() && is_letter(line.text[words]);
  if (!follows_item && !is_first_item) return std::nullopt;
  return YamlSlip{line.begin + dash, line.begin + dash + length, YamlSlip::Kind::form,
                  length == 1 ? no_space_after_dash : no_dash, "- " + std::string(line.text.substr(words))};
}

std::optional<YamlSlip> hard_space_slip_at(const Line& line) {
  std::optional<YamlSlip> slip = hard_space_slip(line.text);
  if (!slip) return std::nullopt;
  slip->begin += line.begin;
  slip->end += line.begin;
  return slip;
}

/// Bytes of what begins a word with an apostrophe ("'t", "'90") at the beginning of `text`; 0 when it is a quote.
std::size_t apostrophe_word(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == 1) {
    while (end < text.size() && is_letter(text[end])) ++end;
    constexpr std::array<std::string_view, 12> words{"t", "s", "n", "k", "r", "m", "ie", "er", "em", "ns", "sj", "tis"};
    if (std::find(words.begin(), words.end(), lower_case(text.substr(1, end - 1))) == words.end()) return 0;
  }
  const bool is_word = end > 1 && end < text.size() && (text[end] == ' ' || text[end] == '-');
  return is_word ? end : 0;
}

/// Where the value of the line begins: after "key: " or "- "; npos when it has none.
std::size_t value_of(std::string_view line) {
  const std::size_t begin = content_of(line);
  const std::size_t end = key_end(line, begin);
  if (end > begin && line.substr(end).starts_with(": ")) return line.find_first_not_of(' ', end + 1);
  return begin >= 2 && line[begin - 2] == '-' ? begin : std::string_view::npos;
}

/// Whether a quote ends what is on the line, perhaps with a note after it: "'2026' # noot".
bool ends_with_quote(std::string_view line) {
  for (std::size_t quote = line.rfind('\''); quote != std::string_view::npos;
       quote = quote == 0 ? std::string_view::npos : line.rfind('\'', quote - 1)) {
    const std::size_t next = line.find_first_not_of(' ', quote + 1);
    if (next == std::string_view::npos || (line[next] == '#' && next > quote + 1)) return true;
  }
  return false;
}

/// Whether the quote at the beginning of the value is closed, on this line or on one that goes on with it.
bool is_quote_closed(std::string_view text, const Line& line, std::size_t value) {
  const std::size_t indentation = line.text.find_first_not_of(' ');
  if (line.text.size() > value + 1 && ends_with_quote(line.text.substr(value + 1))) return true;
  for (std::size_t next = line.begin + line.text.size(); next < text.size();) {
    next = text.find('\n', next);
    if (next == std::string_view::npos) return false;
    const Line following = line_at(text, ++next);
    const std::size_t begin = following.text.find_first_not_of(' ');
    if (begin == std::string_view::npos) continue;
    if (begin <= indentation) return false;
    if (ends_with_quote(following.text)) return true;
    next = following.begin + following.text.size();
  }
  return false;
}

}  // namespace

std::optional<YamlSlip> hard_space_slip(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) return std::nullopt;
  if (line[first] == '-') {
    if (const std::size_t length = hard_space_length(line.substr(first + 1)); length > 0)
      return YamlSlip{first + 1, first + 1 + length, YamlSlip::Kind::hard_space, hard_space_after_dash, {}};
  }
  const std::size_t begin = content_of(line);
  const std::size_t end = key_end(line, begin);
  if (end == begin || end >= line.size() || line[end] != ':') return std::nullopt;
  const std::size_t length = hard_space_length(line.substr(end + 1));
  if (length == 0) return std::nullopt;
  return YamlSlip{end + 1, end + 1 + length, YamlSlip::Kind::hard_space, hard_space_after_colon, {}};
}

std::string with_masked_apostrophes(std::string_view text) {
  std::string masked(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t quote = text.find('\'', begin);
    if (quote == std::string_view::npos) break;
    const Line line = line_at(text, quote);
    const std::size_t value = value_of(line.text);
    if (value == quote - line.begin && apostrophe_word(line.text.substr(value)) > 0 &&
        !is_quote_closed(text, line, value)) {
      masked[quote] = masked_apostrophe;
    }
    begin = std::max(quote + 1, line.begin + line.text.size());
  }
  return masked;
}

std::optional<YamlSlip> yaml_slip_before(std::string_view text, std::size_t position) {
  std::optional<Line> line = line_at(text, std::min(position, text.size()));
  const std::size_t indentation = content_of(line->text);
  bool looks_for_colon = true;
  std::optional<YamlSlip> colon;
  std::optional<Line> after;
  for (int lines = 0; line && lines < lines_looked_at; ++lines) {
    if (is_content(*line)) {
      if (auto slip = merge_slip(*line)) return slip;
      if (auto slip = quote_slip(text, *line)) return slip;
      if (!colon && looks_for_colon) {
        colon = hard_space_slip_at(*line);
        if (!colon) colon = dash_slip(text, *line);
        // An item of a list may be words alone; it needs a key where the line below it goes on with one.
        const bool is_item =
            line->text.substr(std::min(line->text.find_first_not_of(' '), line->text.size())).starts_with("- ");
        const bool goes_on = after && content_of(after->text) == content_of(line->text) && begins_with_key(after->text);
        const bool needs_key = !is_item || goes_on;
        if (!colon && needs_key && may_begin_with_key(text, *line)) colon = colon_slip(*line);
      }
      // What comes before a good key of the same map cannot be what the library stumbled over.
      const bool is_earlier_key = lines > 0 && begins_with_key(line->text) && content_of(line->text) <= indentation;
      if (is_earlier_key) looks_for_colon = false;
      after = line;
    }
    line = content_before(text, line->begin);
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
