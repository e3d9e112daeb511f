#pragma once

#include <string>
#include <string_view>

#include "edit/edit_site.h"
#include "files/file_changes.h"
#include "schema/label.h"

namespace wegwijs {

/// A new entry as it would be made.
struct NewEntry {
  std::string slug;
  std::string address;  ///< of its page; empty: its collection has none
  FileChange change;
  std::string why_not;  ///< a sentence; empty: it can be made
};

/// A draft with every field of the schema. Without `slug` it comes from the title. A name that is taken, in any case of
/// its letters, is told.
NewEntry new_entry(const EditSite& site, std::string_view collection, std::string_view title, std::string_view slug);

/// The address that an entry of this collection called `slug` has by the pattern of the collection; empty: no pages.
std::string address_by_name(const Collection& collection, std::string_view slug);

/// Whether a new entry of this collection is a Markdown file: it is what the others are. Where there is none yet, it is
/// one when its page can have a text, that is, when it has a page and no claims.
bool is_written_as_markdown(const Collection& collection);

/// Why `slug` cannot become the name of an entry of this collection, as a sentence; empty: it can.
Label why_not_name(const EditSite& site, const Collection& collection, std::string_view slug);

}  // namespace wegwijs
