#pragma once

#include <memory>
#include <string_view>

#include "files/digest.h"

namespace wegwijs {

/// `digest_of` of bytes that come piece by piece.
class DigestStream {
 public:
  DigestStream();
  ~DigestStream();

  void append(std::string_view bytes);
  /// Of all that was appended.
  Digest digest() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wegwijs
