#include "templates/theme.h"

#include <memory>
#include <vector>

#include "templates/compile.h"
#include "templates/parse.h"
#include "templates/shape_check.h"
#include "templates/theme_rules.h"

namespace wegwijs {
namespace {

void report_raw_variables(const std::vector<Node>& nodes, Diagnostics& diagnostics) {
  for (const Node& node : nodes) {
    if (node.kind == Node::Kind::raw_variable) diagnostics.report(raw_variable, node.where, {node.name});
    report_raw_variables(node.children, diagnostics);
  }
}

void report_what_themes_may_not(const SyntaxTree& tree, Diagnostics& diagnostics) {
  report_raw_variables(tree.nodes, diagnostics);
  for (const SourceSpan& where : tree.delimiter_changes) diagnostics.report(changed_delimiters, where);
  for (const SourceSpan& where : tree.dropped) diagnostics.report(text_outside_block, where);
}

}  // namespace

std::optional<TemplateSet> load_theme(std::span<const TemplateSource> sources, std::span<const PageShape> pages,
                                      Diagnostics& diagnostics, TemplateNames* names) {
  const std::size_t errors_before = diagnostics.count(Severity::error);
  std::vector<SyntaxTree> trees;
  for (const TemplateSource& source : sources) {
    trees.push_back(parse_template(source, diagnostics));
    report_what_themes_may_not(trees.back(), diagnostics);
  }
  if (names != nullptr) *names = TemplateNames(trees);
  Compiler compiler(trees, HtmlTracking::on, diagnostics);
  check_shapes(compiler, trees, pages, diagnostics);
  if (diagnostics.count(Severity::error) > errors_before) return std::nullopt;
  return TemplateSet(std::make_unique<const Program>(compiler.take_program()));
}

}  // namespace wegwijs
