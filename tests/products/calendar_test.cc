// Calendar files, read back by libical as a calendar program would.
#include "products/calendar.h"

#include <libical/ical.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

struct ComponentDeleter {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentDeleter>;

Component parsed(const std::string& file) {
  Component calendar(icalparser_parse_string(file.c_str()));
  REQUIRE(calendar != nullptr);
  CHECK(icalcomponent_count_errors(calendar.get()) == 0);
  return calendar;
}

std::string date_in_words(icaltimetype time) {
  CHECK(time.is_date == 1);
  return std::to_string(time.year) + "-" + std::to_string(time.month) + "-" + std::to_string(time.day);
}

constexpr std::string_view calendar_site = R"(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen:
  kalender: {map: kalender, agenda: /kalender/}
  paginas: {map: paginas, adres: "/{id}/"}
-- paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: momenten, type: references, to: kalender, label: {nl: Momenten}}
-- paginas/kalender.md --
---
titel: Kalender
momenten: [aanmelden]
---
-- kalender/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: {nl: Titel}}
  - {id: schooljaar, type: school_year, required: true, label: {nl: Schooljaar}}
  - {id: datum, type: date, role: date, label: {nl: Datum}}
  - {id: tot, type: date, role: until, label: {nl: Tot}}
  - {id: bron, type: text, required_with: datum, label: {nl: Bron}}
)";

std::string with(std::string_view entry) {
  return std::string(calendar_site) + "-- kalender/aanmelden.yaml --\n" + std::string(entry);
}

}  // namespace

TEST_CASE("a calendar program reads back what was written, accents, commas and long texts included", "[products]") {
  const std::string summary = "Aanmelden; voor élke school, ook \\ kovo " + std::string(80, 'x') + "é";
  const CalendarEvent event{"aanmelden-2026@proef.example",
                            summary,
                            "Eerste regel\ntweede",
                            "https://proef.example/kalender/",
                            {2027, 3, 1},
                            {2027, 3, 12},
                            {2026, 11, 23}};
  const std::string file = calendar_file({&event, 1}, Language::nl);
  const Component calendar = parsed(file);
  icalcomponent* read = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  REQUIRE(read != nullptr);
  CHECK(icalcomponent_get_summary(read) == summary);
  CHECK(std::string(icalcomponent_get_description(read)) == "Eerste regel\ntweede");
  CHECK(std::string(icalcomponent_get_uid(read)) == "aanmelden-2026@proef.example");
  CHECK(date_in_words(icalcomponent_get_dtstart(read)) == "2027-3-1");
  CHECK(date_in_words(icalcomponent_get_dtend(read)) == "2027-3-13");
  CHECK(icalcomponent_get_sequence(read) > 0);
}

TEST_CASE("no line is longer than 75 octets, every line ends in CRLF, and no character is cut", "[products]") {
  std::string summary;
  for (int count = 0; count < 100; ++count) summary += "é€";
  const CalendarEvent event{"x@proef.example", summary, "", "", {2027, 3, 1}, {2027, 3, 1}, {2027, 3, 1}};
  const std::string file = calendar_file({&event, 1}, Language::nl);
  for (std::size_t begin = 0; begin < file.size();) {
    const std::size_t end = file.find("\r\n", begin);
    REQUIRE(end != std::string::npos);
    CHECK(end - begin <= 75);
    CHECK((static_cast<unsigned char>(file[begin]) & 0xC0U) != 0x80U);
    begin = end + 2;
  }
  CHECK(std::count(file.begin(), file.end(), '\n') == std::count(file.begin(), file.end(), '\r'));
}

TEST_CASE("a later change has a higher sequence under the same identifier", "[products]") {
  const CalendarEvent first{"x@proef.example", "X", "", "", {2027, 3, 1}, {2027, 3, 1}, {2026, 11, 1}};
  CalendarEvent second = first;
  second.first = second.last = {2027, 3, 8};
  second.changed = {2026, 11, 2};
  const auto sequence_of = [](const CalendarEvent& event) {
    return icalcomponent_get_sequence(icalcomponent_get_first_component(
        parsed(calendar_file({&event, 1}, Language::nl)).get(), ICAL_VEVENT_COMPONENT));
  };
  CHECK(sequence_of(second) > sequence_of(first));
}

TEST_CASE("a moment with a date has a calendar file, one without has none, and past ones are not among all",
          "[products]") {
  SiteUnderTest dated{with("titel: Aanmelden\nschooljaar: 2026-2027\ndatum: 2027-03-01\nbron: X\n")};
  CHECK(dated.messages().empty());
  CHECK(dated.file("kalender/aanmelden.ics").find("UID:aanmelden-2026@proef.example\r\n") != std::string::npos);
  CHECK(dated.file("kalender/alles.ics").find("BEGIN:VEVENT") != std::string::npos);
  SiteUnderTest past{with("titel: Aanmelden\nschooljaar: 2026-2027\ndatum: 2026-11-22\nbron: X\n")};
  CHECK(past.has_file("kalender/aanmelden.ics"));
  CHECK_FALSE(past.has_file("kalender/alles.ics"));
  SiteUnderTest open{with("titel: Aanmelden\nschooljaar: 2026-2027\n")};
  CHECK_FALSE(open.has_file("kalender/aanmelden.ics"));
}

TEST_CASE("a date without source, outside its school year, or with its end before it is an error at its place",
          "[products]") {
  SiteUnderTest site{with("titel: Aanmelden\nschooljaar: 2026-2027\ndatum: 2026-03-01\ntot: 2026-02-01\n")};
  CHECK(site.messages() ==
        "kalender/aanmelden.yaml:3:8: fout: 2026-03-01 ligt niet in schooljaar 2026-2027. [datum-buiten-schooljaar] "
        "Een schooljaar "
        "loopt van augustus tot en met juli. Kijk in de bron of de datum en het schooljaar bij elkaar horen.\n"
        "kalender/aanmelden.yaml:3:8: fout: Bij 'datum' hoort ook 'bron' (Bron). [veld-hoort-erbij] Voeg toe: "
        "'bron: …'. Of haal 'datum' weg.\n"
        "kalender/aanmelden.yaml:4:6: fout: De laatste dag (2026-02-01) ligt voor de eerste (2026-03-01). "
        "[einde-voor-begin] Kijk in "
        "de bron welke van de twee het is.\n");
  SiteUnderTest yearless{with("titel: Aanmelden\ndatum: 2027-03-01\nbron: X\n")};
  CHECK(yearless.messages() ==
        "kalender/aanmelden.yaml:1:1: fout: Het veld 'schooljaar' ontbreekt (Schooljaar). [veld-ontbreekt] Voeg een "
        "regel "
        "'schooljaar: …' toe.\n");
  for (const char* slip : {"datum: 2027-02-30", "datun: 2027-02-28"}) {
    INFO(slip);
    SiteUnderTest once{
        with("titel: Aanmelden\nschooljaar: 2026-2027\nbron: X\ntot: 2027-03-01\n" + std::string(slip) + "\n")};
    const std::string messages = once.messages();
    CHECK(messages.find("einde-zonder-begin") == std::string::npos);
    CHECK(std::count(messages.begin(), messages.end(), '\n') == 1);
  }
  SiteUnderTest endless{with("titel: Aanmelden\nschooljaar: 2026-2027\ntot: 2027-03-01\n")};
  CHECK(endless.messages() ==
        "kalender/aanmelden.yaml:3:6: fout: 'tot' staat er zonder 'datum'. [einde-zonder-begin] Geef ook de eerste "
        "dag, of haal de "
        "laatste weg.\n");
}
