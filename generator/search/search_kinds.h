#pragma once

#include <string>
#include <vector>

#include "pages/page_plan.h"
#include "search/search_block.h"

namespace wegwijs {

/// A kind of page in the results, in the words of the site.
struct SearchKind {
  std::string label;  ///< "Stappenplan"; plural for kinds that are shown apart and for lists
  int precedence = 100;
  bool stands_apart = false;
};

/// Two for each collection, in the order of the settings: its entries, then its lists and the overview of its
/// comparisons.
std::vector<SearchKind> search_kinds(const Site& site);
/// Position of the collection that a kind is of.
std::size_t collection_of(SearchKindNumber kind);
SearchKindNumber search_kind_of(const PagePlan& plan, const PageKey& key);

}  // namespace wegwijs
