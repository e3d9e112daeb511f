#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/file_tree.h"
#include "model/load_site.h"
#include "pages/search_text.h"
#include "search/search_kinds.h"

namespace wegwijs {

/// What the search knows of one page, before it is cut into words.
struct SearchRecord {
  std::string address;
  SearchKind kind;
  SearchText text;
};

/// Those of every page that readers look for, in the order of the pages: what the search index of the site is made of,
/// for a search engine elsewhere. `site` was loaded from `sources`. The theme needs no search of its own. Empty when
/// there are errors, dead links not counted.
std::optional<std::vector<SearchRecord>> search_records(const FileTree& sources, const BuildFacts& facts, Site site,
                                                        Diagnostics& diagnostics);

}  // namespace wegwijs
