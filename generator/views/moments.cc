#include "views/moments.h"

#include <algorithm>

namespace wegwijs {
namespace {

std::optional<TimeOfDay> time_of(const Entry& entry, const Schema& schema, Role role) {
  const std::optional<FieldIndex> field = schema.find(role);
  const TimeOfDay* time = field ? entry.record.get<TimeOfDay>(*field) : nullptr;
  return time == nullptr ? std::nullopt : std::optional(*time);
}

/// The number that `digits` are; a year of two digits is one of this century.
int year_of(std::string_view digits) {
  constexpr int century = 2000;
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return digits.size() == 2 ? century + number : number;
}

/// The years in which the school years begin that an address names: 2024 for "2024/25", "24-25" and "2024".
std::vector<int> years_in(std::string_view address) {
  constexpr int century = 2000;
  constexpr int next_century = 2100;
  std::vector<int> years;
  for (std::size_t at = 0; at < address.size();) {
    const std::size_t end = std::min(address.find_first_not_of("0123456789", at), address.size());
    if (end == at) {
      ++at;
      continue;
    }
    const std::string_view digits = address.substr(at, end - at);
    const std::size_t next_end =
        end == address.size() ? end : std::min(address.find_first_not_of("0123456789", end + 1), address.size());
    const std::string_view next = end < next_end ? address.substr(end + 1, next_end - end - 1) : std::string_view();
    const bool is_year = digits.size() == 4 && year_of(digits) >= century && year_of(digits) < next_century;
    const bool may_begin_pair = is_year || digits.size() == 2;
    const bool may_end_pair = next.size() == 2 || next.size() == 4;
    const bool is_pair = may_begin_pair && may_end_pair && year_of(next) == year_of(digits) + 1;
    if (is_year || is_pair) years.push_back(year_of(digits));
    at = is_pair ? next_end : end;
  }
  return years;
}

}  // namespace

std::optional<Moment> moment_of(const Site& site, EntryNumber number) {
  const Entry& entry = site.entry(number);
  const Schema& schema = site.schema(number);
  const std::optional<Date> first = date_of(entry, schema, Role::date);
  if (!first) return std::nullopt;
  Moment moment{*first, date_of(entry, schema, Role::until).value_or(*first), time_of(entry, schema, Role::from_time),
                std::nullopt};
  if (moment.from) moment.until = time_of(entry, schema, Role::until_time);
  return moment;
}

std::optional<EntryNumber> shown_at(const Site& site, EntryNumber number) {
  const Schema& schema = site.schema(number);
  const std::optional<FieldIndex> field = schema.find(Role::shown_at);
  const References* references = field ? site.entry(number).record.get<References>(*field) : nullptr;
  if (references == nullptr || references->entries.empty()) return std::nullopt;
  const std::optional<std::uint16_t> target = site.find_collection(schema.fields[*field].target);
  if (!target) return std::nullopt;
  return EntryNumber{*target, references->entries.front().entry};
}

bool is_shown_in(const Site& site, std::uint16_t collection, std::uint16_t other) {
  const Schema& schema = site.collections[collection].schema;
  const std::optional<FieldIndex> field = schema.find(Role::shown_at);
  return field && site.find_collection(schema.fields[*field].target) == other;
}

std::vector<EntryNumber> entries_shown_at(const Site& site, EntryNumber entry, std::uint16_t collection) {
  std::vector<EntryNumber> entries;
  for (const EntryNumber from : site.referred_by[entry.collection][entry.entry]) {
    if (from.collection != collection) continue;
    const std::optional<EntryNumber> place = shown_at(site, from);
    if (place && place->collection == entry.collection && place->entry == entry.entry) entries.push_back(from);
  }
  return entries;
}

std::optional<Date> read_longest_ago(const Site& site, std::uint16_t collection) {
  const Collection& all = site.collections[collection];
  std::optional<Date> longest;
  for (const Entry& entry : all.entries) {
    const std::optional<Date> day = date_of(entry, all.schema, Role::read_on);
    if (day && (!longest || *day < *longest)) longest = day;
  }
  return longest;
}

bool is_stale(const CollectionRule& rule, Date read_on, Date today) {
  return rule.days_until_stale > 0 && days_between(read_on, today) > static_cast<int>(rule.days_until_stale);
}

bool names_older_year(std::string_view address, Date date) {
  const std::vector<int> years = years_in(address);
  const int wanted = school_year_at(date);
  return !years.empty() && std::all_of(years.begin(), years.end(), [&](int year) { return year < wanted; });
}

std::string full_title(const Site& site, EntryNumber number) {
  std::string title(title_of(site.entry(number), site.schema(number)));
  if (const std::optional<EntryNumber> place = shown_at(site, number))
    title += ": " + std::string(title_of(site.entry(*place), site.schema(*place)));
  return title;
}

std::string calendar_file_of(const Site& site, EntryNumber number) {
  const std::string& folder = site.collections[number.collection].rule->calendar.text;
  return folder.empty() || !moment_of(site, number) ? "" : folder + site.entry(number).slug + ".ics";
}

std::string calendar_file_of_all(const Site& site, std::uint16_t collection) {
  const std::string& folder = site.collections[collection].rule->calendar.text;
  return folder.empty() ? "" : folder + "alles.ics";
}

std::string calendar_file_at(const Site& site, EntryNumber entry, std::uint16_t collection) {
  const CollectionRule& rule = *site.collections[collection].rule;
  const std::string page = address_of(site, entry);
  return rule.calendar.text.empty() || !page.ends_with('/') ? "" : page + rule.name + ".ics";
}

}  // namespace wegwijs
