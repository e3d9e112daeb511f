#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "templates/html_context.h"

namespace wegwijs {

/// A piece of fixed HTML that the published site does not allow: its policy stops scripts and styles within a page.
struct RefusedMarkup {
  std::size_t begin;  ///< in the text
  std::size_t end;
  std::string name;  ///< of the attribute, or `<script>` or `<style>`
};

/// Those in static HTML that begins in `context`, if they begin and end in it: where a name is used within
/// one, the name is refused.
std::vector<RefusedMarkup> refused_markup(HtmlContext context, std::string_view html);

}  // namespace wegwijs
