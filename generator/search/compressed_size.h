#pragma once

#include <cstddef>
#include <string_view>

namespace wegwijs {

/// How many bytes a reader gets of a file that a server sends with gzip (RFC 1952), as small as zlib makes it.
std::size_t compressed_size(std::string_view bytes);

}  // namespace wegwijs
