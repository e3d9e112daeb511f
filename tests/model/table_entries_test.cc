// Collections whose entries are the rows of a table.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

constexpr std::string_view frame = R"(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen:
  bronnen: {map: bronnen}
  clubs: {map: clubs, adres: "/clubs/{id}/"}
  dagen:
    map: dagen
    tabel: ja
    voorbij_weglaten: ja
    nakijken_na: 60
    agenda: /dagen/
    open_data: /data/
    lijsten:
      - {adres: /dagen/, titel: Dagen, indelen: datum, sjabloon: dagen}
      - {adres: "/dagen/sport/{sporten}/", titel: "Dagen: {sporten}", indelen: datum, sjabloon: dagen}
-- bronnen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, label: Titel}
  - {id: reeks, type: text, label: Reeks}
-- bronnen/kopie.yaml --
titel: Kopie bij derden
reeks: dagen-kopie
-- clubs/_schema.yaml --
fields:
  - {id: naam, type: text, role: title, required: true, label: Naam}
  - {id: sporten, type: choices, options: [{id: hockey, label: Hockey}, {id: judo, label: Judo}], label: Sporten}
-- clubs/de-brug.yaml --
naam: De Brug & Co
sporten: [judo]
-- clubs/de-haven.yaml --
naam: De Haven
sporten: [hockey]
-- dagen/_schema.yaml --
label: Dagen
label_one: Dag
groups: [{id: dag, label: Dag}]
fields:
  - {id: id, type: text, role: id, made_of: "{club}-{datum}-{wat}", label: Id}
  - {id: titel, type: text, role: title, made_of: "{wat}", label: Titel}
  - {id: sporten, type: choices, taken_from: club, label: Sporten}
  - {id: club, type: reference, to: clubs, role: shown_at, required: true, label: Club}
  - {id: datum, type: date, role: date, required: true, label: Datum}
  - {id: van, type: time, role: from_time, label: Van}
  - {id: tot, type: time, role: until_time, label: Tot}
  - {id: wat, type: choice, options: [{id: open_dag, label: Open dag}, {id: proefles, label: Proefles}], required: true, label: Wat}
  - {id: waar, type: text, role: place, label: Waar}
  - {id: link, type: web_address, group: dag, label: Link}
  - {id: gelezen_op, type: date, role: read_on, label: Gelezen op}
  - {id: bron, type: source, label: Bron}
