// What editors really type, and what they are told: the line where it is wrong, and what mends it. What only looks like
// a mistake stays silent.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "file_under_test.h"
#include "schema/meant_value.h"
#include "site_under_test.h"
#include "source/yaml_tree.h"

using namespace wegwijs;

namespace {

struct Cure {
  std::string written;
  std::string told;  ///< up to the help of the rule; empty: nothing
};

std::string told(const std::string& bytes) {
  FileUnderTest file(bytes, "a.yaml");
  read_yaml(file.bytes(), FileUnderTest::id(), 0, file.diagnostics);
  return file.report();
}

void check_all(const std::vector<Cure>& cures) {
  for (const Cure& cure : cures) {
    INFO(cure.written);
    const std::string report = told(cure.written);
    CHECK(report.substr(0, cure.told.empty() ? report.size() : cure.told.size()) == cure.told);
    CHECK(std::count(report.begin(), report.end(), '\n') == (cure.told.empty() ? 0 : 1));
  }
}

std::string form(const std::string& place, const std::string& reason) {
  return "a.yaml:" + place + ": fout: Hier klopt de vorm niet: " + reason + ". [yaml-vorm]";
}

std::string hidden(const std::string& place, const std::string& text, const std::string& meant) {
  return "a.yaml:" + place + ": waarschuwing: '" + text +
         "' komt niet op de site: wat op een regel na ' #' staat, telt als aantekening. [yaml-hekje] bedoelde u '" +
         meant + "'?";
}

/// The value of `titel`.
std::string title_of(const std::string& bytes) {
  FileUnderTest file(bytes, "a.yaml");
  const std::optional<YamlNode> node = read_yaml(file.bytes(), FileUnderTest::id(), 0, file.diagnostics);
  CHECK(file.report().empty());
  return node && node->find("titel") != nullptr ? node->find("titel")->text : "";
}

const std::string pages =
    "-- content/paginas/_schema.yaml --\nlabel_one: {nl: Pagina, en: Page}\nfields:\n"
    "  - {id: titel, type: text, role: title, label: {nl: Titel, en: Title}}\n"
    "  - {id: dag, type: date, label: {nl: Dag, en: Day}}\n"
    "  - {id: stand, type: as_of, label: {nl: Stand, en: As of}}\n"
    "  - id: contact\n    type: row\n    label: {nl: Contact, en: Contact}\n    fields:\n"
    "      - {id: wie, type: text, label: {nl: Wie, en: Who}}\n"
    "      - {id: mail, type: mail_address, label: {nl: Mail, en: Mail}}\n"
    "-- content/paginas/over.md --\n---\ntitel: Over\n";

std::string told_on_page(const std::string& line) {
  return SiteUnderTest(pages + line + "\n---\n").messages();
}

}  // namespace

TEST_CASE("a text that a # hides is told with the whole text in quotes", "[messages]") {
  check_all({
      {"titel: Toekomst #1 en meer\n", hidden("1:17", "#1 en meer", "\"Toekomst #1 en meer\"")},
      {"titel: Kamer # 12\n", hidden("1:14", "# 12", "\"Kamer # 12\"")},
      {"a: b\nlijst:\n  - Doe mee #samen\n", hidden("3:13", "#samen", "\"Doe mee #samen\"")},
      {"titel: #samen\nb: c\n", hidden("1:8", "#samen", "\"#samen\"")},
      {"titel: Cursus C #\n", hidden("1:17", "#", "\"Cursus C #\"")},
      {"titel: De \"beste\" #1\n", hidden("1:19", "#1", "'De \"beste\" #1'")},
      {"titel: een lange\n  tekst #1\n", hidden("2:9", "#1", "\"een lange tekst #1\"")},
      {"titel: x # een aantekening\n", ""},
      {"titel: x    # 12 tekens\n", ""},
      {"titel: x ## ---\n", ""},
      {"titel: \"x\" #1\n", ""},
      {"titel: C#\n", ""},
      {"titel:\n  # alles hieronder\n  a: b\n", ""},
      {"titel: | # blok\n  x #1\n", ""},
      {"{a: b} # {c}\n", ""},
  });
}

