#include "pages/visit_data.h"

#include <algorithm>

#include "pages/field_data.h"
#include "pages/told.h"
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

/// Tells when and how to visit an entry.
struct VisitTeller : Teller {
  VisitTeller(const PageContext& page_context, EntryNumber entry, DataArena& data_arena)
      : Teller(page_context, data_arena) {
    const std::optional<FieldIndex> field = phone_field(site.schema(entry));
    phone = field ? site.entry(entry).record.get<WrittenText>(*field) : nullptr;
    is_shared_phone =
        phone != nullptr && is_shared(site.collections[entry.collection], *field, dialled_number(phone->text));
    next = next_moment(context, entry);
    if (!next) return;
    moment = *moment_of(site, *next);
    calendar = calendar_file_at(site, entry, next->collection);
  }

  const WrittenText* phone = nullptr;  ///< null when it is not known
  bool is_shared_phone = false;
  std::optional<EntryNumber> next;  ///< the first day to come
  Moment moment;                    ///< of `next`
  std::string calendar;             ///< address of the file with it
};

constexpr Told<VisitTeller> visit_members[] = {
    {"phone", as_text, [](VisitTeller& one) { return one.phone == nullptr ? Data() : Data::text(one.phone->text); }},
    {"phone_link", as_text,
     [](VisitTeller& one) { return one.phone == nullptr ? Data() : one.text(phone_link(one.phone->text)); }},
    {"is_shared_phone", as_yes_no, [](VisitTeller& one) { return Data::boolean(one.is_shared_phone); }},
    {"day", as_text,
     [](VisitTeller& one) {
       return one.next ? one.text(date_with_weekday(one.moment.first, one.language())) : Data();
     }},
    {"iso", as_text, [](VisitTeller& one) { return one.next ? one.text(iso_date(one.moment.first)) : Data(); }},
    {"title", as_text,
     [](VisitTeller& one) {
       return one.next ? Data::text(title_of(one.site.entry(*one.next), one.site.schema(*one.next))) : Data();
     }},
    {"from", as_text,
     [](VisitTeller& one) {
       return one.moment.from ? one.text(time_in_words(*one.moment.from, one.language())) : Data();
     }},
    {"calendar", as_text, [](VisitTeller& one) { return one.text(one.calendar); }},
};

}  // namespace

Data visit_data(const PageContext& context, EntryNumber number, DataArena& arena) {
  VisitTeller teller(context, number, arena);
  return teller.phone == nullptr && !teller.next ? Data() : tell(visit_members, teller);
}

DataShape visit_shape(const ShapeScope& scope) {
  return as_map<visit_members>(scope);
}

}  // namespace wegwijs
