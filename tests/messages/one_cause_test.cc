// One mistake is told once, where it is, and not again at every place that suffers from it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

const std::string schools =
    "-- scholen/_schema.yaml --\nlabel_one: {nl: School, en: School}\nunique: [[naam]]\noption_lists:\n  soort:\n"
    "    - {id: a, label: {nl: Havo, en: Havo}}\n    - {id: b, label: {nl: Vmbo-t (mavo), en: Vmbo}}\nfields:\n"
    "  - {id: naam, type: text, role: title, required: true, label: {nl: Naam, en: Name}}\n"
    "  - {id: soort, type: choice, options: soort, label: {nl: Soort, en: Kind}}\n"
    "-- scholen/de-brug.yaml --\nnaam: De Brug\n";

const std::string settings =
    "-- site.yaml --\ntitel: Proef\nbasisadres: https://proef.example/\nverzamelingen:\n"
    "  scholen: {map: scholen, adres: \"/scholen/{id}/\"}\n  dagen: {map: dagen, tabel: ja, nakijken_na: 60}\n";

const std::string days =
    "-- dagen/_schema.yaml --\nlabel: {nl: Dagen, en: Days}\nlabel_one: {nl: Dag, en: Day}\nfields:\n"
    "  - {id: titel, type: text, role: title, made_of: \"{wat}\", label: {nl: Titel, en: Title}}\n"
    "  - {id: school, type: reference, to: scholen, role: shown_at, required: true, label: {nl: School, en: School}}\n"
    "  - {id: datum, type: date, role: date, required: true, label: {nl: Datum, en: Date}}\n"
    "  - {id: wat, type: text, label: {nl: Wat, en: What}}\n"
    "  - {id: gelezen_op, type: date, role: read_on, label: {nl: Gelezen op, en: Read on}}\n";

std::string messages_of(const std::string& files) {
  return SiteUnderTest(settings + schools + days + files).messages();
}

std::string table(const std::string& rows, const std::string& header = "school,datum,wat") {
  return "-- dagen/dagen.csv --\n" + header + "\n" + rows;
}

std::string repeated(const std::string& row, int times) {
  std::string rows;
  for (int number = 1; number <= times; ++number) rows += row + std::to_string(number) + "\n";
  return rows;
}

std::ptrdiff_t lines(const std::string& messages) {
  return std::count(messages.begin(), messages.end(), '\n');
}

}  // namespace

TEST_CASE("a name that two entries share is told at the entries alone", "[messages]") {
  const std::string messages =
      messages_of("-- scholen/de-wilg.yaml --\nnaam: De Brug\n" + table("De Brug,2027-02-11,Avond\n"));
  INFO(messages);
  CHECK(lines(messages) == 1);
  CHECK(messages.find("[waarde-dubbel]") != std::string::npos);
}

TEST_CASE("an entry without its name is told, and not the tables that name it", "[messages]") {
  const std::string messages =
      messages_of("-- scholen/de-wilg.yaml --\nname: De Wilg\n" + table("De Wilg,2027-02-11,Avond\n"));
  INFO(messages);
  CHECK(messages.find("scholen/de-wilg.yaml:1:1: fout: 'name' is geen veld van School. [onbekend-veld] bedoelde u "
                      "'naam'?") != std::string::npos);
  CHECK(messages.find("dagen.csv") == std::string::npos);
}

TEST_CASE("a file with an ending that is nearly right is told, and not what names it", "[messages]") {
  const std::string messages =
      messages_of("-- scholen/de-wilg.yml --\nnaam: De Wilg\n" + table("De Wilg,2027-02-11,Avond\n"));
  INFO(messages);
  CHECK(lines(messages) == 1);
  CHECK(messages.find("bedoelde u 'de-wilg.yaml'?") != std::string::npos);
}

