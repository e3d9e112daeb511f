#include "source/yaml_mistakes.h"

#include <algorithm>

#include "source/yaml_rules.h"
#include "text/ascii.h"
#include "text/trimmed.h"

namespace wegwijs {
namespace {

constexpr BilingualText curly_quotes_around{"de gekrulde aanhalingstekens om deze tekst zijn hier gewone letters",
                                            "the curly quotes around this text are plain letters here"};
constexpr BilingualText text_behind_bracket{"een tekst die met een haak begint, staat tussen aanhalingstekens",
                                            "a text that begins with a bracket stands in quotes"};
constexpr BilingualText question_in_list{"tussen deze haken staat een vraag tussen aanhalingstekens",
                                         "between these brackets a question stands in quotes"};

/// What is within the curly quotes around `value`, as a word processor puts them; to YAML they are letters. Empty when
/// there are none, or when they belong to its first and its last word.
std::string_view within_curly_quotes(std::string_view value) {
  constexpr std::size_t size = std::string_view("“").size();
  const bool opened = value.starts_with("“") || value.starts_with("„") || value.starts_with("‘");
  const bool closed = value.ends_with("”") || value.ends_with("’") || value.ends_with("“");
  if (!opened || !closed || value.size() <= 2 * size) return {};
  const std::string_view within = value.substr(size, value.size() - 2 * size);
  const bool is_single = value.starts_with("‘");
  for (const std::string_view quote : {"“", "”", "„"}) {
    if (!is_single && within.find(quote) != std::string_view::npos) return {};
  }
  return is_single && within.find("‘") != std::string_view::npos ? std::string_view() : within;
}

/// `text` as one value of YAML, whatever it holds.
std::string in_quotes(std::string_view text) {
  const bool is_plain = text.find_first_of("\"\\") == std::string_view::npos;
  if (is_plain) return "\"" + std::string(text) + "\"";
  std::string quoted = "'";
  for (const char c : text) quoted.append(c == '\'' ? 2 : 1, c);
  return quoted + "'";
}

/// The same of a value that was written without quotes; marks of Markdown that it begins with do nothing in a value.
std::string value_in_quotes(std::string_view value) {
  std::string text(value);
  for (const char mark : {'*', '`'}) {
    if (value.starts_with(mark)) std::erase(text, mark);
  }
  return in_quotes(text);
}

/// The list "[Wat?, Hoe?]" with its questions in quotes, without which the library takes the sign for one of its own;
/// empty for any other value, and for a list with more in it than plain texts.
std::string with_questions_in_quotes(std::string_view value) {
  const bool is_list = value.starts_with('[') && value.ends_with(']') && value.size() > 2;
  if (!is_list || value.find('?') == std::string_view::npos) return "";
  std::string_view rest = value.substr(1, value.size() - 2);
  if (rest.find_first_of("[]{}\"\\:#") != std::string_view::npos) return "";
  std::string list;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    const std::string_view part = trimmed(rest.substr(0, end));
    list += (list.empty() ? "" : ", ") + (part.ends_with('?') ? in_quotes(part) : std::string(part));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return "[" + list + "]";
}

/// Whether what follows a '#' after a value is more likely a part of it than a note: "#1", "#samen", "# 12".
bool looks_like_text(std::string_view after_hash, std::size_t spaces_before) {
  if (after_hash.empty()) return true;
  const bool is_spaced = after_hash.front() == ' ';
  const char first = is_spaced && after_hash.size() > 1 ? after_hash[1] : after_hash.front();
  if (is_spaced) return spaces_before == 1 && is_digit(first);
  return is_letter(first) || is_digit(first) || static_cast<unsigned char>(first) >= 0x80 ||
         std::string_view("'\"(@&").find(first) != std::string_view::npos;
}

}  // namespace

SourceSpan YamlMistakes::span(std::size_t begin, std::size_t end) const {
  end = std::min(end, bytes_.size());
  begin = std::min(begin, end);
  return {file_, static_cast<std::uint32_t>(offset_ + begin), static_cast<std::uint32_t>(offset_ + end)};
}

void YamlMistakes::report_slip(const YamlSlip& slip) {
  const SourceSpan where = span(slip.begin, slip.end);
  switch (slip.kind) {
    case YamlSlip::Kind::open_quote:
      diagnostics_.report(yaml_open_quote, where);
      break;
    case YamlSlip::Kind::hard_space:
      // The library may pass the line on as a text before it stumbles over what follows.
      if (!hard_space_reported_) diagnostics_.report(yaml_hard_space, where, {slip.reason});
      hard_space_reported_ = true;
      break;
    case YamlSlip::Kind::form:
      diagnostics_.report(yaml_malformed, where, {slip.reason}, unmasked(slip.suggestion));
      break;
  }
}

/// The value that begins on the line of `position` behind "key: ", as far as its line goes, when it is no quoted
/// text; else empty. Quotes around it are the cure for whatever the library stumbled over in it.
std::string_view YamlMistakes::unquoted_value_at(std::size_t position) const {
  const std::size_t before = position == 0 ? std::string_view::npos : bytes_.rfind('\n', position - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t colon = bytes_.find(": ", begin);
  if (colon == std::string_view::npos || colon >= position) return {};
  const std::string_view key = bytes_.substr(begin, colon - begin);
  const bool is_key = std::all_of(key.begin(), key.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == ' ' || static_cast<unsigned char>(c) >= 0x80;
  });
  const std::size_t begin_of_value = bytes_.find_first_not_of(' ', colon + 1);
  if (!is_key || begin_of_value > position) return {};
  const std::string_view value = rest_of_line(begin_of_value);
  constexpr std::size_t longest_shown = 200;
  if (value.size() > longest_shown) return {};
  if (value.empty() || std::string_view("\"']}").find(value[0]) != std::string_view::npos) return {};
  // "|2" and "!!str" are YAML of someone who knows it.
  const bool is_block = value[0] == '|' || value[0] == '>';
  if (is_block && !value.substr(1).starts_with(' ')) return {};
  const bool is_tag = value.starts_with("!!") || (value[0] == '!' && value.find_first_of("[{") != value.npos);
  return is_tag ? std::string_view() : value;
}

/// That the form is wrong at `begin`, with the value of that line in quotes where they are the cure.
void YamlMistakes::report_malformed(std::size_t begin, BilingualText reason) {
  const std::string_view value = unquoted_value_at(begin);
  const std::string_view curly = within_curly_quotes(value);
  const bool is_bracket = value.starts_with('[') || value.starts_with('{');
  const std::size_t place = value.empty() ? begin : static_cast<std::size_t>(value.data() - bytes_.data());
  if (const std::string list = with_questions_in_quotes(value); !list.empty()) {
    diagnostics_.report(yaml_malformed, span(place, place + value.size()), {question_in_list}, unmasked(list));
    return;
  }
  const bool has_text_behind = is_bracket && is_bracket_closed(bytes_, place);
  if (value.empty() || (is_bracket && !has_text_behind)) {
    diagnostics_.report(yaml_malformed, span(begin, begin + 1), {reason});
    return;
  }
  // The place is that of the whole value: that is what the suggestion replaces.
  diagnostics_.report(yaml_malformed, span(place, place + value.size()),
                      {!curly.empty()    ? curly_quotes_around
                       : has_text_behind ? text_behind_bracket
                                         : reason},
                      curly.empty() ? value_in_quotes(unmasked(value)) : in_quotes(unmasked(curly)));
}

std::string YamlMistakes::unmasked(std::string_view text) {
  std::string result(text);
  std::replace(result.begin(), result.end(), masked_apostrophe, '\'');
  return result;
}

std::string_view YamlMistakes::rest_of_line(std::size_t begin) const {
  const std::string_view rest = bytes_.substr(begin, bytes_.find('\n', begin) - begin);
  const std::size_t last = rest.find_last_not_of(" \t\r");
  return rest.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

bool YamlMistakes::begins_with_dash(std::size_t position) const {
  const std::size_t line_break = position == 0 ? std::string_view::npos : bytes_.rfind('\n', position - 1);
  const std::string_view line = rest_of_line(line_break == std::string_view::npos ? 0 : line_break + 1);
  const std::size_t content = line.find_first_not_of(' ');
  return content != std::string_view::npos && line[content] == '-';
}

/// What the form of a plain text shows about what its author meant.
void YamlMistakes::report_slips_of_plain(std::size_t begin, SourceSpan where, std::string_view value, bool is_key) {
  if (const std::string_view within = within_curly_quotes(value); !within.empty()) {
    diagnostics_.report(yaml_curly_quotes, where, {std::string(value)}, in_quotes(within));
  }
  std::size_t before = begin;  // not the whole line: it may be all of a file
  while (before > 0 && (bytes_[before - 1] == ' ' || bytes_[before - 1] == '-')) --before;
  const bool begins_line = before == 0 || bytes_[before - 1] == '\n';
  const bool is_lower = begin < bytes_.size() && !(bytes_[begin] >= 'A' && bytes_[begin] <= 'Z');
  if (begins_line && is_lower) {
    // Capitals begin a text, such as "Let op:"; no key of ours has one.
    if (const auto slip = hard_space_slip(rest_of_line(begin))) {
      report_slip({begin + slip->begin, begin + slip->end, slip->kind, slip->reason, {}});
    }
  }
  if (!is_key) report_hidden_text(begin, value);
}

/// `value` is plain and begins at `begin`; a '#' after it hides the rest of its line.
void YamlMistakes::report_hidden_text(std::size_t begin, std::string_view value) {
  const std::size_t end = plain_end(begin, value);
  if (end < bytes_.size() && bytes_[end] != '#') report_hidden_behind(end, value);
}

/// `value` ends at `end` in the source.
void YamlMistakes::report_hidden_behind(std::size_t end, std::string_view value) {
  const std::size_t sign = bytes_.find_first_not_of(" \t", end);
  if (sign == std::string_view::npos || bytes_[sign] != '#') return;
  const std::string_view rest = rest_of_line(end);
  const std::size_t hash = sign - end;
  if (!looks_like_text(rest.substr(hash + 1), std::max<std::size_t>(hash, 1))) return;
  diagnostics_.report(yaml_hidden_by_hash, span(end + hash, end + rest.size()), {unmasked(rest.substr(hash))},
                      in_quotes(unmasked(std::string(value) + std::string(rest))));
}

/// The same where nothing comes before the '#': `titel: #samen`. `key_end` is where the key ends.
void YamlMistakes::report_hidden_value(std::size_t key_end) {
  if (key_end >= bytes_.size() || bytes_[key_end] != ':') return;
  const std::size_t sign = bytes_.find_first_not_of(' ', key_end + 1);
  const bool is_value = sign != std::string_view::npos && sign > key_end + 1 && bytes_[sign] == '#';
  if (!is_value) return;
  const std::string_view rest = rest_of_line(key_end);
  const std::size_t hash = sign - key_end;
  if (hash + 1 == rest.size() || rest[hash + 1] == ' ' || !looks_like_text(rest.substr(hash + 1), 1)) return;
  diagnostics_.report(yaml_hidden_by_hash, span(key_end + hash, key_end + rest.size()), {unmasked(rest.substr(hash))},
                      in_quotes(unmasked(rest.substr(hash))));
}

/// Where a plain text ends in the source; over several lines its words stand with other space between them.
std::size_t YamlMistakes::plain_end(std::size_t begin, std::string_view value) const {
  std::size_t end = begin;
  for (std::size_t position = 0; position < value.size();) {
    if (value[position] == ' ' || value[position] == '\n') {
      ++position;
      continue;
    }
    end = std::min(bytes_.find_first_not_of(" \t\r\n", end), bytes_.size());
    while (position < value.size() && value[position] != ' ' && value[position] != '\n' && end < bytes_.size()) {
      ++position;
      ++end;
    }
    if (end >= bytes_.size()) break;
  }
  return end;
}

/// Names the word that begins at `begin`.
void YamlMistakes::report_refused(std::size_t begin, BilingualText reason) {
  const std::size_t stop = bytes_.find_first_of(" \t\r\n,]}", begin);
  const std::size_t end = stop == std::string_view::npos ? bytes_.size() : std::max(stop, begin + 1);
  const std::string_view value = unquoted_value_at(begin);
  const bool is_value = !value.empty() && value.data() == bytes_.data() + begin;
  diagnostics_.report(yaml_refused_feature, span(begin, is_value ? begin + value.size() : end),
                      {unmasked(bytes_.substr(begin, end - begin)), reason},
                      is_value ? value_in_quotes(unmasked(value)) : "");
}

}  // namespace wegwijs
