#pragma once

#include <string_view>
#include <vector>

#include "templates/syntax_tree.h"

namespace wegwijs {

/// Takes `indentation`, or as much of it as is there, from the start of every line of `nodes`: a block that replaces
/// another is moved to the left margin where it is written, and indented again where it is inserted.
void remove_indentation(std::vector<Node>& nodes, std::string_view indentation);

}  // namespace wegwijs
