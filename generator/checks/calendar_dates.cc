#include "checks/calendar_date_rules.h"
#include "checks/checks.h"

namespace wegwijs {
namespace {

const Date* date_at(const Entry& entry, std::optional<FieldIndex> field) {
  return field ? entry.record.get<Date>(*field) : nullptr;
}

std::optional<FieldIndex> school_year_field(const Schema& schema) {
  for (std::size_t index = 0; index < schema.fields.size(); ++index) {
    if (schema.fields[index].type == FieldType::school_year) return static_cast<FieldIndex>(index);
  }
  return std::nullopt;
}

void check_times(const Schema& schema, const Entry& entry, Diagnostics& diagnostics) {
  const std::optional<FieldIndex> from_field = schema.find(Role::from_time);
  const std::optional<FieldIndex> until_field = schema.find(Role::until_time);
  const TimeOfDay* from = from_field ? entry.record.get<TimeOfDay>(*from_field) : nullptr;
  const TimeOfDay* until = until_field ? entry.record.get<TimeOfDay>(*until_field) : nullptr;
  if (from == nullptr || until == nullptr || *from < *until) return;
  diagnostics.report(end_time_before_begin, entry.record.where(*until_field).value_or(entry.where),
                     {iso_time(*until), iso_time(*from)});
}

void check_entry(const Collection& collection, const Entry& entry, Diagnostics& diagnostics) {
  const Schema& schema = collection.schema;
  const std::optional<FieldIndex> date_field = schema.find(Role::date);
  const std::optional<FieldIndex> until_field = schema.find(Role::until);
  const std::optional<FieldIndex> year_field = school_year_field(schema);
  const Date* date = date_at(entry, date_field);
  const Date* until = date_at(entry, until_field);
  const SchoolYear* year = year_field ? entry.record.get<SchoolYear>(*year_field) : nullptr;
  const auto where = [&](FieldIndex field) { return entry.record.where(field).value_or(SourceSpan{entry.file, 0, 0}); };
  if (until != nullptr && date == nullptr && !entry.record.is_told(*date_field)) {
    diagnostics.report(end_without_begin, where(*until_field),
                       {schema.fields[*until_field].id, schema.fields[*date_field].id});
  }
  if (until != nullptr && date != nullptr && *until < *date) {
    diagnostics.report(end_before_begin, where(*until_field), {iso_date(*until), iso_date(*date)});
  }
  if (date != nullptr && year != nullptr && school_year_at(*date) != year->first_year) {
    diagnostics.report(
        outside_school_year, where(*date_field),
        {iso_date(*date), std::to_string(year->first_year) + "-" + std::to_string(year->first_year + 1)});
  }
}

}  // namespace

void check_calendar_dates(const CheckContext& /*context*/, const Collection& collection, const Entry& entry,
                          Diagnostics& diagnostics) {
  if (!collection.schema.find(Role::date)) return;
  check_entry(collection, entry, diagnostics);
  check_times(collection.schema, entry, diagnostics);
}

}  // namespace wegwijs
