#include "pipeline/read_theme.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/file_limits.h"
#include "pages/page_kind.h"
#include "source/yaml_tree.h"
#include "templates/shape_rules.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

constexpr std::string_view template_extension = ".mustache";

std::vector<TemplateSource> read_templates(const FileTree& sources, Diagnostics& diagnostics) {
  std::vector<TemplateSource> templates;
  for (std::size_t number = 0; number < sources.files().size(); ++number) {
    const std::string& path = sources.files()[number].path;
    const bool is_template = path.starts_with(theme_mount) && path.ends_with(template_extension) &&
                             path.find('/', theme_mount.size()) == std::string::npos;
    if (!is_template) continue;
    const auto file = static_cast<FileId>(number);
    if (!may_be_read(sources, file)) continue;
    std::string text = sources.read(file);
    if (!check_text_encoding(text, file, 0, diagnostics)) continue;
    templates.push_back({path.substr(theme_mount.size(), path.size() - theme_mount.size() - template_extension.size()),
                         file, std::move(text)});
  }
  return templates;
}

/// What the templates of `pages` name of an entry, their parts included.
ShownByTemplate shown_by(const TemplateNames& names, const std::vector<PageShape>& pages) {
  constexpr std::string_view of_field = "entry.fields.";
  ShownByTemplate shown;
  for (const PageShape& page : pages) {
    const auto [place, is_new] = shown.try_emplace(page.template_name);
    if (!is_new) continue;
    for (const std::string_view name : names.reached_from(page.template_name)) {
      if (name == "entry.groups") place->second.groups = true;
      if (!name.starts_with(of_field)) continue;
      const std::string_view rest = name.substr(of_field.size());
      place->second.fields.emplace(rest.substr(0, rest.find('.')));
    }
  }
  return shown;
}

}  // namespace

std::string template_path(std::string_view name) {
  return std::string(theme_mount) + std::string(name) + std::string(template_extension);
}

std::optional<Theme> read_theme(const PageContext& context, Diagnostics& diagnostics) {
  const std::vector<TemplateSource> templates = read_templates(context.sources, diagnostics);
  std::vector<std::string_view> names;
  for (const TemplateSource& one : templates) names.push_back(one.name);
  std::vector<PageShape> shapes;
  std::set<std::tuple<std::string, const PageKind*, std::uint16_t>> seen;
  bool complete = true;
  for (const PageKey& key : context.plan.pages) {
    const NamedTemplate named = key.kind->page_template(context.site, context.plan, key);
    const std::string name(named.name);
    if (!seen.emplace(name, key.kind, key.kind->shape_number(key)).second) continue;
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      diagnostics.report(page_template_missing, named.where, {name}, nearest_word(name, names).value_or(""));
      complete = false;
      continue;
    }
    shapes.push_back({name, page_shape(context, key)});
  }
  TemplateNames used;
  std::optional<TemplateSet> set = load_theme(templates, shapes, diagnostics, &used);
  if (!complete || !set) return std::nullopt;
  ThemeIds ids;
  for (const TemplateSource& one : templates) ids.add_template(one.text);
  return Theme{std::move(*set), std::move(ids), shown_by(used, shapes)};
}

}  // namespace wegwijs
