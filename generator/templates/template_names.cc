#include "templates/template_names.h"

#include <utility>

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

bool is_call_of_template(const Node& node) {
  return (node.kind == Node::Kind::partial || node.kind == Node::Kind::parent) && !node.dynamic;
}

}  // namespace

TemplateNames::TemplateNames(std::span<const SyntaxTree> templates) {
  for (const SyntaxTree& tree : templates) {
    std::vector<Use> uses;
    add_uses(tree.nodes, uses);
    templates_.insert_or_assign(tree.name, std::move(uses));
  }
}

void TemplateNames::add_uses(const std::vector<Node>& nodes, std::vector<Use>& uses) {
  for (const Node& node : nodes) {
    const bool is_call = is_call_of_template(node);
    if (!is_call && !is_name_of_data(node)) {
      add_uses(node.children, uses);  // a block belongs to what is around it
      continue;
    }
    Use use{node.name, is_call, node.kind == Node::Kind::section, {}};
    add_uses(node.children, use.uses);
    uses.push_back(std::move(use));
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
  add_names(found->second, seen, names);
}

void TemplateNames::add_names(const std::vector<Use>& uses, Names& seen, Names& names) const {
  for (const Use& use : uses) {
    if (use.is_call) {
      reach(use.name, seen, names);
    } else {
      names.insert(use.name);
    }
    add_names(use.uses, seen, names);
  }
}

struct TemplateNames::Asking {
  std::string_view name;
  const Names& members;
  Names seen;  ///< templates in which the name was looked for
  Asked found;

  void note(std::string_view written) {
    const std::string_view first = written.substr(0, written.find('.'));
    if (members.contains(first)) found.members.emplace(first);
  }
};

TemplateNames::Asked TemplateNames::asked_of(std::string_view name, const Names& members,
                                             std::string_view template_name) const {
  Asking asking{name, members, {std::string(template_name)}, {}};
  const auto found = templates_.find(template_name);
  if (found != templates_.end()) find_sections(found->second, asking);
  return std::move(asking.found);
}

void TemplateNames::find_sections(const std::vector<Use>& uses, Asking& asking) const {
  for (const Use& use : uses) {
    const std::string_view written = use.name;
    if (use.is_call) {
      const auto called = templates_.find(written);
      if (called != templates_.end() && asking.seen.emplace(written).second) find_sections(called->second, asking);
    } else if (written.starts_with(asking.name) && written.substr(asking.name.size()).starts_with('.')) {
      asking.note(written.substr(asking.name.size() + 1));
    } else if (use.is_section && written == asking.name) {
      Names called;
      find_members(use.uses, called, asking);
    }
    find_sections(use.uses, asking);
  }
}

void TemplateNames::find_members(const std::vector<Use>& uses, Names& called, Asking& asking) const {
  for (const Use& use : uses) {
    if (use.is_call) {
      const auto found = templates_.find(use.name);
      if (found != templates_.end() && called.insert(use.name).second) find_members(found->second, called, asking);
    } else {
      asking.note(use.name);
    }
    if (!use.is_section || !asking.members.contains(use.name)) {
      find_members(use.uses, called, asking);
      continue;
    }
    Names seen;
    add_names(use.uses, seen, asking.found.below);
  }
}

}  // namespace wegwijs
