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
      // The file's date is told at its own place, once.
      if (claim.as_of_where) check(claim.as_of, *claim.as_of_where);
      if (claim.checked) check(claim.checked->on, claim.checked->where);
    }
  }

  const Date today_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_future_dates(const Site& site, Date today, Diagnostics& diagnostics) {
  const FutureDates dates(today, diagnostics);
  for (const Collection& collection : site.collections) {
    for (const Entry& entry : collection.entries) dates.check(entry.record);
  }
}

}  // namespace wegwijs
