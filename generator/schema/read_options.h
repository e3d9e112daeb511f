#pragma once

#include <algorithm>
#include <vector>

#include "schema/label.h"
#include "schema/schema_rules.h"
#include "source/yaml_tree.h"
#include "text/folding.h"

namespace wegwijs {

// Parts of a schema that are written in the same form in several places of it.

/// "Naam", or {nl: Naam, en: Name}; empty when `node` is null.
Label read_label(const YamlNode* node, Diagnostics& diagnostics);

/// A list of options: each an id, or {id, label, help}. Repeated ids and labels are reported.
std::vector<Option> read_options(const YamlNode& list, Diagnostics& diagnostics);

/// Warns of an id with capitals or signs.
void check_id_form(const YamlNode& id, Diagnostics& diagnostics);

/// Warns when `one` has the label of one of the `earlier`.
template <typename Declared>
void report_repeated_label(const std::vector<Declared>& earlier, const Declared& one, SourceSpan where,
                           Diagnostics& diagnostics) {
  const auto same = std::find_if(earlier.begin(), earlier.end(), [&](const Declared& other) {
    return !one.label.nl.empty() && folded(other.label.nl) == folded(one.label.nl);
  });
  if (same != earlier.end()) diagnostics.report(schema_label_repeated, where, {one.id, same->id, one.label.nl});
}

}  // namespace wegwijs
