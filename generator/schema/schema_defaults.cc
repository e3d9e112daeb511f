#include "schema/schema_defaults.h"

#include <stdexcept>

#include "schema/key_check.h"
#include "schema/read_claim_words.h"
#include "schema/role_words.h"
#include "source/yaml_tree.h"

namespace wegwijs {
namespace {

SchemaDefaults read_defaults() {
  Diagnostics diagnostics;
  const std::optional<YamlNode> node = read_yaml(written_schema_defaults(), no_file, 0, diagnostics);
  SchemaDefaults defaults;
  if (node) {
    const MapReader top(*node, {"de standaard", "the defaults"}, diagnostics);
    top.check_keys({"claims", "roles", "documents"});
    defaults.claims = read_claim_words(top.find("claims"), {}, diagnostics);
    defaults.documents = top.required_text("documents").value_or("");
    if (const YamlNode* roles = top.find("roles")) {
      for (const YamlNode::Entry& entry : roles->entries) {
        const std::optional<Role> role = role_named(entry.value.text);
        if (role) defaults.roles.emplace_back(entry.key, *role);
        if (!role) report_unknown_word(entry.value, role_words(), {"rol", "role"}, diagnostics);
      }
    }
  }
  // A fault of the program, not of an author: every build has the same file.
  if (!node || !diagnostics.empty()) throw std::logic_error("themes/schema-defaults.yaml");
  return defaults;
}

}  // namespace

const SchemaDefaults& schema_defaults() {
  static const SchemaDefaults defaults = read_defaults();
  return defaults;
}

}  // namespace wegwijs
