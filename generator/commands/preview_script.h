#pragma once

#include <string_view>

namespace wegwijs {

/// Has a page of the preview follow what is saved: `preview_page/herlaad.js`, which the build writes into the program.
std::string_view preview_script();

}  // namespace wegwijs
