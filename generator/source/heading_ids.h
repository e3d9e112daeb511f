#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace wegwijs {

/// Gives each heading of one text an id of its own, made of its words: the same words give `hulp`, `hulp-2`, `hulp-3`.
class HeadingIds {
 public:
  std::string id_for(std::string_view heading);

 private:
  std::unordered_set<std::string> ids_;
  std::unordered_map<std::string, int> last_numbers_;
};

}  // namespace wegwijs
