#include "commands/school_report_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "pages/form_page.h"
#include "products/csv.h"
#include "text/counted.h"
#include "views/form_rows.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view hard_to_read_id = "moeilijk_te_lezen";

std::string page_of(const Site& site, const SchoolReport& report) {
  const std::string address = address_of(site, report.entry);
  return address.empty() ? "" : site.settings.base_address + address.substr(1);
}

std::string_view name_of(const Site& site, const SchoolReport& report) {
  return title_of(site.entry(report.entry), site.schema(report.entry));
}

/// What a school can do about findings of one kind.
std::string_view advice_on(FindingKind kind) {
  switch (kind) {
    case FindingKind::missing_for_complete:
      return "Hierover hebben wij nog niets gelezen. Zo staat het ook op uw pagina; er staat nooit 'nee'. Schrijf per "
             "onderwerp één zin, ook als het antwoord 'niet bij ons' is, en waar het staat: in welk document, of op "
             "uw website.";
    case FindingKind::not_looked_at:
      return "Ook hierover hebben wij nog niets gelezen. Elk antwoord helpt, maar het hoeft niet allemaal tegelijk.";
    case FindingKind::contradictory:
      return "Uw eigen stukken spreken elkaar tegen. Wij laten beide zien. Laat ons weten wat nu geldt.";
    case FindingKind::source_gone:
      return "Het webadres waar wij dit lazen, bestaat niet meer. Stuur ons het nieuwe adres.";
    case FindingKind::old:
      return "Op uw pagina staat een waarschuwing bij deze gegevens. Laat ons weten of ze nog kloppen, en sinds "
             "wanneer.";
    case FindingKind::undated:
      return "Wij weten niet van wanneer dit is, en zeggen dat erbij. Zet een datum op uw webpagina, of noem ons de "
             "datum.";
    case FindingKind::unexplained:
      return "Er staat alleen een kort antwoord. Eén zin uitleg helpt ouders: hoe, hoe vaak, en voor wie.";
    case FindingKind::too_long:
      return "Deze uitleg past niet op een telefoon. Maak er hooguit 240 tekens van.";
  }
  return "";
}

/// The findings of one kind, which are adjacent.
std::span<const Finding> of_kind(const SchoolReport& report, FindingKind kind) {
  const auto is_kind = [&](const Finding& finding) { return finding.kind == kind; };
  const auto begin = std::find_if(report.findings.begin(), report.findings.end(), is_kind);
  const auto end = std::find_if_not(begin, report.findings.end(), is_kind);
  return {begin, end};
}

constexpr std::array all_kinds{
    FindingKind::missing_for_complete, FindingKind::not_looked_at, FindingKind::contradictory,
    FindingKind::source_gone,          FindingKind::old,           FindingKind::undated,
    FindingKind::unexplained,          FindingKind::too_long};

std::string reading_advice(const SchoolReport& report) {
  if (!report.reading_ease) {
    return fmt::format(
        "Of de teksten makkelijk te lezen zijn, kunnen wij niet zeggen. Er zijn {}, en onder de {} "
        "zegt een cijfer niets.\n",
        counted(report.text.words, "woord om te tellen", "woorden om te tellen"), words_to_judge);
  }
  const std::string told = fmt::format("Leesgemak van de teksten: {:.0f}, dat heet {} (formule van Flesch en Douma).",
                                       *report.reading_ease, reading_ease_in_words(*report.reading_ease));
  if (!report.is_hard_to_read()) return told + "\n";
  return told + " Kortere zinnen en kortere woorden helpen. Het is een telling, geen oordeel.\n";
}

/// The first mail address that the entry gives, in a field or in a row of one.
std::string_view mail_in(const Schema& schema, const Record& record) {
  for (const FieldValue& value : record.values()) {
    const Field& field = schema.fields[value.field];
    const auto* text = std::get_if<WrittenText>(&value.value);
    if (field.type == FieldType::mail_address && text != nullptr) return text->text;
    const auto* rows = std::get_if<Rows>(&value.value);
    for (const Record& row : rows == nullptr ? std::span<const Record>() : std::span<const Record>(rows->rows)) {
      for (const FieldValue& cell : row.values()) {
        const auto* written = std::get_if<WrittenText>(&cell.value);
        if (field.fields[cell.field].type == FieldType::mail_address && written != nullptr) return written->text;
      }
    }
  }
  return {};
}

/// What the site says now, row by row, so that readers of the mail need not look it up.
std::string said_now(const Site& site, const SchoolReport& report, Date today) {
  std::string said;
  for (const FormGroup& group : form_rows(site.schema(report.entry), &site.entry(report.entry), site, today)) {
    for (const FormRow& row : group.rows) {
      if (!row.now.empty()) said += fmt::format("- {}: {}\n", row.topic, row.now);
    }
  }
  return said.empty() ? "" : "\nDit staat er nu\n" + said;
}

}  // namespace

