#pragma once

#include "schema/claim_words.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// Reads `claims:` of a schema. What it leaves out, and all of it when `node` is null, is taken from `otherwise`.
/// Unknown keys and meanings, a status twice, and statuses of which none means yes are errors.
ClaimWords read_claim_words(const YamlNode* node, const ClaimWords& otherwise, Diagnostics& diagnostics);

}  // namespace wegwijs
