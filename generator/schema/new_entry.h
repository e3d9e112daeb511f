#pragma once

#include <string>

#include "schema/schema.h"

namespace wegwijs {

/// The text of a new file of a collection: every field of the schema in order, the required ones to be filled in, the
/// others as comments with what they mean. `markdown` puts them in a header with room for text below. `title` fills the
/// title field. What is explained is in `language`; the keys are those of the schema.
std::string new_entry_text(const Schema& schema, bool markdown, const std::string& title, Language language);

}  // namespace wegwijs
