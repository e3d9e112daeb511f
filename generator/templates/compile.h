#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "templates/html_context.h"
#include "templates/program.h"
#include "templates/syntax_tree.h"

namespace wegwijs {

/// Whether the escaping of a name follows from its place in the HTML.
enum class HtmlTracking : std::uint8_t { off, on };

/// Turns syntax trees into instructions, each body once for every HTML context in which it is asked for.
class Compiler {
 public:
  /// Numbers the bodies: template i of `trees` is body i. The trees must outlive the compiler.
  Compiler(std::span<SyntaxTree> trees, HtmlTracking tracking, Diagnostics& diagnostics);

  /// Compiles `body` for `context`, unless that has been done, and reports the names that may not be where they are.
  /// False when the body ends in a context other than the one in which it begins.
  bool compile(BodyNumber body, ContextNumber context);

  const Program& program() const { return program_; }
  /// The node from which an instruction was made.
  const Node& origin(std::size_t instruction) const { return *origins_[instruction]; }
  /// For overriding body `body`, the node of its block.
  const Node& block_of(BodyNumber body) const { return *blocks_[body - trees_.size()]; }
  Program take_program() { return std::move(program_); }

 private:
  void number_bodies(std::vector<Node>& nodes);
  ContextNumber number_of(const HtmlContext& context);
  HtmlContext add(const std::vector<Node>& nodes, HtmlContext context);
  HtmlContext add_node(const Node& node, HtmlContext context);
  HtmlContext add_text(const Node& node, HtmlContext context);
  HtmlContext add_variable(const Node& node, HtmlContext context);
  HtmlContext add_branch(const Node& node, HtmlContext context);
  HtmlContext add_call(const Node& node, HtmlContext context);
  Instruction& push(Instruction::Kind kind, const Node& node);
  Slice text_slice(std::string_view bytes);
  Slice path_slice(std::string_view name);
  Slice whole_name(std::string_view name);

  std::span<SyntaxTree> trees_;
  HtmlTracking tracking_;
  Diagnostics& diagnostics_;
  Program program_;
  std::vector<const Node*> origins_;
  std::vector<const Node*> blocks_;
  std::vector<HtmlContext> contexts_;
  std::vector<std::vector<bool>> is_balanced_;  // beside program_.bodies
  const Node* last_tag_ = nullptr;              // before the text being added
};

}  // namespace wegwijs
