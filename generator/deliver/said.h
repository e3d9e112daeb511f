#pragma once

#include <fmt/format.h>

#include <string>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// `fmt::format` with the words of the language.
template <typename... Arguments>
std::string said(Language language, BilingualText words, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(words.in(language)), arguments...);
}

}  // namespace wegwijs
