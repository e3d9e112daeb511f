#include "pipeline/read_theme.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "model/file_limits.h"
#include "pages/page_kind.h"
#include "schema/field_types.h"
#include "schema/role_words.h"
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

/// The members of a field item that hold what a field says, and the one that chooses by its type.
TemplateNames::Names telling_members() {
  TemplateNames::Names members{"partial"};
  for (const FieldTypeRow& row : field_type_rows()) members.emplace(row.told_in);
  return members;
}

/// How a template uses the fields of every schema, by their names or by their roles. A field is shown when the template
/// asks for what its type is told in, or for nothing in particular: then it says something of its own where the field
/// is given. Rows are shown when one of their fields is.
class FieldUses {
 public:
  FieldUses(const TemplateNames& names, std::string_view template_name) {
    constexpr std::string_view of_field = "entry.fields.";
    constexpr std::string_view of_role = "entry.roles.";
    static const TemplateNames::Names members = telling_members();
    for (const std::string& name : names.reached_from(template_name)) {
      if (name.starts_with(of_role))
        roles_.insert(name.substr(of_role.size(), name.find('.', of_role.size()) - of_role.size()));
      if (!name.starts_with(of_field)) continue;
      const std::string item = name.substr(0, name.find('.', of_field.size()));
      asked_.try_emplace(item.substr(of_field.size()), names.asked_of(item, members, template_name));
    }
  }

  FieldUse of(const Field& field) const {
    const auto asked = asked_.find(field.id);
    if (asked == asked_.end()) return is_named_by_role(field) ? FieldUse::shown : FieldUse::not_named;
    const TemplateNames::Names& members = asked->second.members;
    const bool is_told = members.contains(type_row(field.type).told_in) && may_show_rows(field, asked->second.below);
    return members.empty() || members.contains("partial") || is_told ? FieldUse::shown : FieldUse::of_other_type;
  }

 private:
  bool is_named_by_role(const Field& field) const {
    return std::any_of(role_words().begin(), role_words().end(),
                       [&](const auto& one) { return one.second == field.role && roles_.contains(one.first); });
  }

  static bool may_show_rows(const Field& field, const TemplateNames::Names& below) {
    constexpr std::string_view of_cell = "fields.";
    const bool names_cells =
        std::any_of(below.begin(), below.end(), [&](const std::string& name) { return name.starts_with(of_cell); });
    return field.fields.empty() || !names_cells || below.contains("cells") ||
           std::any_of(field.fields.begin(), field.fields.end(), [&](const Field& cell) {
             const std::string name = std::string(of_cell) + cell.id;
             const auto from = below.lower_bound(name);
             return from != below.end() && (*from == name || from->starts_with(name + "."));
           });
  }

  std::map<std::string, TemplateNames::Asked, std::less<>> asked_;  ///< by the id of a field
  TemplateNames::Names roles_;
};

/// What the templates of `pages` show of an entry by name, their parts included.
ShownByTemplate shown_by(const TemplateNames& names, const std::vector<PageShape>& pages, const Site& site) {
  ShownByTemplate shown;
  for (const PageShape& page : pages) {
    const auto [place, is_new] = shown.try_emplace(page.template_name);
    if (!is_new) continue;
    place->second.groups = names.reached_from(page.template_name).contains("entry.groups");
    const FieldUses uses(names, page.template_name);
    for (const Collection& collection : site.collections) {
      std::vector<FieldUse>& of_fields = place->second.fields.emplace_back();
      for (const Field& field : collection.schema.fields) of_fields.push_back(uses.of(field));
    }
  }
  return shown;
}

/// Whether the text has a tag that names `member`: {{#listing}}, {{listing.count}}.
bool has_tag_of(std::string_view text, std::string_view member) {
  for (std::size_t place = text.find(member); place != std::string_view::npos; place = text.find(member, place + 1)) {
    const std::string_view after = text.substr(place + member.size());
    const bool begins = place > 0 && std::string_view("{#^").find(text[place - 1]) != std::string_view::npos;
    if (begins && (after.starts_with('.') || after.starts_with('}'))) return true;
  }
  return false;
}

/// Templates of whole pages, which stand on another one, that name what only pages of this kind are told.
std::string templates_for(const PageKind& kind, const std::vector<TemplateSource>& templates) {
  std::string names;
  for (const TemplateSource& one : templates) {
    const auto members = kind.own_members();
    const bool is_page = one.text.find("{{<") != std::string::npos;
    const auto has_tag = [&](std::string_view member) { return has_tag_of(one.text, member); };
    const bool is_for_kind = std::any_of(members.begin(), members.end(), has_tag);
    const bool is_for_other = std::any_of(page_kinds().begin(), page_kinds().end(), [&](const PageKind* other) {
      return other != &kind && has_tag(other->own_members().front());
    });
    if (is_page && is_for_kind && !is_for_other) names += (names.empty() ? "" : ", ") + one.name;
  }
  return names;
}

/// Fills in what a template for another kind of page is reported with.
void note_other_kinds(PageShape& page, const PageKind& kind, const std::vector<TemplateSource>& templates) {
  page.kind = kind.in_words();
  page.suitable = [&kind, &templates] { return templates_for(kind, templates); };
  for (const PageKind* other : page_kinds()) {
    for (const std::string_view member : other->own_members()) {
      if (other != &kind && page.shape.member(member) == nullptr)
        page.of_other_kinds.emplace_back(member, other->in_words());
    }
  }
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
    note_other_kinds(shapes.emplace_back(PageShape{name, page_shape(context, key), named.where}), *key.kind, templates);
  }
  TemplateNames used;
  std::optional<TemplateSet> set = load_theme(templates, shapes, diagnostics, &used);
  if (!complete || !set) return std::nullopt;
  ThemeIds ids;
  for (const TemplateSource& one : templates) ids.add_template(one.text);
  return Theme{std::move(*set), std::move(ids), shown_by(used, shapes, context.site)};
}

}  // namespace wegwijs
