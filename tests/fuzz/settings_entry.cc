#include "model/settings.h"

#include "fuzz/entries.h"
#include "fuzz/fuzzed_source.h"

namespace wegwijs {

void read_any_settings(std::string_view bytes) {
  const FuzzedSource source(bytes);
  const FileTree tree = FileTree::from_memory({{std::string(settings_file_name), std::string(bytes)}});
  Diagnostics diagnostics;
  const std::optional<Settings> settings = read_settings(tree, diagnostics);
  require(settings.has_value() || diagnostics.has_errors(), "settings that are refused are reported");
  if (settings && !diagnostics.has_errors()) {
    require(settings->base_address.ends_with('/'), "the base address ends with '/'");
    for (const std::string& folder : settings->folders()) require(!folder.empty(), "a folder has a name");
  }
  require_reportable(diagnostics, source);
}

}  // namespace wegwijs
