#pragma once

#include <stdexcept>
#include <utility>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// An argument that cannot be right, in words for the user.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(Argument words) : std::runtime_error(words.in(Language::en)), words_(std::move(words)) {}
  const std::string& in(Language language) const { return words_.in(language); }

 private:
  Argument words_;
};

}  // namespace wegwijs
