#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// Adds `name` to `names`, trimmed and cut to what a message can hold. Left out are an empty one, one that is there
/// already, and bytes that are no text.
void add_maker(std::vector<std::string>& names, std::string_view name);

/// What stands in the first element `dc:creator` of `bytes`, which may be anything around it (XMP, SVG); empty when
/// there is none.
std::string creator_in(std::string_view bytes);

}  // namespace wegwijs
