#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/schema.h"
#include "schema/schema_rules.h"
#include "source/yaml_tree.h"
#include "text/edit_distance.h"

namespace wegwijs {

/// The words of a schema for the values of one kind.
template <typename Value>
using Words = std::pair<std::string_view, Value>;

/// How a schema writes the roles of fields.
std::span<const Words<Role>> role_words();
std::optional<Role> role_named(std::string_view word);
/// Whether what a field of this role says is for readers. The other roles steer the making of the site, or name sources,
/// which are shown and published in a form of their own.
bool is_for_readers(Role role);

/// Whether a field of this role says something of the entry that a reader wants to know as it stands: where it is, its
/// number, who publishes it. The other roles are for a place of their own on a page, in lists or in the search.
bool is_fact(Role role);

/// Reports a word of a schema that is none of `words`, with all of them and the nearest. `kind` names what it should
/// be.
template <typename Value>
void report_unknown_word(const YamlNode& node, std::span<const Words<Value>> words, BilingualText kind,
                         Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  std::string listed;
  for (const auto& [word, value] : words) {
    known.push_back(word);
    listed += (listed.empty() ? "" : ", ") + std::string(word);
  }
  diagnostics.report(schema_unknown_word, node.where, {node.text, kind, std::move(listed)},
                     nearest_word(node.text, known).value_or(""));
}

}  // namespace wegwijs