TEST_CASE("a hard space is named where it stands", "[messages]") {
  const std::string after_colon =
      ": fout: Achter deze dubbele punt staat een harde spatie, die er als een gewone uitziet. "
      "[yaml-harde-spatie]";
  const std::string after_dash =
      ": fout: Achter dit streepje staat een harde spatie, die er als een gewone uitziet. "
      "[yaml-harde-spatie]";
  check_all({
      {"a: b\ntitel:\u00A0Over\nc: d\n", "a.yaml:2:7" + after_colon},
      {"titel:\u202FOver\n", "a.yaml:1:7" + after_colon},
      {"bron:\n  soort:\u2009website\nc: d\n", "a.yaml:2:9" + after_colon},
      {"lijst:\n  -\u00A0een\n  - twee\n", "a.yaml:2:4" + after_dash},
      {"lijst:\n  - een\n  -\u00A0twee\n", "a.yaml:3:4" + after_dash},
      {"a: b\n\u00A0c: d\n", "a.yaml:2:1: fout: Aan het begin van deze regel staat een harde spatie"},
      {"titel: Let op:\u00A0dit mag\n", ""},
      {"lijst:\n  - Tip:\u00A0ga mee\n", ""},
      {"titel: |\n  tip:\u00A0ga mee\n", ""},
      {"titel: € 5\u00A0miljoen\n", ""},
  });
}

TEST_CASE("a text may begin with the apostrophe of a word", "[messages]") {
  CHECK(title_of("titel: 't Is gelukt\nb: foto's\n") == "'t Is gelukt");
  CHECK(title_of("titel: 's Avonds en 's ochtends\nb: 'x'\n") == "'s Avonds en 's ochtends");
  CHECK(title_of("titel: '90-er jaren\n") == "'90-er jaren");
  CHECK(title_of("titel: 't is goed'\n") == "t is goed");
  CHECK(title_of("titel: 's avonds\n  en ''s nachts'\n") == "s avonds en 's nachts");
  CHECK(title_of("titel: 'Over ons' # kort\n") == "Over ons");
  CHECK(title_of("titel: \"'t Kompas\"\n") == "'t Kompas");
  CHECK(title_of("b:\n  - 'n boek\ntitel: x\n") == "x");
  check_all({{"titel: 'Over ons\nb: c\n", "a.yaml:1:8: fout: Dit aanhalingsteken wordt nergens gesloten."}});
}

TEST_CASE("curly quotes are told with what may be typed instead", "[messages]") {
  const std::string told_nl = ": waarschuwing: De gekrulde aanhalingstekens om deze tekst komen mee op de pagina: ";
  check_all({
      {"a: “Over ons”\n", "a.yaml:1:4" + told_nl + "“Over ons” [yaml-gekrulde-aanhaling] bedoelde u '\"Over ons\"'?"},
      {"a: ‘zeg \"ja\"’\n",
       "a.yaml:1:4" + told_nl + "‘zeg \"ja\"’ [yaml-gekrulde-aanhaling] bedoelde u ''zeg \"ja\"''?"},
      {"a: “Ja” en “nee”\n", ""},
      {"a: ‘Ja’ of ‘nee’\n", ""},
  });
}

TEST_CASE("a forgotten colon is told on its own line, whatever the next one looks like", "[messages]") {
  const std::string no_colon = "op deze regel staat geen dubbele punt achter de sleutel";
  check_all({
      {"a: b\nvoor\n  niveaus: [x]\nc: d\n", form("2:1", no_colon)},
      {"a: b\nlijst\n  - een\n  - twee\nc: d\n", form("2:1", no_colon)},
      {"a:\n  b: c\n  soort website\nd: e\n", form("3:3", no_colon)},
      {"titel\nb: c\n", form("1:1", no_colon)},
      {"a: b\n\n# uitleg\ntitel Over\n\nb: c\n", form("4:1", no_colon)},
      {"a: een\n  lange tekst\nd: e: f\n", form("3:4",
                                                "hier kan geen 'sleutel: waarde' staan, of er staat een dubbele "
                                                "punt in een tekst")},
      {"a: |\n  lange\n  tekst\nd: e: f\n", form("4:4",
                                                 "hier kan geen 'sleutel: waarde' staan, of er staat een dubbele "
                                                 "punt in een tekst")},
      {"lijst:\n  - een\n  -twee\n", form("3:3", "achter het streepje hoort een spatie")},
      {"a: een\n  lange\n  tekst\n", ""},
  });
}

