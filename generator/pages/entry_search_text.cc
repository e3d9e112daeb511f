#include "pages/entry_search_text.h"

#include <algorithm>

#include "text/distinct_words.h"
#include "views/claims.h"
#include "views/known_word.h"
#include "views/moments.h"

namespace wegwijs {
namespace {

/// A line that ends as a sentence is one for readers; other lines of the author are names and search words.
bool is_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('?') || text.ends_with('!');
}

class EntrySearchText {
 public:
  EntrySearchText(const PageContext& context, EntryNumber number, PageNotes& notes)
      : context_(context),
        schema_(context.site.schema(number)),
        entry_(context.site.entry(number)),
        text_language_(language_of(context.site, number)),
        notes_(notes),
        search_(notes.search) {}

  void note() {
    for (std::size_t index = 0; index < schema_.fields.size(); ++index) {
      const Value* value = entry_.record.value(static_cast<FieldIndex>(index));
      if (value != nullptr) note_field(schema_.fields[index], *value);
    }
    search_.language = text_language_;
    search_.facts = facts_.joined(" · ");
    // The author's own sentences stand before rows and names: the first lines are looked at one by one.
    std::stable_sort(search_.lines.begin(), search_.lines.end(),
                     [](const SearchLine& left, const SearchLine& right) { return left.is_shown > right.is_shown; });
  }

 private:
  Language language() const { return context_.site.settings.language; }

  void note_field(const Field& field, const Value& value) {
    if (field.facet) facts_.add(words_of(field, value));
    if (!field.fields.empty()) note_rows(field, std::get<Rows>(value));
    if (!field.search && !field.facet) return;
    if (field.role == Role::title || field.role == Role::summary) return;
    if (const auto* claims = std::get_if<Claims>(&value)) {
      note_claims(field, *claims);
    } else if (const auto* texts = std::get_if<Texts>(&value)) {
      for (const WrittenText& line : texts->lines) note_line(line.text);
    } else if (field.type == FieldType::long_text) {
      append_separated(search_.body, "\n", notes_.long_text(std::get<WrittenText>(value)).plain_text);
    } else if (const auto* text = std::get_if<WrittenText>(&value)) {
      note_line(text->text);
    } else if (std::holds_alternative<Choices>(value) || std::holds_alternative<References>(value)) {
      append_separated(search_.headings, "\n", words_of(field, value));
    } else if (const std::string words = words_of(field, value); !words.empty()) {
      // "Opgericht: 1897": a number says nothing without its name.
      search_.lines.push_back({std::string(field.label.in(language())) + ": " + words, SearchField::heading, true});
    }
  }

  void note_line(const std::string& text) {
    const bool shown = is_sentence(text);
    search_.lines.push_back({text, shown ? SearchField::line : SearchField::title, shown});
  }

  /// "Bang om het fout te doen (Faalangst): Ja. De school geeft een training."
  void note_claims(const Field& field, const Claims& claims) {
    const std::string_view label = field.label.in(language());
    const std::string_view plain = field.plain_or_label().in(language());
    std::string name(plain);
    if (const std::string_view known = known_word(plain, label); !known.empty())
      name += " (" + std::string(known) + ")";
    for (const Claim& claim : claims.claims) {
      // A source that is silent says nothing to look for.
      if (claim.means == Meaning::unknown) continue;
      std::string text = name + ": ";
      if (claim.means != Meaning::mentioned) text += std::string(status_of(schema_, claim).label.in(language())) + ".";
      append_separated(text, " ", claim.explanation);
      search_.lines.push_back({std::move(text), SearchField::heading, true});
    }
  }

  /// One line per row, of the fields in it with `search: true`, and each line of lists in it; who and by when over all
  /// rows as facts.
  void note_rows(const Field& field, const Rows& rows) {
    std::vector<DistinctWords> who_and_when(field.fields.size());
    for (const Record& row : rows.rows) {
      std::string line;
      for (std::size_t index = 0; index < field.fields.size(); ++index) {
        const Field& cell = field.fields[index];
        const Value* value = row.value(static_cast<FieldIndex>(index));
        if (value == nullptr) continue;
        if (cell.search && cell.type == FieldType::long_text) {
          append_separated(search_.body, "\n", notes_.long_text(std::get<WrittenText>(*value)).plain_text);
        } else if (const auto* texts = std::get_if<Texts>(value); cell.search && texts != nullptr) {
          // Not shown: they may be numbers, which say nothing without the rest of the row.
          for (const WrittenText& text : texts->lines)
            search_.lines.push_back({text.text, SearchField::heading, false});
        } else if (cell.search) {
          append_separated(line, ". ", words_of(cell, *value));
        }
        if (cell.facet) add_each(cell, *value, who_and_when[index]);
      }
      if (!line.empty()) search_.lines.push_back({std::move(line), SearchField::heading, true});
    }
    for (std::size_t index = 0; index < who_and_when.size(); ++index) {
      const std::string words = who_and_when[index].joined(", ");
      if (!words.empty()) facts_.add(std::string(field.fields[index].label.in(language())) + ": " + words);
    }
  }

