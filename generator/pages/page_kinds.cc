#include <array>

#include "pages/page_kind.h"

namespace wegwijs {

std::span<const PageKind* const> page_kinds() {
  static const std::array<const PageKind*, 8> kinds{
      &entry_page(),    &listing_page(), &comparison_index_page(), &comparison_page(), &topic_page(),
      &question_page(), &form_page(),    &redirect_page(),
  };
  return kinds;
}

bool is_within_site(std::string_view address) {
  return address != "/" && address.ends_with('/');
}

}  // namespace wegwijs
