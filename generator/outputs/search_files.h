#pragma once

#include "outputs/outputs.h"

namespace wegwijs {

/// Whether the theme has a search, in `/zoek/search.js`. Without one no index is made.
bool has_search(const FileTree& sources);

/// The search index below /zoek/, as search_format.h describes it: `root.bin` and, unless everything fits into that one
/// file, the shards that it names; and the compressed forms of these and of the search module of the theme.
void search_file_addresses(const OutputContext& context, std::vector<std::string>& addresses);
void write_search_files(const OutputContext& context, PageFindings& findings, Sink& sink);

/// What index and module may weigh together as one file, compressed: what a reader waits for between a first letter and
/// the first results. Above it the index is cut into shards.
inline constexpr std::size_t single_file_limit = 30000;

}  // namespace wegwijs
