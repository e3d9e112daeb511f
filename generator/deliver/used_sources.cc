#include "deliver/used_sources.h"

#include <algorithm>

namespace wegwijs {
namespace {

bool names_source(const ReviewItem& item, const std::string& source) {
  if (!item.is_ticked || !item.change->wanted) return false;
  const std::vector<YamlNode>& claims = item.change->wanted->elements;
  return std::any_of(claims.begin(), claims.end(), [&](const YamlNode& claim) {
    const YamlNode* name = claim.find("bron");
    return name != nullptr && name->text == source;
  });
}

}  // namespace

YamlNode with_used_sources(const YamlNode& known, const YamlNode& offered, const std::vector<ReviewItem>& items) {
  YamlNode used = known;
  for (const YamlNode::Entry& source : offered.entries) {
    const bool is_used =
        std::any_of(items.begin(), items.end(), [&](const ReviewItem& item) { return names_source(item, source.key); });
    if (is_used && used.find(source.key) == nullptr) used.entries.push_back(source);
  }
  return used;
}

}  // namespace wegwijs
