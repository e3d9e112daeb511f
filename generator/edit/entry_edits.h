#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deliver/change_set.h"
#include "schema/schema.h"

namespace wegwijs {

/// What somebody wants an entry to say.
struct EntryWish {
  ChangeSet changes;
  std::optional<std::string> seen_text;  ///< of the Markdown below the header; empty: it does not change
  std::optional<std::string> text;
};

/// The Markdown below the header, with a line feed at the end of each line, as a form holds it.
std::string text_below_header(std::string_view bytes);

/// `bytes` with another text below the header. Lines at the beginning and the end that stay the same keep every byte;
/// new lines end as the file's lines do.
std::string with_text_below_header(std::string_view bytes, std::string_view text);

struct EditedEntry {
  std::optional<std::string> bytes;  ///< of the whole file; empty when nothing may be written
  std::vector<std::string>
      changed_since;  ///< ids of fields that hold something else than what was seen; "" is the text
};

/// Applies the wish to the bytes of an entry, all or nothing, through `write_changes`.
EditedEntry edited_entry(std::string_view bytes, bool is_markdown, const Schema& schema, const EntryWish& wish);

}  // namespace wegwijs
