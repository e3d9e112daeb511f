#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace wegwijs {

using StemNumbers = std::unordered_map<std::string, std::uint32_t>;

/// Which stems of an index become one because their words are forms of one word.
struct JoinedForms {
  std::vector<std::uint32_t> base;  ///< by stem: the one that it becomes, or itself
  /// Stems of irregular forms that no text has (liep), with the stem of their infinitive.
  std::vector<std::pair<std::string, std::uint32_t>> only_asked;
};

/// Joins them in the stem of the infinitive, or of the singular. `numbers`: of all `stems`. `has_infinitive`: by stem,
/// whether a word of it may be one. `is_small`: whether a word is not looked up by itself.
JoinedForms join_forms(std::span<const std::string> stems, const StemNumbers& numbers,
                       const std::vector<bool>& has_infinitive, const std::function<bool(std::string_view)>& is_small);

}  // namespace wegwijs
