#pragma once

#include "diagnostic/diagnostic.h"
#include "model/site.h"

namespace wegwijs {

/// Takes out of the site what rests on a source of a set that `uit` in `site.yaml` names: claims, rows with a field of
/// the type `source`, entries with such a field (but not its default source), and the source itself where sources are
/// listed. A field of which nothing is left is as if the file did not give it. Reports the names in `uit` that no
/// source gives as its set. Call before references are resolved: entries are removed.
void leave_out_switched_off(Site& site, Diagnostics& diagnostics);

}  // namespace wegwijs