  void add_each(const Field& field, const Value& value, DistinctWords& words) const {
    if (const auto* choices = std::get_if<Choices>(&value)) {
      for (const std::uint16_t option : choices->options)
        words.add(std::string(field.options[option].label.in(language())));
    } else {
      words.add(words_of(field, value));
    }
  }

  /// What a reader sees of a value that stands on one line.
  std::string words_of(const Field& field, const Value& value) const {
    std::string words;
    if (const auto* text = std::get_if<WrittenText>(&value)) return text->text;
    if (const auto* choices = std::get_if<Choices>(&value)) {
      for (const std::uint16_t option : choices->options)
        append_separated(words, ", ", field.options[option].label.in(language()));
    } else if (const auto* references = std::get_if<References>(&value)) {
      for (const Reference& reference : references->entries)
        append_separated(words, ", ", title_with_date(field, reference));
    } else if (const auto* number = std::get_if<Number>(&value)) {
      // As it is written too: readers do not type the points between thousands.
      words = number_in_words(*number, language());
      if (words != number->written) append_separated(words, " ", number->written);
      append_separated(words, " ", field.unit);
    } else if (const auto* date = std::get_if<Date>(&value)) {
      words = date_in_words(*date, language());
    } else if (const auto* time = std::get_if<TimeOfDay>(&value)) {
      words = time_in_words(*time, language());
    } else if (const auto* as_of = std::get_if<AsOf>(&value)) {
      if (as_of->is_known()) words = as_of_in_words(*as_of, language());
    } else if (const auto* year = std::get_if<SchoolYear>(&value)) {
      words = std::to_string(year->first_year) + "-" + std::to_string(year->first_year + 1);
    } else if (const auto* yes_no = std::get_if<YesNo>(&value)) {
      // Of yes the name of the field is what readers look for; no is no reason to come here.
      if (yes_no->value) words = yes_in_words(language());
    }
    return words;
  }

  std::string title_with_date(const Field& field, const Reference& reference) const {
    const std::optional<std::uint16_t> collection = context_.site.find_collection(field.target);
    if (!collection || !reference.is_resolved()) return "";
    const EntryNumber number{*collection, reference.entry};
    const Entry& target = context_.site.entry(number);
    const Schema& schema = context_.site.schema(number);
    std::string words(title_of(target, schema));
    const std::optional<FieldIndex> date_field = schema.find(Role::date);
    const Date* date = date_field ? target.record.get<Date>(*date_field) : nullptr;
    if (date != nullptr) words += " (" + date_in_words(*date, language()) + ")";
    return words;
  }

  const PageContext& context_;
  const Schema& schema_;
  const Entry& entry_;
  std::string_view text_language_;  ///< where it is not that of the site
  PageNotes& notes_;
  SearchText& search_;
  DistinctWords facts_;
};

/// The names of the terms that refer to this page lead to it too.
void note_glossary_names(const PageContext& context, EntryNumber number, SearchText& search) {
  for (const EntryNumber from : context.site.referred_by[number.collection][number.entry]) {
    const bool is_term = context.site.collections[from.collection].rule->is_glossary;
    if (!is_term || from.collection == number.collection) continue;
    const Schema& schema = context.site.schema(from);
    const Entry& term = context.site.entry(from);
    std::string names(title_of(term, schema));
    for (std::size_t index = 0; index < schema.fields.size(); ++index) {
      const Field& field = schema.fields[index];
      if (!field.search || field.role == Role::title || field.role == Role::summary) continue;
      if (const auto* text = term.record.get<WrittenText>(static_cast<FieldIndex>(index)))
        append_separated(names, "\n", text->text);
      if (const auto* texts = term.record.get<Texts>(static_cast<FieldIndex>(index))) {
        for (const WrittenText& line : texts->lines) append_separated(names, "\n", line.text);
      }
    }
    append_separated(search.headings, "\n", names);
  }
}

/// "Open avond: donderdag 11 februari 2027, 17.30": the days of other collections that are shown on this page.
void note_moments(const PageContext& context, EntryNumber number, SearchText& search) {
  const Site& site = context.site;
  const Language language = site.settings.language;
  for (std::size_t index = 0; index < site.collections.size(); ++index) {
    const auto collection = static_cast<std::uint16_t>(index);
    if (!is_shown_in(site, collection, number.collection)) continue;
    for (const EntryNumber shown : entries_shown_at(site, number, collection)) {
      const std::optional<Moment> moment = moment_of(site, shown);
      if (!moment) continue;
      std::string line(title_of(site.entry(shown), site.schema(shown)));
      line += ": " + date_with_weekday(moment->first, language);
      if (moment->from) line += ", " + time_in_words(*moment->from, language);
      search.lines.push_back({std::move(line), SearchField::heading, true});
    }
  }
}

}  // namespace

void note_entry_search_text(const PageContext& context, EntryNumber number, PageNotes& notes) {
  EntrySearchText(context, number, notes).note();
  note_glossary_names(context, number, notes.search);
  note_moments(context, number, notes.search);
}

}  // namespace wegwijs