TEST_CASE("a schema that cannot be read is told, and not what refers to its entries", "[messages]") {
  const std::string broken =
      settings + days + table("De Wilg (noord),2027-02-11,Avond\n") +
      "-- scholen/_schema.yaml --\nlabel_one: {nl: School, en: School}\nfields:\n"
      "  - {id: naam, type: text, role: title, pattern: \"[0-9]{2}\", label: {nl: Naam, en: Name}}\n"
      "-- scholen/wilg.yaml --\nnaam: De Wilg (noord)\n";
  const std::string messages = SiteUnderTest(broken).messages();
  INFO(messages);
  CHECK(messages.find("[schema-patroon]") != std::string::npos);
  CHECK(messages.find("[naam-van-niets]") == std::string::npos);
}

TEST_CASE("an entry that is gone is told at three places, with the number of the others", "[messages]") {
  const std::string few = messages_of(table("De Wilg,2027-02-11,Avond 1\nDe Wilg,2027-02-12,Avond 2\n"));
  CHECK(lines(few) == 2);
  const std::string many = messages_of(table(repeated("De Wilg,2027-02-11,Avond ", 9)));
  INFO(many);
  CHECK(lines(many) == 4);
  CHECK(many.find("dagen/dagen.csv:4:1: opmerking: 'De Wilg' wordt op nog 6 andere plekken genoemd. "
                  "[verwijzing-vaak]") != std::string::npos);
}

TEST_CASE("pages whose address was changed in the settings are told at three links, with where they are now",
          "[messages]") {
  std::string entries;
  std::string links;
  for (const std::string name : {"een", "twee", "drie", "vier", "vijf"}) {
    entries += "-- scholen/" + name + ".yaml --\nnaam: School " + name + "\n";
    links += "[" + name + "](/scholen/" + name + "/)\n";
  }
  const std::string messages =
      SiteUnderTest(
          "-- site.yaml --\ntitel: Proef\nbasisadres: https://proef.example/\nverzamelingen:\n"
          "  scholen: {map: scholen, adres: \"/hulp/{id}/\"}\n"
          "  lijsten: {map: lijsten, adres: \"/scholen/{id}/\"}\n"
          "  begrippen: {map: begrippen, adres: \"/begrippen/{id}/\"}\n"
          "-- begrippen/_schema.yaml --\nlabel_one: {nl: Begrip, en: Term}\nfields:\n"
          "  - {id: titel, type: text, role: title, label: {nl: Titel, en: Title}}\n"
          "-- begrippen/een.yaml --\ntitel: Begrip een\n-- begrippen/vier.yaml --\ntitel: Begrip vier\n"
          "-- lijsten/_schema.yaml --\nlabel_one: {nl: Lijst, en: List}\nfields:\n"
          "  - {id: titel, type: text, role: title, label: {nl: Titel, en: Title}}\n"
          "-- lijsten/alle.md --\n---\ntitel: Alle\n---\n" +
          links + "[typfout](/scholen/ale/)\n" + schools + entries)
          .messages();
  INFO(messages);
  CHECK(lines(messages) == 5);
  CHECK(
      messages.starts_with("lijsten/alle.md:4:7: fout: Het adres '/scholen/een/' bestaat niet op deze site. "
                           "[dode-link] bedoelde u '/hulp/een/'?"));
  CHECK(messages.find("lijsten/alle.md:6:8: opmerking: Nog 2 links leiden naar iets onder '/scholen/' dat er niet is. "
                      "[dode-links-vaak] Pagina's met die namen staan nu onder '/hulp/'.") != std::string::npos);
  CHECK(messages.find("'/scholen/ale/' bestaat niet op deze site. [dode-link] bedoelde u '/scholen/alle/'?") !=
        std::string::npos);
}

