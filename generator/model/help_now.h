#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// Someone who can be called at once.
struct HelpNumber {
  std::string name;
  std::string text;     ///< when one calls, what it costs; may be empty
  std::string phone;    ///< as readers see it; empty: one reaches them otherwise, as the text says
  std::string address;  ///< web address; may be empty
};

/// What readers who search for words of despair or abuse see first: `hulp_nu` in `site.yaml`.
struct HelpNow {
  std::string title;  ///< empty: the site declares none
  std::string text;
  std::string kind;           ///< what the numbers are: "landelijke nummers"
  std::optional<Date> noted;  ///< the day on which the numbers were written down
  SourceSpan noted_where;
  std::vector<HelpNumber> numbers;
  /// What a question must hold, each a word or words: `dood wil/willen` holds for both forms, `*mishandel*` for every
  /// word with these letters in it. Matched by the theme's script (`themes/README.md`).
  std::vector<std::string> triggers;
};

HelpNow read_help_now(const YamlNode& node, Diagnostics& diagnostics);

/// Digits with spaces, hyphens and brackets between them; also the short emergency numbers.
bool is_help_number(std::string_view text);

}  // namespace wegwijs
