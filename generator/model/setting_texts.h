#pragma once

#include "diagnostic/diagnostic.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// Reports markup in the texts of `site.yaml` that readers see (titles, summaries, the notice, the words of menus):
/// they are plain text, so a star or a tag would be shown literally.
void check_setting_texts(const YamlNode& settings, Diagnostics& diagnostics);

}  // namespace wegwijs
