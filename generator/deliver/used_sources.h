#pragma once

#include <vector>

#include "deliver/review.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// The map `known` of sources, and behind it those of `offered` that a ticked answer of `items` names.
YamlNode with_used_sources(const YamlNode& known, const YamlNode& offered, const std::vector<ReviewItem>& items);

}  // namespace wegwijs
