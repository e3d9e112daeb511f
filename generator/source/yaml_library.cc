#include "source/yaml_library.h"

#include "source/invisible.h"
#include "source/yaml_escapes.h"
#include "source/yaml_messages.h"
#include "source/yaml_mistakes.h"
#include "source/yaml_rules.h"
#include "source/yaml_slips.h"
#include "text/utf8.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
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

/// Builds our tree out of the library's events and finds the end of each span in the source: events carry starts only.
class TreeBuilder : public YAML::EventHandler {
 public:
  /// `first_line` is the number of the line of the file on which `bytes` begin, so that messages can name lines.
  /// An apostrophe that opens no quote is masked in `bytes`.
  TreeBuilder(std::string_view bytes, FileId file, std::uint32_t offset, std::ptrdiff_t first_line,
              Diagnostics& diagnostics)
      : bytes_(bytes),
        offset_(offset),
        first_line_(first_line),
        diagnostics_(diagnostics),
        mistakes_(bytes, file, offset, diagnostics) {}

  YamlNode take_root() { return std::move(root_); }

  void report(const YAML::Exception& exception) {
    const std::size_t begin = position_of(exception.mark);
    const bool behind_star = begin > 0 && exception.msg.starts_with("alias not found");
    const std::size_t star = behind_star ? begin - 1 : begin;
    if (star < bytes_.size() && bytes_[star] == '*') {
      // The library looks a name up before it passes it to us, and never finds one: names are refused where they are
      // made.
      mistakes_.report_refused(star, alias_reason);
    } else if (const auto slip = is_about_escape(exception.msg) ? std::nullopt : yaml_slip_before(bytes_, begin)) {
      mistakes_.report_slip(*slip);
    } else if (is_about_open_bracket(exception.msg) && is_bracket_closed(bytes_, open_.back().begin)) {
      diagnostics_.report(yaml_malformed, span(open_.back().begin, open_.back().begin + 1), {comma_missing});
    } else if (is_about_dashes(exception.msg) && !mistakes_.begins_with_dash(begin)) {
      diagnostics_.report(yaml_malformed, span(begin, begin + 1), {yaml_misaligned});
    } else if (is_about_escape(exception.msg) || is_about_open_bracket(exception.msg)) {
      const std::size_t place = is_about_escape(exception.msg) ? bytes_.rfind('\\', begin) : open_.back().begin;
      diagnostics_.report(yaml_malformed, span(place, place + 1), {yaml_message(exception.msg)});
    } else {
      mistakes_.report_malformed(begin, yaml_message(exception.msg));
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
        mistakes_.report_slip(*slip);
        throw Abandoned{};
      }
      mistakes_.report_malformed(begin, yaml_misaligned);
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
    if (has_key_) mistakes_.report_hidden_value(key_where_.end - offset_);
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
    if (!node.quoted) mistakes_.report_slips_of_plain(begin, node.where, value, expects_key());
    const bool is_in_quotes = first == '"' || first == '\'';
    const std::size_t end = node.where.end - offset_;
    // Without the space it is no note, and the library leaves it out all the same.
    const bool has_hash = is_in_quotes && !expects_key() && end < bytes_.size() && bytes_[end] == '#';
    if (has_hash) mistakes_.report_hidden_behind(end, YamlMistakes::unmasked(value));
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
  static bool is_about_dashes(std::string_view original) {
    return original.starts_with("end of sequence") && !original.starts_with("end of sequence flow");
  }

  void check_escapes(SourceSpan where, std::string_view value) {
    if (const auto escape = refused_yaml_escape(bytes_, where.begin - offset_, where.end - offset_)) {
      abandon(
          yaml_refused_escape, span(escape->begin, escape->end),
          {std::string(bytes_.substr(escape->begin, escape->end - escape->begin)), code_point_name(escape->character)});
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

  SourceSpan span(std::size_t begin, std::size_t end) const { return mistakes_.span(begin, end); }
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

  [[noreturn]] void refuse(const YAML::Mark& mark, BilingualText reason) {
    mistakes_.report_refused(position_of(mark), reason);
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
  std::uint32_t offset_;
  std::ptrdiff_t first_line_;
  Diagnostics& diagnostics_;
  YamlMistakes mistakes_;
  bool had_document_ = false;
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
