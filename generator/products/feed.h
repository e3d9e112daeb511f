#pragma once

#include "products/product.h"

namespace wegwijs {

/// The Atom feed (RFC 4287) of every collection with `feed` in the settings: its dated entries that have a page, newest
/// first. What changed when comes from the entries (`bijgewerkt`, else the date), never from the clock; a day is its
/// midnight in UTC. Ids are tag URIs (RFC 4151), which stay the same when titles, texts or folders of the site change.
void plan_feeds(const ProductContext& context, std::vector<Product>& products);

/// Older entries are found on the site; a feed reader asks for the whole file each time.
inline constexpr std::size_t feed_entry_limit = 50;

/// `text` for XML 1.0: markup escaped, and characters that XML does not know (a YAML escape can make them) replaced.
std::string xml_text(std::string_view text);

}  // namespace wegwijs
