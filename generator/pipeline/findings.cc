#include "pipeline/findings.h"

#include <iterator>

namespace wegwijs {

void PageFindings::append(PageFindings&& other) {
  anchors.insert(anchors.end(), other.anchors.begin(), other.anchors.end());
  std::move(other.links.begin(), other.links.end(), std::back_inserter(links));
  std::move(other.search.begin(), other.search.end(), std::back_inserter(search));
  diagnostics.append(std::move(other.diagnostics));
  kept_pages += other.kept_pages;
}

}  // namespace wegwijs