TEST_CASE("wrong indentation is told as such, and not as dashes", "[messages]") {
  const std::string misaligned = "de regels staan niet recht onder elkaar";
  check_all({{"opvang:\n  - status: ja\n   bron: gids\n", form("3:4", misaligned)},
             {"opvang:\n  - status: ja\n    bron: gids\n", ""}});
}

TEST_CASE("what an escape stands for is held to the same characters as the file", "[messages]") {
  for (const char* escape : {"\\_", "\\N", "\\0", "\\e", "\\a", "\\b", "\\v", "\\f", "\\r", "\\x1b", "\\x85", "\\u202e",
                             "\\u2066", "\\u0000", "\\U0000202E", "\\uFFFF"}) {
    INFO(escape);
    const std::string report = told("a: b\ntitel: \"C:" + std::string(escape) + "\"\nc: d\n");
    CHECK(report.find("a.yaml:2:11: fout: '" + std::string(escape) +
                      "' tussen dubbele aanhalingstekens wordt een teken dat niet op de site kan staan (U+") == 0);
    CHECK(report.find("enkele aanhalingstekens") != std::string::npos);
  }
  CHECK(told("titel: \"C:\\x\"\n").find("zet de tekst dan tussen enkele aanhalingstekens") != std::string::npos);
  CHECK(told("titel: \"C:\\map\"\n").find("zet de tekst dan tussen enkele aanhalingstekens") != std::string::npos);
  CHECK(title_of("titel: \"a\\tb \\u00e9 \\xe9 \\\\_ \\\"c\\\" \\/\"\n") == "a\tb é é \\_ \"c\" /");
  CHECK(title_of("titel: 'C:\\_map'\n") == "C:\\_map");
  CHECK(told("a: b\u202Ec\n").find("a.yaml:1:5: fout: Hier staat een onzichtbaar stuurteken (U+202E).") == 0);
  CHECK(told("a: b\u0085c\n").find("(U+0085)") != std::string::npos);
}

TEST_CASE("a date that is written otherwise, or with a time, is told in the right form", "[messages]") {
  for (const char* written : {"2026-09-01T10:00", "2026-09-01 10:00", "2026-09-01T10:00:00Z",
                              "1 september 2026 om 10.00 uur", "01-09-2026 9:30"}) {
    INFO(written);
    for (const char* key : {"dag", "stand"}) {
      CHECK(told_on_page(std::string(key) + ": " + written) ==
            "content/paginas/over.md:3:" + std::to_string(std::string(key).size() + 3) + ": fout: '" + written +
                "' is geen goede waarde voor '" + key +
                "': hier hoort een dag zonder tijd, als 2026-08-31. [verkeerde-waarde] bedoelde u '2026-09-01'?\n");
    }
  }
  for (const char* written :
       {"1 september 2026", "01-09-2026", "1/9/2026", "1 sept. 2026", "di 1 september 2026", "2026/9/1"})
    CHECK(meant_date(written) == "2026-09-01");
  CHECK(meant_date("31-02-2026").empty());
  CHECK(meant_date("10:00").empty());
  CHECK(told_on_page("dag: 2026-09-01").empty());
}

TEST_CASE("a number is only suggested for what is one", "[messages]") {
  CHECK(meant_number("8 00").empty());
  CHECK(meant_number("14 leerlingen") == "14");
  CHECK(meant_number("12,5") == "12.5");
}

TEST_CASE("a value where lines belong gets the keys and an example", "[messages]") {
  CHECK(told_on_page("contact: Jan") ==
        "content/paginas/over.md:3:10: fout: 'Jan' is geen goede waarde voor 'contact': hier hoort een of meer regels "
        "'sleutel: waarde' met de sleutels wie, mail, als '{wie: …, mail: …}'. [verkeerde-waarde]\n");
}

