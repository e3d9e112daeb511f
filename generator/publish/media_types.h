#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// How a file is sent by a place that knows only what it was told with the file.
struct SendingRules {
  std::string media_type;
  std::string encoding;       ///< "gzip" or "br" for a compressed form; else empty
  std::string cache_control;  ///< files with a fingerprint never change; of all others a browser asks anew

  friend auto operator<=>(const SendingRules&, const SendingRules&) = default;
};

SendingRules sending_rules(std::string_view path);

/// By the ending of the name; "application/octet-stream" for what is not known.
std::string_view media_type_of(std::string_view path);

}  // namespace wegwijs
