#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/schema.h"

namespace wegwijs {

/// What a schema means where it says nothing: `themes/schema-defaults.yaml`, which the program carries with it.
struct SchemaDefaults {
  ClaimWords claims;
  std::vector<std::pair<std::string, Role>> roles;  ///< of top-level fields, by their usual ids
  std::string documents;                            ///< the usual name of the collection of source documents
};

/// Read once; safe to call from every thread.
const SchemaDefaults& schema_defaults();

/// The text of the file, which the build writes into the program (text_in_program.cmake).
std::string_view written_schema_defaults();

}  // namespace wegwijs
