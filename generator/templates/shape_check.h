#pragma once

#include <span>

#include "diagnostic/diagnostic.h"
#include "templates/compile.h"
#include "templates/syntax_tree.h"
#include "templates/theme.h"

namespace wegwijs {

/// Follows every page through the templates that it reaches, compiles them for the places where they are called, and
/// reports names, parts and blocks that do not exist or do not fit.
void check_shapes(Compiler& compiler, std::span<const SyntaxTree> trees, std::span<const PageShape> pages,
                  Diagnostics& diagnostics);

}  // namespace wegwijs