TEST_CASE("a time zone that does not exist is told at its line, with the one that was meant", "[messages]") {
  const auto zone = [](const std::string& name) {
    return SiteUnderTest("-- site.yaml --\ntitel: Proef\nbasisadres: https://proef.example/\ntijdzone: " + name + "\n")
        .messages();
  };
  const std::string expected =
      "' is geen goede waarde voor 'tijdzone': hier hoort een tijdzone, als Europe/Amsterdam. "
      "[instelling-verkeerd] bedoelde u 'Europe/Amsterdam'?\n";
  for (const char* name : {"Europe/Amsterdm", "Amsterdam", "Europa/Amsterdam"})
    CHECK(zone(name) == "site.yaml:3:11: fout: '" + std::string(name) + expected);
  CHECK(zone("GMT+1").find("[instelling-verkeerd]") != std::string::npos);
  CHECK(zone("Mars/X").find("[instelling-verkeerd]\n") != std::string::npos);
  CHECK(zone("Europe/Amsterdam").empty());
}

TEST_CASE("one missing collection is told once for each field that refers to it", "[messages]") {
  SiteUnderTest site(
      "-- content/paginas/_schema.yaml --\nlabel_one: {nl: Pagina, en: Page}\nfields:\n"
      "  - {id: titel, type: text, role: title, label: {nl: Titel, en: Title}}\n"
      "  - {id: school, type: references, to: scholen, label: {nl: School, en: School}}\n"
      "-- content/paginas/een.md --\n---\ntitel: Een\nschool: [a, b]\n---\n[a](/scholen/a/) [b](/scholen/b/)\n"
      "[c](/scholen/c/) [d](/scholen/d/)\n"
      "-- content/paginas/twee.md --\n---\ntitel: Twee\nschool: [c]\n---\n[e](/scholen/e/)\n");
  const std::string messages = site.messages();
  INFO(messages);
  const auto count = [&](std::string_view rule) {
    std::size_t found = 0;
    for (std::size_t at = messages.find(rule); at != std::string::npos; at = messages.find(rule, at + 1)) ++found;
    return found;
  };
  CHECK(count("[verzameling-bestaat-niet]") == 1);
  CHECK(count("[dode-link]") == 3);
  CHECK(
      messages.find("content/paginas/een.md:6:5: opmerking: Nog 2 links leiden naar iets onder '/scholen/' dat er niet "
                    "is. [dode-links-vaak] Onder dit adres staat geen enkele pagina.") != std::string::npos);
}

namespace {

const std::string table_head =
    "-- content/tabellen/_schema.yaml --\nlabel_one: {nl: Tabel, en: Table}\nfields:\n"
    "  - {id: titel, type: text, role: title, required: true, label: {nl: Titel, en: Title}}\n"
    "  - {id: tabel, type: table, required: true, label: {nl: Tabel, en: Table}}\n"
    "-- content/tabellen/hulp.yaml --\ntitel: Hulp\ntabel:\n  bestand: hulp.csv\n  kolommen:\n"
    "    - {id: soort, titel: Soort, soort: tekst}\n    - {id: aantal, titel: Aantal, soort: getal}\n"
    "    - {id: geld, titel: Geld, soort: euro}\n    - {id: deel, titel: Deel, soort: procent}\n"
    "-- content/tabellen/hulp.csv --\n";

}  // namespace

TEST_CASE("a data file as a Dutch spreadsheet writes it is read, and published in the documented form", "[messages]") {
  const std::string expected = "soort,aantal,geld,deel\r\nLINK,1234567,1234.50,12.5\r\n\"a, b\",-3,39.25,\r\n";
  for (const std::string& bytes :
       {std::string(
            "\xEF\xBB\xBFsoort;aantal;geld;deel\r\nLINK;1.234.567;€ 1.234,50;12,5%\r\na, b;-3;39,25;\r\n;;;\r\n"),
        std::string("soort;aantal;geld;deel;;\nLINK;1234567;1234,50;12,5;;\n\"a, b\";-3;39.25;;;\n"),
        std::string("sep=;\nsoort;aantal;geld;deel\nLINK;1234567;1.234,50;12,5\na, b;-3;39,25;\n"),
        std::string("soort\taantal\tgeld\tdeel\nLINK\t1.234.567\t1.234,50\t12,5\na, b\t-3\t39,25\t\n")}) {
    INFO(bytes);
    SiteUnderTest site(table_head + bytes);
    CHECK(site.messages().empty());
    CHECK(site.file("tabellen/hulp/hulp.csv") == expected);
  }
}

