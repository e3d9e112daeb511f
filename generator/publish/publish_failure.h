#pragma once

#include <stdexcept>
#include <utility>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Publishing could not go on because of something outside this program: a server, a missing program, another
/// publication. In words for the user, with what to do.
class PublishFailure : public std::runtime_error {
 public:
  explicit PublishFailure(Argument words) : std::runtime_error(words.in(Language::en)), words_(std::move(words)) {}
  const std::string& in(Language language) const { return words_.in(language); }

 private:
  Argument words_;
};

}  // namespace wegwijs
