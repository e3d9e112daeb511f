#include "templates/theme.h"

#include <memory>
#include <vector>

#include "templates/compile.h"
#include "templates/parse.h"
#include "templates/shape_check.h"

namespace wegwijs {
namespace {

constexpr Rule raw_variable{
    "sjabloon-rauw",
    Severity::error,
    {"'{0}' zou zonder beveiliging op de pagina komen; dat mag niet.",
     "'{0}' would be put on the page without escaping, which is not allowed."},
    {"Schrijf {{{0}}}. Opgemaakte tekst blijft daarmee opgemaakt.", "Write {{{0}}}. Formatted text stays formatted."}};

constexpr Rule changed_delimiters{
    "sjabloon-scheidingstekens",
    Severity::error,
    {"In een thema mogen de scheidingstekens niet worden veranderd.", "A theme may not change the delimiters."},
    {"Gebruik overal {{ en }}.", "Use {{ and }} everywhere."}};

constexpr Rule text_outside_block{
    "sjabloon-tekst-buiten-blok",
    Severity::error,
    {"Dit staat buiten de blokken en komt daarom nergens terecht.", "This stands outside the blocks and is lost."},
    {"Zet het in een blok, of haal het weg.", "Put it in a block, or remove it."}};

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
                                      Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.count(Severity::error);
  std::vector<SyntaxTree> trees;
  for (const TemplateSource& source : sources) {
    trees.push_back(parse_template(source, diagnostics));
    report_what_themes_may_not(trees.back(), diagnostics);
  }
  Compiler compiler(trees, HtmlTracking::on, diagnostics);
  check_shapes(compiler, trees, pages, diagnostics);
  if (diagnostics.count(Severity::error) > errors_before) return std::nullopt;
  return TemplateSet(std::make_unique<const Program>(compiler.take_program()));
}

}  // namespace wegwijs
