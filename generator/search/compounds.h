#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wegwijs {

/// The words of a whole site by their number.
using Vocabulary = std::unordered_map<std::string_view, std::uint32_t>;

/// The numbers of the two words that the compound `word` is made of, when both are words of the site: the longest
/// second part counts, and s, en or e may join the two (ondersteuningsprofiel = ondersteuning + profiel). Parts have at
/// least four letters. Empty for a word that is no compound.
std::vector<std::uint32_t> compound_parts(std::string_view word, const Vocabulary& vocabulary);

}  // namespace wegwijs
