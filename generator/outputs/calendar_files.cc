#include "outputs/calendar_files.h"

#include <map>

#include "outputs/calendar.h"

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

std::optional<CalendarEvent> event_of(const Site& site, const Collection& collection, const Entry& entry) {
  const Schema& schema = collection.schema;
  const std::optional<Date> first = date_of(entry, schema, Role::date);
  if (!first) return std::nullopt;
  CalendarEvent event;
  event.uid = entry.slug + year_of(entry, schema) + "@" + host_of(site.settings.base_address);
  event.summary = title_of(entry, schema);
  event.description = text_of(entry, schema, Role::summary);
  event.url = site.settings.base_address + collection.rule->calendar.text.substr(1) + "#moment-" + entry.slug;
  event.first = *first;
  event.last = date_of(entry, schema, Role::until).value_or(*first);
  event.changed = date_of(entry, schema, Role::updated).value_or(*first);
  return event;
}

/// By address.
std::map<std::string, std::string> calendar_files(const Site& site, Date today) {
  std::map<std::string, std::string> files;
  for (const Collection& collection : site.collections) {
    const std::string& folder = collection.rule->calendar.text;
    if (folder.empty()) continue;
    std::vector<CalendarEvent> coming;
    for (const Entry& entry : collection.entries) {
      const std::optional<CalendarEvent> event = event_of(site, collection, entry);
      if (!event) continue;
      files[folder + entry.slug + ".ics"] = calendar_file({&*event, 1}, site.settings.language);
      if (event->last >= today) coming.push_back(*event);
    }
    files[folder + "alles.ics"] = calendar_file(coming, site.settings.language);
  }
  return files;
}

}  // namespace

void calendar_file_addresses(const OutputContext& context, std::vector<std::string>& addresses) {
  for (const auto& [address, bytes] : calendar_files(context.site, context.today)) addresses.push_back(address);
}

void write_calendar_files(const OutputContext& context, PageFindings& /*findings*/, Sink& sink) {
  for (const auto& [address, bytes] : calendar_files(context.site, context.today)) sink.write(address.substr(1), bytes);
}

}  // namespace wegwijs
