#include "products/calendar_files.h"

#include <map>

#include "products/calendar.h"
#include "views/moments.h"

namespace wegwijs {
namespace {

/// The host of the site, for identifiers that no other site uses.
std::string host_of(std::string_view base_address) {
  const std::size_t begin = base_address.find("://") + 3;
  return std::string(base_address.substr(begin, base_address.find('/', begin) - begin));
}

/// The school year of the entry, when its schema has one: the same moment of another year is another event.
std::string year_of(const Entry& entry, const Schema& schema) {
  for (std::size_t index = 0; index < schema.fields.size(); ++index) {
    const SchoolYear* year = entry.record.get<SchoolYear>(static_cast<FieldIndex>(index));
    if (year != nullptr) return "-" + std::to_string(year->first_year);
  }
  return "";
}

/// Where readers find the entry: on the page of another one, or on that of its calendar.
std::string page_of(const Site& site, EntryNumber number) {
  const std::optional<EntryNumber> place = shown_at(site, number);
  const std::string page = place ? address_of(site, *place) : "";
  return page.empty() ? calendar_place_of(site, number) : page;
}

std::optional<UtcTime> in_utc(const Site& site, Date day, std::optional<TimeOfDay> time) {
  if (!time) return std::nullopt;
  return utc_of(site.settings.time_zone, day.year, day.month, day.day, time->hour, time->minute);
}

/// The entry has a moment.
CalendarEvent event_of(const Site& site, EntryNumber number) {
  const Entry& entry = site.entry(number);
  const Schema& schema = site.schema(number);
  const std::optional<Moment> moment = moment_of(site, number);
  CalendarEvent event;
  event.uid = entry.slug + year_of(entry, schema) + "@" + host_of(site.settings.base_address);
  event.summary = full_title(site, number);
  event.description = text_of(entry, schema, Role::summary);
  event.location = text_of(entry, schema, Role::place);
  event.url = site.settings.base_address + page_of(site, number).substr(1);
  event.first = moment->first;
  event.last = moment->last;
  // Only a moment within one day has times: those of a period say nothing about the days between.
  if (moment->first == moment->last) event.from = in_utc(site, moment->first, moment->from);
  if (event.from) event.until = in_utc(site, moment->first, moment->until);
  const std::optional<Date> updated = date_of(entry, schema, Role::updated);
  event.changed = updated ? *updated : date_of(entry, schema, Role::read_on).value_or(moment->first);
  return event;
}

/// The dates of one calendar, cut into files.
class Calendar {
 public:
  Calendar(const ProductContext& context, std::uint16_t collection)
      : site_(context.site), today_(context.today), collection_(collection) {}

  void plan(std::vector<Product>& products) const {
    std::map<std::string, std::vector<EntryNumber>> by_place;
    std::vector<EntryNumber> coming;
    for (std::size_t index = 0; index < site_.collections[collection_].entries.size(); ++index) {
      const EntryNumber number{collection_, static_cast<std::uint32_t>(index)};
      const std::optional<Moment> moment = moment_of(site_, number);
      if (!moment) continue;
      add(calendar_file_of(site_, number), {number}, products);
      if (moment->last < today_) continue;
      coming.push_back(number);
      if (const std::optional<EntryNumber> place = shown_at(site_, number))
        by_place[calendar_file_at(site_, *place, collection_)].push_back(number);
    }
    add(calendar_file_of_all(site_, collection_), coming, products);
    for (const auto& [address, numbers] : by_place) add(address, numbers, products);
  }

 private:
  /// A calendar file without events is not valid.
  void add(const std::string& address, std::vector<EntryNumber> numbers, std::vector<Product>& products) const {
    if (address.empty() || numbers.empty()) return;
    products.push_back(
        {address, site_.collections[collection_].rule->calendar.where, [&site = site_, numbers = std::move(numbers)] {
           std::vector<CalendarEvent> events;
           for (const EntryNumber number : numbers) events.push_back(event_of(site, number));
           return calendar_file(events, site.settings.language);
         }});
  }

  const Site& site_;
  Date today_;
  std::uint16_t collection_;
};

}  // namespace

void plan_calendar_files(const ProductContext& context, std::vector<Product>& products) {
  for (std::size_t number = 0; number < context.site.collections.size(); ++number) {
    if (!context.site.collections[number].rule->calendar.text.empty())
      Calendar(context, static_cast<std::uint16_t>(number)).plan(products);
  }
}

}  // namespace wegwijs
