#include "templates/compile.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "templates/html_rules.h"
#include "templates/html_tokenizer.h"
#include "templates/refused_markup.h"

namespace wegwijs {
namespace {

Instruction::Kind kind_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::text:
      return Instruction::Kind::text;
    case Node::Kind::variable:
    case Node::Kind::raw_variable:
      return Instruction::Kind::variable;
    case Node::Kind::section:
      return Instruction::Kind::section;
    case Node::Kind::inverted:
      return Instruction::Kind::inverted;
    case Node::Kind::partial:
    case Node::Kind::parent:
      return node.dynamic ? Instruction::Kind::dynamic_partial : Instruction::Kind::partial;
    case Node::Kind::block:
      break;
  }
  return Instruction::Kind::block;
}

/// Whether `nodes` begin with text that separates names in a tag: whitespace or a slash.
bool begins_with_separator(const std::vector<Node>& nodes) {
  return !nodes.empty() && nodes.front().kind == Node::Kind::text &&
         std::string_view(" \t\r\n/").find(nodes.front().text.front()) != std::string_view::npos;
}

}  // namespace

Compiler::Compiler(std::span<SyntaxTree> trees, HtmlTracking tracking, Diagnostics& diagnostics)
    : trees_(trees), tracking_(tracking), diagnostics_(diagnostics), contexts_(1) {
  for (const SyntaxTree& tree : trees_) {
    const auto body = static_cast<BodyNumber>(program_.templates.size());
    program_.templates.push_back({Name(tree.name), body});
  }
  for (SyntaxTree& tree : trees_) number_bodies(tree.nodes);
  program_.bodies.resize(trees_.size() + blocks_.size());
  is_balanced_.resize(program_.bodies.size());
}

void Compiler::number_bodies(std::vector<Node>& nodes) {
  for (Node& node : nodes) {
    if (node.kind == Node::Kind::parent) {
      node.number = static_cast<std::uint32_t>(program_.overrides.size());
      for (Node& block : node.children) {
        block.number = static_cast<BodyNumber>(trees_.size() + blocks_.size());
        program_.overrides.push_back({Name(block.name), block.number});
        blocks_.push_back(&block);
      }
      for (Node& block : node.children) number_bodies(block.children);
    } else {
      number_bodies(node.children);
    }
  }
}

ContextNumber Compiler::number_of(const HtmlContext& context) {
  const auto found = std::find(contexts_.begin(), contexts_.end(), context);
  const auto number = static_cast<std::size_t>(found - contexts_.begin());
  assert(number < 0xFFFF);
  if (found == contexts_.end()) contexts_.push_back(context);
  return static_cast<ContextNumber>(number);
}

bool Compiler::compile(BodyNumber body, ContextNumber context) {
  auto& variants = program_.bodies[body];
  for (std::size_t index = 0; index < variants.size(); ++index) {
    if (variants[index].context == context) return is_balanced_[body][index];
  }
  const bool is_template = body < trees_.size();
  last_tag_ = is_template ? nullptr : &block_of(body);
  const HtmlContext before = contexts_[context];
  const auto begin = static_cast<std::uint32_t>(program_.instructions.size());
  const HtmlContext after = add(is_template ? trees_[body].nodes : block_of(body).children, before);
  const auto end = static_cast<std::uint32_t>(program_.instructions.size());
  variants.push_back({context, begin, end});
  // What an attribute of a part means for those after it would be forgotten where the part is called.
  const std::optional<HtmlContext> both = joined(before, after);
  is_balanced_[body].push_back(both &&
                               (both->earlier == before.earlier || before.state == HtmlContext::State::quoted_value));
  return is_balanced_[body].back();
}

HtmlContext Compiler::add(const std::vector<Node>& nodes, HtmlContext context) {
  for (const Node& node : nodes) context = add_node(node, std::move(context));
  return context;
}

HtmlContext Compiler::add_node(const Node& node, HtmlContext context) {
  if (node.kind != Node::Kind::text) last_tag_ = &node;
  switch (node.kind) {
    case Node::Kind::text:
      return add_text(node, std::move(context));
    case Node::Kind::variable:
    case Node::Kind::raw_variable:
      return add_variable(node, std::move(context));
    case Node::Kind::section:
    case Node::Kind::inverted:
    case Node::Kind::block:
      return add_branch(node, std::move(context));
    case Node::Kind::partial:
    case Node::Kind::parent:
      break;
  }
  return add_call(node, std::move(context));
}

