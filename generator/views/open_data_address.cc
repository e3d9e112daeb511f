#include "views/open_data_address.h"

namespace wegwijs {

std::string open_data_address_of(const Site& site, EntryNumber number) {
  if (site.collections[number.collection].rule->open_data.text.empty()) return "";
  const std::string page = address_of(site, number);
  return page.ends_with('/') ? page + "index.json" : "";
}

}  // namespace wegwijs
