#include "search/search_kinds.h"
#include "pages/page_kind.h"

namespace wegwijs {
namespace {

SearchKindNumber kind_of_collection(std::uint16_t collection, bool is_list) {
  return static_cast<SearchKindNumber>(collection * 2 + (is_list ? 1 : 0));
}

}  // namespace

std::vector<SearchKind> search_kinds(const Site& site) {
  std::vector<SearchKind> kinds;
  for (const Collection& collection : site.collections) {
    const SearchRule& rule = collection.rule->search;
    const Language language = site.settings.language;
    const std::string plural(collection.schema.label.in(language));
    const std::string single(collection.schema.label_one.in(language));
    kinds.push_back({rule.stands_apart || single.empty() ? plural : single, rule.precedence, rule.stands_apart});
    kinds.push_back({plural, rule.list_precedence, false});
  }
  return kinds;
}

std::size_t collection_of(SearchKindNumber kind) {
  return kind / 2U;
}

SearchKindNumber search_kind_of(const PagePlan& plan, const PageKey& key) {
  const std::optional<std::uint16_t> collection = key.kind->collection(plan, key);
  return collection ? kind_of_collection(*collection, !key.kind->entry(key)) : SearchKindNumber{0};
}

}  // namespace wegwijs
