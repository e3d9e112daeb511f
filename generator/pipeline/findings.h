#pragma once

#include <cstddef>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "pipeline/block_links.h"
#include "search/search_block.h"

namespace wegwijs {

/// What the page pass found out about a block of pages; blocks are joined in order.
struct PageFindings {
  std::vector<AddressHash> anchors;  ///< of every id of every page, "/page/#id"
  std::vector<BlockLinks> links;     ///< of each block
  std::vector<SearchBlock> search;   ///< the words of the pages, in their order
  Diagnostics diagnostics;
  std::size_t kept_pages = 0;  ///< how many of them an earlier build made

  void append(PageFindings&& other);
};

}  // namespace wegwijs
