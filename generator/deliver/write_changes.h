#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deliver/change_set.h"
#include "schema/schema.h"
#include "source/text_edit.h"

namespace wegwijs {

/// The YAML of an entry: a whole file, or the front matter of a Markdown file.
struct EntryText {
  YamlNode values;
  std::size_t begin = 0;  ///< of the YAML in the bytes of the file
  std::size_t end = 0;
};

/// Empty when the file cannot be read without errors.
std::optional<EntryText> read_entry_text(std::string_view bytes, bool is_markdown);

/// What became of a change set.
struct WrittenChanges {
  std::optional<std::string> bytes;        ///< of the whole file; empty when nothing may be written
  std::vector<TextEdit> undo;              ///< from `bytes` back to what was there
  std::vector<std::string> changed_since;  ///< ids of fields that do not hold any more what was seen
};

/// Applies `changes` to the bytes of one entry, all or nothing. Every byte outside the changed values stays.
/// A field that does not hold what was seen is not overwritten: it is named, and nothing is written.
WrittenChanges write_changes(std::string_view bytes, bool is_markdown, const Schema& schema, const ChangeSet& changes);

/// The value of a field in a file, also under one of its former ids; null when there is none.
const YamlNode* value_of_field(const YamlNode& values, const Field& field);

/// Sets the value of a field; a new one gets its place by the order of the schema. Without `value` it is removed.
void set_field(YamlNode& values, const Schema& schema, const Field& field, std::optional<YamlNode> value);

}  // namespace wegwijs
