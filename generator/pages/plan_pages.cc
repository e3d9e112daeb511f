#include <algorithm>

#include "model/file_limits.h"
#include "pages/page_plan.h"
#include "pages/plan_rules.h"
#include "source/site_address.h"
#include "text/edit_distance.h"
#include "views/comparison.h"
#include "views/neighbours.h"

namespace wegwijs {
namespace {

class Planner {
 public:
  Planner(const FileTree& sources, const Site& site, Diagnostics& diagnostics)
      : sources_(sources), site_(site), diagnostics_(diagnostics) {}

  PagePlan plan() {
    for (const Collection& collection : site_.collections) plan_.absent.add_withheld(collection);
    plan_entries();
    for (std::size_t collection = 0; collection < site_.collections.size(); ++collection) {
      for (const ListingRule& rule : site_.collections[collection].rule->listings) plan_listing(rule);
      for (const ComparisonRule& rule : site_.collections[collection].rule->comparisons) {
        plan_comparison(rule, static_cast<std::uint16_t>(collection));
      }
      for (const TopicRule& rule : site_.collections[collection].rule->topics) {
        plan_topics(rule, static_cast<std::uint16_t>(collection));
      }
      const SettingText& questions = site_.collections[collection].rule->questions.address;
      if (!questions.text.empty())
        add({PageKind::questions, static_cast<std::uint16_t>(collection), 0, no_part}, questions.where);
    }
    for (const ListingRule& rule : site_.settings.listings) plan_listing(rule);
    plan_redirects();
    shorten_redirects();
    return std::move(plan_);
  }

 private:
  void add(const PageKey& key, SourceSpan where) {
    const auto number = static_cast<std::uint32_t>(plan_.pages.size());
    std::string address = plan_.address(site_, key);
    if (address.empty()) return;  // a wrong one was reported where the settings were read
    // The patterns were checked; what is filled in, or left open, makes the address.
    const std::optional<AddressFault> fault =
        key.kind == PageKind::redirect ? old_address_fault(address) : page_address_fault(address);
    // A file with such a name was reported where the sources were read.
    if (key.kind == PageKind::entry && site_.entry({key.group, key.number}).slug.size() > file_limit::path) return;
    if (fault) {
      diagnostics_.report(unusable_address, where, {std::move(address), fault->expected});
      return;
    }
    if (!plan_.page_at.emplace(address, number).second) {
      diagnostics_.report(same_address, where, {std::move(address)});
      return;
    }
    plan_.pages.push_back(key);
  }

  /// Whether that many pages more may be made out of rules; reported where the first ones did not fit.
  bool has_room_for(std::size_t pages, SourceSpan where) {
    if (made_pages_ > made_page_limit) return false;
    made_pages_ += pages;
    if (made_pages_ <= made_page_limit) return true;
    diagnostics_.report(too_many_made_pages, where, {std::to_string(made_page_limit)});
    return false;
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
      if (!collection) report_unknown_collection(name);
    }
    // A collection whose schema is broken was reported; its listings say nothing new.
    if (listing.collections.empty() || site_.collections[listing.collections.front()].schema.fields.empty()) return;
    const std::uint16_t first = listing.collections.front();
    listing.by_letter = rule.grouped_by.text == "letter";
    if (!rule.grouped_by.text.empty() && !listing.by_letter) listing.grouped_by = division_of(first, rule.grouped_by);
    if (!rule.field().empty()) {
      listing.field = field_of(first, {std::string(rule.field()), rule.address.where});
      if (!listing.field) return;
      listing.options = options_in_use(first, *listing.field);
      note_unused_options(rule.address.text, rule.field(), first, *listing.field, listing.options);
    }
    if (!has_room_for(listing.options.size(), rule.address.where)) return;
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

  void report_unknown(const SettingText& name, BilingualText kind, const std::vector<std::string_view>& known) {
    std::string listed;
    for (const std::string_view word : known) listed += (listed.empty() ? "" : ", ") + std::string(word);
    diagnostics_.report(unknown_in_listing, name.where,
                        {name.text, kind, listed.empty() ? Argument("nog geen enkele", "none yet") : Argument(listed)},
                        nearest_word(name.text, known).value_or(""));
  }