TEST_CASE("documents that are not there are told each, when others are", "[messages]") {
  std::string links;
  for (const std::string name : {"een", "twee", "drie", "vier", "vijf"})
    links += "[" + name + "](/bestanden/" + name + ".pdf)\n";
  const std::string messages = SiteUnderTest(
                                   "-- content/paginas/_schema.yaml --\nlabel_one: {nl: Pagina, en: Page}\nfields:\n"
                                   "  - {id: titel, type: text, role: title, label: {nl: Titel, en: Title}}\n"
                                   "-- content/paginas/over.md --\n---\ntitel: Over\n---\n[zes](/bestanden/zes.txt)\n" +
                                   links + "-- content/bestanden/zes.txt --\nZes.\n")
                                   .messages();
  INFO(messages);
  CHECK(lines(messages) == 5);
}

TEST_CASE("a reference by the address or the file of its entry is led to its name", "[messages]") {
  for (const std::string written : {"/scholen/de-brug/", "scholen/de-brug.yaml", "../scholen/de-brug"}) {
    const std::string messages =
        SiteUnderTest(
            "-- site.yaml --\ntitel: Proef\nbasisadres: https://proef.example/\nverzamelingen:\n"
            "  scholen: {map: scholen, adres: \"/scholen/{id}/\"}\n  lijsten: {map: lijsten, adres: \"/{id}/\"}\n"
            "-- lijsten/_schema.yaml --\nlabel_one: {nl: Lijst, en: List}\nfields:\n"
            "  - {id: titel, type: text, role: title, label: {nl: Titel, en: Title}}\n"
            "  - {id: bij, type: reference, to: scholen, label: {nl: Bij, en: At}}\n"
            "-- lijsten/alle.yaml --\ntitel: Alle\nbij: " +
            written + "\n" + schools)
            .messages();
    INFO(messages);
    CHECK(messages.find("[verwijzing-naar-niets] bedoelde u 'de-brug'?") != std::string::npos);
  }
}

TEST_CASE("a file of another kind that only has the name of a text is told as what it is", "[messages]") {
  for (const auto& [beginning, kind] :
       {std::pair<std::string, std::string>{"PK\x03\x04\x14", "een document van Word of Excel, of een zip-bestand"},
        {"%PDF-1.4", "een PDF"},
        {"{\\rtf1\\ansi", "een document van een tekstverwerker (RTF)"}}) {
    const std::string messages = messages_of("-- dagen/dagen.csv --\n" + beginning + "\n");
    INFO(messages);
    CHECK(messages == "dagen/dagen.csv:1:1: fout: Dit is geen tekst, maar " + kind +
                          ": alleen de naam is veranderd. [bestand-geen-tekst] " +
                          messages.substr(std::min(messages.size(), messages.find("Open het"))));
  }
}

TEST_CASE("a document that is gone, and an option that is, are told at three places with the number of the others",
          "[messages]") {
  std::string entries;
  for (int number = 1; number <= 12; ++number)
    entries += "-- scholen/s" + std::to_string(number) + ".yaml --\nnaam: School " + std::to_string(number) +
               "\nniveaus: [havo]\nlift: [{status: ja, bron: register-2025}]\n";
  const std::string messages =
      SiteUnderTest(
          "-- site.yaml --\ntitel: Proef\nbasisadres: https://proef.example/\nverzamelingen:\n"
          "  scholen: {map: scholen, adres: \"/scholen/{id}/\"}\n  bronnen: {map: bronnen}\n"
          "-- bronnen/_schema.yaml --\nlabel_one: {nl: Bron, en: Source}\nfields:\n"
          "  - {id: titel, type: text, role: title, label: {nl: Titel, en: Title}}\n"
          "-- scholen/_schema.yaml --\nlabel_one: {nl: School, en: School}\nfields:\n"
          "  - {id: naam, type: text, role: title, label: {nl: Naam, en: Name}}\n"
          "  - {id: niveaus, type: choices, options: [vwo], label: {nl: Niveaus, en: Levels}}\n"
          "  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen, en: Sources}}\n"
          "  - {id: lift, type: claim, label: {nl: Lift, en: Lift}}\n" +
          entries)
          .messages();
  INFO(messages);
  const auto count = [&](std::string_view rule) {
    std::size_t found = 0;
    for (std::size_t at = messages.find(rule); at != std::string::npos; at = messages.find(rule, at + 1)) ++found;
    return found;
  };
  CHECK(count("[onbekende-keuze]") == 3);
  CHECK(messages.find("Dit staat in nog 9 bestanden van deze map. [fout-in-veel-bestanden]") != std::string::npos);
  CHECK(count("[onbekende-bron]") == 3);
  CHECK(messages.find("'register-2025' wordt op nog 9 andere plekken genoemd. [verwijzing-vaak]") != std::string::npos);
}

