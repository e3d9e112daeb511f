#include "deliver/write_changes.h"

#include <algorithm>

#include "source/front_matter.h"
#include "source/yaml_edits.h"

namespace wegwijs {
namespace {

const YamlNode::Entry* entry_of_field(const YamlNode& values, const Field& field) {
  const auto found = std::find_if(values.entries.begin(), values.entries.end(), [&](const YamlNode::Entry& entry) {
    return entry.key == field.id ||
           std::find(field.former_ids.begin(), field.former_ids.end(), entry.key) != field.former_ids.end();
  });
  return found == values.entries.end() ? nullptr : &*found;
}

/// The place of a key in the schema; none for a key that is no field.
std::optional<FieldIndex> place_in_schema(const Schema& schema, std::string_view key) {
  for (std::size_t index = 0; index < schema.fields.size(); ++index) {
    const Field& field = schema.fields[index];
    const bool is_former = std::find(field.former_ids.begin(), field.former_ids.end(), key) != field.former_ids.end();
    if (field.id == key || is_former) return static_cast<FieldIndex>(index);
  }
  return std::nullopt;
}

bool holds(const YamlNode* value, const std::optional<YamlNode>& expected) {
  if (value == nullptr || !expected) return value == nullptr && !expected;
  return is_same_value(*value, *expected);
}

}  // namespace

std::optional<EntryText> read_entry_text(std::string_view bytes, bool is_markdown) {
  Diagnostics diagnostics;
  EntryText text;
  if (is_markdown) {
    std::optional<FrontMatter> header = read_front_matter(bytes, no_file, diagnostics);
    if (!header || diagnostics.has_errors()) return std::nullopt;
    return EntryText{std::move(header->values), header->yaml.begin, header->yaml.end};
  }
  std::optional<YamlNode> values = read_yaml(bytes, no_file, 0, diagnostics);
  if (!values || values->kind != YamlNode::Kind::map || diagnostics.has_errors()) return std::nullopt;
  return EntryText{std::move(*values), 0, bytes.size()};
}

const YamlNode* value_of_field(const YamlNode& values, const Field& field) {
  const YamlNode::Entry* entry = entry_of_field(values, field);
  return entry == nullptr ? nullptr : &entry->value;
}

void set_field(YamlNode& values, const Schema& schema, const Field& field, std::optional<YamlNode> value) {
  const YamlNode::Entry* known = entry_of_field(values, field);
  const std::string key = known == nullptr ? field.id : known->key;
  if (!value) return remove_value(values, key);
  if (known != nullptr) return set_value(values, key, std::move(*value));
  const std::optional<FieldIndex> place = place_in_schema(schema, field.id);
  auto after = values.entries.end();
  int nearest = -1;
  for (auto entry = values.entries.begin(); entry != values.entries.end(); ++entry) {
    const std::optional<FieldIndex> index = place_in_schema(schema, entry->key);
    if (!index || !place || *index > *place || static_cast<int>(*index) <= nearest) continue;
    nearest = static_cast<int>(*index);
    after = entry + 1;
  }
  values.entries.insert(after, {key, {}, std::move(*value)});
}

WrittenChanges write_changes(std::string_view bytes, bool is_markdown, const Schema& schema, const ChangeSet& changes) {
  WrittenChanges written;
  const std::optional<EntryText> text = read_entry_text(bytes, is_markdown);
  if (!text) return written;
  YamlNode wanted = text->values;
  for (const FieldChange& change : changes.fields) {
    const std::optional<FieldIndex> index = schema.find(change.field);
    if (!index || !holds(value_of_field(text->values, schema.fields[*index]), change.seen)) {
      written.changed_since.push_back(change.field);
      continue;
    }
    set_field(wanted, schema, schema.fields[*index], change.wanted);
  }
  if (!written.changed_since.empty()) return written;
  const auto edits = yaml_edits(bytes, text->begin, text->end, text->values, wanted);
  if (!edits) return written;
  written.bytes = with_edits(bytes, *edits);
  written.undo = undo_of(bytes, *edits);
  return written;
}

}  // namespace wegwijs
