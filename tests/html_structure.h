#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

struct HtmlAttribute {
  std::string name;   ///< in lower case
  std::string value;  ///< with its character references read
};

/// A tag as a browser sees it. A comment or declaration counts as a tag called "!".
struct HtmlTag {
  std::string name;  ///< in lower case; "/p" closes p
  std::vector<HtmlAttribute> attributes;

  const HtmlAttribute* find(std::string_view attribute) const;
};

/// The tags of `html` in order, found as the tokenizer of the HTML standard does, independent of the generator's own.
/// Not followed: foreign content (svg, math) and scripts inside comments inside scripts.
std::vector<HtmlTag> tags_in(std::string_view html);

/// What hostile text may never change: the name of each tag and of its attributes, without their values.
std::string structure_of(const std::vector<HtmlTag>& tags);

/// Whether a browser follows, loads or sends to what stands in the attribute called `name`.
bool holds_address(std::string_view name);

/// The scheme of an address in lower case, found as browsers do: behind spaces and control characters, tabs and line
/// breaks dropped. Empty for an address within the site.
std::string scheme_of(std::string_view address);

/// The schemes of all addresses in `tags`.
std::set<std::string> schemes_in(const std::vector<HtmlTag>& tags);

/// Whether `scheme` is one that readers' pages may have: none, http, https, mailto or tel.
bool is_harmless_scheme(std::string_view scheme);

}  // namespace wegwijs
