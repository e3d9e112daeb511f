#include "pages/page_plan.h"

namespace wegwijs {
namespace {

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

const Group& group_of(const Site& site, const PagePlan& plan, const PageKey& key) {
  return site.collections[plan.comparisons[key.group].collection].schema.groups[key.number];
}

std::string comparison_address(const Site& site, const PagePlan& plan, const PageKey& key) {
  const ComparisonRule& rule = *plan.comparisons[key.group].rule;
  const std::string group = address_word(group_of(site, plan, key).id);
  return replaced(replaced(rule.address.text, "{groep}", group), braced(rule.field()), option_of(site, plan, key).id);
}

const Field& topic_field(const Site& site, const PagePlan& plan, const PageKey& key) {
  const PlannedTopics& planned = plan.topics[key.group];
  return site.collections[planned.collection].schema.fields[planned.topics[key.number].field];
}

std::string topic_text(const Site& site, const PagePlan& plan, const PageKey& key, std::string_view text) {
  return replaced(text, "{onderwerp}", topic_field(site, plan, key).plain_or_label().in(site.settings.language));
}

std::string listing_address(const Site& site, const PagePlan& plan, const PageKey& key) {
  const ListingRule& rule = *plan.listings[key.group].rule;
  if (key.part == no_part) return rule.address.text;
  return replaced(rule.address.text, braced(rule.field()), option_of(site, plan, key).id);
}

}  // namespace

std::string with_name_filled_in(std::string_view pattern, std::string_view name, std::string_view word) {
  return replaced(pattern, braced(name), word);
}

std::string address_word(std::string_view id) {
  return replaced(id, "_", "-");
}

const Option& option_of(const Site& site, const PagePlan& plan, const PageKey& key) {
  if (key.kind == PageKind::comparison) {
    const PlannedComparison& comparison = plan.comparisons[key.group];
    return site.collections[comparison.collection].schema.fields[comparison.field].options[key.part];
  }
  const PlannedListing& listing = plan.listings[key.group];
  return site.collections[listing.collections.front()].schema.fields[*listing.field].options[key.part];
}

std::string filled_in(const Site& site, const PagePlan& plan, const PageKey& key, std::string_view text) {
  if (key.part == no_part) return std::string(text);
  const Language language = site.settings.language;
  const Option& option = option_of(site, plan, key);
  if (key.kind == PageKind::comparison) {
    const Group& group = group_of(site, plan, key);
    const Label& words = group.plain.empty() ? group.label : group.plain;
    const std::string with_group = replaced(text, "{groep}", words.in(language));
    return replaced(with_group, braced(plan.comparisons[key.group].rule->field()), option.label.in(language));
  }
  const std::string with_label =
      replaced(text, braced(plan.listings[key.group].rule->field()), option.label.in(language));
  return replaced(with_label, "{help}", option.help.in(language));
}

const Absence* PagePlan::absence_at(std::string_view address) const {
  if (absent.empty()) return nullptr;
  const std::string_view page = address.substr(0, address.find_first_of("#?"));
  return page_at.contains(std::string(page)) ? nullptr : absent.find(page);
}

std::string PagePlan::address(const Site& site, const PageKey& key) const {
  switch (key.kind) {
    case PageKind::entry:
      return address_of(site, {key.group, key.number});
    case PageKind::listing:
      return listing_address(site, *this, key);
    case PageKind::comparison:
      return comparison_address(site, *this, key);
    case PageKind::comparison_index:
      return comparisons[key.group].rule->index_address.text;
    case PageKind::topic:
      return replaced(topics[key.group].rule->address.text, "{onderwerp}",
                      address_word(topic_field(site, *this, key).id));
    case PageKind::questions:
      return site.collections[key.group].rule->questions.address.text;
    case PageKind::redirect:
      return redirects[key.number].from;
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
    case PageKind::listing:
      return listings[key.group].rule->page_template.text;
    case PageKind::comparison:
      return comparisons[key.group].rule->page_template.text;
    case PageKind::comparison_index:
      return comparisons[key.group].rule->index_template.text;
    case PageKind::topic:
      return topics[key.group].rule->page_template.text;
    case PageKind::questions:
      return site.collections[key.group].rule->questions.page_template.text;
    case PageKind::redirect:
      return redirect_template;
  }
  return "";
}

std::string PagePlan::title(const Site& site, const PageKey& key) const {
  switch (key.kind) {
    case PageKind::entry: {
      const EntryNumber number{key.group, key.number};
      return std::string(title_of(site.entry(number), site.schema(number)));
    }
    case PageKind::listing:
      return filled_in(site, *this, key, listings[key.group].rule->title);
    case PageKind::comparison:
      return filled_in(site, *this, key, comparisons[key.group].rule->title);
    case PageKind::comparison_index:
      return comparisons[key.group].rule->index_title;
    case PageKind::topic:
      return topic_text(site, *this, key, topics[key.group].rule->title);
    case PageKind::questions:
      return site.collections[key.group].rule->questions.title;
    case PageKind::redirect:
      return redirects[key.number].to;
  }
  return "";
}

std::string PagePlan::summary(const Site& site, const PageKey& key) const {
  switch (key.kind) {
    case PageKind::entry: {
      const EntryNumber number{key.group, key.number};
      return std::string(text_of(site.entry(number), site.schema(number), Role::summary));
    }
    case PageKind::listing:
      return filled_in(site, *this, key, listings[key.group].rule->summary);
    case PageKind::comparison:
      return filled_in(site, *this, key, comparisons[key.group].rule->summary);
    case PageKind::comparison_index:
      return comparisons[key.group].rule->index_summary;
    case PageKind::topic:
      return topic_text(site, *this, key, topics[key.group].rule->summary);
    case PageKind::questions:
      return site.collections[key.group].rule->questions.summary;
    case PageKind::redirect:
      return "";
  }
  return "";
}

SourceSpan PagePlan::origin(const Site& site, const PageKey& key) const {
  switch (key.kind) {
    case PageKind::entry:
      return {site.entry({key.group, key.number}).file, 0, 0};
    case PageKind::listing:
      return listings[key.group].rule->address.where;
    case PageKind::comparison:
      return comparisons[key.group].rule->address.where;
    case PageKind::comparison_index:
      return comparisons[key.group].rule->index_address.where;
    case PageKind::topic:
      return topics[key.group].rule->address.where;
    case PageKind::questions:
      return site.collections[key.group].rule->questions.address.where;
    case PageKind::redirect:
      return redirects[key.number].where;
  }
  return {};
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

}  // namespace wegwijs