TEST_CASE("a number that can be two things is told, also in a Dutch file", "[messages]") {
  const std::string told_nl =
      SiteUnderTest(table_head + "soort;aantal;geld;deel\na;1.234;1,5;2\nb;1,2,3;;1\n").messages();
  CHECK(told_nl.find("hulp.csv:2:3: fout: '1.234' kan een duizendtal zijn of een getal met drie decimalen.") !=
        std::string::npos);
  CHECK(told_nl.find("hulp.csv:3:3: fout: '1,2,3' is geen getal") != std::string::npos);
  CHECK(SiteUnderTest(table_head + "soort;aantal,geld;deel\na;1;2;3\n")
            .messages()
            .find("er staan komma's en puntkomma's.") != std::string::npos);
}

TEST_CASE("a cell that a spreadsheet would calculate is guarded in the download of a table", "[messages]") {
  SiteUnderTest site(table_head + "soort,aantal,geld,deel\n\"=HYPERLINK(1)\",-1,2,3\n@a,1,2,3\n+b,1,2,3\n-c,1,2,3\n");
  CHECK(site.is_published());
  CHECK(site.file("tabellen/hulp/hulp.csv") ==
        "soort,aantal,geld,deel\r\n'=HYPERLINK(1),-1,2,3\r\n'@a,1,2,3\r\n'+b,1,2,3\r\n'-c,1,2,3\r\n");
  SiteUnderTest plain(table_head + "soort,aantal,geld,deel\na,-1,2,3\n");
  CHECK(plain.file("tabellen/hulp/hulp.csv") == "soort,aantal,geld,deel\na,-1,2,3\n");
}

TEST_CASE("a data file in Windows-1252 is read letter by letter, with one warning and published as UTF-8",
          "[messages]") {
  SiteUnderTest site(table_head + "soort;aantal;geld;deel\ncaf\xE9 \x96 \x80 5;1;2;3\nZo\xEB \x93x\x94;1;2;3\n");
  CHECK(site.messages() ==
        "content/tabellen/hulp.csv:2:1: waarschuwing: Deze tabel is opgeslagen als Windows-1252 en niet als UTF-8; de "
        "site leest hier 'café'. [csv-windows-1252] Kijk of de letters met een accent kloppen. Sla de tabel dan op als "
        "UTF-8: kies in Excel bij 'Opslaan als' voor 'CSV UTF-8', in een ander programma voor de codering UTF-8.\n");
  CHECK(site.file("tabellen/hulp/hulp.csv") == "soort,aantal,geld,deel\r\ncafé – € 5,1,2,3\r\nZoë “x”,1,2,3\r\n");
  SiteUnderTest commas(table_head + "soort,aantal,geld,deel\ncaf\xE9,1,2,3\n");
  CHECK(commas.file("tabellen/hulp/hulp.csv") == "soort,aantal,geld,deel\r\ncafé,1,2,3\r\n");
}

TEST_CASE("places in a data file in Windows-1252 are those that a spreadsheet shows", "[messages]") {
  const std::string messages = SiteUnderTest(table_head + "soort;aantal;geld;deel\ncaf\xE9\xE9;x;2;3\n").messages();
  CHECK(messages.find("hulp.csv:2:7: fout: 'x' is geen getal") != std::string::npos);
}

TEST_CASE("a data file with letters of two encodings, or of none, is refused and not guessed at", "[messages]") {
  for (const std::string cell : {"café caf\xE9", "caf\xE9 \x81",
                                 "\xEF\xBB\xBF"
                                 "caf\xE9"}) {
    INFO(cell);
    SiteUnderTest site(table_head + "soort;aantal;geld;deel\n" + cell + ";1;2;3\n");
    CHECK(site.messages().find("[bestand-geen-utf8]") != std::string::npos);
    CHECK_FALSE(site.is_published());
  }
  SiteUnderTest page(
      "-- paginas/_schema.yaml --\nfields:\n  - {id: titel, type: text, role: title, label: {nl: T}}\n"
      "-- paginas/een.yaml --\ntitel: caf\xE9\n");
  CHECK(page.messages().find("[bestand-geen-utf8]") != std::string::npos);
}
