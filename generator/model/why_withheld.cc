#include "model/why_withheld.h"

#include "model/collection_rules.h"

namespace wegwijs {
namespace {

std::optional<Date> last_day_of(const Entry& entry, const Schema& schema) {
  const std::optional<Date> until = date_of(entry, schema, Role::until);
  return until ? until : date_of(entry, schema, Role::date);
}

}  // namespace

std::optional<WithheldEntry> why_withheld(const Entry& entry, const Schema& schema, const CollectionRule& rule,
                                          Date today, Diagnostics& diagnostics) {
  const std::optional<Date> from = date_of(entry, schema, Role::publish_from);
  const std::optional<Date> until = date_of(entry, schema, Role::publish_until);
  if (from && until && *until < *from) {
    const std::optional<FieldIndex> field = schema.find(Role::publish_until);
    diagnostics.report(dates_reversed, entry.record.where(*field).value_or(SourceSpan{entry.file, 0, 0}),
                       {iso_date(*until), iso_date(*from)});
  }
  const std::optional<Date> last = last_day_of(entry, schema);
  if (rule.leaves_out_past && last && *last < today) return WithheldEntry{entry.file, Withheld::over, last};
  const std::optional<FieldIndex> draft = schema.find(Role::draft);
  const YesNo* is_draft = draft ? entry.record.get<YesNo>(*draft) : nullptr;
  if (is_draft != nullptr && is_draft->value) return WithheldEntry{entry.file, Withheld::draft, std::nullopt};
  // A bare date is the start of that day; the end of it for 'publiceren_tot'.
  if (from && today < *from) return WithheldEntry{entry.file, Withheld::future, from};
  if (until && *until < today) return WithheldEntry{entry.file, Withheld::expired, until};
  return std::nullopt;
}

}  // namespace wegwijs