HtmlContext Compiler::add_text(const Node& node, HtmlContext context) {
  push(Instruction::Kind::text, node).text = text_slice(node.text);
  if (tracking_ == HtmlTracking::off) return context;
  for (const RefusedMarkup& markup : refused_markup(context, node.text)) {
    const auto begin = static_cast<std::uint32_t>(node.where.begin + markup.begin);
    const auto end = static_cast<std::uint32_t>(node.where.begin + markup.end);
    diagnostics_.report(code_in_page, {node.where.file, begin, end}, {markup.name});
  }
  const bool began_unclear = context.state == HtmlContext::State::unclear;
  context = behind_html(std::move(context), node.text);
  if (context.state == HtmlContext::State::unclear && !began_unclear && last_tag_ != nullptr) {
    diagnostics_.report(glued_to_branch, last_tag_->where, {last_tag_->name});
  }
  return context;
}

HtmlContext Compiler::add_variable(const Node& node, HtmlContext context) {
  Instruction& variable = push(Instruction::Kind::variable, node);
  variable.path = path_slice(node.name);
  if (tracking_ == HtmlTracking::off) {
    variable.escape = node.kind == Node::Kind::raw_variable ? Escape::none : Escape::element_text;
    return context;
  }
  const std::variant<Escape, Refusal> escape = escape_in(context);
  if (const Refusal* refusal = std::get_if<Refusal>(&escape)) {
    const bool script_type = context.attribute == HtmlContext::Attribute::script_type;
    // One message per spot: what is unclear has been reported.
    if (context.state != HtmlContext::State::unclear) {
      diagnostics_.report(rule_for(*refusal), node.where, {node.name, script_type ? "type" : context.word});
    }
  } else {
    variable.escape = std::get<Escape>(escape);
  }
  return behind_name(std::move(context));
}

HtmlContext Compiler::add_branch(const Node& node, HtmlContext context) {
  HtmlContext before = at_border(std::move(context));
  const std::size_t index = program_.instructions.size();
  Instruction& branch = push(kind_of(node), node);
  branch.path = node.kind == Node::Kind::block ? whole_name(node.name) : path_slice(node.name);
  branch.text = text_slice(node.text);
  branch.context = number_of(before);
  const HtmlContext after = add(node.children, before);
  program_.instructions[index].end = static_cast<std::uint32_t>(program_.instructions.size());
  last_tag_ = &node;
  std::optional<HtmlContext> both = joined(before, after);
  if (!both && after.state != HtmlContext::State::unclear) {
    diagnostics_.report(branch_changes_context, node.where, {node.name});
  }
  if (!both) return before;
  program_.instructions[index].may_repeat =
      *both == before || before.state == HtmlContext::State::quoted_value || begins_with_separator(node.children);
  return node.kind == Node::Kind::block ? behind_part(before) : *both;
}

HtmlContext Compiler::add_call(const Node& node, HtmlContext context) {
  const HtmlContext before = at_border(std::move(context));
  Instruction& call = push(kind_of(node), node);
  call.context = number_of(before);
  call.text = text_slice(node.text);
  call.overrides = {node.number, static_cast<std::uint32_t>(node.children.size())};
  if (node.dynamic) {
    call.path = path_slice(node.name);
  } else {
    call.body = program_.find_template(Name(node.name));
  }
  return behind_part(before);
}

Instruction& Compiler::push(Instruction::Kind kind, const Node& node) {
  Instruction& instruction = program_.instructions.emplace_back();
  instruction.kind = kind;
  instruction.starts_line = node.starts_line;
  instruction.ends_line = node.ends_line;
  origins_.push_back(&node);
  return instruction;
}

Slice Compiler::text_slice(std::string_view bytes) {
  const Slice slice{static_cast<std::uint32_t>(program_.text.size()), static_cast<std::uint32_t>(bytes.size())};
  program_.text += bytes;
  return slice;
}

Slice Compiler::whole_name(std::string_view name) {
  program_.names.emplace_back(name);
  return {static_cast<std::uint32_t>(program_.names.size() - 1), 1};
}

Slice Compiler::path_slice(std::string_view name) {
  Slice slice{static_cast<std::uint32_t>(program_.names.size()), 0};
  if (name == ".") return slice;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    program_.names.emplace_back(name.substr(begin, end - begin));
    ++slice.size;
    begin = end + 1;
  }
  return slice;
}

}  // namespace wegwijs
