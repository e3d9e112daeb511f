#include "source/yaml_tree.h"

#include "source/yaml_indentation.h"
#include "source/yaml_library.h"
#include "source/yaml_plain.h"
#include "source/yaml_rules.h"
#include "text/byte_order_mark.h"

namespace wegwijs {
namespace {

bool is_small_enough(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics) {
  if (bytes.size() <= yaml_size_limit) return true;
  diagnostics.report(yaml_too_large, {file, offset, offset},
                     {std::to_string(yaml_size_limit / 1024), std::to_string(bytes.size() / 1024 + 1)});
  return false;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

std::optional<YamlNode> read_yaml(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics) {
  if (bytes.starts_with(byte_order_mark)) {
    bytes.remove_prefix(byte_order_mark.size());
    offset += static_cast<std::uint32_t>(byte_order_mark.size());
  }
  if (!is_small_enough(bytes, file, offset, diagnostics)) return std::nullopt;
  if (!check_text_encoding(bytes, file, offset, diagnostics)) return std::nullopt;
  if (!check_line_breaks(bytes, file, offset, diagnostics)) return std::nullopt;
  return read_yaml_of_checked_text(bytes, file, offset, diagnostics);
}

std::optional<YamlNode> read_yaml_of_checked_text(std::string_view bytes, FileId file, std::uint32_t offset,
                                                  Diagnostics& diagnostics) {
  if (!is_small_enough(bytes, file, offset, diagnostics)) return std::nullopt;
  if (!check_yaml_indentation(bytes, file, offset, diagnostics)) return std::nullopt;
  // Front matter is the only YAML that does not begin the file, and one line ('---') comes before it.
  const std::ptrdiff_t first_line = offset > byte_order_mark.size() ? 2 : 1;
  if (std::optional<YamlNode> plain = read_plain_yaml(bytes, file, offset)) return plain;
  std::optional<YamlNode> root = read_yaml_with_library(bytes, file, offset, first_line, diagnostics);
  if (root && root->kind == YamlNode::Kind::null) {
    root->kind = YamlNode::Kind::map;
    root->where = {file, offset, offset};
  }
  return root;
}

}  // namespace wegwijs
