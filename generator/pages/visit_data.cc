#include "pages/visit_data.h"

#include <algorithm>

#include "pages/field_data.h"
#include "text/phone_number.h"
#include "views/moments.h"

namespace wegwijs {
namespace {

std::optional<FieldIndex> phone_field(const Schema& schema) {
  const auto found = std::find_if(schema.fields.begin(), schema.fields.end(),
                                  [](const Field& field) { return field.type == FieldType::phone; });
  if (found == schema.fields.end()) return std::nullopt;
  return static_cast<FieldIndex>(found - schema.fields.begin());
}

/// Whether another entry of the collection has the same number, as the number of a school board.
bool is_shared(const Collection& collection, FieldIndex field, std::string_view dialled) {
  const auto has_it = [&](const Entry& entry) {
    const WrittenText* phone = entry.record.get<WrittenText>(field);
    return phone != nullptr && dialled_number(phone->text) == dialled;
  };
  return std::count_if(collection.entries.begin(), collection.entries.end(), has_it) > 1;
}

/// The first entry on a day to come that is shown on the page of `number`.
std::optional<EntryNumber> next_moment(const PageContext& context, EntryNumber number) {
  const Site& site = context.site;
  std::optional<EntryNumber> next;
  std::optional<Date> first;
  for (std::size_t index = 0; index < site.collections.size(); ++index) {
    const auto collection = static_cast<std::uint16_t>(index);
    if (site.collections[index].is_switched_off() || !is_shown_in(site, collection, number.collection)) continue;
    for (const EntryNumber one : entries_shown_at(site, number, collection)) {
      const std::optional<Moment> moment = moment_of(site, one);
      if (!moment || moment->last < context.today || (first && !(moment->first < *first))) continue;
      next = one;
      first = moment->first;
    }
  }
  return next;
}

}  // namespace

Data visit_data(const PageContext& context, EntryNumber number, DataArena& arena) {
  const Site& site = context.site;
  const Schema& schema = site.schema(number);
  const Entry& entry = site.entry(number);
  const std::optional<FieldIndex> field = phone_field(schema);
  const WrittenText* phone = field ? entry.record.get<WrittenText>(*field) : nullptr;
  const std::optional<EntryNumber> next = next_moment(context, number);
  if (phone == nullptr && !next) return {};
  Data day, iso, title, from, calendar;
  if (next) {
    const Moment moment = *moment_of(site, *next);
    day = arena.text(date_with_weekday(moment.first, site.settings.language));
    iso = arena.text(iso_date(moment.first));
    title = Data::text(title_of(site.entry(*next), site.schema(*next)));
    if (moment.from) from = arena.text(time_in_words(*moment.from, site.settings.language));
    calendar = arena.text(calendar_file_at(site, number, next->collection));
  }
  const bool has_board_number =
      phone != nullptr && is_shared(site.collections[number.collection], *field, dialled_number(phone->text));
  return arena.map({{"phone"_name, phone == nullptr ? Data() : Data::text(phone->text)},
                    {"phone_link"_name, phone == nullptr ? Data() : arena.text(phone_link(phone->text))},
                    {"is_shared_phone"_name, Data::boolean(has_board_number)},
                    {"day"_name, day},
                    {"iso"_name, iso},
                    {"title"_name, title},
                    {"from"_name, from},
                    {"calendar"_name, calendar}});
}

DataShape visit_shape() {
  DataShape shape = texts_shape({"phone", "phone_link", "day", "iso", "title", "from", "calendar"});
  shape.set("is_shared_phone", DataShape::boolean());
  return shape;
}

}  // namespace wegwijs
