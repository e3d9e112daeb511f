#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/site.h"

namespace wegwijs {

/// The addresses at which a page would or might be if every file could be read. A link to one of them is not a mistake
/// of its own: the file was reported. With every file read there are none.
class UnreadPages {
 public:
  explicit UnreadPages(const Site& site);
  bool contains(std::string_view address) const;
  /// Whether an entry may have had this address of its own: nothing is known of the entries of a collection, and those
  /// without an address of their own have another one.
  bool may_be_own_address(std::string_view address) const;
  /// Whether the id of a place on a page ends with the name of an entry, as "moment-aanmelden" does.
  bool contains_place(std::string_view id) const;

 private:
  std::unordered_set<std::string> addresses_;
  std::unordered_set<std::string> slugs_;
  std::vector<std::string_view> whole_collections_;  // the patterns of collections whose schema is broken
  std::vector<std::string_view> data_folders_;       // of the files made of what was not read, "/data/"
  std::vector<std::string_view> patterns_;  // of pages that list what was not read, "/scholen/niveau/{niveaus}/"
};

/// Whether `address` is `pattern` with something other than a slash in the place of every "{…}".
bool fits_address_pattern(std::string_view address, std::string_view pattern);

}  // namespace wegwijs
