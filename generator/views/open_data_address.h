#pragma once

#include "model/site.h"

namespace wegwijs {

/// Where the data of an entry are, beside its page ("/scholen/de-brug/index.json"); empty when its collection is not
/// published as data, or the entry has no page of its own folder.
std::string open_data_address_of(const Site& site, EntryNumber number);

}  // namespace wegwijs
