#pragma once

#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Words of the interface in the languages of the site. A language that is left out falls back to Dutch.
struct Label {
  std::string nl;
  std::string en;

  std::string_view in(Language language) const { return language == Language::en && !en.empty() ? en : nl; }
  bool empty() const { return nl.empty(); }
};

/// A word that authors may choose, with what readers see for it.
struct Option {
  std::string id;
  Label label;
  Label help;
};

}  // namespace wegwijs
