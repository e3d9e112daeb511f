#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "files/file_tree.h"

namespace wegwijs {

/// A message of `check` at the field that it is about.
struct FieldMessage {
  std::string path;  ///< of the file
  std::string
      field;  ///< "lift.0.status": keys and places in lists; "tekst" of the Markdown below the header; empty: none
  std::size_t line = 0;  ///< in the file; of "tekst" in the text; 0: the whole file
  Severity severity = Severity::error;
  std::string rule;
  std::string message;
  std::string help;
};

/// The messages about `path`, at their fields.
std::vector<FieldMessage> messages_at_fields(const Diagnostics& diagnostics, const FileTree& sources,
                                             std::string_view path);

/// Of every file, without the fields: only how many there are is of use.
std::vector<FieldMessage> messages_of_files(const Diagnostics& diagnostics, const FileTree& sources);

/// The place in the YAML or Markdown of an entry as a field: see `FieldMessage::field`.
std::string field_at(std::string_view bytes, bool is_markdown, std::size_t offset);

}  // namespace wegwijs
