#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "search/search_block.h"

namespace wegwijs {

using AddressHash = std::uint64_t;

/// 64 bits of an address with its fragment: what the link check compares, so that a large site keeps 8 bytes a link.
AddressHash hash_of(std::string_view address);

/// A link that leads within the site.
struct InternalLink {
  AddressHash target = 0;
  SourceSpan where;          ///< for one of a template: where the page comes from
  bool is_in_text = false;   ///< written by an author, and not by a template
  std::string written = {};  ///< what the author wrote, when it was not the whole address
};

/// What the page pass found out about a block of pages; blocks are joined in order.
struct PageFindings {
  std::vector<AddressHash> anchors;                        ///< of every id of every page, "/page/#id"
  std::vector<InternalLink> links;                         ///< those of texts each, those of templates once a block
  std::unordered_map<AddressHash, std::string> addresses;  ///< the targets of `links`, written out
  std::vector<SearchBlock> search;                         ///< the words of the pages, in their order
  std::map<std::string, SourceSpan> web_addresses;         ///< those that lead out of the site, where first met
  Diagnostics diagnostics;
  std::size_t kept_pages = 0;  ///< how many of them an earlier build made

  void append(PageFindings&& other);
};

}  // namespace wegwijs
