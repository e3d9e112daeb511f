#include "schema/read_record.h"

#include <catch2/catch.hpp>

#include "schema/new_entry.h"
#include "schema/schema_under_test.h"

namespace wegwijs {
namespace {

const std::string look_it_up = " Kijk in '_schema.yaml' welke velden er zijn.\n";

TEST_CASE("a record holds what the file says and nothing for what it leaves out", "[schema]") {
  const RecordUnderTest reading(schema_with("  - {id: lift, type: claim, label: Lift}\n"
                                            "  - {id: uren, type: number, label: Uren}\n"),
                                "uren: 3\nnaam: De Brug\n");
  CHECK(reading.report() == "");
  CHECK(reading.get<WrittenText>("naam")->text == "De Brug");
  CHECK(reading.get<Number>("naam") == nullptr);
  CHECK_FALSE(reading.has("lift"));
  CHECK(reading.record().claims(1).empty());
  CHECK(reading.record().where(1) == std::nullopt);
  CHECK(reading.place(reading.record().where(2).value()) == "1:7 '3'");
  CHECK(reading.record().values().size() == 2);
}

TEST_CASE("all mistakes of a file are told in one run, in the order of the file", "[schema]") {
  const RecordUnderTest reading(schema_with("  - {id: uren, type: number, label: Uren}\n"
                                            "  - {id: brin, type: text, pattern: 99AA, label: BRIN, required: ja}\n"),
                                "naem: De Brug\nuren: drie\nnaam: é\n");
  CHECK(reading.report() ==
        "school.yaml:1:1: fout: Het veld 'brin' ontbreekt (BRIN). [veld-ontbreekt] Voeg een regel 'brin: …' toe.\n"
        "school.yaml:1:1: fout: 'naem' is geen veld van een school. [onbekend-veld] bedoelde u 'naam'?" +
            look_it_up +
            "school.yaml:2:7: fout: 'drie' is geen goede waarde voor 'uren': hier hoort een getal, met een punt voor "
            "decimalen en zonder punt in duizendtallen. [verkeerde-waarde]\n");
  CHECK(reading.get<WrittenText>("naam")->text == "é");
}

TEST_CASE("a key of another generator leads to the field that we call otherwise", "[schema]") {
  const Schema schema =
      schema_of("label_one: een pagina\nfields:\n  - {id: titel, type: text, role: title, label: Titel}\n");
  CHECK(
      RecordUnderTest(schema, "titel: x\ntitle: y\ndraft: ja\naliases: /a/\n").report() ==
      "school.yaml:2:1: fout: 'title' is geen veld van een pagina. [onbekend-veld] bedoelde u 'titel'?" + look_it_up +
          "school.yaml:3:1: fout: 'draft' is geen veld van een pagina. [onbekend-veld] bedoelde u 'klad'?" +
          look_it_up +
          "school.yaml:4:1: fout: 'aliases' is geen veld van een pagina. [onbekend-veld] bedoelde u 'oude_adressen'?" +
          look_it_up);
  CHECK(RecordUnderTest(schema, "titel: x\nsamenvatting: y\n").report() ==
        "school.yaml:2:1: fout: 'samenvatting' is geen veld van een pagina. [onbekend-veld]" + look_it_up);
}

TEST_CASE("a required field is reported when it is missing, not when it is there", "[schema]") {
  const Schema schema = schema_with("  - {id: brin, type: text, label: {nl: BRIN-nummer}, required: ja}\n");
  CHECK(RecordUnderTest(schema, "naam: x\nbrin: 01AB\n").report() == "");
  CHECK(RecordUnderTest(schema, "# é\nnaam: x\n").report() ==
        "school.yaml:2:1: fout: Het veld 'brin' ontbreekt (BRIN-nummer). [veld-ontbreekt] Voeg een regel 'brin: …' "
        "toe.\n");
  CHECK(
      RecordUnderTest(schema, "").report() ==
      "school.yaml:1:1: fout: Hier is nog niets ingevuld voor een school. [bestand-leeg] Vul minstens de naam of titel "
      "in, of haal het bestand weg.\n");
}

TEST_CASE("a field under its former name is read, with a warning", "[schema]") {
  const Schema schema = schema_with("  - {id: lift, type: text, label: Lift, former_ids: [hefplateau, plateau]}\n");
  const RecordUnderTest reading(schema, "naam: é\nplateau: aanwezig\n");
  CHECK(reading.report() ==
        "school.yaml:2:1: waarschuwing: 'plateau' heet nu 'lift'. [hernoemd-veld] Schrijf 'lift' in plaats van "
        "'plateau'; de waarde kan blijven.\n");
  CHECK(reading.get<WrittenText>("lift")->text == "aanwezig");
}

TEST_CASE("a field under its old and its new name is reported, and the new one counts", "[schema]") {
  const RecordUnderTest reading(schema_with("  - {id: lift, type: text, label: Lift, former_ids: [hefplateau]}\n"),
                                "naam: x\nhefplateau: oud\nlift: nieuw\n");
  CHECK(reading.report() ==
        "school.yaml:2:1: fout: 'hefplateau' staat er ook al onder de naam 'lift'. [veld-dubbel] Laat er één staan.\n");
  CHECK(reading.get<WrittenText>("lift")->text == "nieuw");
}

TEST_CASE("a file that is no map is reported and gives an empty record", "[schema]") {
  const RecordUnderTest reading(schema_with(""), "- een\n");
  CHECK(reading.report() ==
        "school.yaml:1:1: fout: 'een lijst' is geen goede waarde voor 'een school': hier hoort een groep regels "
        "'sleutel: waarde'. "
        "[verkeerde-waarde]\n");
  CHECK(reading.record().values().empty());
}

TEST_CASE("a field that has a bad value is left out", "[schema]") {
  const RecordUnderTest reading(schema_with("  - {id: dag, type: date, label: Dag}\n"), "naam: x\ndag: gisteren\n");
  CHECK_FALSE(reading.has("dag"));
  CHECK(reading.has("naam"));
}

TEST_CASE("a new file reads back with its title, and says what is still to be filled in", "[schema]") {
  const Schema schema = schema_with(
      "  - {id: brin, type: text, label: BRIN, help: \"Twee cijfers,\\n twee letters.\", required: ja}\n"
      "  - {id: soort, type: choice, options: [vo, pro], label: Soort}\n"
      "  - {id: rij, type: rows, label: Rij, fields: [{id: a, type: text, label: A, required: ja}]}\n"
      "  - {id: bij, type: reference, to: scholen, label: Bij}\n");
  const std::string text = new_entry_text(schema, false, "De \"Brug\" \\ é", Language::nl);
  const RecordUnderTest reading(schema, text);
  CHECK(reading.get<WrittenText>("naam")->text == "De \"Brug\" \\ é");
  CHECK(reading.get<YesNo>("klad")->value);
  const auto line =
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find("\nklad:")) + 1, '\n');
  CHECK(reading.report() ==
        fmt::format("school.yaml:{}:7: opmerking: Dit klad mist nog: brin. [klad-mist] Een klad houdt niets tegen. "
                    "Vul dit in voordat u 'klad: ja' weghaalt.\n",
                    line));
  CHECK(text.find("# Soort. Kies uit: vo, pro.\n# soort: …\n") != std::string::npos);
  CHECK(text.find("# Rij. Met: a (verplicht).\n# rij: [{…}]\n") != std::string::npos);
  CHECK(text.find("# Bij. Namen van bestanden uit 'scholen'.\n# bij: …\n") != std::string::npos);
}