TEST_CASE("columns under each other's names are told once for each column", "[messages]") {
  const std::string messages = messages_of(table(repeated("De Brug,2027-02-11,Avond ", 12), "school,wat,datum"));
  INFO(messages);
  CHECK(lines(messages) == 4);
  CHECK(
      messages.starts_with("dagen/dagen.csv:1:12: fout: In de kolom 'datum' kloppen 12 van de 12 cellen niet; "
                           "hieronder staan de eerste 3. [csv-kolom-klopt-niet]"));
  std::string names;
  for (char letter = 'a'; letter <= 'l'; ++letter) names += std::string("Avond ") + letter + ",2027-02-11,x\n";
  const std::string wrong_names = messages_of(table(names));
  INFO(wrong_names);
  CHECK(lines(wrong_names) == 2);
  CHECK(wrong_names.find("opmerking: In dit bestand leiden nog 11 andere namen naar niets.") != std::string::npos);
}

TEST_CASE("a line that adds up the others is told once and is no entry, and one that is whole is an entry",
          "[messages]") {
  for (const std::string word : {"Totaal", "TOTAAL:", "Subtotaal", "Total"}) {
    const std::string sum = messages_of(table("De Brug,2027-02-11,Avond\n" + word + ",,1\n"));
    INFO(sum);
    CHECK(lines(sum) == 1);
    CHECK(sum.starts_with("dagen/dagen.csv:3:1: waarschuwing: Deze regel telt op wat erboven staat ('" + word +
                          "') en mist 'datum'; hij telt niet mee."));
  }
  const std::string entry = messages_of(table("Totaal,2027-02-11,Avond\n"));
  INFO(entry);
  CHECK(entry.find("csv-totaalregel") == std::string::npos);
  CHECK(entry.find("'Totaal'") != std::string::npos);
}

TEST_CASE("a table without the names of its columns, or with them twice, or with nothing else, is told once",
          "[messages]") {
  const std::string without = messages_of("-- dagen/dagen.csv --\n" + repeated("De Brug,2027-02-11,Avond ", 3));
  INFO(without);
  CHECK(lines(without) == 1);
  CHECK(without.find("Zet er een regel boven met de namen: school,datum.") != std::string::npos);
  const std::string twice = messages_of(table("De Brug,2027-02-11,Avond\nschool,datum,wat\n"));
  CHECK(lines(twice) == 1);
  CHECK(twice.starts_with("dagen/dagen.csv:3:1: waarschuwing: Deze regel herhaalt de namen van de kolommen"));
  const std::string empty = messages_of(table(""));
  CHECK(lines(empty) == 1);
  CHECK(empty.starts_with("dagen/dagen.csv:1:1: waarschuwing: Deze tabel heeft alleen de namen van de kolommen"));
  const std::string other_counts = messages_of(table(repeated("De Brug,2027-02-11,x,Avond ", 9)));
  CHECK(lines(other_counts) == 6);
  CHECK(other_counts.find("opmerking: Nog 4 regels hebben een ander aantal cellen") != std::string::npos);
}

TEST_CASE("a formula in a table of entries is told", "[messages]") {
  CHECK(messages_of(table("De Brug,2027-02-11,=1+1\n"))
            .starts_with("dagen/dagen.csv:2:20: waarschuwing: '=1+1' lijkt door een rekenprogramma gemaakt: een "
                         "formule. [tabel-rekenprogramma]"));
}

