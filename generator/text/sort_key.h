#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// Bytes whose plain order is the Dutch alphabetical order of the texts they were made from (CLDR collation for `nl`,
/// numbers by value, so "Groep 8" comes before "Groep 10"). Texts that differ only in case or accents get different
/// keys. May be called from any thread.
std::string dutch_sort_key(std::string_view text);

/// The capital letter under which `text` stands in an A–Z list: its first letter without accent, or "0–9" for a digit,
/// or "#" for anything else.
std::string index_letter(std::string_view text);

}  // namespace wegwijs
