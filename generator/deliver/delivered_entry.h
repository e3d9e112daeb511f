#pragma once

#include <string>
#include <utility>
#include <vector>

#include "deliver/delivery.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// An entry that is not on the site yet, out of what its school says of itself.
struct DeliveredEntry {
  std::string slug;
  std::string why_not;                                       ///< a sentence; empty: it can be made
  YamlNode values;                                           ///< a draft: name, and the facts that fit into the schema
  std::vector<std::pair<std::string, std::string>> misfits;  ///< key and value of the facts that do not,
                                                             ///< or that may belong to a person
};

DeliveredEntry delivered_entry(const Delivery& delivery, const Collection& collection, const Settings& settings,
                               Language language);

}  // namespace wegwijs
