#pragma once

#include <string>
#include <vector>

#include "pages/page_kind.h"

namespace wegwijs {

/// Collects the pages that meet at one address because two collections (or two lists) have the same pattern for their
/// addresses, so that the cause is told once and not at every page.
class SharedPatterns {
 public:
  /// Whether `key` and `other`, which meet at `address`, come from two settings with one pattern. Then they are
  /// remembered.
  bool note(const Site& site, const PagePlan& plan, const PageKey& key, const PageKey& other,
            const std::string& address);

  /// One message for each two settings.
  void report(const FileTree& sources, Diagnostics& diagnostics) const;

 private:
  struct Pair {
    AddressSetting later;
    AddressSetting earlier;
    std::string first_address;
    std::size_t pages = 0;
  };

  static Argument in_words(const AddressSetting& owner, bool begins_sentence);

  std::vector<Pair> pairs_;
};

}  // namespace wegwijs
