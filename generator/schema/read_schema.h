#pragma once

#include <optional>

#include "schema/schema.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// Name of the schema's file in the folder of its collection.
inline constexpr std::string_view schema_file_name = "_schema.yaml";

/// Reads a `_schema.yaml`. Unknown keys, types and roles, a field without id or Dutch label, an id that stands twice, a
/// group, option list or field that is referred to but not declared, and a schema without a title field are errors; the
/// result is then empty, because records judged by half a schema would give misleading messages.
///
/// Every schema gets the standard fields of `standard_fields()` whose role none of its own fields has.
std::optional<Schema> read_schema(const YamlNode& node, Diagnostics& diagnostics);

/// The fields that every entry may have without its schema saying so: klad, publiceren_vanaf, publiceren_tot,
/// oude_adressen, adres, sjabloon, volgorde, datum, bijgewerkt, id.
std::span<const Field> standard_fields();

}  // namespace wegwijs
