#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// Which algorithm `dutch_stem` is: the search index carries it, and the search client refuses an index of another one.
/// Snowball 3 gives the name "dutch" to a different algorithm, so the version is part of the tag.
inline constexpr std::string_view dutch_stemmer_tag = "dutch-2.2";

/// The stem of a folded word (one with letters of another script is its own): the algorithm `dutch` of Snowball 2.2, which the search client has in
/// JavaScript. May be called from any thread.
std::string dutch_stem(std::string_view word);

}  // namespace wegwijs
