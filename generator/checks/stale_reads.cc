#include <set>

#include "checks/checks.h"
#include "checks/stale_read_rules.h"
#include "text/counted.h"

namespace wegwijs {
namespace {

Argument days_ago(int days) {
  const auto count = static_cast<std::size_t>(days);
  return {counted(count, "dag geleden", "dagen geleden"), counted(count, "day ago", "days ago")};
}

void check_collection(const Collection& collection, Date today, Diagnostics& diagnostics) {
  const std::optional<FieldIndex> field = collection.schema.find(Role::read_on);
  const auto limit = static_cast<int>(collection.rule->days_until_stale);
  if (!field || limit == 0) return;
  // The rows of a table share the day: it is reported once.
  std::set<std::pair<FileId, std::uint32_t>> reported;
  for (const Entry& entry : collection.entries) {
    const Date* day = entry.record.get<Date>(*field);
    if (day == nullptr || days_between(*day, today) <= limit) continue;
    const SourceSpan where = entry.record.where(*field).value_or(entry.where);
    if (!reported.emplace(where.file, where.begin).second) continue;
    diagnostics.report(read_long_ago, where,
                       {{collection.schema.label.nl, collection.schema.label.en},
                        iso_date(*day),
                        days_ago(days_between(*day, today)),
                        std::to_string(limit)});
  }
}

/// Who is in need calls these numbers.
void check_help_numbers(const HelpNow& help, Date today, Diagnostics& diagnostics) {
  constexpr int days_in_year = 366;
  if (!help.noted || days_between(*help.noted, today) <= days_in_year) return;
  diagnostics.report(help_numbers_old, help.noted_where,
                     {iso_date(*help.noted), std::to_string(days_between(*help.noted, today))});
}

}  // namespace

void check_stale_reads(const CheckContext& context, Diagnostics& diagnostics) {
  check_help_numbers(context.site.settings.help_now, context.today, diagnostics);
  for (const Collection& collection : context.site.collections)
    check_collection(collection, context.today, diagnostics);
}

}  // namespace wegwijs
