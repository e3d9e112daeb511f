#include "pages/entry_data.h"
#include "pages/entry_search_text.h"
#include "pages/neighbour_data.h"
#include "pages/page_kind.h"

namespace wegwijs {
namespace {

class EntryPage final : public PageKind {
 public:
  std::string_view name() const override { return "entry"; }
  BilingualText in_words() const override { return {"één stuk", "one entry"}; }
  std::span<const std::string_view> own_members() const override {
    static constexpr std::array<std::string_view, 5> members{"entry", "body", "headings", "has_contents", "neighbours"};
    return members;
  }

  void plan(PagePlanner& planner) const override {
    const Site& site = planner.site();
    for (std::size_t number = 0; number < site.collections.size(); ++number) {
      const Collection& collection = site.collections[number];
      if (collection.rule->address.text.empty()) continue;
      for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
        planner.add({this, static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(entry), no_part},
                    {collection.entries[entry].file, 0, 0});
      }
    }
  }

  std::string address(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    return address_of(site, {key.group, key.number});
  }
  NamedTemplate page_template(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    const Collection& collection = site.collections[key.group];
    const Entry& entry = collection.entries[key.number];
    const std::string_view own = text_of(entry, collection.schema, Role::page_template);
    const SettingText& of_collection = collection.rule->page_template;
    if (own.empty()) return {of_collection.text, of_collection.where};
    return {own, entry.record.where(*collection.schema.find(Role::page_template)).value_or(of_collection.where)};
  }
  std::string title(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    const EntryNumber number{key.group, key.number};
    return std::string(title_of(site.entry(number), site.schema(number)));
  }
  std::string summary(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    const EntryNumber number{key.group, key.number};
    return std::string(text_of(site.entry(number), site.schema(number), Role::summary));
  }
  SourceSpan origin(const Site& site, const PagePlan& /*plan*/, const PageKey& key) const override {
    return {site.entry({key.group, key.number}).file, 0, 0};
  }
  std::optional<std::uint16_t> collection(const PagePlan& /*plan*/, const PageKey& key) const override {
    return key.group;
  }
  /// An entry with an address of its own does not follow the pattern.
  std::optional<AddressSetting> address_setting(const Site& site, const PagePlan& plan,
                                                const PageKey& key) const override {
    const CollectionRule& rule = *site.collections[key.group].rule;
    const std::string by_pattern =
        with_name_filled_in(rule.address.text, "id", site.entry({key.group, key.number}).slug);
    if (address(site, plan, key) != by_pattern) return std::nullopt;
    return AddressSetting{rule.address, {"de verzameling", "the collection"}, rule.name, true};
  }
  std::optional<EntryNumber> entry(const PageKey& key) const override { return EntryNumber{key.group, key.number}; }
  std::optional<std::uint16_t> feed_of(const PagePlan& /*plan*/, const PageKey& key) const override {
    return key.group;
  }

  void add_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                std::vector<Member>& members) const override {
    const NamedTemplate named = page_template(context.site, context.plan, key);
    add_entry_data(context, {key.group, key.number}, named.name, arena, notes, members);
    add_neighbour_data(context, {key.group, key.number}, arena, notes, members);
  }
  void add_shape(const ShapeScope& scope, DataShape& shape) const override {
    add_entry_shape(scope, shape);
    add_neighbour_shape(scope, shape);
  }
  std::uint16_t shape_number(const PageKey& key) const override { return key.group; }

  bool is_looked_for(const PageContext& context, const PageKey& key) const override {
    return is_within_site(address(context.site, context.plan, key));
  }
  void note_search_text(const PageContext& context, const PageKey& key, PageNotes& notes) const override {
    note_entry_search_text(context, {key.group, key.number}, notes);
  }
};

}  // namespace

const PageKind& entry_page() {
  static const EntryPage kind;
  return kind;
}

}  // namespace wegwijs
