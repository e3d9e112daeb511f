#include "views/listing.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "text/slug.h"
#include "text/sort_key.h"

namespace wegwijs {
namespace {

/// Fields whose lines are names under which people look for an entry.
constexpr std::array<Role, 3> name_roles{Role::former_names, Role::also_known_as, Role::short_name};

bool has_option(const Entry& entry, FieldIndex field, std::uint16_t option) {
  const Choices* choices = entry.record.get<Choices>(field);
  return choices != nullptr &&
         std::find(choices->options.begin(), choices->options.end(), option) != choices->options.end();
}

std::vector<std::string> other_names(const Entry& entry, const Schema& schema) {
  std::vector<std::string> names;
  const std::string title = slug_for(title_of(entry, schema));
  const auto add = [&](const std::string& name) {
    // A name that only differs in capitals or signs, or that begins the title, would be of no use beside it.
    const std::string slug = slug_for(name);
    const bool repeats = title.starts_with(slug) ||
                         std::find_if(names.begin(), names.end(),
                                      [&](const std::string& one) { return slug_for(one) == slug; }) != names.end();
    if (!repeats) names.push_back(name);
  };
  for (const Role role : name_roles) {
    const std::optional<FieldIndex> field = schema.find(role);
    if (!field) continue;
    if (const Texts* texts = entry.record.get<Texts>(*field)) {
      for (const WrittenText& line : texts->lines) add(line.text);
    } else if (const WrittenText* text = entry.record.get<WrittenText>(*field)) {
      add(text->text);
    }
  }
  return names;
}

}  // namespace

std::vector<EntryNumber> entries_of(const Site& site, std::uint16_t collection) {
  std::vector<EntryNumber> entries;
  for (std::size_t entry = 0; entry < site.collections[collection].entries.size(); ++entry) {
    entries.push_back({collection, static_cast<std::uint32_t>(entry)});
  }
  return entries;
}

std::vector<EntryNumber> entries_with(const Site& site, std::uint16_t collection, FieldIndex field,
                                      std::uint16_t option) {
  std::vector<EntryNumber> entries = entries_of(site, collection);
  std::erase_if(entries, [&](EntryNumber number) { return !has_option(site.entry(number), field, option); });
  return entries;
}

void sort_newest_first(const Site& site, std::vector<EntryNumber>& entries) {
  const auto date = [&](EntryNumber number) {
    return date_of(site.entry(number), site.schema(number), Role::date).value_or(Date{});
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](EntryNumber left, EntryNumber right) { return date(right) < date(left); });
}

Listing undivided(const std::vector<EntryNumber>& entries) {
  ListedGroup group;
  for (const EntryNumber number : entries) group.entries.push_back({number, ""});
  return {{std::move(group)}, entries.size()};
}

Listing divided_by_option(const Site& site, const std::vector<EntryNumber>& entries, FieldIndex grouped_by) {
  if (entries.empty()) return {};
  const Field& field = site.schema(entries.front()).fields[grouped_by];
  Listing listing{{}, entries.size()};
  for (std::size_t option = 0; option < field.options.size(); ++option) {
    ListedGroup group;
    group.option = &field.options[option];
    for (const EntryNumber number : entries) {
      if (has_option(site.entry(number), grouped_by, static_cast<std::uint16_t>(option)))
        group.entries.push_back({number, ""});
    }
    if (!group.entries.empty()) listing.groups.push_back(std::move(group));
  }
  ListedGroup rest;
  for (const EntryNumber number : entries) {
    if (site.entry(number).record.get<Choices>(grouped_by) == nullptr) rest.entries.push_back({number, ""});
  }
  if (!rest.entries.empty()) listing.groups.push_back(std::move(rest));
  return listing;
}

Listing divided_by_day(const Site& site, const std::vector<EntryNumber>& entries, FieldIndex grouped_by) {
  std::map<Date, ListedGroup> by_day;
  ListedGroup rest;
  for (const EntryNumber number : entries) {
    const Date* day = site.entry(number).record.get<Date>(grouped_by);
    (day == nullptr ? rest : by_day[*day]).entries.push_back({number, ""});
  }
  Listing listing{{}, entries.size()};
  for (auto& [day, group] : by_day) {
    group.day = day;
    listing.groups.push_back(std::move(group));
  }
  if (!rest.entries.empty()) listing.groups.push_back(std::move(rest));
  return listing;
}

Listing divided_by_letter(const Site& site, const std::vector<EntryNumber>& entries) {
  struct Line {
    std::string letter;
    std::string sort_key;
    ListedEntry listed;
  };
  std::vector<Line> lines;
  for (const EntryNumber number : entries) {
    const std::string_view title = title_of(site.entry(number), site.schema(number));
    lines.push_back({index_letter(title), index_sort_key(title), {number, ""}});
    for (std::string& name : other_names(site.entry(number), site.schema(number))) {
      lines.push_back({index_letter(name), index_sort_key(name), {number, name}});
    }
  }
  // By letter first: whatever the alphabet says of a sign, a letter has one group. What has no letter comes last.
  const auto order = [](const Line& line) {
    return std::tuple(line.letter == no_index_letter, std::string_view(line.letter), std::string_view(line.sort_key));
  };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const Line& left, const Line& right) { return order(left) < order(right); });
  Listing listing{{}, entries.size()};
  for (Line& line : lines) {
    if (listing.groups.empty() || listing.groups.back().letter != line.letter) {
      listing.groups.push_back({nullptr, line.letter, std::nullopt, {}});
    }
    listing.groups.back().entries.push_back(std::move(line.listed));
  }
  return listing;
}

}  // namespace wegwijs
