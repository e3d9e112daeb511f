#include "fuzz/entries.h"
#include "fuzz/fuzzed_source.h"

namespace wegwijs {

void read_any_yaml(std::string_view bytes) {
  const FuzzedSource source(bytes);
  Diagnostics diagnostics;
  const std::optional<YamlNode> tree = read_yaml(bytes, FuzzedSource::id(), 0, diagnostics);
  require(tree.has_value() || diagnostics.has_errors(), "YAML that is refused is reported");
  if (tree) require_sound_tree(*tree, bytes);
  require_reportable(diagnostics, source);
}

}  // namespace wegwijs