std::string report_as_mail(const Site& site, const FileTree& sources, const SchoolReport& report, Date today) {
  const std::string_view to = mail_in(site.schema(report.entry), site.entry(report.entry).record);
  std::string mail = to.empty() ? "" : fmt::format("Aan: {}\n", to);
  mail += fmt::format("Onderwerp: Wat er op {} over {} staat\n\nBeste lezer,\n\n", site.settings.title,
                      name_of(site, report));
  const std::string page = page_of(site, report);
  if (!page.empty()) mail += fmt::format("Dit is de pagina over uw school: {}\n", page);
  const std::string& readers = site.schema(report.entry).readers.nl;
  mail += fmt::format(
      "{} zoeken daar welke hulp uw school geeft. Over {} van de {} onderwerpen hebben wij iets gelezen. {}\n",
      readers.empty() ? "Ouders" : readers, report.answered, report.rows,
      report.is_complete() ? "Uw profiel is volledig." : "U kunt helpen om dat aan te vullen.");
  if (const std::string form = form_address_of(site, sources, report.entry); !form.empty())
    mail += fmt::format("Met dit formulier kunt u bevestigen wat klopt en aanvullen wat u weet: {}\n",
                        site.settings.base_address + form.substr(1));
  mail += said_now(site, report, today);
  for (const FindingKind kind : all_kinds) {
    const std::span<const Finding> findings = of_kind(report, kind);
    if (findings.empty()) continue;
    mail += fmt::format("\n{} ({})\n{}\n", finding_in_words(kind), findings.size(), advice_on(kind));
    for (const Finding& finding : findings)
      mail += fmt::format("- {}\n", site.schema(report.entry).fields[finding.field].plain_or_label().in(Language::nl));
  }
  mail += "\n" + reading_advice(report);
  mail += site.settings.report_mail.empty() ? "\nU kunt deze mail beantwoorden.\n"
                                            : fmt::format("\nUw antwoord kan naar {}.\n", site.settings.report_mail);
  return mail + fmt::format("\nMet vriendelijke groet,\n{}\n", site.settings.title);
}

namespace {

Json json_of(const Site& site, const SchoolReport& report) {
  Json json;
  json["id"] = site.entry(report.entry).slug;
  json["naam"] = name_of(site, report);
  json["pagina"] = page_of(site, report);
  json["onderwerpen"] = report.rows;
  json["nagekeken"] = report.answered;
  json["volledig"] = report.is_complete();
  json["woorden"] = report.text.words;
  if (report.reading_ease) {
    json["leesgemak"] = std::round(*report.reading_ease * 10) / 10;
    json[std::string(hard_to_read_id)] = report.is_hard_to_read();
  }
  json["bevindingen"] = Json::object();
  for (const Finding& finding : report.findings) {
    json["bevindingen"][std::string(finding_id(finding.kind))].push_back(
        site.schema(report.entry).fields[finding.field].id);
  }
  return json;
}

}  // namespace

std::string reports_as_mail(const Site& site, const FileTree& sources, std::span<const SchoolReport> reports,
                            Date today) {
  constexpr std::string_view between_mails =
      "\n------------------------------------------------------------------------\n\n";
  std::string text;
  for (const SchoolReport& report : reports) {
    if (!text.empty()) text += between_mails;
    text += report_as_mail(site, sources, report, today);
  }
  return text;
}

std::string reports_as_csv(const Site& site, std::span<const SchoolReport> reports) {
  std::string csv;
  append_csv_record(csv, std::array<std::string, 6>{"id", "naam", "bevinding", "bevinding_in_woorden", "onderwerp",
                                                    "onderwerp_naam"});
  for (const SchoolReport& report : reports) {
    const std::string& id = site.entry(report.entry).slug;
    const std::string name(name_of(site, report));
    for (const Finding& finding : report.findings) {
      const Field& field = site.schema(report.entry).fields[finding.field];
      append_csv_record(csv, std::array<std::string, 6>{id, name, std::string(finding_id(finding.kind)),
                                                        std::string(finding_in_words(finding.kind)), field.id,
                                                        std::string(field.label.in(Language::nl))});
    }
    if (!report.is_hard_to_read()) continue;
    const std::string words = fmt::format("Moeilijk te lezen (leesgemak {:.0f})", *report.reading_ease);
    append_csv_record(csv, std::array<std::string, 6>{id, name, std::string(hard_to_read_id), words, "", ""});
  }
  return csv;
}

std::string reports_as_json(const Site& site, std::span<const SchoolReport> reports) {
  Json list = Json::array();
  for (const SchoolReport& report : reports) list.push_back(json_of(site, report));
  return list.dump(2) + "\n";
}

}  // namespace wegwijs
