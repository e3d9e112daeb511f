#include <catch2/catch.hpp>

#include "schema/schema_under_test.h"

namespace wegwijs {
namespace {

/// What is reported when `value` stands behind `veld:` on line 2, in a schema where `veld` has `type`.
std::string report_on(const std::string& type, const std::string& value) {
  return RecordUnderTest(schema_with("  - {id: veld, label: Veld, type: " + type + "}\n"),
                         "naam: x\nveld: " + value + "\n")
      .report();
}

/// The record of `veld: value` with a `veld` of `type`; fails the test when anything is reported.
RecordUnderTest reading_of(const std::string& type, const std::string& value) {
  RecordUnderTest reading(schema_with("  - {id: veld, label: Veld, type: " + type + "}\n"),
                          "naam: x\nveld: " + value + "\n");
  CHECK(reading.report() == "");
  return reading;
}

std::string wrong(std::string_view written, std::string_view expected, std::string_view place = "2:7") {
  return fmt::format("school.yaml:{}: fout: '{}' is geen goede waarde voor 'veld': hier hoort {}. [verkeerde-waarde]\n",
                     place, written, expected);
}

const std::string empty =
    "school.yaml:2:1: fout: 'veld' heeft geen waarde. [lege-waarde] Vul iets in, of haal de regel weg: wat er niet "
    "staat, "
    "is niet bekend.\n";

TEST_CASE("an empty value is reported at its key for every type of field", "[schema]") {
  for (const char* type : {"text",
                           "texts",
                           "long_text",
                           "number",
                           "date",
                           "as_of",
                           "school_year",
                           "yes_no",
                           "choice, options: [a]",
                           "choices, options: [a]",
                           "reference, to: x",
                           "references, to: x",
                           "web_address",
                           "mail_address",
                           "phone",
                           "addresses",
                           "row, fields: []",
                           "rows, fields: []",
                           "claim",
                           "text_claim"}) {
    INFO(type);
    CHECK(report_on(type, "") == empty);
    CHECK(report_on(type, "~") == empty);
  }
}

TEST_CASE("a text is kept as typed, with its place", "[schema]") {
  const RecordUnderTest reading = reading_of("text", "\"één: 2\"");
  REQUIRE(reading.get<WrittenText>("veld") != nullptr);
  CHECK(reading.get<WrittenText>("veld")->text == "één: 2");
  CHECK(reading.place(reading.get<WrittenText>("veld")->where) == "2:7 '\"één: 2\"'");
  CHECK(reading_of("long_text", "|\n  een\n\n  twee").get<WrittenText>("veld")->text == "een\n\ntwee\n");
}

TEST_CASE("a list, a map or only spaces are no text", "[schema]") {
  CHECK(report_on("text", "[a]") == wrong("een lijst", "een tekst", "2:1"));
  CHECK(report_on("text", "{a: b}") == wrong("een groep regels", "een tekst", "2:1"));
  CHECK(report_on("text", "'  '") == wrong("  ", "een tekst"));
}

TEST_CASE("a text longer than its field allows is reported with both lengths, in characters", "[schema]") {
  CHECK(
      report_on("text, max_length: 4", "één ü!") ==
      "school.yaml:2:7: fout: De tekst bij 'veld' is 6 tekens; er passen er 4. [tekst-te-lang] Maak hem korter, of zet "
      "het vervolg in de lopende tekst.\n");
  CHECK(report_on("text, max_length: 6", "één ü!") == "");
}

TEST_CASE("a text must fit the pattern of its field", "[schema]") {
  CHECK(report_on("text, pattern: 99AA", "01a") ==
        wrong("01a", "iets als '99AA' (9 is een cijfer, A een hoofdletter)"));
  CHECK(report_on("text, pattern: 9999 AA", "1011ab").ends_with("[verkeerde-waarde] bedoelde u '1011 AB'?\n"));
  CHECK(report_on("text, pattern: 99AA", "001AB") != "");
  CHECK(report_on("text, pattern: 9999 AA", "1011 AB") == "");
}

TEST_CASE("one text stands for a list of one, and each bad element is reported", "[schema]") {
  CHECK(reading_of("texts", "a").get<Texts>("veld")->lines.size() == 1);
  CHECK(reading_of("texts", "[a, b]").get<Texts>("veld")->lines[1].text == "b");
  CHECK(report_on("texts", "[a, [b], {c: d}]") ==
        wrong("een lijst", "een tekst", "2:11") + wrong("een groep regels", "een tekst", "2:16"));
}

TEST_CASE("a number is decimal with a point, and keeps its digits", "[schema]") {
  for (const char* number : {"0", "1337", "7.30", "-2.5", "'12'", "123456789012345"}) {
    INFO(number);
    CHECK(report_on("number", number) == "");
  }
  CHECK(reading_of("number", "7.30").get<Number>("veld")->written == "7.30");
  CHECK(reading_of("number", "-7.30").get<Number>("veld")->value == Approx(-7.3));
  const std::string_view expected = "een getal, met een punt voor decimalen en zonder punt in duizendtallen";
  for (const char* number : {"1.000.000", "1e5", "0x1F", ".5", "-.5", "5.", "+5", "twaalf", "1234567890123456"}) {
    INFO(number);
    CHECK(report_on("number", number) == wrong(number, expected));
  }
  const std::string with_comma = report_on("number", "7,30");
  CHECK(with_comma.ends_with("[verkeerde-waarde] bedoelde u '7.30'?\n"));
  CHECK(report_on("number", "'-'") == wrong("-", expected));
  CHECK(report_on("number", "[1]") == wrong("een lijst", expected, "2:1"));
}

TEST_CASE("dates of each precision are read, and others are reported with an example", "[schema]") {
  CHECK(*reading_of("date", "2024-02-29").get<Date>("veld") == Date{2024, 2, 29});
  CHECK(report_on("date", "2026-02-29") == wrong("2026-02-29", "een dag die bestaat, als 2026-08-31"));
  CHECK(report_on("date", "2026-02") == wrong("2026-02", "een dag die bestaat, als 2026-08-31"));
  CHECK(reading_of("as_of", "2025-2026").get<AsOf>("veld")->precision == AsOf::Precision::school_year);
  CHECK(reading_of("as_of", "onbekend").get<AsOf>("veld")->precision == AsOf::Precision::unknown);
  CHECK(
      report_on("as_of", "zomer 2026") ==
      wrong("zomer 2026", "een dag (2026-08-31), maand (2026-08), jaar (2026), schooljaar (2025-2026) of 'onbekend'"));
  CHECK(reading_of("school_year", "2025-2026").get<SchoolYear>("veld")->first_year == 2025);
  CHECK(report_on("school_year", "2025") == wrong("2025", "een schooljaar, als 2025-2026"));
}

TEST_CASE("yes and no are ja and nee", "[schema]") {
  CHECK(reading_of("yes_no", "ja").get<YesNo>("veld")->value);
  CHECK_FALSE(reading_of("yes_no", "nee").get<YesNo>("veld")->value);
  CHECK(report_on("yes_no", "misschien") == wrong("misschien", "ja of nee"));
  const std::string english = report_on("yes_no", "yes");
  CHECK(english.ends_with("hier hoort ja of nee. [verkeerde-waarde] bedoelde u 'ja'?\n"));
}

TEST_CASE("an unknown option is reported with the nearest and the whole list", "[schema]") {
  CHECK(reading_of("choice, options: [vo, pro]", "pro").get<Choices>("veld")->options == std::vector<std::uint16_t>{1});
  CHECK(report_on("choice, options: [vmbo, havo, vwo]", "hvo") ==
        "school.yaml:2:7: fout: 'hvo' is geen keuze voor 'veld'. [onbekende-keuze] bedoelde u 'havo'? Kies uit vmbo, "
        "havo, "
        "vwo. Niet bekend? Laat het veld weg.\n");
  CHECK(report_on("choice, options: [vmbo]", "[vmbo]") == wrong("een lijst", "een tekst", "2:1"));
}

TEST_CASE("choices are kept in the order of the schema, each once", "[schema]") {
  const std::string type = "choices, options: [vmbo, havo, vwo]";
  CHECK(reading_of(type, "[vwo, vmbo]").get<Choices>("veld")->options == std::vector<std::uint16_t>{0, 2});
  CHECK(reading_of(type, "havo").get<Choices>("veld")->options == std::vector<std::uint16_t>{1});
  CHECK(
      report_on(type, "[havo, é, havo]") ==
      "school.yaml:2:14: fout: 'é' is geen keuze voor 'veld'. [onbekende-keuze] Kies uit vmbo, havo, vwo. Niet bekend? "
      "Laat het veld weg.\n"
      "school.yaml:2:17: fout: 'havo' staat twee keer bij 'veld'. [dubbele-keuze] Laat er één staan.\n");
  CHECK(report_on(type, "[]") == empty);
}

TEST_CASE("references are ids with their places, still to be resolved", "[schema]") {
  const RecordUnderTest reading = reading_of("references, to: scholen", "[de-brug, de-poort]");
  const References* references = reading.get<References>("veld");
  REQUIRE(references->entries.size() == 2);
  CHECK(references->entries[1].id.text == "de-poort");
  CHECK(reading.place(references->entries[1].id.where) == "2:17 'de-poort'");
  CHECK_FALSE(references->entries[1].is_resolved());
  CHECK(report_on("reference, to: scholen", "[de-brug]") == wrong("een lijst", "één naam, geen lijst", "2:1"));
}

TEST_CASE("web, mail and telephone addresses must look like one", "[schema]") {
  CHECK(report_on("web_address", "https://www.school.nl/gids.pdf") == "");
  CHECK(report_on("web_address", "geen") == wrong("geen", "een volledig webadres, als https://www.school.nl/"));
  CHECK(
      report_on("web_address", "www.school.nl").ends_with("[verkeerde-waarde] bedoelde u 'https://www.school.nl'?\n"));
  CHECK(report_on("mail_address", "zorg.team+sop@school.nl") == "");
  for (const char* address : {"school.nl", "a@b", "a@b@c.nl", "'a b@c.nl'", "a@c.nl.", "'@c.nl'", "'A <a@c.nl>'"}) {
    INFO(address);
    CHECK(report_on("mail_address", address).find("hier hoort een mailadres, als info@school.nl. [verkeerde-waarde]") !=
          std::string::npos);
  }
  CHECK(report_on("phone", "+31 (0)20-123 45 67") == "");
  // Which numbers can exist, the site tells (checks/phone_numbers.cc).
  CHECK(report_on("phone", "112") == "");
  CHECK(report_on("phone", "20") == wrong("20", "een telefoonnummer, als 020 123 4567"));
  CHECK(report_on("phone", "020 123 4567 (Jan)") ==
        wrong("020 123 4567 (Jan)", "een telefoonnummer, als 020 123 4567"));
}

TEST_CASE("addresses on this site begin with a slash and stay on it", "[schema]") {
  CHECK(report_on("addresses", "[/oud/, /ook-oud.html]") == "");
  for (const char* address : {"oud/", "//school.nl/", "https://school.nl/", "/a?b", "/a/../b/", "'/a b'", "/a/./b"}) {
    INFO(address);
    CHECK(report_on("addresses", address).find("is geen goede waarde voor 'veld': hier hoort een adres ") !=
          std::string::npos);
  }
  CHECK(
      report_on("addresses", "[/goed/, fout]") ==
      "school.yaml:2:16: fout: 'fout' is geen goede waarde voor 'veld': hier hoort een adres dat met / begint en met / "
      "eindigt. [verkeerde-waarde] bedoelde u '/fout/'?\n");
}

TEST_CASE("rows are maps with fields of their own", "[schema]") {
  const std::string type =
      "rows, fields: [{id: wie, type: text, label: Wie, required: ja}, {id: uren, type: number, label: U}]";
  const RecordUnderTest reading = reading_of(type, "[{wie: a, uren: 2}, {wie: b}]");
  REQUIRE(reading.get<Rows>("veld")->rows.size() == 2);
  CHECK(reading.get<Rows>("veld")->rows[0].get<Number>(1)->value == Approx(2));
  CHECK(reading.get<Rows>("veld")->rows[1].value(1) == nullptr);
  CHECK(
      report_on(type, "[{wie: a, ure: 2}, {uren: x}, b]") ==
      "school.yaml:2:17: fout: 'ure' is geen veld van 'veld'. [onbekend-veld] bedoelde u 'uren'? Kijk in "
      "'_schema.yaml' "
      "welke velden er zijn.\n"
      "school.yaml:2:26: fout: Het veld 'wie' ontbreekt (Wie). [veld-ontbreekt] Voeg een regel 'wie: …' toe.\n"
      "school.yaml:2:33: fout: 'x' is geen goede waarde voor 'uren': hier hoort een getal, met een punt voor decimalen "
      "en zonder punt in duizendtallen. [verkeerde-waarde]\n" +
          wrong("b", "een of meer regels 'sleutel: waarde' met de sleutels wie, uren, als '{wie: …, uren: …}'",
                "2:37"));
  CHECK(report_on("row, fields: []", "[{}]") == wrong("een lijst", "regels 'sleutel: waarde', geen lijst", "2:1"));
}

TEST_CASE("of a long wrong value the message holds sixty characters", "[schema]") {
  std::string sixty;
  for (int count = 0; count < 60; ++count) sixty += "é";
  CHECK(report_on("yes_no", sixty + "éé") == wrong(sixty, "ja of nee"));
}

}  // namespace
}  // namespace wegwijs
