#include "templates/shape_check.h"

#include <algorithm>
#include <compare>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templates/html_rules.h"
#include "templates/render.h"
#include "templates/shape_rules.h"
#include "templates/shape_stack.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

/// The overrides in force, outermost first. A parent that overrides nothing more is left out: their number is limited.
using Overrides = std::vector<Slice>;

/// What decides everything that a body can do.
struct Visit {
  BodyNumber body;
  ContextNumber context;
  ShapeStack shapes;
  Overrides overrides;

  friend auto operator<=>(const Visit&, const Visit&) = default;
};

std::string enumeration(std::vector<std::string_view> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string result;
  for (const std::string_view word : words) {
    if (!result.empty()) result += ", ";
    result += word;
  }
  return result;
}

class ShapeCheck {
 public:
  ShapeCheck(Compiler& compiler, std::span<const SyntaxTree> trees, Diagnostics& diagnostics)
      : compiler_(compiler), trees_(trees), diagnostics_(diagnostics) {}

  void check_page(const PageShape& page);

 private:
  void check_body(const Visit& visit, const Node& caller);
  void follow(const Visit& visit);
  void check_range(std::uint32_t begin, std::uint32_t end, const ShapeStack& shapes, const Overrides& overrides);
  void check_variable(std::uint32_t index, const ShapeStack& shapes);
  void check_branch(std::uint32_t index, const ShapeStack& shapes, const Overrides& overrides);
  void check_block(std::uint32_t index, const ShapeStack& shapes, const Overrides& overrides);
  void check_call(std::uint32_t index, const ShapeStack& shapes, const Overrides& overrides);
  void check_dynamic_call(std::uint32_t index, const ShapeStack& shapes, const Overrides& overrides);
  void check_overrides(const Node& parent, BodyNumber target);

  bool is_absent(const Node& node, const ShapeStack& shapes);
  bool is_of_other_kind(std::string_view name);
  const DataShape* find(const Node& node, const ShapeStack& shapes);
  Overrides with(Overrides overrides, Slice added) const;
  const Override* find_override(const Overrides& overrides, Name name, std::size_t& frame) const;
  void collect_blocks(BodyNumber body, std::set<BodyNumber>& seen, std::vector<std::string_view>& blocks) const;
  void collect_blocks(const std::vector<Node>& nodes, std::set<BodyNumber>& seen,
                      std::vector<std::string_view>& blocks) const;
  std::string nearest_template(std::string_view name) const;
  const Instruction& instruction(std::uint32_t index) const { return compiler_.program().instructions[index]; }

  Compiler& compiler_;
  std::span<const SyntaxTree> trees_;
  Diagnostics& diagnostics_;
  std::set<Visit> visited_;
  std::set<BodyNumber> unbalanced_;            // parts that end elsewhere than they began, each followed once
  std::vector<std::pair<Visit, int>> active_;  // with the number of branches around the call
  int branches_ = 0;
  const PageShape* page_ = nullptr;  // the one that is followed
  bool is_other_kind_told_ = false;  // of it
};

void ShapeCheck::check_page(const PageShape& page) {
  page_ = &page;
  is_other_kind_told_ = false;
  const BodyNumber body = compiler_.program().find_template(Name(page.template_name));
  if (body == no_body) {
    diagnostics_.report(page_template_missing, {}, {page.template_name}, nearest_template(page.template_name));
    return;
  }
  if (!compiler_.compile(body, 0)) {
    diagnostics_.report(page_ends_inside, trees_[body].end, {page.template_name});
  }
  follow({body, 0, ShapeStack(page.shape), {}});
}

void ShapeCheck::check_body(const Visit& visit, const Node& caller) {
  if (!compiler_.compile(visit.body, visit.context)) {
    diagnostics_.report(part_changes_context, caller.where, {caller.name});
    // Each call of it begins in a new context; with two calls in each part, their number doubles every time.
    if (!unbalanced_.insert(visit.body).second) return;
  }
  const std::pair endless(visit, branches_);
  if (std::find(active_.begin(), active_.end(), endless) != active_.end()) {
    diagnostics_.report(endless_call, caller.where, {caller.name});
  } else if (active_.size() > deepest_call) {
    diagnostics_.report(calls_too_deep, caller.where, {caller.name});
  } else {
    follow(visit);
  }
}

void ShapeCheck::follow(const Visit& visit) {
  if (!visited_.insert(visit).second) return;
  const Variant variant = *compiler_.program().variant(visit.body, visit.context);
  active_.emplace_back(visit, branches_);
  check_range(variant.begin, variant.end, visit.shapes, visit.overrides);
  active_.pop_back();
}

