#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pages/page_data.h"
#include "templates/theme.h"
#include "templates/theme_ids.h"

namespace wegwijs {

/// A theme without errors: its compiled templates, and what texts must know of it.
struct Theme {
  TemplateSet templates;
  ThemeIds ids;
  ShownByTemplate shown;
};

/// Where the template called `name` is among the sources.
std::string template_path(std::string_view name);

/// Compiles the templates of the theme and checks them against the shapes of the pages of this site. A template that a
/// page needs and the theme lacks is reported at the place that names it.
std::optional<Theme> read_theme(const PageContext& context, Diagnostics& diagnostics);

}  // namespace wegwijs
