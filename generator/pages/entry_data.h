#pragma once

#include "pages/page_data.h"

namespace wegwijs {

/// Adds what a template is told about one entry: `entry`, `body`, `headings`, `has_contents`.
void add_entry_data(const PageContext& context, EntryNumber number, DataArena& arena, PageNotes& notes,
                    std::vector<Member>& members);
void add_entry_shape(const PageContext& context, std::uint16_t collection, DataShape& shape);

/// On how many claim fields of an entry a source says something ("niet vermeld" is not something), and how many there
/// are that apply to it.
struct ClaimCount {
  std::size_t known = 0;
  std::size_t all = 0;
};
ClaimCount count_claims(const Entry& entry, const Schema& schema);

/// Whether the entry says of itself that it is invented.
bool is_example(const Entry& entry, const Schema& schema);

}  // namespace wegwijs
