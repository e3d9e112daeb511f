#include <algorithm>

#include "pages/listing_data.h"
#include "pages/page_kind.h"
#include "pages/status_data.h"
#include "text/distinct_words.h"

namespace wegwijs {
namespace {

/// A list of the entries of one collection or several, or of those with one value.
class ListingPage final : public PageKind {
 public:
  std::string_view name() const override { return "listing"; }
  BilingualText in_words() const override { return {"een lijst", "a list"}; }
  std::span<const std::string_view> own_members() const override {
    static constexpr std::array<std::string_view, 1> members{"listing"};
    return members;
  }

  void plan(PagePlanner& planner) const override {
    const Settings& settings = planner.site().settings;
    for (const Collection& collection : planner.site().collections) {
      for (const ListingRule& rule : collection.rule->listings) plan_listing(rule, planner);
    }
    for (const ListingRule& rule : settings.listings) plan_listing(rule, planner);
  }

  std::string address(const Site& site, const PagePlan& plan, const PageKey& key) const override {
    const ListingRule& rule = *plan.listings[key.group].rule;
    if (key.part == no_part) return rule.address.text;
    return with_name_filled_in(rule.address.text, rule.field(), option(site, plan, key).id);
  }
  NamedTemplate page_template(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    const SettingText& named = plan.listings[key.group].rule->page_template;
    return {named.text, named.where};
  }
  std::string title(const Site& site, const PagePlan& plan, const PageKey& key) const override {
    return filled_in(site, plan, key, plan.listings[key.group].rule->title);
  }
  std::string summary(const Site& site, const PagePlan& plan, const PageKey& key) const override {
    return filled_in(site, plan, key, plan.listings[key.group].rule->summary);
  }
  SourceSpan origin(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    return plan.listings[key.group].rule->address.where;
  }
  std::optional<AddressSetting> address_setting(const Site& /*site*/, const PagePlan& plan,
                                                const PageKey& key) const override {
    const auto& rule = *plan.listings[key.group].rule;
    return AddressSetting{rule.address, {"de lijst", "the list"}, rule.title};
  }
  std::optional<std::uint16_t> collection(const PagePlan& plan, const PageKey& key) const override {
    return plan.listings[key.group].collections.front();
  }
  std::optional<std::uint16_t> feed_of(const PagePlan& plan, const PageKey& key) const override {
    if (plan.listings[key.group].collections.size() != 1) return std::nullopt;
    return plan.listings[key.group].collections.front();
  }

  void add_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                std::vector<Member>& members) const override {
    add_listing_data(context, key, arena, notes, members);
    add_status_data(context, *collection(context.plan, key), arena, members);
  }
  void add_shape(const ShapeScope& scope, DataShape& shape) const override {
    add_listing_shape(scope, shape);
    add_status_shape(scope, shape);
  }

  bool is_looked_for(const PageContext& context, const PageKey& key) const override {
    return is_within_site(address(context.site, context.plan, key)) &&
           context.plan.listings[key.group].collections.size() == 1;
  }
  /// What the days in a list are called, each once.
  void note_search_text(const PageContext& context, const PageKey& key, PageNotes& notes) const override {
    const Collection& all = context.site.collections[*collection(context.plan, key)];
    if (!all.schema.find(Role::shown_at)) return;
    DistinctWords titles;
    for (const Entry& entry : all.entries) titles.add(std::string(title_of(entry, all.schema)));
    append_separated(notes.search.headings, "\n", titles.joined("\n"));
  }

 private:
  static const Option& option(const Site& site, const PagePlan& plan, const PageKey& key) {
    const PlannedListing& listing = plan.listings[key.group];
    return site.collections[listing.collections.front()].schema.fields[*listing.field].options[key.part];
  }

  static std::string filled_in(const Site& site, const PagePlan& plan, const PageKey& key, std::string_view text) {
    if (key.part == no_part) return std::string(text);
    const Language language = site.settings.language;
    const Option& about = option(site, plan, key);
    const std::string with_label =
        with_name_filled_in(text, plan.listings[key.group].rule->field(), about.label.in(language));
    return with_name_filled_in(with_label, "help", about.help.in(language));
  }

  void plan_listing(const ListingRule& rule, PagePlanner& planner) const {
    const Site& site = planner.site();
    PlannedListing listing;
    listing.rule = &rule;
    for (const SettingText& name : rule.collections) {
      const std::optional<std::uint16_t> collection = site.find_collection(name.text);
      if (collection) listing.collections.push_back(*collection);
      if (!collection) planner.report_unknown_collection(name);
    }
    // A collection whose schema is broken was reported; its listings say nothing new.
    if (listing.collections.empty() || site.collections[listing.collections.front()].schema.fields.empty()) return;
    const std::uint16_t first = listing.collections.front();
    listing.by_letter = rule.grouped_by.text == "letter";
    if (!rule.grouped_by.text.empty() && !listing.by_letter)
      listing.grouped_by = planner.field_that_divides(first, rule.grouped_by);
    if (!rule.field().empty()) {
      listing.field = planner.field_with_options(first, {std::string(rule.field()), rule.address.where});
      if (!listing.field) return;
      listing.options = planner.options_in_use(first, *listing.field);
      planner.note_unused_options(rule.address.text, rule.field(), first, *listing.field, listing.options);
    }
    if (rule.finder && !rule.finder->place_field.text.empty())
      static_cast<void>(planner.field_with_text(first, rule.finder->place_field));
    if (planner.has_room_for(listing.options.size(), rule.address.where)) add_pages(std::move(listing), planner);
  }

  void add_pages(PlannedListing listing, PagePlanner& planner) const {
    std::vector<PlannedListing>& listings = planner.plan().listings;
    const auto number = static_cast<std::uint16_t>(listings.size());
    const SourceSpan where = listing.rule->address.where;
    const std::vector<std::uint16_t> options = listing.options;
    const bool is_divided = listing.field.has_value();
    listings.push_back(std::move(listing));
    if (!is_divided) planner.add({this, number, 0, no_part}, where);
    for (const std::uint16_t option : options) planner.add({this, number, 0, option}, where);
  }
};

}  // namespace

const PageKind& listing_page() {
  static const ListingPage kind;
  return kind;
}

}  // namespace wegwijs
