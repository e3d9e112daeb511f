#pragma once

#include <string>
#include <vector>

#include "files/file_tree.h"
#include "files/sink.h"
#include "model/site.h"
#include "search/search_block.h"

namespace wegwijs {

/// Where the index is, below the root of the site.
inline constexpr std::string_view search_folder = "zoek/";

/// Whether the theme has a search, in `/zoek/search.js`. Without one no index is made.
bool has_search(const FileTree& sources);

/// The search index below /zoek/, as search_format.h describes it: `root.bin` and, unless everything fits into that one
/// file, the shards that it names. Nothing is written without a search in the theme. `pages` are the words of the
/// pages, in their order. The addresses are those that are known before the pages are made: the names of shards depend
/// on their bytes.
std::vector<std::string> search_file_addresses(const FileTree& sources);
void write_search_files(const FileTree& sources, const Site& site, std::vector<SearchBlock> pages, Sink& sink);

/// What index and module may weigh together as one file, compressed: what a reader waits for between a first letter and
/// the first results. Above it the index is cut into shards.
inline constexpr std::size_t single_file_limit = 30000;

}  // namespace wegwijs
