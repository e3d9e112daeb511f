#pragma once

#include <string>
#include <string_view>

#include "files/outgoing_bytes.h"

namespace wegwijs {

/// All that `append` appends, as one.
template <typename Append>
std::string bytes_passed_on(const Append& append) {
  std::string all;
  OutgoingBytes out([&all](std::string_view bytes) { all += bytes; });
  append(out);
  out.finish();
  return all;
}

}  // namespace wegwijs
