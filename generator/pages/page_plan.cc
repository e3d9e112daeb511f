#include "pages/page_plan.h"

#include <algorithm>

#include "text/edit_distance.h"
#include "views/listing.h"

namespace wegwijs {
namespace {

constexpr Rule same_address{
    "adres-dubbel",
    Severity::error,
    {"Het adres '{0}' is al van een andere pagina.", "The address '{0}' belongs to another page already."},
    {"Geef een van de twee een ander adres.", "Give one of the two another address."}};
constexpr Rule unknown_in_listing{"lijst-onbekend", Severity::error, {"'{0}' is geen {1}.", "'{0}' is not a {1}."}, {}};

std::string replaced(std::string_view text, std::string_view wanted, std::string_view replacement) {
  std::string result;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t found = text.find(wanted, position);
    result += text.substr(position, found - position);
    if (found == std::string_view::npos) break;
    result += replacement;
    position = found + wanted.size();
  }
  return result;
}

std::string braced(std::string_view name) {
  return "{" + std::string(name) + "}";
}

class Planner {
 public:
  Planner(const Site& site, Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

  PagePlan plan() {
    plan_entries();
    for (std::size_t collection = 0; collection < site_.collections.size(); ++collection) {
      for (const ListingRule& rule : site_.collections[collection].rule->listings) plan_listing(rule);
    }
    for (const ListingRule& rule : site_.settings.listings) plan_listing(rule);
    plan_redirects();
    return std::move(plan_);
  }

 private:
  void add(const PageKey& key, SourceSpan where) {
    const auto number = static_cast<std::uint32_t>(plan_.pages.size());
    std::string address = plan_.address(site_, key);
    if (!plan_.page_at.emplace(address, number).second) {
      diagnostics_.report(same_address, where, {std::move(address)});
      return;
    }
    plan_.pages.push_back(key);
  }

  void plan_entries() {
    for (std::size_t number = 0; number < site_.collections.size(); ++number) {
      const Collection& collection = site_.collections[number];
      if (collection.rule->address.text.empty()) continue;
      for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
        add({PageKind::entry, static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(entry), no_part},
            {collection.entries[entry].file, 0, 0});
      }
    }
  }

  void plan_listing(const ListingRule& rule) {
    PlannedListing listing;
    listing.rule = &rule;
    for (const SettingText& name : rule.collections) {
      const std::optional<std::uint16_t> collection = site_.find_collection(name.text);
      if (collection) listing.collections.push_back(*collection);
      if (!collection) diagnostics_.report(unknown_in_listing, name.where, {name.text, "verzameling"});
    }
    // A collection whose schema is broken was reported; its listings say nothing new.
    if (listing.collections.empty() || site_.collections[listing.collections.front()].schema.fields.empty()) return;
    const std::uint16_t first = listing.collections.front();
    listing.by_letter = rule.grouped_by.text == "letter";
    if (!rule.grouped_by.text.empty() && !listing.by_letter) listing.grouped_by = field_of(first, rule.grouped_by);
    if (!rule.field().empty()) {
      listing.field = field_of(first, {std::string(rule.field()), rule.address.where});
      if (!listing.field) return;
      listing.options = options_in_use(first, *listing.field);
    }
    add_pages(std::move(listing));
  }

  void add_pages(PlannedListing listing) {
    const auto number = static_cast<std::uint16_t>(plan_.listings.size());
    const SourceSpan where = listing.rule->address.where;
    const std::vector<std::uint16_t> options = listing.options;
    const bool divided = listing.field.has_value();
    plan_.listings.push_back(std::move(listing));
    if (!divided) add({PageKind::listing, number, 0, no_part}, where);
    for (const std::uint16_t option : options) add({PageKind::listing, number, 0, option}, where);
  }

  std::optional<FieldIndex> field_of(std::uint16_t collection, const SettingText& name) {
    const Schema& schema = site_.collections[collection].schema;
    const std::optional<FieldIndex> field = schema.find(name.text);
    if (field && !schema.fields[*field].options.empty()) return field;
    std::vector<std::string_view> known;
    for (const Field& one : schema.fields) {
      if (!one.options.empty()) known.push_back(one.id);
    }
    diagnostics_.report(unknown_in_listing, name.where, {name.text, "veld met keuzes van deze verzameling"},
                        nearest_word(name.text, known).value_or(""));
    return std::nullopt;
  }

