#include "views/open_data_address.h"

namespace wegwijs {

std::string open_data_address_of(const Site& site, EntryNumber number) {
  if (site.collections[number.collection].rule->open_data.text.empty()) return "";
  const std::string page = address_of(site, number);
  return page.ends_with('/') ? page + "index.json" : "";
}

std::string data_file_of(const Collection& collection, std::string_view ending) {
  const std::string& folder = collection.rule->open_data.text;
  return folder.empty() ? "" : folder + collection.rule->name + std::string(ending);
}

}  // namespace wegwijs
