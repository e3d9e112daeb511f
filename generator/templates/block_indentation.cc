#include "templates/block_indentation.h"

#include <algorithm>
#include <string>

namespace wegwijs {
namespace {

std::string_view without_indentation(std::string_view line, std::string_view indentation) {
  const auto differ = std::mismatch(line.begin(), line.end(), indentation.begin(), indentation.end());
  return line.substr(static_cast<std::size_t>(differ.first - line.begin()));
}

std::string lines_without_indentation(std::string_view text, bool starts_line, std::string_view indentation) {
  std::string result;
  while (!text.empty()) {
    const std::size_t line_break = text.find('\n');
    const std::size_t size = line_break == std::string_view::npos ? text.size() : line_break + 1;
    const std::string_view line = text.substr(0, size);
    result += starts_line ? without_indentation(line, indentation) : line;
    text.remove_prefix(size);
    starts_line = true;
  }
  return result;
}

}  // namespace

void remove_indentation(std::vector<Node>& nodes, std::string_view indentation) {
  if (indentation.empty()) return;
  for (Node& node : nodes) {
    switch (node.kind) {
      case Node::Kind::text:
        node.text = lines_without_indentation(node.text, node.starts_line, indentation);
        break;
      case Node::Kind::block:
        node.text = without_indentation(node.text, indentation);
        [[fallthrough]];
      case Node::Kind::section:
      case Node::Kind::inverted:
        remove_indentation(node.children, indentation);
        break;
      // The blocks of a parent are at the margin already.
      case Node::Kind::partial:
      case Node::Kind::parent:
        node.text = without_indentation(node.text, indentation);
        break;
      case Node::Kind::variable:
      case Node::Kind::raw_variable:
        break;
    }
  }
}

}  // namespace wegwijs
