#include "source/yaml_library.h"

#include "source/invisible.h"
#include "source/yaml_messages.h"
#include "source/yaml_rules.h"
#include "source/yaml_slips.h"
#include "text/ascii.h"
#include "text/utf8.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <sstream>
#include <utility>

namespace wegwijs {
namespace {

/// Thrown out of the library's parse when the rest of the document no longer matters; the reason has been reported.
struct Abandoned {};

constexpr std::size_t most_repeats_told = 32;      // of one key; each costs a count of the lines before it
constexpr std::size_t most_duplicates_told = 200;  // of all keys together, for the same reason

constexpr BilingualText alias_reason{"* verwijst naar een andere plek in het bestand",
                                     "* refers to another place in the file"};
constexpr BilingualText comma_missing{
    "binnen deze haken ontbreekt een komma, of een tekst met een komma of dubbele punt staat niet tussen "
    "aanhalingstekens",
    "within these brackets a comma is missing, or a text with a comma or colon does not stand in quotes"};

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

constexpr BilingualText curly_quotes_around{"de gekrulde aanhalingstekens om deze tekst zijn hier gewone letters",
                                            "the curly quotes around this text are plain letters here"};
constexpr BilingualText text_behind_bracket{"een tekst die met een haak begint, staat tussen aanhalingstekens",
                                            "a text that begins with a bracket stands in quotes"};

/// The same of a value that was written without quotes; marks of Markdown that it begins with do nothing in a value.
std::string value_in_quotes(std::string_view value) {
  std::string text(value);
  for (const char mark : {'*', '`'}) {
    if (value.starts_with(mark)) std::erase(text, mark);
  }
  return in_quotes(text);
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

/// An escape within double quotes, read as the YAML library does it.
struct Escape {
  std::size_t end;
  char32_t character;
};

Escape escape_at(std::string_view text, std::size_t backslash) {
  constexpr int hexadecimal = 16;
  const char letter = backslash + 1 < text.size() ? text[backslash + 1] : '\\';
  const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  if (digits > 0) {
    std::uint32_t value = 0;
    const std::string_view written = text.substr(backslash + 2, digits);
    std::from_chars(written.data(), written.data() + written.size(), value, hexadecimal);
    return {backslash + 2 + digits, value};
  }
  constexpr std::array<std::pair<char, char32_t>, 9> refused{{{'0', 0x00},
                                                              {'a', 0x07},
                                                              {'b', 0x08},
                                                              {'v', 0x0B},
                                                              {'f', 0x0C},
                                                              {'r', 0x0D},
                                                              {'e', 0x1B},
                                                              {'N', 0x85},
                                                              {'_', 0xA0}}};
  const auto* found =
      std::find_if(refused.begin(), refused.end(), [&](const auto& pair) { return pair.first == letter; });
  return {backslash + 2, found == refused.end() ? U' ' : found->second};
}

/// Builds our tree out of the library's events and finds the end of each span in the source: events carry starts only.
class TreeBuilder : public YAML::EventHandler {
 public:
  /// `first_line` is the number of the line of the file on which `bytes` begin, so that messages can name lines.
  /// An apostrophe that opens no quote is masked in `bytes`.
  TreeBuilder(std::string_view bytes, FileId file, std::uint32_t offset, std::ptrdiff_t first_line,
              Diagnostics& diagnostics)
      : bytes_(bytes), file_(file), offset_(offset), first_line_(first_line), diagnostics_(diagnostics) {}

  YamlNode take_root() { return std::move(root_); }

  void report(const YAML::Exception& exception) {
    const std::size_t begin = position_of(exception.mark);
    const bool behind_star = begin > 0 && exception.msg.starts_with("alias not found");
    const std::size_t star = behind_star ? begin - 1 : begin;
    if (star < bytes_.size() && bytes_[star] == '*') {
      // The library looks a name up before it passes it to us, and never finds one: names are refused where they are
      // made.
      report_refused(star, alias_reason);
    } else if (const auto slip = is_about_escape(exception.msg) ? std::nullopt : yaml_slip_before(bytes_, begin)) {
      report_slip(*slip);
    } else if (is_about_open_bracket(exception.msg) && is_bracket_closed(bytes_, open_.back().begin)) {
      diagnostics_.report(yaml_malformed, span(open_.back().begin, open_.back().begin + 1), {comma_missing});
    } else if (is_about_dashes(exception.msg) && !begins_with_dash(begin)) {
      diagnostics_.report(yaml_malformed, span(begin, begin + 1), {yaml_misaligned});
    } else if (is_about_escape(exception.msg) || is_about_open_bracket(exception.msg)) {
      const std::size_t place = is_about_escape(exception.msg) ? bytes_.rfind('\\', begin) : open_.back().begin;
      diagnostics_.report(yaml_malformed, span(place, place + 1), {yaml_message(exception.msg)});
    } else {
      report_malformed(begin, yaml_message(exception.msg));
    }
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (!had_document_) {
      had_document_ = true;
      return;
    }
    const std::size_t begin = position_of(mark);
    // The library takes anything that does not belong to the first value for a new document, also without '---'.
    if (bytes_.substr(begin, 3) != "---") {
      if (const std::optional<YamlSlip> slip = yaml_slip_before(bytes_, begin)) {
        report_slip(*slip);
        throw Abandoned{};
      }
      report_malformed(begin, yaml_misaligned);
      throw Abandoned{};
    }
    abandon(yaml_second_document, span(begin, begin + 3));
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    count_node(mark);
    YamlNode node;
    // The library marks an empty value at the next token; its own key or dash is where the author looks.
    node.where = has_key_ ? key_where_ : dash_or_mark(mark);
    if (has_key_) report_hidden_value(key_where_.end - offset_);
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, alias_reason); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& masked_value) override {
    refuse_anchor(mark, anchor);
    std::string value = masked_value;
    std::replace(value.begin(), value.end(), masked_apostrophe, '\'');
    const std::size_t begin = position_of(mark);
    const char first = begin < bytes_.size() ? bytes_[begin] : '\0';
    refuse_tag(mark, tag, first);
    count_node(mark);
    if (value.size() > yaml_scalar_limit) {
      abandon(yaml_text_too_long, empty_span(mark), {std::to_string(yaml_scalar_limit / 1024)});
    }
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.quoted = first == '"' || first == '\'' || first == '|' || first == '>';
    node.where = scalar_span(begin, first, masked_value);
    if (first == '"') check_escapes(node.where, value);
    if (!node.quoted) report_slips_of_plain(begin, node.where, value);
    const bool is_in_quotes = first == '"' || first == '\'';
    const std::size_t end = node.where.end - offset_;
    // Without the space it is no note, and the library leaves it out all the same.
    const bool has_hash = is_in_quotes && !expects_key() && end < bytes_.size() && bytes_[end] == '#';
    if (has_hash) report_hidden_behind(end, unmasked(value));
    node.text = std::move(value);
    if (expects_key()) {
      take_key(std::move(node));
    } else {
      add(std::move(node));
    }
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  void report_slip(const YamlSlip& slip) {
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
  std::string_view unquoted_value_at(std::size_t position) const {
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
    if (value.empty() || std::string_view("\"']}").find(value[0]) != std::string_view::npos) return {};
    // "|2" and "!!str" are YAML of someone who knows it.
    const bool is_block = value[0] == '|' || value[0] == '>';
    if (is_block && !value.substr(1).starts_with(' ')) return {};
    const bool is_tag = value.starts_with("!!") || (value[0] == '!' && value.find_first_of("[{") != value.npos);
    return is_tag ? std::string_view() : value;
  }

  /// That the form is wrong at `begin`, with the value of that line in quotes where they are the cure.
  void report_malformed(std::size_t begin, BilingualText reason) {
    const std::string_view value = unquoted_value_at(begin);
    const std::string_view curly = within_curly_quotes(value);
    const bool is_bracket = value.starts_with('[') || value.starts_with('{');
    const std::size_t place = value.empty() ? begin : static_cast<std::size_t>(value.data() - bytes_.data());
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

  static std::string unmasked(std::string_view text) {
    std::string result(text);
    std::replace(result.begin(), result.end(), masked_apostrophe, '\'');
    return result;
  }

  static bool is_about_dashes(std::string_view original) {
    return original.starts_with("end of sequence") && !original.starts_with("end of sequence flow");
  }

  std::string_view rest_of_line(std::size_t begin) const {
    const std::string_view rest = bytes_.substr(begin, bytes_.find('\n', begin) - begin);
    const std::size_t last = rest.find_last_not_of(" \t\r");
    return rest.substr(0, last == std::string_view::npos ? 0 : last + 1);
  }

  bool begins_with_dash(std::size_t position) const {
    const std::size_t line_break = position == 0 ? std::string_view::npos : bytes_.rfind('\n', position - 1);
    const std::string_view line = rest_of_line(line_break == std::string_view::npos ? 0 : line_break + 1);
    const std::size_t content = line.find_first_not_of(' ');
    return content != std::string_view::npos && line[content] == '-';
  }

  /// What the form of a plain text shows about what its author meant.
  void report_slips_of_plain(std::size_t begin, SourceSpan where, std::string_view value) {
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
    if (!expects_key()) report_hidden_text(begin, value);
  }

  /// `value` is plain and begins at `begin`; a '#' after it hides the rest of its line.
  void report_hidden_text(std::size_t begin, std::string_view value) {
    const std::size_t end = plain_end(begin, value);
    if (end < bytes_.size() && bytes_[end] != '#') report_hidden_behind(end, value);
  }

  /// `value` ends at `end` in the source.
  void report_hidden_behind(std::size_t end, std::string_view value) {
    const std::size_t sign = bytes_.find_first_not_of(" \t", end);
    if (sign == std::string_view::npos || bytes_[sign] != '#') return;
    const std::string_view rest = rest_of_line(end);
    const std::size_t hash = sign - end;
    if (!looks_like_text(rest.substr(hash + 1), std::max<std::size_t>(hash, 1))) return;
    diagnostics_.report(yaml_hidden_by_hash, span(end + hash, end + rest.size()), {unmasked(rest.substr(hash))},
                        in_quotes(unmasked(std::string(value) + std::string(rest))));
  }

  /// The same where nothing comes before the '#': `titel: #samen`. `key_end` is where the key ends.
  void report_hidden_value(std::size_t key_end) {
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
  std::size_t plain_end(std::size_t begin, std::string_view value) const {
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

  /// The check of the file's bytes does not see the character that an escape means.
  void check_escapes(SourceSpan where, std::string_view value) {
    const std::string_view written = bytes_.substr(0, where.end - offset_);
    for (std::size_t place = written.find('\\', where.begin - offset_); place != std::string_view::npos;) {
      const Escape escape = escape_at(bytes_, place);
      const bool is_raw_byte = bytes_[place + 1] == '_' || bytes_[place + 1] == 'r';
      const bool is_noncharacter = (escape.character & 0xFFFEU) == 0xFFFE;
      if (is_refused_character(escape.character) || is_raw_byte || is_noncharacter) {
        abandon(yaml_refused_escape, span(place, escape.end),
                {std::string(bytes_.substr(place, escape.end - place)), code_point_name(escape.character)});
      }
      place = written.find('\\', escape.end);
    }
    if (first_invalid_utf8(value) != std::string_view::npos)
      abandon(yaml_refused_escape, where, {std::string(bytes_.substr(where.begin - offset_, 1)), "?"});
  }

  /// The library marks where it gave up; the bracket is what the author must look at.
  bool is_about_open_bracket(std::string_view original) const {
    const bool is_flow = original.starts_with("end of map flow") || original.starts_with("end of sequence flow");
    return is_flow && !open_.empty();
  }

  struct Open {
    YamlNode node;
    bool had_key;  // of the parent, at the time of opening
    std::string key;
    SourceSpan key_where;
    std::size_t begin;
  };

  std::size_t position_of(const YAML::Mark& mark) const {
    return std::min(bytes_.size(), static_cast<std::size_t>(std::max(mark.pos, 0)));
  }

  SourceSpan span(std::size_t begin, std::size_t end) const {
    end = std::min(end, bytes_.size());
    begin = std::min(begin, end);
    return {file_, static_cast<std::uint32_t>(offset_ + begin), static_cast<std::uint32_t>(offset_ + end)};
  }
  SourceSpan empty_span(const YAML::Mark& mark) const { return span(position_of(mark), position_of(mark) + 1); }
  SourceSpan dash_or_mark(const YAML::Mark& mark) const {
    const std::size_t before = bytes_.substr(0, position_of(mark)).find_last_not_of(" \t\r\n");
    return before != std::string_view::npos && bytes_[before] == '-' ? span(before, before + 1) : empty_span(mark);
  }

  [[noreturn]] void abandon(const Rule& rule, SourceSpan where, std::vector<Argument> arguments = {}) {
    diagnostics_.report(rule, where, std::move(arguments));
    throw Abandoned{};
  }

  void count_node(const YAML::Mark& mark) {
    if (++nodes_ > yaml_node_limit) abandon(yaml_too_many_values, empty_span(mark), {std::to_string(yaml_node_limit)});
  }

  /// Names the word that begins at `begin`.
  void report_refused(std::size_t begin, BilingualText reason) {
    const std::size_t stop = bytes_.find_first_of(" \t\r\n,]}", begin);
    const std::size_t end = stop == std::string_view::npos ? bytes_.size() : std::max(stop, begin + 1);
    const std::string_view value = unquoted_value_at(begin);
    const bool is_value = !value.empty() && value.data() == bytes_.data() + begin;
    diagnostics_.report(yaml_refused_feature, span(begin, is_value ? begin + value.size() : end),
                        {unmasked(bytes_.substr(begin, end - begin)), reason},
                        is_value ? value_in_quotes(unmasked(value)) : "");
  }

  [[noreturn]] void refuse(const YAML::Mark& mark, BilingualText reason) {
    report_refused(position_of(mark), reason);
    throw Abandoned{};
  }
  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor)
      refuse(mark, {"& maakt een naam voor een plek in het bestand", "& names a place in the file"});
  }
  void refuse_tag(const YAML::Mark& mark, const std::string& tag, char first) {
    const bool implicit = tag.empty() || tag == "?" || (tag == "!" && first != '!');
    if (!implicit) refuse(mark, {"! geeft een soort aan", "! states a type"});
  }

  /// A list or map where a key should be: the library also sees one after a bracket that is never closed.
  [[noreturn]] void refuse_key(const YAML::Mark& mark) {
    const std::size_t begin = position_of(mark);
    const char bracket = begin < bytes_.size() ? bytes_[begin] : '\0';
    const bool is_bracket = bracket == '{' || bracket == '[';
    if (!is_bracket || is_bracket_closed(bytes_, begin)) abandon(yaml_key_not_text, empty_span(mark));
    const std::string_view original = bracket == '{' ? "end of map flow not found" : "end of sequence flow not found";
    abandon(yaml_malformed, empty_span(mark), {yaml_message(original)});
  }

  bool expects_key() const { return !open_.empty() && open_.back().node.kind == YamlNode::Kind::map && !has_key_; }

  void take_key(YamlNode node) {
    if (node.text == "<<" && !node.quoted) {
      abandon(yaml_refused_feature, node.where,
              {"<<", {"het voegt een ander deel van het bestand in", "it inserts another part of the file"}});
    }
    key_ = std::move(node.text);
    key_where_ = node.where;
    has_key_ = true;
  }

  void add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    YamlNode& parent = open_.back().node;
    if (parent.kind == YamlNode::Kind::sequence) {
      parent.elements.push_back(std::move(node));
      return;
    }
    if (!has_key_) abandon(yaml_key_not_text, node.where);
    parent.entries.push_back({std::move(key_), key_where_, std::move(node)});
    has_key_ = false;
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    const std::size_t begin = position_of(mark);
    refuse_tag(mark, tag, begin < bytes_.size() ? bytes_[begin] : '\0');
    if (expects_key()) refuse_key(mark);
    count_node(mark);
    if (open_.size() >= static_cast<std::size_t>(yaml_depth_limit)) {
      abandon(yaml_too_deep, empty_span(mark), {std::to_string(yaml_depth_limit)});
    }
    YamlNode node;
    node.kind = kind;
    node.where = has_key_ ? key_where_ : empty_span(mark);
    if (open_.empty() && kind == YamlNode::Kind::map) node.where.end = node.where.begin;  // the file as a whole
    open_.push_back({std::move(node), has_key_, std::move(key_), key_where_, begin});
    has_key_ = false;
  }

  void close() {
    Open closed = std::move(open_.back());
    open_.pop_back();
    has_key_ = closed.had_key;
    key_ = std::move(closed.key);
    key_where_ = closed.key_where;
    if (closed.node.kind == YamlNode::Kind::map) remove_duplicates(closed.node);
    add(std::move(closed.node));
  }

  void remove_duplicates(YamlNode& map) {
    std::vector<std::size_t> order(map.entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
      return map.entries[left].key < map.entries[right].key;
    });
    std::vector<bool> repeated(map.entries.size());
    std::size_t first = 0;
    for (std::size_t index = 1; index < order.size(); ++index) {
      const YamlNode::Entry& entry = map.entries[order[index]];
      if (map.entries[order[first]].key != entry.key) {
        first = index;
        continue;
      }
      repeated[order[index]] = true;
      if (index - first > most_repeats_told || ++duplicates_told_ > most_duplicates_told) continue;
      const std::uint32_t first_begin = map.entries[order[first]].key_where.begin - offset_;
      const auto line = first_line_ + std::count(bytes_.begin(), bytes_.begin() + first_begin, '\n');
      diagnostics_.report(yaml_duplicate_key, entry.key_where, {entry.key, std::to_string(line)});
    }
    std::size_t position = 0;
    std::erase_if(map.entries, [&](const YamlNode::Entry&) { return repeated[position++]; });
  }

  SourceSpan scalar_span(std::size_t begin, char first, std::string_view value) {
    if (first == '"' || first == '\'') return span(begin, closing_quote(begin, first) + 1);
    if (first != '|' && first != '>' && bytes_.substr(begin, value.size()) == value) {
      return span(begin, begin + std::max<std::size_t>(value.size(), 1));
    }
    // A text over several lines: its first line is enough to find it.
    std::size_t end = std::min(bytes_.find('\n', begin), bytes_.size());
    while (end > begin + 1 && (bytes_[end - 1] == ' ' || bytes_[end - 1] == '\r')) --end;
    return span(begin, end);
  }

  /// The library accepts a quote that is never closed: it then swallows the rest of the file without a word.
  std::size_t closing_quote(std::size_t begin, char quote) {
    for (std::size_t position = begin + 1; position < bytes_.size(); ++position) {
      if (quote == '"' && bytes_[position] == '\\') {
        ++position;
      } else if (bytes_[position] == quote) {
        if (quote == '"' || position + 1 >= bytes_.size() || bytes_[position + 1] != quote) return position;
        ++position;  // '' inside single quotes is one '
      }
    }
    abandon(yaml_open_quote, span(begin, begin + 1));
  }

  std::string_view bytes_;
  FileId file_;
  std::uint32_t offset_;
  std::ptrdiff_t first_line_;
  Diagnostics& diagnostics_;
  bool had_document_ = false;
  bool hard_space_reported_ = false;
  YamlNode root_;
  std::vector<Open> open_;
  std::size_t nodes_ = 0;
  std::size_t duplicates_told_ = 0;
  bool has_key_ = false;
  std::string key_;
  SourceSpan key_where_;
};

}  // namespace

std::optional<YamlNode> read_yaml_with_library(std::string_view bytes, FileId file, std::uint32_t offset,
                                               std::ptrdiff_t first_line, Diagnostics& diagnostics) {
  const std::string masked = with_masked_apostrophes(bytes);
  TreeBuilder builder(masked, file, offset, first_line, diagnostics);
  try {
    std::istringstream stream{masked};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Abandoned&) {
    return std::nullopt;
  } catch (const YAML::Exception& exception) {
    builder.report(exception);
    return std::nullopt;
  }
  return builder.take_root();
}

}  // namespace wegwijs
