#include "model/worked_out_values.h"

#include <algorithm>

#include "schema/schema_rules.h"

namespace wegwijs {
namespace {

class ValueMaker {
 public:
  ValueMaker(Site& site, Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

  void make() {
    for (Collection& collection : site_.collections) leave_out_homeless(collection);
    for (Collection& collection : site_.collections) {
      for (std::size_t index = 0; index < collection.schema.fields.size(); ++index) {
        if (!collection.schema.fields[index].taken_from.empty()) take(collection, static_cast<FieldIndex>(index));
      }
    }
    for (Collection& collection : site_.collections) {
      for (std::size_t index = 0; index < collection.schema.fields.size(); ++index) {
        const Field& field = collection.schema.fields[index];
        if (!field.made_of.empty() && field.role != Role::id) make_texts(collection, static_cast<FieldIndex>(index));
      }
    }
  }

 private:
  /// A row about an entry that is not published today has no page to be shown at.
  void leave_out_homeless(Collection& collection) {
    const std::optional<FieldIndex> place = collection.schema.find(Role::shown_at);
    if (!collection.rule->is_table || !place || !collection.schema.fields[*place].required) return;
    if (collection.entries.empty()) return;
    std::erase_if(collection.entries, [&](const Entry& entry) {
      const References* references = entry.record.get<References>(*place);
      return references == nullptr || references->entries.empty();
    });
    collection.has_rows = !collection.entries.empty();
  }

  void take(Collection& collection, FieldIndex index) {
    Field& field = collection.schema.fields[index];
    const FieldIndex from = *collection.schema.find(field.taken_from);
    const std::optional<std::uint16_t> target = site_.find_collection(collection.schema.fields[from].target);
    // A reference to a collection that is not there is reported at the reference.
    if (!target || site_.collections[*target].schema.fields.empty()) return;
    const Schema& schema = site_.collections[*target].schema;
    const std::optional<FieldIndex> theirs = schema.find(field.id);
    if (!theirs || schema.fields[*theirs].type != field.type) {
      diagnostics_.report(schema_not_declared, field.where,
                          {field.id, site_.collections[*target].rule->folder.text + "/_schema.yaml"});
      return;
    }
    field.options = schema.fields[*theirs].options;
    for (Entry& entry : collection.entries) {
      const References* references = entry.record.get<References>(from);
      if (entry.record.value(index) != nullptr || references == nullptr || references->entries.empty()) continue;
      const Record& other = site_.collections[*target].entries[references->entries.front().entry].record;
      if (const Value* value = other.value(*theirs)) entry.record.insert({index, entry.where, *value});
    }
  }

  void make_texts(Collection& collection, FieldIndex index) {
    const Schema& schema = collection.schema;
    for (Entry& entry : collection.entries) {
      if (entry.record.value(index) != nullptr) continue;
      std::string text = filled_in(schema.fields[index].made_of, schema, entry);
      if (!text.empty()) entry.record.insert({index, entry.where, WrittenText{std::move(text), entry.where}});
    }
  }

  /// Empty when nothing in braces has a value.
  std::string filled_in(std::string_view pattern, const Schema& schema, const Entry& entry) const {
    std::string text;
    bool has_value = false;
    while (true) {
      const std::size_t open = std::min(pattern.find('{'), pattern.size());
      const std::size_t close = pattern.find('}', open);
      text += pattern.substr(0, open);
      if (close == std::string_view::npos) {
        text.resize(text.find_last_not_of(' ') + 1);  // where a value at the end is not given
        return has_value ? text : "";
      }
      const std::optional<FieldIndex> field = schema.find(pattern.substr(open + 1, close - open - 1));
      const std::string words = field ? words_of(schema.fields[*field], entry.record.value(*field)) : "";
      has_value = has_value || !words.empty();
      text += words;
      pattern.remove_prefix(close + 1);
    }
  }

  std::string words_of(const Field& field, const Value* value) const {
    const Language language = site_.settings.language;
    if (value == nullptr) return "";
    if (const auto* text = std::get_if<WrittenText>(value)) return text->text;
    if (const auto* date = std::get_if<Date>(value)) return date_in_words(*date, language);
    if (const auto* time = std::get_if<TimeOfDay>(value)) return time_in_words(*time, language);
    if (const auto* number = std::get_if<Number>(value)) return number->written;
    std::string words;
    const auto add = [&](std::string_view word) { words.append(words.empty() ? "" : ", ").append(word); };
    if (const auto* choices = std::get_if<Choices>(value)) {
      for (const std::uint16_t option : choices->options) add(field.options[option].label.in(language));
    }
    if (const auto* references = std::get_if<References>(value)) {
      const std::optional<std::uint16_t> target = site_.find_collection(field.target);
      for (const Reference& reference : references->entries) {
        if (target) add(title_of(site_.entry({*target, reference.entry}), site_.collections[*target].schema));
      }
    }
    return words;
  }

  Site& site_;
  Diagnostics& diagnostics_;
};

}  // namespace

void work_out_values(Site& site, Diagnostics& diagnostics) {
  ValueMaker(site, diagnostics).make();
}

}  // namespace wegwijs
