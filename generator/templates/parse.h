#pragma once

#include "diagnostic/diagnostic.h"
#include "templates/syntax_tree.h"
#include "templates/template.h"

namespace wegwijs {

/// Reads one template: the Mustache specification with inheritance and dynamic names, without lambdas. Reports tags
/// that are not closed, sections that are crossed and names that are missing; the tree then holds what could be read.
/// Whether raw variables or changed delimiters are allowed is for the caller to decide.
SyntaxTree parse_template(const TemplateSource& source, Diagnostics& diagnostics);

}  // namespace wegwijs
