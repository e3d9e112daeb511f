#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wegwijs {

/// Number of single-character insertions, deletions, substitutions and swaps of neighbours that turn `from` into `to`
/// (restricted Damerau-Levenshtein). Counts code points. Takes time and space proportional to the product of the
/// lengths.
std::size_t edit_distance(std::string_view from, std::string_view to);

/// The candidate that `word` was most likely meant to be: the one at the smallest distance, if that is at most a third
/// of the length of `word` (at least 1, at most 3, and less than the whole word), or the only one that begins with
/// `word` or that `word` begins with. Case, hyphens and underscores do not count. Of equals the one
/// that begins most like `word` wins, then the first. Nothing
/// when no candidate is near.
std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace wegwijs
