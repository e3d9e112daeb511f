#include "pages/page_plan.h"

#include "pages/page_kind.h"
#include "text/ascii.h"

namespace wegwijs {
namespace {

std::string replaced(std::string_view text, std::string_view wanted, std::string_view replacement) {
  std::string result;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t found = text.find(wanted, position);
    result += text.substr(position, found - position);
    if (found == std::string_view::npos) break;
    result += replacement;
    position = found + wanted.size();
  }
  return result;
}

}  // namespace

std::string with_name_filled_in(std::string_view pattern, std::string_view name, std::string_view word) {
  return replaced(pattern, "{" + std::string(name) + "}", word);
}

std::string address_word(std::string_view id) {
  return replaced(id, "_", "-");
}

const Absence* PagePlan::absence_at(std::string_view address) const {
  if (absent.empty()) return nullptr;
  const std::string_view page = address.substr(0, find_any_of<'#', '?'>(address));
  return page_at.contains(std::string(page)) ? nullptr : absent.find(page);
}

std::string PagePlan::address(const Site& site, const PageKey& key) const {
  return key.kind->address(site, *this, key);
}

std::string_view PagePlan::page_template(const Site& site, const PageKey& key) const {
  return key.kind->page_template(site, *this, key).name;
}

std::string PagePlan::title(const Site& site, const PageKey& key) const {
  return key.kind->title(site, *this, key);
}

std::string PagePlan::summary(const Site& site, const PageKey& key) const {
  return key.kind->summary(site, *this, key);
}

SourceSpan PagePlan::origin(const Site& site, const PageKey& key) const {
  return key.kind->origin(site, *this, key);
}

std::string PagePlan::address_of_value(const Site& site, std::uint16_t collection, FieldIndex field,
                                       std::uint16_t option) const {
  for (std::size_t number = 0; number < listings.size(); ++number) {
    const PlannedListing& listing = listings[number];
    if (listing.collections.front() != collection || listing.field != field) continue;
    return address(site, {&listing_page(), static_cast<std::uint16_t>(number), 0, option});
  }
  return "";
}

}  // namespace wegwijs