TEST_CASE("a new file says in English what its Dutch keys and words mean", "[schema]") {
  const Schema schema = schema_with(
      "  - {id: soort, type: choice, options: [{id: vo, label: {nl: Middelbaar, en: Secondary}}, pro], label: {nl: "
      "Soort, "
      "en: Kind}, required: ja}\n"
      "  - {id: lift, type: claim, label: {nl: Lift, en: A lift}}\n"
      "  - {id: helling, type: claim, label: {nl: Helling, en: A ramp}}\n");
  const std::string text = new_entry_text(schema, false, "x", Language::en);
  CHECK(text.starts_with("# A line with # in front does not count yet."));
  CHECK(text.find("# Kind (required). Choose from: vo (Secondary), pro.\nsoort:\n") != std::string::npos);
  CHECK(text.find("# A status is one of: ja (Yes), deels (Partly), in_ontwikkeling (In development), nee (No), genoemd "
                  "(Mentioned), niet_vermeld (Not mentioned).\n# A lift.\n# lift: [{status: ja,") != std::string::npos);
  CHECK(text.find("A status") == text.rfind("A status"));
}

TEST_CASE("a new Markdown file has a header and room for text", "[schema]") {
  const std::string text = new_entry_text(schema_with(""), true, "x", Language::nl);
  CHECK(text.starts_with("---\n# "));
  CHECK(text.ends_with("\n---\n\n## Wat is het?\n\n…\n"));
}

}  // namespace
}  // namespace wegwijs