void ShapeCheck::check_range(std::uint32_t begin, std::uint32_t end, const ShapeStack& shapes,
                             const Overrides& overrides) {
  for (std::uint32_t index = begin; index < end;) {
    const Instruction::Kind kind = instruction(index).kind;
    std::uint32_t next = index + 1;
    switch (kind) {
      case Instruction::Kind::text:
        break;
      case Instruction::Kind::variable:
        check_variable(index, shapes);
        break;
      case Instruction::Kind::section:
      case Instruction::Kind::inverted:
        next = instruction(index).end;
        check_branch(index, shapes, overrides);
        break;
      case Instruction::Kind::block:
        next = instruction(index).end;
        check_block(index, shapes, overrides);
        break;
      case Instruction::Kind::partial:
        check_call(index, shapes, overrides);
        break;
      case Instruction::Kind::dynamic_partial:
        check_dynamic_call(index, shapes, overrides);
        break;
    }
    index = next;
  }
}

void ShapeCheck::check_variable(std::uint32_t index, const ShapeStack& shapes) {
  const Node& node = compiler_.origin(index);
  if (is_absent(node, shapes)) return;
  const DataShape* shape = find(node, shapes);
  if (shape == nullptr) return;
  switch (shape->kind()) {
    case DataShape::Kind::text:
    case DataShape::Kind::partial_name:
      return;
    case DataShape::Kind::html:
      if (instruction(index).escape == Escape::element_text) return;
      diagnostics_.report(html_outside_text, node.where, {node.name});
      return;
    case DataShape::Kind::boolean:
    case DataShape::Kind::list:
    case DataShape::Kind::map:
      diagnostics_.report(not_showable, node.where, {node.name});
  }
}

/// Reports a name that is not declared; the span is that of the first part that is not.
const DataShape* ShapeCheck::find(const Node& node, const ShapeStack& shapes) {
  const ShapeLookup lookup = shapes.find(node.name);
  if (lookup.shape != nullptr) return lookup.shape;
  if (lookup.part_begin == 0 && (is_other_kind_told_ || is_of_other_kind(lookup.part))) return nullptr;
  SourceSpan where = node.where;
  where.begin += static_cast<std::uint32_t>(lookup.part_begin);
  where.end = where.begin + static_cast<std::uint32_t>(lookup.part.size());
  if (lookup.candidates.empty()) {
    diagnostics_.report(name_without_parts, where, {std::string(lookup.part)});
  } else {
    diagnostics_.report(unknown_name, where, {std::string(lookup.part), enumeration(lookup.candidates)},
                        nearest_word(lookup.part, lookup.candidates).value_or(""));
  }
  return nullptr;
}

/// Whether a name is unknown because the template is for another kind of page, which is reported the first time.
bool ShapeCheck::is_of_other_kind(std::string_view name) {
  const auto other = std::find_if(page_->of_other_kinds.begin(), page_->of_other_kinds.end(),
                                  [&](const auto& one) { return one.first == name; });
  if (other == page_->of_other_kinds.end()) return false;
  if (!std::exchange(is_other_kind_told_, true)) {
    const std::string suitable = page_->suitable ? page_->suitable() : "";
    diagnostics_.report(template_of_other_kind, page_->named_at,
                        {page_->template_name, other->second, page_->kind, suitable.empty() ? "" : ": " + suitable});
  }
  return true;
}

/// Whether a template asks for a field that only other schemas have: it is never there, and nothing is shown. Warns
/// when it is nearly a declared one: then it may be a typing error.
bool ShapeCheck::is_absent(const Node& node, const ShapeStack& shapes) {
  const ShapeLookup lookup = shapes.find(node.name);
  if (lookup.shape != nullptr || !lookup.may_be_absent) return false;
  // Names of fields are short: only one wrong letter in a longer one is taken for a mistake.
  constexpr std::size_t shortest_suspect = 5;
  const auto nearest =
      std::find_if(lookup.candidates.begin(), lookup.candidates.end(), [&](std::string_view candidate) {
        return lookup.part.size() >= shortest_suspect && edit_distance(lookup.part, candidate) == 1;
      });
  if (nearest == lookup.candidates.end()) return true;
  SourceSpan where = node.where;
  where.begin += static_cast<std::uint32_t>(lookup.part_begin);
  where.end = where.begin + static_cast<std::uint32_t>(lookup.part.size());
  diagnostics_.report(field_of_other_schemas, where, {std::string(lookup.part)}, std::string(*nearest));
  return true;
}

void ShapeCheck::check_branch(std::uint32_t index, const ShapeStack& shapes, const Overrides& overrides) {
  const Instruction branch = instruction(index);
  if (is_absent(compiler_.origin(index), shapes)) {
    if (branch.kind == Instruction::Kind::inverted) check_range(index + 1, branch.end, shapes, overrides);
    return;
  }
  const DataShape* shape = find(compiler_.origin(index), shapes);
  // What an unknown name would put on the stack is not known either.
  if (shape == nullptr) return;
  const bool is_list = shape->kind() == DataShape::Kind::list;
  if (is_list && !branch.may_repeat) {
    diagnostics_.report(glued_to_branch, compiler_.origin(index).where, {compiler_.origin(index).name});
  }
  ++branches_;
  if (branch.kind == Instruction::Kind::inverted) {
    check_range(index + 1, branch.end, shapes, overrides);
  } else {
    check_range(index + 1, branch.end, shapes.with(is_list ? shape->element() : *shape), overrides);
  }
  --branches_;
}

