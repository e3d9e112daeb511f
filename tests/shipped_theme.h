#pragma once

#include <string>

namespace wegwijs {

/// The theme of this repository as files of a site under test.
const std::string& shipped_theme();

}  // namespace wegwijs
