#include "pipeline/reachable_places.h"

#include <algorithm>
#include <utility>

#include "files/digest_bytes.h"
#include "pages/page_kind.h"
#include "schema/field_types.h"
#include "views/leaving.h"

namespace wegwijs {
namespace {

std::map<std::string, LeavingPage> pages_that_leave(const ProductContext& context) {
  std::map<std::string, LeavingPage> pages;
  for (const LeavingEntry& leaving : entries_that_leave(context.site, context.today)) {
    const std::string address = address_of(context.site, leaving.entry);
    if (!address.empty()) pages.emplace(address, LeavingPage{context.site.entry(leaving.entry).file, leaving.last_day});
  }
  return pages;
}

}  // namespace

ReachablePlaces::ReachablePlaces(const ProductContext& context, std::vector<AddressHash> anchors,
                                 const std::vector<std::string>& files)
    : site_(context.site),
      plan_(context.plan),
      anchors_(std::move(anchors)),
      files_(files),
      leaving_(pages_that_leave(context)) {
  std::sort(anchors_.begin(), anchors_.end());
}

bool ReachablePlaces::is_file(const std::string& address) const {
  return std::binary_search(files_.begin(), files_.end(), address);
}

bool ReachablePlaces::has_page(const std::string& address) const {
  return plan_.page_at.contains(address) || is_file(address);
}

bool ReachablePlaces::is_reached(AddressHash number, const std::string& target) const {
  const std::size_t hash = target.find('#');
  if (hash == std::string::npos) return has_page(target);
  const std::string page = target.substr(0, hash);
  if (!has_page(page)) return false;
  // What has a = is told to a script of the page ("#hulp=dyslexie"), or to the program of a document
  // ("gids.pdf#page=3").
  if (target.find('=', hash) != std::string::npos)
    return unknown_wishes(page, std::string_view(target).substr(hash + 1)).empty();
  return hash + 1 >= target.size() || std::binary_search(anchors_.begin(), anchors_.end(), number) || is_file(page);
}

const LeavingPage* ReachablePlaces::leaving(const std::string& target) const {
  if (leaving_.empty()) return nullptr;
  const auto found = leaving_.find(target.substr(0, target.find('#')));
  return found == leaving_.end() ? nullptr : &found->second;
}

std::vector<std::string_view> ReachablePlaces::wishes_of(const std::string& page) const {
  const auto found = plan_.page_at.find(page);
  if (found == plan_.page_at.end()) return {};
  const PageKey& key = plan_.pages[found->second];
  const std::optional<std::uint16_t> collection = key.kind->collection(plan_, key);
  return collection ? claim_ids(site_.collections[*collection].schema) : std::vector<std::string_view>();
}

std::vector<std::string> ReachablePlaces::unknown_wishes(const std::string& page, std::string_view chosen) const {
  constexpr std::string_view wishes = "hulp=";  // as static/js/address.js of the theme writes it
  std::vector<std::string> unknown;
  while (!chosen.empty()) {
    std::string_view part = chosen.substr(0, chosen.find('&'));
    chosen.remove_prefix(std::min(part.size() + 1, chosen.size()));
    if (!part.starts_with(wishes)) continue;
    part.remove_prefix(wishes.size());
    const std::vector<std::string_view> known = wishes_of(page);
    while (!part.empty() && !known.empty()) {
      const std::string_view wish = part.substr(0, part.find(','));
      part.remove_prefix(std::min(wish.size() + 1, part.size()));
      if (std::find(known.begin(), known.end(), wish) == known.end()) unknown.emplace_back(wish);
    }
  }
  return unknown;
}

Digest ReachablePlaces::digest() const {
  std::string all;
  for (const std::string& file : files_) append_text(all, file);
  append_varint(all, anchors_.size());
  for (const AddressHash anchor : anchors_) append_whole(all, anchor);
  for (const auto& [page, leaving] : leaving_) append_text(all, page);
  return digest_of(all);
}

}  // namespace wegwijs
