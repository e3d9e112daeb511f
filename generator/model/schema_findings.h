#pragma once

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Appends what was found in the files of one collection, in the order of the files. A field that many files have and
/// the schema does not know, or that many lack, and an option that is none, have one cause, in the schema: three of
/// them are told, with the number of the others.
void append_findings_of_files(Diagnostics&& found, Diagnostics& diagnostics);

}  // namespace wegwijs
