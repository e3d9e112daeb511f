#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// `script`, as `published_script` gives it, with a short name for each variable, function, class and parameter that
/// only the script itself sees: half of what remains of a script is names. Names of properties stay, and so does every
/// name that is somewhere written as one (`{page}`), that is exported or imported, that is also used where no
/// declaration of it is in reach, and, unless the script is a module, that is declared outside all braces.
///
/// A script that cannot be read with certainty, or uses `eval` or `with`, is returned unchanged.
std::string with_short_names(std::string_view script);

}  // namespace wegwijs
