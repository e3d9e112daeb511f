#pragma once

#include <optional>

#include "model/site.h"

namespace wegwijs {

/// Why an entry with the fields of `schema`, of a collection with this `rule`, is not published on the day `today`;
/// empty when it is. Days that contradict each other are reported.
std::optional<WithheldEntry> why_withheld(const Entry& entry, const Schema& schema, const CollectionRule& rule,
                                          Date today, Diagnostics& diagnostics);

}  // namespace wegwijs
