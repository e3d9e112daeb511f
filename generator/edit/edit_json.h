#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/edit_site.h"
#include "edit/field_messages.h"

namespace wegwijs {

// What the page of the editor is told, as JSON. Keys are Dutch, as in the files of the site.

/// Collections with their entries and their state. `messages` are those of the last build, of all files.
std::string overview_json(const EditSite& site, const std::vector<FieldMessage>& messages);

/// What asks attention: leaves soon, is missing, old or contradictory, has mistakes.
std::string attention_json(const EditSite& site, const std::vector<FieldMessage>& messages);

/// An entry as a form: its fields by the schema, with their values, help and limits.
std::string entry_json(const EditSite& site, const EntryFile& file);

/// The entries that a reference to `collection` can name; without a name those that may be given as a source.
std::string choices_json(const EditSite& site, std::string_view collection);

std::string messages_json(const std::vector<FieldMessage>& messages);

}  // namespace wegwijs
