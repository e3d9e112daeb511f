#pragma once

#include <string>

#include "schema/schema.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// What `check` would say of an entry with the values `after`, and does not say of it with `before`: its first mistake
/// or warning with what to do. Empty: nothing.
std::string first_new_mistake(const YamlNode& before, const YamlNode& after, const Schema& schema, Language language);

}  // namespace wegwijs
