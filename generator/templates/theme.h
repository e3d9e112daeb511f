#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "templates/data.h"
#include "templates/template.h"
#include "templates/template_names.h"

namespace wegwijs {

/// A template for whole pages, with the shape of the data that it will be given. One template may be listed several
/// times with different shapes; it is checked against each.
struct PageShape {
  std::string template_name;
  DataShape shape;
  SourceSpan named_at = {};  ///< what names the template
  BilingualText kind = {};   ///< of the page, in words: "een lijst"
  /// Names that only templates for other kinds of pages can use, with those kinds in words.
  std::vector<std::pair<std::string_view, BilingualText>> of_other_kinds = {};
  std::function<std::string()> suitable = {};  ///< names templates for such a page, with commas between them
};

/// Compiles the templates of a theme and checks all that `pages` can reach, whatever the data. Nothing when anything is
/// wrong, which is then reported at its place in the template.
///
/// - Every name must be declared where it is used; names are looked up as when rendering, through the shapes around it.
/// - A template for another kind of page is reported once, where it is named, and not at every name in it.
/// - Parts and overridden blocks must exist; a dynamic part, `{{>*name}}`, must be given a `DataShape::partial_name`
///   of which every name is a template. `{{{name}}}`, `{{&name}}` and changed delimiters are refused.
/// - The place of a name in the HTML decides how it is written (html_context.h); where there is no safe way it is
///   refused. In JSON a name must be between quotes. Sections, blocks and parts must end where they began, so that
///   what follows means the same with and without them. HTML data is allowed between elements only.
/// - The HTML that the templates themselves contain is trusted.
///
/// `names`, when it is given, becomes what the templates name.
std::optional<TemplateSet> load_theme(std::span<const TemplateSource> sources, std::span<const PageShape> pages,
                                      Diagnostics& diagnostics, TemplateNames* names = nullptr);

}  // namespace wegwijs
