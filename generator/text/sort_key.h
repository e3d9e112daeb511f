#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// Bytes whose plain order is the Dutch alphabetical order of the texts they were made from (CLDR collation for `nl`,
/// numbers by value, so "Groep 8" comes before "Groep 10"). Texts that differ only in case or accents get different
/// keys. May be called from any thread.
std::string dutch_sort_key(std::string_view text);

/// The same order for an A–Z list: signs before the first letter or digit do not count, so "'t Kompas" is under T. A
/// text of signs only keeps its place among its like.
std::string index_sort_key(std::string_view text);

/// For a text whose first letter is from another alphabet, or that has no letter.
inline constexpr std::string_view no_index_letter = "#";

/// The capital letter under which an A–Z list puts `text`: its first letter without accent, or "0–9" when a digit
/// comes first, or `no_index_letter`. Signs before it do not count.
std::string index_letter(std::string_view text);

}  // namespace wegwijs
