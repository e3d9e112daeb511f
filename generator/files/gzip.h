#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// `bytes` as a gzip file (RFC 1952), as small as zlib makes it; the same bytes every time.
std::string smallest_gzip(std::string_view bytes);

}  // namespace wegwijs
