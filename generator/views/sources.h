#pragma once

#include "model/site.h"

namespace wegwijs {

/// A source as readers see it: what the file itself says about it, or, of a document, what the collection of
/// documents says. What nobody gave is empty.
struct SourceDescription {
  std::string_view title;
  std::string_view address;
  std::string_view publisher;
  std::string_view note;
  std::string_view licence;
  std::string_view document;    ///< id of the document
  std::optional<AsOf> as_of;    ///< of a document
  std::optional<Date> gone_on;  ///< when `check --external` last looked and the address was no longer there
};

/// Views into the site and `source`.
SourceDescription describe(const Site& site, const Source& source);

}  // namespace wegwijs
