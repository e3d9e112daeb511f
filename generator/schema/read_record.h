#pragma once

#include "schema/record.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// Reads what a file says in the types of `schema`. Everything that does not fit is reported at its place, in the
/// author's own words, and left out; the rest is kept, so one run tells all mistakes. The result is complete apart from
/// references, which need the whole site.
Record read_record(const YamlNode& node, const Schema& schema, Diagnostics& diagnostics);

/// Longest explanation of a claim, in code points: what fits in a cell of a comparison on a phone.
inline constexpr std::size_t explanation_limit = 240;

}  // namespace wegwijs
