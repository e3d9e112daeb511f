#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/text_edit.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// Whether two trees hold the same values under the same keys; places, quotes and the order of keys do not count.
bool is_same_value(const YamlNode& left, const YamlNode& right);

/// The smallest edits found that make the YAML in `bytes`, read as `before`, say what `after` says. Comments, order,
/// quotes, line breaks and every byte of what is equal in both stay. New keys come after the key that precedes them in
/// `after`; a changed text keeps its quotes where they can hold it.
///
/// The YAML is in `[begin, end)` of `bytes` (front matter does not take up the whole file); the places in `before`
/// count from the beginning of `bytes`. The result was tried: reading the edited bytes gives `after`. Empty when no
/// edits do that, which happens with keys after a question mark and a map without braces within brackets.
std::optional<std::vector<TextEdit>> yaml_edits(std::string_view bytes, std::size_t begin, std::size_t end,
                                                const YamlNode& before, const YamlNode& after);

/// `text` as one YAML value on one line, in quotes unless it is a plain word, number or date.
std::string yaml_scalar(std::string_view text);

/// A map as lines of YAML that begin at the first column; ends with a line break.
std::string yaml_document(const YamlNode& map);

/// Builds values for the two functions above.
YamlNode yaml_text(std::string text);
YamlNode yaml_map();
YamlNode yaml_list();
/// Sets `key` of a map; a new key comes last.
void set_value(YamlNode& map, std::string_view key, YamlNode value);
void remove_value(YamlNode& map, std::string_view key);

}  // namespace wegwijs