  void report_unknown_collection(const SettingText& name) {
    std::vector<std::string_view> known;
    for (const Collection& collection : site_.collections) known.push_back(collection.rule->name);
    report_unknown(name, {"verzameling", "collection"}, known);
  }

  /// A list is divided by a day as well as by options.
  std::optional<FieldIndex> division_of(std::uint16_t collection, const SettingText& name) {
    const Schema& schema = site_.collections[collection].schema;
    const std::optional<FieldIndex> field = schema.find(name.text);
    return field && schema.fields[*field].type == FieldType::date ? field : field_of(collection, name);
  }

  std::optional<FieldIndex> field_of(std::uint16_t collection, const SettingText& name) {
    const Schema& schema = site_.collections[collection].schema;
    const std::optional<FieldIndex> field = schema.find(name.text);
    if (field && !schema.fields[*field].options.empty()) return field;
    std::vector<std::string_view> known;
    for (const Field& one : schema.fields) {
      if (!one.options.empty()) known.push_back(one.id);
    }
    report_unknown(name, {"veld met keuzes van deze verzameling", "field with options of this collection"}, known);
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

  /// The pages that there would be if an entry had the options that nobody has.
  void note_unused_options(const std::string& pattern, std::string_view name, std::uint16_t collection,
                           FieldIndex field, const std::vector<std::uint16_t>& used) {
    const Field& divided_by = site_.collections[collection].schema.fields[field];
    for (std::uint16_t option = 0; option < divided_by.options.size(); ++option) {
      if (std::find(used.begin(), used.end(), option) != used.end()) continue;
      const Option& unused = divided_by.options[option];
      plan_.absent.add(with_name_filled_in(pattern, name, unused.id),
                       {nullptr,
                        {"'" + divided_by.label.nl + ": " + unused.label.nl + "'",
                         "'" + std::string(divided_by.label.in(Language::en)) + ": " +
                             std::string(unused.label.in(Language::en)) + "'"}});
    }
  }

  void plan_comparison(const ComparisonRule& rule, std::uint16_t collection) {
    const Schema& schema = site_.collections[collection].schema;
    if (schema.fields.empty() || rule.field().empty()) return;
    const std::optional<FieldIndex> field = field_of(collection, {std::string(rule.field()), rule.address.where});
    if (!field) return;
    PlannedComparison comparison{&rule, collection, *field, std::nullopt, {}, options_in_use(collection, *field), {}};
    if (!rule.split_by.text.empty()) comparison.split_by = field_of(collection, rule.split_by);
    if (!rule.neighbours_by.text.empty()) {
      const std::optional<FieldIndex> shared = field_of(collection, rule.neighbours_by);
      if (shared) comparison.neighbours = neighbours(site_, collection, *field, *shared);
    }
    for (std::size_t group = 0; group < schema.groups.size(); ++group) {
      if (is_compared(schema, static_cast<std::uint16_t>(group)))
        comparison.groups.push_back(static_cast<std::uint16_t>(group));
    }
    for (const std::uint16_t group : comparison.groups) {
      const std::string pattern =
          with_name_filled_in(rule.address.text, "groep", address_word(schema.groups[group].id));
      note_unused_options(pattern, rule.field(), collection, *field, comparison.options);
    }
    if (!has_room_for(comparison.groups.size() * comparison.options.size(), rule.address.where)) return;
    const auto number = static_cast<std::uint16_t>(plan_.comparisons.size());
    plan_.comparisons.push_back(comparison);
    if (!rule.index_address.text.empty())
      add({PageKind::comparison_index, number, 0, no_part}, rule.index_address.where);
    for (const std::uint16_t group : comparison.groups) {
      for (const std::uint16_t option : comparison.options)
        add({PageKind::comparison, number, group, option}, rule.address.where);
    }
  }

  void plan_topics(const TopicRule& rule, std::uint16_t collection) {
    const Schema& schema = site_.collections[collection].schema;
    PlannedTopics planned{&rule, collection, {}};
    for (std::size_t index = 0; index < schema.fields.size(); ++index) {
      const auto field = static_cast<FieldIndex>(index);
      if (!schema.fields[index].compare) continue;
      const std::size_t offering = count_offering(site_, collection, field);
      if (offering >= rule.at_least) {
        planned.topics.push_back({field, offering});
      } else {
        const Field& topic = schema.fields[index];
        plan_.absent.add(with_name_filled_in(rule.address.text, "onderwerp", address_word(topic.id)),
                         {nullptr,
                          {"'" + topic.label.nl + "' (" + std::to_string(offering) + " van de " +
                               std::to_string(rule.at_least) + " die nodig zijn)",
                           "'" + std::string(topic.label.in(Language::en)) + "' (" + std::to_string(offering) +
                               " of the " + std::to_string(rule.at_least) + " needed)"}});
      }
    }
    if (!has_room_for(planned.topics.size(), rule.address.where)) return;
    const auto number = static_cast<std::uint16_t>(plan_.topics.size());
    const auto count = static_cast<std::uint32_t>(planned.topics.size());
    plan_.topics.push_back(std::move(planned));
    for (std::uint32_t topic = 0; topic < count; ++topic)
      add({PageKind::topic, number, topic, no_part}, rule.address.where);
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

  /// The redirect that stands where `target` leads; null when it is a page, or leads out of the site.
  Redirect* redirect_at(std::string_view target) {
    const std::string& base = site_.settings.base_address;
    if (target.starts_with(base)) target.remove_prefix(base.size() - 1);
    const auto found = plan_.page_at.find(std::string(target.substr(0, target.find_first_of("?#"))));
    if (found == plan_.page_at.end() || plan_.pages[found->second].kind != PageKind::redirect) return nullptr;
    return &plan_.redirects[plan_.pages[found->second].number];
  }

  /// Lets every redirect lead to the end of its way at once; reports ways of more than one step, and those without end.
  void shorten_redirects() {
    std::vector<std::string> ends(plan_.redirects.size());
    std::vector<bool> reported(plan_.redirects.size());
    for (std::size_t number = 0; number < plan_.redirects.size(); ++number) {
      std::vector<const Redirect*> way{&plan_.redirects[number]};
      ends[number] = way.front()->to;
      for (const Redirect* next = redirect_at(way.front()->to); next != nullptr; next = redirect_at(next->to)) {
        const auto met = std::find(way.begin(), way.end(), next);
        if (met != way.end()) {
          report_circle({met, way.end()}, reported);
          ends[number] = plan_.redirects[number].to;
          break;
        }
        way.push_back(next);
        ends[number] = next->to;
      }
    }
    for (std::size_t number = 0; number < plan_.redirects.size(); ++number) {
      Redirect& redirect = plan_.redirects[number];
      if (ends[number] == redirect.to) continue;
      diagnostics_.report(redirect_to_redirect, redirect.where, {redirect.from, redirect.to, ends[number]});
      redirect.to = std::move(ends[number]);
    }
  }

  /// Once for every circle, at the first of its redirects that is in the settings.
  void report_circle(const std::vector<const Redirect*>& circle, std::vector<bool>& reported) {
    const auto first = static_cast<std::size_t>(circle.front() - plan_.redirects.data());
    if (reported[first]) return;
    std::string steps;
    for (const Redirect* one : circle) {
      reported[static_cast<std::size_t>(one - plan_.redirects.data())] = true;
      steps += one->from + " → ";
    }
    diagnostics_.report(redirects_in_circle, circle.front()->where,
                        {circle.front()->from, steps + circle.front()->from});
  }

  void add_redirect(Redirect redirect) {
    if (const Absence* absence = plan_.absence_at(redirect.to)) {
      report_absent(redirect_to_absent, redirect.where, redirect.to, *absence, sources_, diagnostics_);
      const Absence same = *absence;
      plan_.absent.add(redirect.from, same);
      return;
    }
    const auto number = static_cast<std::uint32_t>(plan_.redirects.size());
    const SourceSpan where = redirect.where;
    plan_.redirects.push_back(std::move(redirect));
    add({PageKind::redirect, 0, number, no_part}, where);
  }

  const FileTree& sources_;
  const Site& site_;
  Diagnostics& diagnostics_;
  PagePlan plan_;
  std::size_t made_pages_ = 0;
};

}  // namespace

PagePlan plan_pages(const FileTree& sources, const Site& site, Diagnostics& diagnostics) {
  return Planner(sources, site, diagnostics).plan();
}

}  // namespace wegwijs
