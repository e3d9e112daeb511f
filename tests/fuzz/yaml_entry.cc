#include "fuzz/entries.h"
#include "fuzz/fuzzed_source.h"
#include "source/yaml_library.h"
#include "source/yaml_plain.h"

namespace wegwijs {
namespace {

void require_same(const YamlNode& plain, const YamlNode& library) {
  require(plain.kind == library.kind, "both readers see the same kind of value");
  require(plain.where == library.where, "both readers see a value at the same place");
  require(plain.quoted == library.quoted && plain.text == library.text, "both readers see the same text");
  require(plain.elements.size() == library.elements.size() && plain.entries.size() == library.entries.size(),
          "both readers see as many values");
  for (std::size_t index = 0; index < plain.elements.size(); ++index)
    require_same(plain.elements[index], library.elements[index]);
  for (std::size_t index = 0; index < plain.entries.size(); ++index) {
    const YamlNode::Entry& one = plain.entries[index];
    const YamlNode::Entry& other = library.entries[index];
    require(one.key == other.key && one.key_where == other.key_where, "both readers see the same key");
    require_same(one.value, other.value);
  }
}

/// What is plain to the quick reader is the same to the library, which then has nothing to report.
void require_same_as_library(const YamlNode& plain, std::string_view bytes) {
  Diagnostics diagnostics;
  const std::optional<YamlNode> tree = read_yaml_with_library(bytes, FuzzedSource::id(), 0, 1, diagnostics);
  require(tree.has_value() && diagnostics.empty(), "the library has nothing to report about what is plain");
  require_same(plain, *tree);
}

}  // namespace

void read_any_yaml(std::string_view bytes) {
  const FuzzedSource source(bytes);
  Diagnostics diagnostics;
  const std::optional<YamlNode> tree = read_yaml(bytes, FuzzedSource::id(), 0, diagnostics);
  require(tree.has_value() || diagnostics.has_errors(), "YAML that is refused is reported");
  if (tree) require_sound_tree(*tree, bytes);
  require_reportable(diagnostics, source);
  // A byte order mark is taken off before.
  if (!tree || bytes.starts_with("\xEF\xBB\xBF")) return;
  if (const std::optional<YamlNode> plain = read_plain_yaml(bytes, FuzzedSource::id(), 0))
    require_same_as_library(*plain, bytes);
}

}  // namespace wegwijs
