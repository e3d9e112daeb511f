#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "model/settings.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// Reads one line of `verzamelingen` in `site.yaml`, with the lists, comparisons and other pages of the collection.
/// `earlier`: those before it; two do not share a folder or a feed.
CollectionRule read_collection_rule(const YamlNode::Entry& entry, std::span<const CollectionRule> earlier,
                                    Diagnostics& diagnostics);

/// Reads one of `lijsten`, of a collection or of the whole site (then `collection` is empty).
ListingRule read_listing_rule(const YamlNode& node, std::string_view collection, Diagnostics& diagnostics);

/// Whether the folder is of a collection. Also when one lies within the other: its files would then be read by both.
bool is_folder_of_collection(const std::string& folder, std::span<const CollectionRule> collections);

}  // namespace wegwijs
