#pragma once

#include <map>
#include <utility>

#include "pages/page_data.h"

namespace wegwijs {

/// Compares data of templates with what pages declare: a declared name that an inner map leaves out would be looked
/// up in the outer ones, and show what belongs to the page. Only in builds with assertions, for it costs as much as
/// making the pages; used by one thread.
class ToldAsDeclared {
 public:
  /// Throws std::logic_error, naming the page and the member, when `data` leaves out what the kind of page declares.
  void require(const PageContext& context, const PageKey& key, const Data& data);

 private:
  std::map<std::pair<const PageKind*, std::uint16_t>, DataShape> shapes_;
};

}  // namespace wegwijs
