#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "commands/commands.h"
#include "commands/loaded_site.h"
#include "commands/school_report_forms.h"
#include "commands/usage_error.h"
#include "files/replace_file.h"
#include "schema/field_types.h"
#include "text/counted.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

bool has_claims(const Schema& schema) {
  return std::any_of(schema.fields.begin(), schema.fields.end(), is_claim);
}

/// The entries to report on: the one that was asked for, or all of the collections that make claims.
std::vector<EntryNumber> entries_to_report_on(const Site& site, const std::string& wanted) {
  std::vector<EntryNumber> entries;
  std::vector<std::string_view> slugs;
  for (std::size_t number = 0; number < site.collections.size(); ++number) {
    const Collection& collection = site.collections[number];
    if (!has_claims(collection.schema)) continue;
    for (std::size_t index = 0; index < collection.entries.size(); ++index) {
      slugs.push_back(collection.entries[index].slug);
      if (wanted.empty() || wanted == slugs.back())
        entries.push_back({static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(index)});
    }
  }
  if (!entries.empty() || wanted.empty()) return entries;
  const std::optional<std::string> near = nearest_word(wanted, slugs);
  throw UsageError({"er is geen school '" + wanted + "'" + (near ? "; bedoelde u '" + *near + "'?" : ""),
                    "there is no school '" + wanted + "'" + (near ? "; did you mean '" + *near + "'?" : "")});
}

std::string in_form(SchoolReportForm form, const Site& site, const FileTree& sources,
                    std::span<const SchoolReport> reports, Date today) {
  switch (form) {
    case SchoolReportForm::text:
      return reports_as_mail(site, sources, reports, today);
    case SchoolReportForm::csv:
      return reports_as_csv(site, reports);
    case SchoolReportForm::json:
      return reports_as_json(site, reports);
  }
  return "";
}

}  // namespace

ExitCode report_on_schools(const CommandLine& command_line) {
  Diagnostics diagnostics;
  const std::optional<LoadedSite> loaded = load_site_on_disk(command_line, diagnostics);
  if (!loaded) return ExitCode::content;
  const Site& site = loaded->site;
  const FileTree& sources = loaded->on_disk.sources;
  const Date today = loaded->on_disk.facts.today;
  std::vector<SchoolReport> reports;
  for (const EntryNumber entry : entries_to_report_on(site, command_line.school))
    reports.push_back(report_on(site, entry, today));
  if (command_line.reports_folder) {
    std::filesystem::create_directories(*command_line.reports_folder);
    for (const SchoolReport& report : reports) {
      replace_file(*command_line.reports_folder / (site.entry(report.entry).slug + ".txt"),
                   report_as_mail(site, sources, report, today));
    }
    std::cout << counted(reports.size(), "mail in ", "mails in ") << command_line.reports_folder->string() << '\n';
  } else {
    std::cout << in_form(command_line.school_report_form, site, sources, reports, today);
  }
  if (!diagnostics.has_errors()) return ExitCode::good;
  // A profile with a mistake is reported on all the same: a text that is too long is both.
  print_diagnostics(diagnostics, sources, ReportForm::text, command_line.language);
  return ExitCode::content;
}

}  // namespace wegwijs
