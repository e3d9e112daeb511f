#pragma once

#include <optional>
#include <string>
#include <vector>

#include "source/yaml_tree.h"

namespace wegwijs {

/// One field of an entry: the value that was seen when the change was made, and the value that is wanted. No value
/// means that the field is not in the file.
struct FieldChange {
  std::string field;  ///< id in the schema
  std::optional<YamlNode> seen;
  std::optional<YamlNode> wanted;
};

/// Wanted changes of one entry, whoever made them: a form, a workbook, the register, the editor.
/// `write_changes` is the one place that applies it.
struct ChangeSet {
  std::string collection;
  std::string entry;
  std::string by;    ///< id of one of `ClaimWords::checkers`; empty: whoever edits the site
  std::string date;  ///< the day on which it was said, as 2026-11-28
  std::vector<FieldChange> fields;
};

}  // namespace wegwijs
