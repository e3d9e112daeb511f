#include "pages/form_page.h"

#include <algorithm>

#include "pages/form_data.h"
#include "pages/page_kind.h"
#include "views/claims.h"

namespace wegwijs {
namespace {

constexpr std::string_view id_in_pattern = "{id}/";
constexpr BilingualText below_entry{"aanvullen/", "add/"};
constexpr BilingualText below_collection{"aanmelden/", "new/"};

bool theme_has_form(const FileTree& sources) {
  return sources.find(std::string(theme_mount) + std::string(form_template) + ".mustache").has_value();
}

bool has_forms(const Collection& collection) {
  const std::vector<Field>& fields = collection.schema.fields;
  return collection.rule->address.text.ends_with(id_in_pattern) && std::any_of(fields.begin(), fields.end(), is_topic);
}

/// Where a school fills in what it knows: one page for each entry, and one (number `no_part`) for an entry that is not
/// here yet.
class FormPage final : public PageKind {
 public:
  std::string_view name() const override { return "form"; }
  BilingualText in_words() const override { return {"het formulier van een school", "the form of a school"}; }
  std::span<const std::string_view> own_members() const override {
    static constexpr std::array<std::string_view, 1> members{"form"};
    return members;
  }

  void plan(PagePlanner& planner) const override {
    if (!theme_has_form(planner.sources())) return;
    for (std::size_t number = 0; number < planner.site().collections.size(); ++number) {
      const Collection& collection = planner.site().collections[number];
      const auto group = static_cast<std::uint16_t>(number);
      if (!has_forms(collection)) continue;
      for (std::size_t entry = 0; entry < collection.entries.size(); ++entry)
        planner.add({this, group, static_cast<std::uint32_t>(entry), no_part}, collection.rule->address.where);
      planner.add({this, group, no_part, no_part}, collection.rule->address.where);
    }
  }

  std::string address(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    if (!is_new(key))
      return address_of(site, {key.group, key.number}) + std::string(below_entry.in(site.settings.language));
    const std::string_view pattern = site.collections[key.group].rule->address.text;
    return std::string(pattern.substr(0, pattern.size() - id_in_pattern.size())) +
           std::string(below_collection.in(site.settings.language));
  }
  NamedTemplate page_template(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    return {form_template, site.collections[key.group].rule->address.where};
  }
  std::string title(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    const bool is_english = site.settings.language == Language::en;
    if (is_new(key)) return is_english ? "Tell us about your school" : "Vertel ons over uw school";
    const EntryNumber entry{key.group, key.number};
    return std::string(title_of(site.entry(entry), site.schema(entry))) +
           (is_english ? ": add what you know" : ": vul aan wat u weet");
  }
  std::string summary(const Site& /*site*/, const PagePlan& /*plan*/, const PageKey& /*key*/) const override {
    return "";
  }
  SourceSpan origin(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    return site.collections[key.group].rule->address.where;
  }
  std::optional<std::uint16_t> collection(const PagePlan& /*plan*/, const PageKey& key) const override {
    return key.group;
  }
  bool is_for_its_school_only() const override { return true; }

  void add_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& /*notes*/,
                std::vector<Member>& members) const override {
    add_form_data(context, key, arena, members);
  }
  void add_shape(const ShapeScope& scope, DataShape& shape) const override {
    add_form_shape(scope, shape);
  }
  bool is_looked_for(const PageContext& /*context*/, const PageKey& /*key*/) const override { return false; }

 private:
  static bool is_new(const PageKey& key) { return key.number == no_part; }
};

}  // namespace

std::string form_address_of(const Site& site, const FileTree& sources, EntryNumber number) {
  if (!theme_has_form(sources) || !has_forms(site.collections[number.collection])) return "";
  return address_of(site, number) + std::string(below_entry.in(site.settings.language));
}

std::string former_form_address(const Site& site, const FileTree& sources, std::string_view address) {
  if (!theme_has_form(sources)) return "";
  const auto fits = [&](const Collection& collection) {
    std::string_view rest = address;
    const std::string_view before_id = std::string_view(collection.rule->address.text)
                                           .substr(0, collection.rule->address.text.size() - id_in_pattern.size());
    if (!rest.starts_with(before_id)) return false;
    rest.remove_prefix(before_id.size());
    return rest.size() > 1 && rest.find('/') == rest.size() - 1;
  };
  const bool had_form = std::any_of(site.collections.begin(), site.collections.end(),
                                    [&](const Collection& one) { return has_forms(one) && fits(one); });
  return had_form ? std::string(address) + std::string(below_entry.in(site.settings.language)) : "";
}

const PageKind& form_page() {
  static const FormPage kind;
  return kind;
}

}  // namespace wegwijs
