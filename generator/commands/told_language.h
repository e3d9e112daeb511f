#pragma once

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// The language in which the program speaks: that of `--lang`, else `taal` of the site.yaml below `--root` when it can
/// be read, else Dutch. Looks at nothing else in the arguments, so that mistakes in them can be reported in it too.
Language told_language(int argument_count, const char* const* arguments);

}  // namespace wegwijs
