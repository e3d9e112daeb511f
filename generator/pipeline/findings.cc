#include "pipeline/findings.h"

#include <functional>
#include <iterator>

namespace wegwijs {

AddressHash hash_of(std::string_view address) {
  return std::hash<std::string_view>{}(address);
}

void PageFindings::append(PageFindings&& other) {
  anchors.insert(anchors.end(), other.anchors.begin(), other.anchors.end());
  links.insert(links.end(), other.links.begin(), other.links.end());
  web_addresses.merge(other.web_addresses);
  addresses.merge(other.addresses);
  std::move(other.search.begin(), other.search.end(), std::back_inserter(search));
  diagnostics.append(std::move(other.diagnostics));
}

}  // namespace wegwijs