  std::vector<std::uint16_t> options_in_use(std::uint16_t collection, FieldIndex field) const {
    std::vector<bool> used(site_.collections[collection].schema.fields[field].options.size());
    for (const Entry& entry : site_.collections[collection].entries) {
      const Choices* choices = entry.record.get<Choices>(field);
      if (choices == nullptr) continue;
      for (const std::uint16_t option : choices->options) used[option] = true;
    }
    std::vector<std::uint16_t> options;
    for (std::size_t option = 0; option < used.size(); ++option) {
      if (used[option]) options.push_back(static_cast<std::uint16_t>(option));
    }
    return options;
  }

  void plan_redirects() {
    for (const auto& [from, to] : site_.settings.redirects) add_redirect({from.text, to.text, from.where});
    for (std::size_t number = 0; number < site_.collections.size(); ++number) {
      const Collection& collection = site_.collections[number];
      const std::optional<FieldIndex> field = collection.schema.find(Role::old_addresses);
      if (!field || collection.rule->address.text.empty()) continue;
      for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
        const Texts* addresses = collection.entries[entry].record.get<Texts>(*field);
        if (addresses == nullptr) continue;
        const std::string to =
            address_of(site_, {static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(entry)});
        for (const WrittenText& address : addresses->lines) add_redirect({address.text, to, address.where});
      }
    }
  }

  void add_redirect(Redirect redirect) {
    const auto number = static_cast<std::uint32_t>(plan_.redirects.size());
    const SourceSpan where = redirect.where;
    plan_.redirects.push_back(std::move(redirect));
    add({PageKind::redirect, 0, number, no_part}, where);
  }

  const Site& site_;
  Diagnostics& diagnostics_;
  PagePlan plan_;
};

const Option& option_of(const Site& site, const PlannedListing& listing, std::uint32_t part) {
  return site.collections[listing.collections.front()].schema.fields[*listing.field].options[part];
}

}  // namespace

std::string with_value(std::string_view text, std::string_view field, const Option& option, Language language) {
  const std::string labelled = replaced(text, braced(field), option.label.in(language));
  return replaced(labelled, "{help}", option.help.in(language));
}

std::string PagePlan::address(const Site& site, const PageKey& key) const {
  switch (key.kind) {
    case PageKind::entry:
      return address_of(site, {key.group, key.number});
    case PageKind::redirect:
      return redirects[key.number].from;
    case PageKind::listing: {
      const PlannedListing& listing = listings[key.group];
      const std::string& pattern = listing.rule->address.text;
      if (key.part == no_part) return pattern;
      return replaced(pattern, braced(listing.rule->field()), option_of(site, listing, key.part).id);
    }
  }
  return "";
}

std::string_view PagePlan::page_template(const Site& site, const PageKey& key) const {
  switch (key.kind) {
    case PageKind::entry: {
      const Collection& collection = site.collections[key.group];
      const std::string_view own = text_of(collection.entries[key.number], collection.schema, Role::page_template);
      return own.empty() ? std::string_view(collection.rule->page_template.text) : own;
    }
    case PageKind::redirect:
      return redirect_template;
    case PageKind::listing:
      return listings[key.group].rule->page_template.text;
  }
  return "";
}

std::string PagePlan::title(const Site& site, const PageKey& key) const {
  switch (key.kind) {
    case PageKind::entry:
      return std::string(title_of(site.entry({key.group, key.number}), site.schema({key.group, key.number})));
    case PageKind::redirect:
      return redirects[key.number].to;
    case PageKind::listing: {
      const PlannedListing& listing = listings[key.group];
      if (key.part == no_part) return listing.rule->title;
      return with_value(listing.rule->title, listing.rule->field(), option_of(site, listing, key.part),
                        site.settings.language);
    }
  }
  return "";
}

std::string PagePlan::address_of_value(const Site& site, std::uint16_t collection, FieldIndex field,
                                       std::uint16_t option) const {
  for (std::size_t number = 0; number < listings.size(); ++number) {
    const PlannedListing& listing = listings[number];
    if (listing.collections.front() != collection || listing.field != field) continue;
    return address(site, {PageKind::listing, static_cast<std::uint16_t>(number), 0, option});
  }
  return "";
}

PagePlan plan_pages(const Site& site, Diagnostics& diagnostics) {
  return Planner(site, diagnostics).plan();
}

}  // namespace wegwijs