TEST_CASE("a choice is recognised by its label, and by a word that only its label has", "[messages]") {
  const auto meant = [](const std::string& written) {
    const std::string messages = messages_of("-- scholen/de-wilg.yaml --\nnaam: De Wilg\nsoort: " + written + "\n");
    const std::size_t begin = messages.find("bedoelde u '");
    return begin == std::string::npos ? "" : messages.substr(begin + 12, messages.find("'?", begin) - begin - 12);
  };
  CHECK(meant("mavo") == "b");
  CHECK(meant("HAVO") == "a");
  CHECK(meant("(havo)") == "a");
  CHECK(meant("vmbo-t (mavo)") == "b");
  CHECK(meant("gymnasium").empty());
}

TEST_CASE("a field that the schema lost is told for three files, with the number of the others", "[messages]") {
  std::string files = schools + settings + days;
  for (int number = 1; number <= 12; ++number) {
    const std::string name = std::to_string(number);
    files += "-- scholen/school-" + name + ".yaml --\nnaam: School " + name + "\nplaats: Diemen\n";
  }
  const std::string messages = SiteUnderTest(files).messages();
  INFO(messages);
  CHECK(lines(messages) == 4);
  CHECK(messages.find("opmerking: Dit staat in nog 9 bestanden van deze map. [fout-in-veel-bestanden]") !=
        std::string::npos);
}

TEST_CASE("a form that the schema gives wrongly is told for three files, with the number of the others", "[messages]") {
  std::string files = schools + settings + days;
  const std::string name_field = "label: {nl: Naam, en: Name}}\n";
  files.insert(files.find(name_field) + name_field.size(),
               "  - {id: nummer, type: text, pattern: 99A, label: {nl: Nummer, en: Number}}\n");
  for (int number = 10; number <= 22; ++number)
    files += "-- scholen/s" + std::to_string(number) + ".yaml --\nnaam: S" + std::to_string(number) + "\nnummer: \"" +
             std::to_string(number) + "\"\n";
  const std::string messages = SiteUnderTest(files).messages();
  INFO(messages);
  CHECK(lines(messages) == 4);
  CHECK(messages.find("opmerking: Dit staat in nog 10 bestanden van deze map. [fout-in-veel-bestanden]") !=
        std::string::npos);
}

TEST_CASE("a broken schema is told, and not the links to what is made of its collection", "[messages]") {
  const std::string messages =
      SiteUnderTest(
          "-- site.yaml --\ntitel: Proef\nverzamelingen:\n  scholen:\n    map: scholen\n    adres: /scholen/{id}/\n"
          "    onderwerpen: [{adres: \"/scholen/hulp/{onderwerp}/\", titel: \"{onderwerp}\", sjabloon: leeg}]\n"
          "    vragen: {adres: /vragen/, titel: Vragen, sjabloon: leeg}\n  paginas: {map: paginas, adres: \"/{id}/\"}\n"
          "-- scholen/_schema.yaml --\nfields: [{id: naam, type: tekst, role: title, label: {nl: Naam}}]\n"
          "-- thema:/leeg.mustache --\n<!doctype html><html lang=\"{{lang}}\"><title>{{title}}</title></html>\n"
          "-- scholen/agenda.md --\n---\nnaam: Agenda\nadres: /agenda/\n---\n"
          "-- paginas/_schema.yaml --\nfields: [{id: titel, type: text, role: title, label: {nl: Titel}}]\n"
          "-- paginas/over.md --\n---\ntitel: Over\n---\n[a](/scholen/hulp/lift/) [b](/vragen/) [c](/agenda/) "
          "[d](/over/) [e](/scholen/weg/)\n")
          .messages();
  INFO(messages);
  // What could be no page of the collection as it was is told all the same.
  CHECK(lines(messages) == 3);
  CHECK(messages.find("'/scholen/weg/'") != std::string::npos);
  CHECK(messages.find("'tekst' is geen soort veld.") != std::string::npos);
}