void ShapeCheck::check_block(std::uint32_t index, const ShapeStack& shapes, const Overrides& overrides) {
  const Instruction block = instruction(index);
  std::size_t frame = 0;
  const Override* found = find_override(overrides, compiler_.program().names[block.path.begin], frame);
  if (found == nullptr) {
    check_range(index + 1, block.end, shapes, overrides);
    return;
  }
  const BodyNumber body = found->body;
  const Overrides outside(overrides.begin(), overrides.begin() + static_cast<std::ptrdiff_t>(frame));
  check_body({body, block.context, shapes, outside}, compiler_.block_of(body));
}

void ShapeCheck::check_call(std::uint32_t index, const ShapeStack& shapes, const Overrides& overrides) {
  const Instruction call = instruction(index);
  const Node& node = compiler_.origin(index);
  if (call.body == no_body) {
    diagnostics_.report(unknown_part, node.where, {node.name}, nearest_template(node.name));
    return;
  }
  check_overrides(node, call.body);
  check_body({call.body, call.context, shapes, with(overrides, call.overrides)}, node);
}

void ShapeCheck::check_dynamic_call(std::uint32_t index, const ShapeStack& shapes, const Overrides& overrides) {
  const Instruction call = instruction(index);
  const Node& node = compiler_.origin(index);
  const DataShape* shape = find(node, shapes);
  if (shape == nullptr) return;
  if (shape->kind() != DataShape::Kind::partial_name) {
    diagnostics_.report(not_a_part_name, node.where, {node.name});
    return;
  }
  for (const std::string& name : shape->partial_names()) {
    const BodyNumber body = compiler_.program().find_template(Name(name));
    if (body == no_body) {
      diagnostics_.report(dynamic_part_missing, node.where, {node.name, name}, nearest_template(name));
      continue;
    }
    check_overrides(node, body);
    check_body({body, call.context, shapes, with(overrides, call.overrides)}, node);
  }
}

void ShapeCheck::check_overrides(const Node& parent, BodyNumber target) {
  if (parent.children.empty()) return;
  std::set<BodyNumber> seen;
  std::vector<std::string_view> blocks;
  collect_blocks(target, seen, blocks);
  for (const Node& block : parent.children) {
    if (std::find(blocks.begin(), blocks.end(), block.name) != blocks.end()) continue;
    diagnostics_.report(unknown_block, block.where, {block.name, trees_[target].name},
                        nearest_word(block.name, blocks).value_or(""));
  }
}

void ShapeCheck::collect_blocks(BodyNumber body, std::set<BodyNumber>& seen,
                                std::vector<std::string_view>& blocks) const {
  if (body != no_body && seen.insert(body).second) collect_blocks(trees_[body].nodes, seen, blocks);
}

/// The blocks of the templates that are called count too: what is overridden reaches them. Those of dynamic parts do
/// not.
void ShapeCheck::collect_blocks(const std::vector<Node>& nodes, std::set<BodyNumber>& seen,
                                std::vector<std::string_view>& blocks) const {
  for (const Node& node : nodes) {
    const bool is_parent = node.kind == Node::Kind::parent;
    if (node.kind == Node::Kind::block) blocks.push_back(node.name);
    if ((is_parent || node.kind == Node::Kind::partial) && !node.dynamic) {
      collect_blocks(compiler_.program().find_template(Name(node.name)), seen, blocks);
    }
    for (const Node& child : node.children) {
      if (is_parent) collect_blocks(child.children, seen, blocks);
    }
    if (!is_parent) collect_blocks(node.children, seen, blocks);
  }
}

Overrides ShapeCheck::with(Overrides overrides, Slice added) const {
  std::size_t frame = 0;
  for (std::uint32_t index = 0; index < added.size; ++index) {
    const Name name = compiler_.program().overrides[added.begin + index].name;
    if (find_override(overrides, name, frame) != nullptr) continue;
    overrides.push_back(added);
    break;
  }
  return overrides;
}

const Override* ShapeCheck::find_override(const Overrides& overrides, Name name, std::size_t& frame) const {
  const std::vector<Override>& all = compiler_.program().overrides;
  for (frame = 0; frame < overrides.size(); ++frame) {
    for (std::uint32_t index = 0; index < overrides[frame].size; ++index) {
      const Override& candidate = all[overrides[frame].begin + index];
      if (candidate.name == name) return &candidate;
    }
  }
  return nullptr;
}

std::string ShapeCheck::nearest_template(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const SyntaxTree& tree : trees_) names.push_back(tree.name);
  return nearest_word(name, names).value_or("");
}

}  // namespace

void check_shapes(Compiler& compiler, std::span<const SyntaxTree> trees, std::span<const PageShape> pages,
                  Diagnostics& diagnostics) {
  ShapeCheck check(compiler, trees, diagnostics);
  for (const PageShape& page : pages) check.check_page(page);
}

}  // namespace wegwijs
