#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "files/sink.h"

namespace wegwijs {

/// `bytes` as a gzip file (RFC 1952), as small as zlib makes it; the same bytes every time.
std::string gzip_file(std::string_view bytes);

/// The paths of the compressed forms of the file at `path`.
std::vector<std::string> compressed_forms_of(const std::string& path);

/// Writes the compressed forms of the file at `path` beside it, for web servers that send them as they are:
/// `path`.gz and `path`.br.
void write_compressed_forms(Sink& sink, const std::string& path, std::string_view bytes);

}  // namespace wegwijs
