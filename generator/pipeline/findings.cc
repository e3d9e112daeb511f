#include "pipeline/findings.h"

#include <functional>
#include <iterator>

namespace wegwijs {

AddressHash hash_of(std::string_view address) {
  return std::hash<std::string_view>{}(address);
}

void PageFindings::append(PageFindings&& other) {
  anchors.insert(anchors.end(), other.anchors.begin(), other.anchors.end());
  std::move(other.links.begin(), other.links.end(), std::back_inserter(links));
  web_addresses.merge(other.web_addresses);
  addresses.merge(other.addresses);
  std::move(other.search.begin(), other.search.end(), std::back_inserter(search));
  diagnostics.append(std::move(other.diagnostics));
  kept_pages += other.kept_pages;
}

}  // namespace wegwijs
