#include "templates/template.h"

#include <stdexcept>
#include <utility>
#include <vector>

#include "templates/compile.h"
#include "templates/parse.h"
#include "templates/render.h"

namespace wegwijs {

TemplateSet::TemplateSet(std::unique_ptr<const Program> program) : program_(std::move(program)) {}
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;
TemplateSet::~TemplateSet() = default;

void TemplateSet::render(std::string_view template_name, const Data& root, std::string& output) const {
  const BodyNumber body = program_->find_template(Name(template_name));
  if (body == no_body || program_->variant(body, 0) == nullptr) {
    throw std::out_of_range("no template '" + std::string(template_name) + "' for a page");
  }
  render_program(*program_, body, root, output);
}

std::optional<TemplateSet> load_plain(std::span<const TemplateSource> sources, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.count(Severity::error);
  std::vector<SyntaxTree> trees;
  for (const TemplateSource& source : sources) trees.push_back(parse_template(source, diagnostics));
  if (diagnostics.count(Severity::error) > errors_before) return std::nullopt;
  Compiler compiler(trees, HtmlTracking::off, diagnostics);
  const std::size_t bodies = compiler.program().bodies.size();
  for (std::size_t body = 0; body < bodies; ++body) compiler.compile(static_cast<BodyNumber>(body), 0);
  return TemplateSet(std::make_unique<const Program>(compiler.take_program()));
}

}  // namespace wegwijs
