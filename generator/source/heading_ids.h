#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "source/link_targets.h"

namespace wegwijs {

/// Gives each heading of one text a unique id, made of its words: the same words give `hulp`, `hulp-2`, `hulp-3`.
/// One that is reserved, for a footnote or by the theme, gets `kop-` in front.
class HeadingIds {
 public:
  explicit HeadingIds(const LinkTargets* targets = nullptr) : targets_(targets) {}
  std::string id_for(std::string_view heading);

 private:
  const LinkTargets* targets_;
  std::unordered_set<std::string> ids_;
  std::unordered_map<std::string, int> last_numbers_;
};

}  // namespace wegwijs
