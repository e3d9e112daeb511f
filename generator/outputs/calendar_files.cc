#include "outputs/calendar_files.h"

#include <map>

#include "outputs/calendar.h"
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

std::optional<CalendarEvent> event_of(const Site& site, EntryNumber number) {
  const Entry& entry = site.entry(number);
  const Schema& schema = site.schema(number);
  const std::optional<Moment> moment = moment_of(site, number);
  if (!moment) return std::nullopt;
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

class CalendarFiles {
 public:
  CalendarFiles(const Site& site, Date today) : site_(site), today_(today) {}

  /// By address.
  std::map<std::string, std::string> make() {
    for (std::size_t number = 0; number < site_.collections.size(); ++number) {
      if (!site_.collections[number].rule->calendar.text.empty()) add(static_cast<std::uint16_t>(number));
    }
    return std::move(files_);
  }

 private:
  void add(std::uint16_t collection) {
    std::vector<CalendarEvent> coming;
    std::map<std::string, std::vector<CalendarEvent>> by_place;
    for (std::size_t index = 0; index < site_.collections[collection].entries.size(); ++index) {
      const EntryNumber number{collection, static_cast<std::uint32_t>(index)};
      const std::optional<CalendarEvent> event = event_of(site_, number);
      if (!event) continue;
      add_file(calendar_file_of(site_, number), {&*event, 1});
      if (event->last < today_) continue;
      coming.push_back(*event);
      if (const std::optional<EntryNumber> place = shown_at(site_, number))
        by_place[calendar_file_at(site_, *place, collection)].push_back(*event);
    }
    add_file(calendar_file_of_all(site_, collection), coming);
    for (const auto& [address, events] : by_place) add_file(address, events);
  }

  /// A calendar file without events is no valid one.
  void add_file(const std::string& address, std::span<const CalendarEvent> events) {
    if (!address.empty() && !events.empty()) files_[address] = calendar_file(events, site_.settings.language);
  }

  const Site& site_;
  Date today_;
  std::map<std::string, std::string> files_;
};

}  // namespace

void calendar_file_addresses(const OutputContext& context, std::vector<std::string>& addresses) {
  for (const auto& [address, bytes] : CalendarFiles(context.site, context.today).make()) addresses.push_back(address);
}

void write_calendar_files(const OutputContext& context, PageFindings& /*findings*/, Sink& sink) {
  for (const auto& [address, bytes] : CalendarFiles(context.site, context.today).make())
    sink.write(address.substr(1), bytes);
}

}  // namespace wegwijs
