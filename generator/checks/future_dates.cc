#include <algorithm>

#include "checks/checks.h"
#include "checks/future_date_rules.h"

namespace wegwijs {
namespace {

class FutureDates {
 public:
  FutureDates(Date today, Diagnostics& diagnostics) : today_(today), diagnostics_(diagnostics) {}

  void check(const Record& record) const {
    for (const FieldValue& field : record.values()) {
      if (const auto* as_of = std::get_if<AsOf>(&field.value)) check(*as_of, field.where);
      if (const auto* claims = std::get_if<Claims>(&field.value)) check(*claims);
      if (const auto* rows = std::get_if<Rows>(&field.value)) {
        for (const Record& row : rows->rows) check(row);
      }
    }
  }

 private:
  void check(const AsOf& as_of, SourceSpan where) const {
    if (as_of.is_known() && today_ < as_of.first)
      diagnostics_.report(as_of_in_future, where, {as_of_as_written(as_of)});
  }

  void check(const Claims& claims) const {
    for (const Claim& claim : claims.claims) {
      // The file's date is reported at its own place, once.
      if (claim.as_of_where) check(claim.as_of, *claim.as_of_where);
      if (claim.checked) check(claim.checked->on, claim.checked->where);
    }
  }

  const Date today_;
  Diagnostics& diagnostics_;
};

/// A list of what happened, newest first, as news is: its dates are past. A calendar is about days to come.
bool is_news(const CollectionRule& rule) {
  const bool is_newest_first = std::any_of(rule.listings.begin(), rule.listings.end(),
                                           [](const ListingRule& listing) { return listing.newest_first; });
  return rule.calendar.text.empty() && (is_newest_first || !rule.feed.text.empty());
}

void report_if_future(const Collection& collection, const Entry& entry, Role role, const Rule& rule, Date today,
                      Diagnostics& diagnostics) {
  const std::optional<FieldIndex> field = collection.schema.find(role);
  const Date* day = field ? entry.record.get<Date>(*field) : nullptr;
  if (day == nullptr || *day <= today) return;
  diagnostics.report(rule, entry.record.where(*field).value_or(SourceSpan{entry.file, 0, 0}),
                     {collection.schema.fields[*field].id, iso_date(*day)});
}

}  // namespace

void check_future_dates(const CheckContext& context, const Collection& collection, const Entry& entry,
                        Diagnostics& diagnostics) {
  FutureDates(context.today, diagnostics).check(entry.record);
  report_if_future(collection, entry, Role::updated, updated_in_future, context.today, diagnostics);
  const bool is_held_back = date_of(entry, collection.schema, Role::publish_from).has_value();
  if (is_news(*collection.rule) && !is_held_back)
    report_if_future(collection, entry, Role::date, news_in_future, context.today, diagnostics);
}

}  // namespace wegwijs
