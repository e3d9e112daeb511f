#include "checks/checks.h"

#include <array>

#include "checks/every_value.h"
#include "checks/year_rules.h"

namespace wegwijs {
namespace {

// What schools and plans say of today. Older dates than these are typing errors: 1926 for 2026, 0206 for 2026.
constexpr int oldest_as_of = 30;  // years before today
constexpr int oldest_day = 60;
constexpr int furthest_day = 10;  // years after today

class Years {
 public:
  Years(Date today, const ClaimWords& words, Diagnostics& diagnostics)
      : today_(today), words_(words), diagnostics_(diagnostics) {}

  void check(const Field& field, const FieldValue& value) const {
    if (const auto* as_of = std::get_if<AsOf>(&value.value)) check(*as_of, value.where);
    if (const auto* day = std::get_if<Date>(&value.value)) check(day->year, oldest_day, iso_date(*day), value.where);
    if (const auto* year = std::get_if<SchoolYear>(&value.value)) check(*year, value.where);
    if (const auto* claims = std::get_if<Claims>(&value.value)) {
      for (const Claim& claim : claims->claims) check(field, claim);
    }
  }

 private:
  void check(const Field& field, const Claim& claim) const {
    // The date of the file is checked at its own place.
    if (claim.as_of_where) check(claim.as_of, *claim.as_of_where);
    if (claim.checked) check(claim.checked->on, claim.checked->where);
    if (!claim.from || !claim.from->is_known()) return;
    const std::string written = as_of_as_written(*claim.from);
    const bool has_passed = claim.means == Meaning::planned && claim.from->last_day() < today_;
    if (has_passed) {
      const std::vector<std::string> yes = words_.ids_of(std::array{Meaning::yes});
      diagnostics_.report(promise_passed, claim.from_where,
                          {written, field.id, words_.statuses[claim.status].id, yes.empty() ? "" : yes.front()});
    }
    if (!has_passed) check(claim.from->first.year, oldest_day, written, claim.from_where);
  }

  void check(const AsOf& as_of, SourceSpan where) const {
    if (as_of.is_known()) check(as_of.last_day().year, oldest_as_of, as_of_as_written(as_of), where);
  }

  void check(SchoolYear year, SourceSpan where) const {
    check(year.first_year, oldest_day, std::to_string(year.first_year) + "-" + std::to_string(year.first_year + 1),
          where);
  }

  void check(int year, int oldest, const std::string& written, SourceSpan where) const {
    const int age = today_.year - year;
    if (age > oldest) {
      const std::string years = std::to_string(age);
      diagnostics_.report(impossible_year, where, {written, Argument(years + " jaar geleden", years + " years ago")});
    } else if (-age > furthest_day) {
      const std::string years = std::to_string(-age);
      diagnostics_.report(impossible_year, where,
                          {written, Argument("over " + years + " jaar", "in " + years + " years")});
    }
  }

  const Date today_;
  const ClaimWords& words_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_years(const CheckContext& context, const Collection& collection, const Entry& entry,
                 Diagnostics& diagnostics) {
  const Years years(context.today, collection.schema.claims, diagnostics);
  for_every_value(collection.schema.fields, entry.record,
                  [&](const Field& field, const FieldValue& value) { years.check(field, value); });
}

}  // namespace wegwijs
