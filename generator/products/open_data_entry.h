#pragma once

#include "model/site.h"

namespace wegwijs {

/// Version of the form of the published data. A new key keeps it; another meaning, name or place of a key raises it.
inline constexpr std::string_view open_data_version = "1";

/// What is published where no source states a licence: nobody may infer a licence from silence.
inline constexpr std::string_view licence_not_established = "niet vastgesteld";

/// Whether a field is published among the data: not those that steer the making of the site, nor the sources, which are
/// published in a form of their own.
bool is_open_data(const Field& field);

/// All that is known of one entry, as JSON on one line: what /scholen/<id>/index.json holds, and one element of the
/// file of all entries. Keys are Dutch, as in the profiles, and are in the order of the schema. A row that nobody
/// looked at is absent, as in the profile: never null, never "nee".
std::string open_data_entry(const Site& site, EntryNumber number, Date today);

}  // namespace wegwijs
