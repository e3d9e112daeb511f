#include <algorithm>
#include <array>
#include <optional>

#include "checks/checks.h"
#include "checks/every_value.h"
#include "checks/leftover_rules.h"
#include "checks/site_texts.h"
#include "schema/value_rules.h"
#include "text/ascii.h"
#include "text/markup.h"
#include "text/trimmed.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::size_t longest_quoted = 60;  // code points of a text in a message

/// What people write where something is still to come, each a word by itself.
constexpr std::array<std::string_view, 5> reminders{"TODO", "FIXME", "TBD", "[invullen]", "lorem ipsum"};

bool is_word_sign(std::string_view text, std::size_t position) {
  if (position >= text.size()) return false;
  return is_letter(text[position]) || is_digit(text[position]) || static_cast<unsigned char>(text[position]) >= 0x80;
}

bool is_dots(std::string_view text) {
  return text == ellipsis || text == "...";
}

bool has_dots(std::string_view text) {
  return text.find(ellipsis) != std::string_view::npos || text.find("...") != std::string_view::npos;
}

/// Reports the reminders in a whole file. Lower case "todo" is a word of other languages.
void check_reminders(const SiteText& file, Diagnostics& diagnostics) {
  const std::string_view text = file.text;
  for (const std::string_view word : reminders) {
    for (std::size_t place = text.find(word); place != std::string_view::npos; place = text.find(word, place + 1)) {
      const bool is_word = !is_word_sign(text, place - 1) && !is_word_sign(text, place + word.size());
      if (is_word) diagnostics.report(unfinished_text, file.span(place, place + word.size()), {std::string(word)});
    }
  }
}

/// The … that `wegwijs new` leaves: a line, a list item, a heading or a cell that holds nothing else.
void check_dotted_lines(const SiteText& file, Diagnostics& diagnostics) {
  const std::string_view text = file.text;
  if (!has_dots(text)) return;
  const std::string_view between = file.kind == SiteText::Kind::data ? ",\r\n\"" : "\r\n";
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(between, begin), text.size());
    std::string_view piece = text.substr(begin, end - begin);
    if (file.kind == SiteText::Kind::markdown) piece = trimmed(piece, " \t#>-*+");
    if (file.kind == SiteText::Kind::settings) {
      const std::size_t colon = piece.find(": ");
      piece = trimmed(colon == std::string_view::npos ? piece : piece.substr(colon + 1), " \t-\"'");
    }
    piece = trimmed(piece);
    if (is_dots(piece)) {
      const auto place = static_cast<std::size_t>(piece.data() - text.data());
      diagnostics.report(unfinished_text, file.span(place, place + piece.size()), {std::string(piece)});
    }
    begin = end + 1;
  }
}

/// "Schoolgids …", "…, gelezen op …", "https://…": what an example left open. An ellipsis after a word is a pause.
bool has_open_place(std::string_view written) {
  if (!has_dots(written)) return false;
  const std::string_view text = trimmed(written);
  if (is_dots(text)) return true;
  for (const std::string_view dots : {ellipsis, std::string_view("...")}) {
    if (text.starts_with(std::string(dots) + " ") || text.starts_with(std::string(dots) + ",")) return true;
    if (text.ends_with(" " + std::string(dots)) || text.ends_with("://" + std::string(dots))) return true;
    if (text.find(" " + std::string(dots) + ",") != std::string_view::npos) return true;
  }
  return false;
}

/// What is written where nobody knows yet; a value by itself, in lower case and without its last point.
constexpr std::array<std::string_view, 17> stand_ins{
    "n.v.t",       "nvt",          "n.n.b",     "nnb",         "n.t.b",    "ntb",          "onbekend",
    "niet bekend", "volgt",        "volgt nog", "tekst volgt", "komt nog", "nog invullen", "nog in te vullen",
    "navragen",    "nog navragen", "xxx"};

/// A value that says nothing: a dash, question marks, "n.v.t.".
bool is_stand_in(std::string_view written) {
  std::string_view text = trimmed(written);
  std::size_t position = 0;
  bool is_filler = !text.empty();
  while (is_filler && position < text.size()) {
    const char32_t sign = next_code_point(text, position);
    is_filler = sign == U'-' || sign == U'?' || sign == U'.' || sign == U'_' || (sign >= 0x2010 && sign <= 0x2015);
  }
  if (is_filler) return true;
  if (text.ends_with('.')) text.remove_suffix(1);
  return std::find(stand_ins.begin(), stand_ins.end(), lower_case(text)) != stand_ins.end();
}

class ValueCheck {
 public:
  explicit ValueCheck(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void check(const Field& field, const FieldValue& value) const {
    const bool is_plain = field.type == FieldType::text || field.type == FieldType::texts;
    if (!is_plain && field.type != FieldType::long_text && !std::holds_alternative<Claims>(value.value)) return;
    if (const auto* text = std::get_if<WrittenText>(&value.value)) check(field, text->text, text->where, is_plain);
    if (const auto* texts = std::get_if<Texts>(&value.value)) {
      for (const WrittenText& line : texts->lines) check(field, line.text, line.where, is_plain);
    }
    if (const auto* claims = std::get_if<Claims>(&value.value)) {
      for (const Claim& claim : claims->claims) check(field, claim.explanation, claim.explanation_where, true);
    }
  }

  void check(const Source& source) const {
    if (source.is_document) return;
    for (const std::string* text : {&source.title, &source.place, &source.licence}) {
      // A name of a source is not a sentence, so it has no pauses.
      if (has_dots(*text)) report(unfinished_text, source.where, *text);
      const std::string_view markup = first_markup(*text);
      if (!markup.empty()) report(markup_in_text, source.where, markup);
    }
  }

 private:
  void check(const Field& field, std::string_view text, SourceSpan where, bool is_plain) const {
    // The pattern itself fits its pattern: what `wegwijs new` gave as an example.
    if (has_open_place(text) || is_stand_in(text) ||
        (!field.pattern.empty() && text == field.pattern && has_letters(text)))
      report(unfinished_text, where, text);
    const std::string_view markup = is_plain ? first_markup(text) : std::string_view();
    if (!markup.empty()) report(markup_in_text, where, markup);
  }

  /// "99" may be the number of a school, "9999 AA" is no postcode.
  static bool has_letters(std::string_view text) { return std::any_of(text.begin(), text.end(), is_letter); }

  void report(const Rule& rule, SourceSpan where, std::string_view words) const {
    diagnostics_.report(rule, where, {std::string(first_code_points(words, longest_quoted))});
  }

  Diagnostics& diagnostics_;
};

}  // namespace

void check_leftovers(const CheckContext& /*context*/, const Collection& collection, const Entry& entry,
                     Diagnostics& diagnostics) {
  const ValueCheck texts(diagnostics);
  for_every_value(collection.schema.fields, entry.record,
                  [&](const Field& field, const FieldValue& value) { texts.check(field, value); });
  for (const Source& source : entry.record.sources()) texts.check(source);
}

void check_reminders_in(const CheckContext& /*context*/, const SiteText& text, Diagnostics& diagnostics) {
  if (!text.is_published) return;  // its author is still writing and knows what is open
  const bool has_comments = text.kind == SiteText::Kind::values || text.kind == SiteText::Kind::settings;
  const std::optional<SiteText> values = has_comments ? std::optional(without_comments(text)) : std::nullopt;
  const SiteText& file = values ? *values : text;
  check_reminders(file, diagnostics);
  if (file.kind != SiteText::Kind::values) check_dotted_lines(file, diagnostics);
}

}  // namespace wegwijs
