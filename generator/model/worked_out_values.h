#pragma once

#include "model/site.h"

namespace wegwijs {

/// Gives every field with `taken_from` the options, and the entries the values, of the field with the same id at the
/// entry that they refer to; then makes the texts with `made_of` that an entry does not give itself. Precondition:
/// references are resolved. A field that the other collection does not have is reported.
void work_out_values(Site& site, Diagnostics& diagnostics);

}  // namespace wegwijs
