#pragma once

#include <string>
#include <string_view>

#include "schema/schema.h"

namespace wegwijs {

/// The form of one source file of a collection as a JSON Schema (draft-07, which editors for YAML understand): gives
/// completion, the labels and help texts, and a mark under a wrong word while typing. Made from the schema alone, so
/// what needs other files (does this reference exist?) and what needs counting stays with `check`. `address` is where
/// the result is published.
std::string json_schema_of(const Schema& schema, Language language, std::string_view address);

}  // namespace wegwijs
