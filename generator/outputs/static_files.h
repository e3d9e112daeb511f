#pragma once

#include "outputs/outputs.h"

namespace wegwijs {

/// Adds the addresses of the static files of the theme ("/css/wegwijs.css") and of the files of the content
/// ("/bestanden/…"), canonical. A file at the address of a page or of one of `addresses`, which are sorted, is
/// reported.
void add_static_file_addresses(const OutputContext& context, std::vector<std::string>& addresses,
                               Diagnostics& diagnostics);

/// Copies those of the theme (content_files.h writes the others): scripts and style sheets without their comments
/// (comment_lines.h), all others as they are.
void write_static_files(const OutputContext& context, Sink& sink);

}  // namespace wegwijs
