#include "views/school_report.h"

#include <algorithm>

#include "schema/field_types.h"
#include "schema/read_record.h"
#include "text/utf8.h"
#include "views/claims.h"
#include "views/sources.h"

namespace wegwijs {
namespace {

/// Collects what there is to say about the rows of one entry.
class Reporter {
 public:
  Reporter(const Site& site, EntryNumber number, Date today)
      : site_(site), schema_(site.schema(number)), record_(site.entry(number).record), today_(today) {
    report_.entry = number;
  }

  SchoolReport report() {
    std::string text;
    for (std::size_t index = 0; index < schema_.fields.size(); ++index) {
      const auto number = static_cast<FieldIndex>(index);
      const Field& field = schema_.fields[index];
      if (is_claim(field) && applies(field, number, record_)) judge_row(field, number);
      const WrittenText* written = record_.get<WrittenText>(number);
      if (field.type == FieldType::long_text && written != nullptr) text += written->text + "\n";
      for (const Claim& claim : record_.claims(number)) text += claim.explanation + "\n";
    }
    std::stable_sort(report_.findings.begin(), report_.findings.end(),
                     [](const Finding& left, const Finding& right) { return left.kind < right.kind; });
    report_.text = count_text(text);
    report_.reading_ease = reading_ease(report_.text);
    return std::move(report_);
  }

 private:
  void add(FindingKind kind, FieldIndex field) { report_.findings.push_back({kind, field}); }

  void judge_row(const Field& field, FieldIndex number) {
    ++report_.rows;
    const std::span<const Claim> claims = record_.claims(number);
    if (claims.empty()) {
      add(field.complete ? FindingKind::missing_for_complete : FindingKind::not_looked_at, number);
      return;
    }
    ++report_.answered;
    const auto any = [&](auto predicate) { return std::any_of(claims.begin(), claims.end(), predicate); };
    const auto none = [&](auto predicate) { return std::none_of(claims.begin(), claims.end(), predicate); };
    if (sources_differ(claims)) add(FindingKind::contradictory, number);
    if (any([&](const Claim& claim) { return describe(site_, record_.sources()[claim.source]).gone_on.has_value(); }))
      add(FindingKind::source_gone, number);
    // Claims are ordered newest first.
    if (is_old(claims.front(), today_)) add(FindingKind::old, number);
    if (none([](const Claim& claim) { return claim.as_of.is_known(); })) add(FindingKind::undated, number);
    if (any([](const Claim& claim) { return claim.explanation.empty() && claim.means != Meaning::unknown; }))
      add(FindingKind::unexplained, number);
    if (any([](const Claim& claim) { return count_code_points(claim.explanation) > explanation_limit; }))
      add(FindingKind::too_long, number);
  }

  const Site& site_;
  const Schema& schema_;
  const Record& record_;
  Date today_;
  SchoolReport report_;
};

}  // namespace

bool SchoolReport::is_complete() const {
  return std::none_of(findings.begin(), findings.end(),
                      [](const Finding& finding) { return finding.kind == FindingKind::missing_for_complete; });
}

SchoolReport report_on(const Site& site, EntryNumber number, Date today) {
  return Reporter(site, number, today).report();
}

std::string_view finding_id(FindingKind kind) {
  switch (kind) {
    case FindingKind::missing_for_complete:
      return "ontbreekt_voor_volledig";
    case FindingKind::not_looked_at:
      return "nog_niet_nagekeken";
    case FindingKind::contradictory:
      return "bronnen_verschillen";
    case FindingKind::source_gone:
      return "bron_weg";
    case FindingKind::old:
      return "verouderd";
    case FindingKind::undated:
      return "datum_onbekend";
    case FindingKind::unexplained:
      return "zonder_toelichting";
    case FindingKind::too_long:
      return "te_lang";
  }
  return "";
}

std::string_view finding_in_words(FindingKind kind) {
  switch (kind) {
    case FindingKind::missing_for_complete:
      return "Nog niet nagekeken, en nodig voor een volledig profiel";
    case FindingKind::not_looked_at:
      return "Nog niet nagekeken";
    case FindingKind::contradictory:
      return "Bronnen zeggen iets anders over hetzelfde";
    case FindingKind::source_gone:
      return "De bron was niet meer te vinden";
    case FindingKind::old:
      return "Ouder dan 24 maanden";
    case FindingKind::undated:
      return "Zonder datum";
    case FindingKind::unexplained:
      return "Zonder toelichting";
    case FindingKind::too_long:
      return "Toelichting te lang";
  }
  return "";
}

}  // namespace wegwijs
