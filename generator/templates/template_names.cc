#include "templates/template_names.h"

#include <utility>
#include <vector>

namespace wegwijs {
namespace {

bool is_name_of_data(const Node& node) {
  switch (node.kind) {
    case Node::Kind::variable:
    case Node::Kind::raw_variable:
    case Node::Kind::section:
    case Node::Kind::inverted:
      return true;
    case Node::Kind::partial:
    case Node::Kind::parent:
      return node.dynamic;
    case Node::Kind::text:
    case Node::Kind::block:
      return false;
  }
  return false;
}

bool is_call(const Node& node) {
  return (node.kind == Node::Kind::partial || node.kind == Node::Kind::parent) && !node.dynamic;
}

void add_names(const std::vector<Node>& nodes, TemplateNames::Names& names, TemplateNames::Names& calls) {
  for (const Node& node : nodes) {
    if (is_name_of_data(node)) names.insert(node.name);
    if (is_call(node)) calls.insert(node.name);
    add_names(node.children, names, calls);
  }
}

}  // namespace

TemplateNames::TemplateNames(std::span<const SyntaxTree> templates) {
  for (const SyntaxTree& tree : templates) {
    Uses uses;
    add_names(tree.nodes, uses.names, uses.calls);
    templates_.insert_or_assign(tree.name, std::move(uses));
  }
}

TemplateNames::Names TemplateNames::reached_from(std::string_view template_name) const {
  Names seen;
  Names names;
  reach(template_name, seen, names);
  return names;
}

void TemplateNames::reach(std::string_view template_name, Names& seen, Names& names) const {
  const auto found = templates_.find(template_name);
  if (found == templates_.end() || !seen.emplace(template_name).second) return;
  names.insert(found->second.names.begin(), found->second.names.end());
  for (const std::string& called : found->second.calls) reach(called, seen, names);
}

}  // namespace wegwijs
