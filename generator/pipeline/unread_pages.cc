#include "pipeline/unread_pages.h"

#include <algorithm>

namespace wegwijs {
namespace {

constexpr std::string_view id_in_braces = "{id}";

bool lists(const ListingRule& listing, const std::string& collection) {
  return std::any_of(listing.collections.begin(), listing.collections.end(),
                     [&](const SettingText& name) { return name.text == collection; });
}

}  // namespace

UnreadPages::UnreadPages(const Site& site) {
  for (const Collection& collection : site.collections) {
    if (collection.is_readable && collection.unread.empty()) continue;
    const CollectionRule& rule = *collection.rule;
    if (!collection.is_readable) whole_collections_.emplace_back(rule.address.text);
    if (collection.unread.empty()) patterns_.emplace_back(rule.address.text);
    const std::size_t place = rule.address.text.find(id_in_braces);
    if (place != std::string::npos) {
      for (const std::string& slug : collection.unread) {
        addresses_.insert(std::string(rule.address.text).replace(place, id_in_braces.size(), slug));
        if (slug == "index") addresses_.insert(rule.address.text.substr(0, place));
      }
    }
    for (const std::string& slug : collection.unread) {
      slugs_.insert(slug);
      if (!rule.calendar.text.empty()) addresses_.insert(rule.calendar.text + slug + ".ics");
    }
    for (const ListingRule& listing : rule.listings) patterns_.emplace_back(listing.address.text);
    for (const ComparisonRule& comparison : rule.comparisons) {
      patterns_.emplace_back(comparison.address.text);
      patterns_.emplace_back(comparison.index_address.text);
    }
    for (const TopicRule& topics : rule.topics) patterns_.emplace_back(topics.address.text);
    patterns_.emplace_back(rule.questions.address.text);
    if (!rule.feed.text.empty()) patterns_.emplace_back(rule.feed.text);
    for (const ListingRule& listing : site.settings.listings) {
      if (lists(listing, rule.name)) patterns_.emplace_back(listing.address.text);
    }
    if (!rule.calendar.text.empty()) patterns_.emplace_back(rule.calendar.text);
    if (!rule.open_data.text.empty()) data_folders_.emplace_back(rule.open_data.text);
  }
}

bool UnreadPages::contains_place(std::string_view id) const {
  if (slugs_.empty()) return false;
  for (std::size_t begin = 0; begin != std::string_view::npos && begin < id.size();) {
    if (slugs_.contains(std::string(id.substr(begin)))) return true;
    const std::size_t hyphen = id.find('-', begin);
    begin = hyphen == std::string_view::npos ? hyphen : hyphen + 1;
  }
  return false;
}

bool UnreadPages::contains(std::string_view address) const {
  const bool is_data = std::any_of(data_folders_.begin(), data_folders_.end(),
                                   [&](std::string_view folder) { return address.starts_with(folder); });
  return is_data || addresses_.contains(std::string(address)) ||
         std::any_of(patterns_.begin(), patterns_.end(),
                     [&](std::string_view pattern) { return fits_address_pattern(address, pattern); });
}

bool UnreadPages::may_be_own_address(std::string_view address) const {
  return !whole_collections_.empty() &&
         std::none_of(whole_collections_.begin(), whole_collections_.end(),
                      [&](std::string_view pattern) { return fits_address_pattern(address, pattern); });
}

bool fits_address_pattern(std::string_view address, std::string_view pattern) {
  while (true) {
    const std::size_t open = pattern.find('{');
    if (open == std::string_view::npos) return address == pattern;
    if (!address.starts_with(pattern.substr(0, open))) return false;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) return false;
    address.remove_prefix(open);
    pattern.remove_prefix(close + 1);
    const std::size_t slash = std::min(address.find('/'), address.size());
    if (slash == 0) return false;
    address.remove_prefix(slash);
  }
}

}  // namespace wegwijs