-- dagen/dagen.yaml --
gelezen_op: 2026-10-08
bron: kopie
-- thema:/dagen.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title><h1>{{title}}</h1>
{{#listing.moments}}<p>{{#is_stale}}lang geleden: {{/is_stale}}{{read_on}} {{#source}}bij {{title}}{{/source}}{{#is_switched_off}}staat nu niet op deze site{{/is_switched_off}}</p>{{/listing.moments}}
{{#listing.groups}}{{#month}}<p>maand {{month}}</p>{{/month}}<h2>{{label}}</h2>
{{#entries}}{{#moment}}<p>{{#at}}<a href="{{address}}">{{text}}</a>{{/at}}: {{title}} {{from}}-{{until}} {{place}} {{calendar}}</p>{{/moment}}{{/entries}}{{/listing.groups}}
{{#listing.is_empty}}<p>geen dagen</p>{{/listing.is_empty}}</html>
-- thema:/pagina.mustache --
<!doctype html><html lang="{{lang}}"><title>{{title}}</title><h1>{{title}}</h1>
{{#entry.moments}}{{#is_empty}}<p>geen dagen bekend</p>{{/is_empty}}
{{#items}}<p>{{day}}: {{title}} {{from}}-{{until}}{{#facts}}; {{label}}: {{#is_older}}ouder jaar{{/is_older}}{{^is_older}}{{>*partial}}{{/is_older}}{{/facts}}</p>{{/items}}
<p>{{calendar}}</p>{{/entry.moments}}</html>
)";

SiteUnderTest site_with(std::string_view table) {
  return SiteUnderTest(std::string(frame) + "-- dagen/dagen.csv --\n" + std::string(table));
}

}  // namespace

TEST_CASE("each row of a table is on the page of the entry that it names, and in a list by day", "[model]") {
  SiteUnderTest site = site_with(
      "club,datum,van,tot,wat,waar\n"
      "De Brug & Co,2027-02-11,17:30,20:00,open_dag,Kade 1\n"
      "de-brug,2027-01-20,,,proefles,\n");
  CHECK(site.messages().empty());
  const std::string page = site.text("/clubs/de-brug/");
  CHECK(page.find("woensdag 20 januari 2027: Proefles -") != std::string::npos);
  CHECK(page.find("donderdag 11 februari 2027: Open dag 17.30-20.00") != std::string::npos);
  CHECK(page.find("woensdag 20 januari") < page.find("donderdag 11 februari"));
  CHECK(site.text("/clubs/de-haven/").find("geen dagen bekend") != std::string::npos);
  const std::string list = site.text("/dagen/");
  CHECK(list.find("maand januari 2027 woensdag 20 januari 2027 De Brug & Co: Proefles") != std::string::npos);
  CHECK(list.find("maand februari 2027 donderdag 11 februari 2027 De Brug & Co: Open dag 17.30-20.00 Kade 1") !=
        std::string::npos);
}

TEST_CASE("a list can be about a value of the entry that the row names", "[model]") {
  SiteUnderTest site = site_with("club,datum,wat\nDe Brug & Co,2027-02-11,open_dag\nDe Haven,2027-02-12,open_dag\n");
  CHECK(site.messages().empty());
  CHECK(site.text("/dagen/sport/judo/").find("De Brug & Co") != std::string::npos);
  CHECK(site.text("/dagen/sport/judo/").find("De Haven") == std::string::npos);
  CHECK(site.text("/dagen/sport/hockey/").find("De Haven") != std::string::npos);
}

TEST_CASE("a table reads what a Dutch spreadsheet makes of dates, times and labels", "[model]") {
  SiteUnderTest site = site_with("club,datum,van,tot,wat\nde brug & co,11-2-2027,9:30,11:00:00,Open dag\n");
  CHECK(site.messages().empty());
  CHECK(site.text("/clubs/de-brug/").find("donderdag 11 februari 2027: Open dag 9.30-11.00") != std::string::npos);
}

TEST_CASE("what was before the day of the build is nowhere, its calendar file included, and the build says so",
          "[model]") {
  SiteUnderTest site = site_with("club,datum,wat\nDe Brug & Co,2026-11-22,open_dag\nDe Haven,2026-11-23,open_dag\n");
  CHECK(site.messages().empty());
  CHECK_FALSE(site.has_file("dagen/de-brug-co-2026-11-22-open-dag.ics"));
  CHECK_FALSE(site.has_file("clubs/de-brug/dagen.ics"));
  CHECK(site.has_file("dagen/de-haven-2026-11-23-open-dag.ics"));
  CHECK(site.text("/dagen/").find("22 november") == std::string::npos);
  CHECK(site.file("data/dagen.csv").find("2026-11-22") == std::string::npos);
  REQUIRE(site.summary().withheld.size() == 1);
  CHECK(site.summary().withheld.front().rows == 1);
}

TEST_CASE("without coming days there is a page that says so and no calendar file", "[model]") {
  SiteUnderTest site = site_with("club,datum,wat\nDe Brug & Co,2026-11-22,open_dag\n");
  CHECK(site.messages().empty());
  CHECK(site.text("/dagen/").find("geen dagen") != std::string::npos);
  for (const auto& [path, bytes] : site.files()) CHECK_FALSE(path.ends_with(".ics"));
}

TEST_CASE("a calendar file has times in UTC, in winter and in summer, and the place", "[model]") {
  SiteUnderTest site = site_with(
      "club,datum,van,tot,wat,waar\n"
      "De Brug & Co,2027-02-11,17:30,20:00,open_dag,Kade 1\n"
      "De Brug & Co,2027-06-01,17:30,,open_dag,\n"
      "De Brug & Co,2027-06-02,,,proefles,\n");
  CHECK(site.messages().empty());
  const std::string winter = site.file("dagen/de-brug-co-2027-02-11-open-dag.ics");
  CHECK(winter.find("DTSTART:20270211T163000Z\r\nDTEND:20270211T190000Z\r\n") != std::string::npos);
  CHECK(winter.find("LOCATION:Kade 1\r\n") != std::string::npos);
  CHECK(winter.find("SUMMARY:Open dag: De Brug & Co\r\n") != std::string::npos);
  CHECK(winter.find("URL:https://proef.example/clubs/de-brug/\r\n") != std::string::npos);
  CHECK(winter.find("DTSTAMP:20261008T000000Z\r\n") != std::string::npos);
  const std::string summer = site.file("dagen/de-brug-co-2027-06-01-open-dag.ics");
  CHECK(summer.find("DTSTART:20270601T153000Z\r\nSUMMARY") != std::string::npos);
  CHECK(site.file("dagen/de-brug-co-2027-06-02-proefles.ics").find("DTSTART;VALUE=DATE:20270602\r\n") !=
        std::string::npos);
  const std::string all = site.file("clubs/de-brug/dagen.ics");
  CHECK(all.find("20270211T163000Z") != std::string::npos);
  CHECK(all.find("20270601T153000Z") != std::string::npos);
  CHECK_FALSE(site.has_file("clubs/de-haven/dagen.ics"));
}

TEST_CASE("a link with an older year in it is not published, and the page says so", "[model]") {
  SiteUnderTest site = site_with(
      "club,datum,wat,link\n"
      "De Brug & Co,2027-02-11,open_dag,https://brug.example/open-dagen-2024/25\n"
      "De Brug & Co,2027-02-12,open_dag,https://brug.example/open-dagen-25-26/\n"
      "De Haven,2027-02-11,open_dag,https://haven.example/open-dagen-2026-2027/\n"
      "De Haven,2027-02-12,open_dag,https://haven.example/welkom-groep-7-8/\n");
  CHECK(site.messages().empty());
  const std::string brug = site.file("clubs/de-brug/index.html");
  CHECK(brug.find("https://brug.example") == std::string::npos);
  CHECK(site.text("/clubs/de-brug/").find("Link: ouder jaar") != std::string::npos);
  const std::string haven = site.file("clubs/de-haven/index.html");
  CHECK(haven.find("https://haven.example/open-dagen-2026-2027/") != std::string::npos);
  CHECK(haven.find("https://haven.example/welkom-groep-7-8/") != std::string::npos);
}

TEST_CASE("an unknown name in a table is reported at its cell with the name that was meant", "[model]") {
  SiteUnderTest site = site_with("club,datum,wat\nDe Haaven,2027-02-11,open_dag\n");
  CHECK(site.messages() ==
        "dagen/dagen.csv:2:1: fout: 'De Haaven' is geen naam of id in 'clubs'. [naam-van-niets] bedoelde u 'De "
        "Haven'? Schrijf de naam precies zoals hij op de site staat, of de naam van het bestand in de map 'clubs'.\n");
}

TEST_CASE("a column that is no field, and one that is missing, are reported once for the whole table", "[model]") {
  SiteUnderTest unknown =
      site_with("club,datum,wat,plek\nDe Haven,2027-02-11,open_dag,x\nDe Haven,2027-02-12,open_dag,y\n");
  CHECK(unknown.messages() ==
        "dagen/dagen.csv:1:16: fout: 'plek' is geen veld van Dag. [onbekend-veld] Kijk in '_schema.yaml' welke velden "
        "er zijn.\n");
  SiteUnderTest missing = site_with("club,wat\nDe Haven,open_dag\nDe Brug & Co,open_dag\n");
  CHECK(missing.messages() ==
        "dagen/dagen.csv:1:1: fout: De kolom 'datum' ontbreekt (Datum). [kolom-ontbreekt-in-tabel] Zet 'datum' op de "
        "eerste regel, met in elke regel een cel. Is de waarde overal gelijk, zet haar dan in het .yaml-bestand met "
        "dezelfde naam.\n");
}

TEST_CASE("a date or time that does not exist is reported at its cell", "[model]") {
  SiteUnderTest site = site_with("club,datum,van,wat\nDe Haven,2027-02-30,25:00,open_dag\n");
  CHECK(site.messages().find("dagen/dagen.csv:2:10: fout: ") != std::string::npos);
  CHECK(site.messages().find("dagen/dagen.csv:2:21: fout: ") != std::string::npos);
}

TEST_CASE("a source that was read longer ago than the setting allows is a warning and is on the page", "[model]") {
  const std::string_view table = "club,datum,wat\nDe Haven,2027-02-11,open_dag\nDe Brug & Co,2027-02-11,open_dag\n";
  SiteUnderTest on_time = site_with(table);
  on_time.with_today("2026-12-07");
  CHECK(on_time.messages().empty());
  CHECK(on_time.text("/dagen/").find("lang geleden") == std::string::npos);
  SiteUnderTest late = site_with(table);
  late.with_today("2026-12-08");
  CHECK(late.messages() ==
        "dagen/dagen.yaml:1:13: waarschuwing: 'Dagen' is gelezen op 2026-10-08, 61 dagen geleden. "
        "[lang-niet-nagekeken] Kijk in de bron of alles nog klopt, en zet dan de nieuwe dag neer. Op de pagina staat "
        "nu dat dit "
        "lang niet is nagekeken ('nakijken_na: 60' in site.yaml).\n");
  CHECK(late.text("/dagen/").find("lang geleden: 8 oktober 2026") != std::string::npos);
}

TEST_CASE("a table whose source is switched off with one line leaves nothing but its page, which says so", "[model]") {
  const std::string_view table = "club,datum,wat\nDe Haven,2027-02-11,open_dag\n";
  SiteUnderTest on = site_with(table);
  CHECK(on.messages().empty());
  CHECK(on.text("/dagen/").find("8 oktober 2026 bij Kopie bij derden") != std::string::npos);
  std::string files = std::string(frame) + "-- dagen/dagen.csv --\n" + std::string(table);
  files.insert(files.find("verzamelingen:"), "uit: [dagen-kopie]\n");
  SiteUnderTest off{files};
  CHECK(off.messages().empty());
  CHECK(off.text("/dagen/").find("staat nu niet op deze site") != std::string::npos);
  CHECK(off.text("/clubs/de-haven/").find("dagen") == std::string::npos);
  for (const auto& [path, bytes] : off.files()) {
    CHECK_FALSE(path.ends_with(".ics"));
    CHECK(bytes.find("2027-02-11") == std::string::npos);
    CHECK(bytes.find("11 februari") == std::string::npos);
  }
}
