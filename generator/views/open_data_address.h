#pragma once

#include "model/site.h"

namespace wegwijs {

/// Where the data of an entry are, beside its page ("/scholen/de-brug/index.json"); empty when its collection is not
/// published as data, or the entry has no page of its own folder.
std::string open_data_address_of(const Site& site, EntryNumber number);

/// Where a file with data of the whole collection is: "/data/scholen.csv" for the ending ".csv"; empty when its collection
/// is not published as data.
std::string data_file_of(const Collection& collection, std::string_view ending);

/// Of the table that tells how much is known.
inline constexpr std::string_view coverage_table_ending = "-dekking.csv";

}  // namespace wegwijs
