#include <catch2/catch.hpp>
#include <string>

#include "templates/theme_under_test.h"

namespace wegwijs {
namespace {

DataShape school_page() {
  const DataShape field = DataShape::map({{"label", DataShape::text()},
                                          {"soort", DataShape::partial_name({"kaart", "rij"})},
                                          {"waarden", DataShape::list(DataShape::text())}});
  return DataShape::map({{"school", DataShape::map({{"naam", DataShape::text()}, {"open", DataShape::boolean()}})},
                         {"velden", DataShape::list(field)},
                         {"titel", DataShape::text()}});
}

std::string report_on(std::string_view page) {
  return ThemeUnderTest(page, school_page()).report();
}

TEST_CASE("a name that is not declared is reported with the nearest one", "[templates]") {
  CHECK(report_on("<p>\n<h1>é {{ titl }}</h1>") ==
        "pagina.mustache:2:10: fout: 'titl' is hier geen bekende naam. [sjabloon-onbekende-naam] bedoelde u 'titel'? "
        "Bekend zijn hier: school, titel, velden.\n");
  CHECK(ThemeUnderTest("{{titl}}", school_page()).report_in(Language::en) ==
        "pagina.mustache:1:3: error: 'titl' is not a known name here. [sjabloon-onbekende-naam] did you mean 'titel'? "
        "Known here are: school, titel, velden.\n");
  CHECK(report_on("{{titel}}") == "");
}

TEST_CASE("names are looked up through the data around them, dotted names only within what comes before",
          "[templates]") {
  CHECK(report_on("{{#velden}}{{label}} {{titel}} {{school.naam}}{{#waarden}}{{.}}{{label}}{{/waarden}}{{/velden}}") ==
        "");
  CHECK(report_on("{{#school}}{{naam}}{{/school}}{{#school.open}}{{school.naam}}{{/school.open}}") == "");
  CHECK(report_on("{{label}}") ==
        "pagina.mustache:1:3: fout: 'label' is hier geen bekende naam. [sjabloon-onbekende-naam] Bekend zijn hier: "
        "school, titel, velden.\n");
  CHECK(report_on("{{school.titel}}") ==
        "pagina.mustache:1:10: fout: 'titel' is hier geen bekende naam. [sjabloon-onbekende-naam] Bekend zijn hier: "
        "naam, open.\n");
  CHECK(report_on("{{^velden}}{{label}}{{/velden}}") ==
        "pagina.mustache:1:14: fout: 'label' is hier geen bekende naam. [sjabloon-onbekende-naam] Bekend zijn hier: "
        "school, titel, velden.\n");
}

TEST_CASE("a name after a text or a list is reported", "[templates]") {
  CHECK(report_on("{{titel.naam}}") ==
        "pagina.mustache:1:9: fout: 'naam' bestaat hier niet: wat ervoor staat, heeft geen onderdelen. "
        "[sjabloon-geen-onderdelen] Haal het laatste stuk van de naam weg, of gebruik {{#naam}} … {{/naam}} voor een "
        "lijst.\n");
  CHECK(report_on("{{velden.label}}").starts_with("pagina.mustache:1:10: fout: 'label' bestaat hier niet"));
}

TEST_CASE("an unknown section is reported once, not what stands in it", "[templates]") {
  CHECK(report_on("{{#veldn}}{{label}}{{/veldn}}") ==
        "pagina.mustache:1:4: fout: 'veldn' is hier geen bekende naam. [sjabloon-onbekende-naam] bedoelde u 'velden'? "
        "Bekend zijn hier: school, titel, velden.\n");
}

TEST_CASE("a list, a group or yes/no cannot be shown as text", "[templates]") {
  const auto message = [](int column, const std::string& name) {
    return "pagina.mustache:1:" + std::to_string(column) + ": fout: '" + name +
           "' is een lijst, een groep of ja/nee en kan niet als tekst worden getoond. [sjabloon-niet-toonbaar] Schrijf "
           "{{#" +
           name + "}} … {{/" + name + "}} om een gedeelte te herhalen of alleen soms te tonen.\n";
  };
  CHECK(report_on("{{velden}}") == message(3, "velden"));
  CHECK(report_on("{{school}}") == message(3, "school"));
  CHECK(report_on("{{school.open}}") == message(3, "school.open"));
  CHECK(report_on("{{#school.open}}{{.}}{{/school.open}}") == message(19, "."));
  CHECK(report_on("{{#titel}}{{.}}{{/titel}}{{#velden}}{{soort}}{{/velden}}") == "");
}

TEST_CASE("a part or parent that does not exist is reported with the nearest one", "[templates]") {
  CHECK(ThemeUnderTest({{"pagina", "{{>kop}}\n{{> kaartje}}"}, {"kop", ""}, {"kaart", ""}}, school_page()).report() ==
        "pagina.mustache:2:5: fout: Er is geen sjabloon 'kaartje'. [sjabloon-onbekend-deel] bedoelde u 'kaart'? Maak "
        "het bestand kaartje.mustache, of verbeter de naam.\n");
  CHECK(ThemeUnderTest({{"pagina", "{{<basis}}{{/basis}}"}}, school_page()).report() ==
        "pagina.mustache:1:4: fout: Er is geen sjabloon 'basis'. [sjabloon-onbekend-deel] Maak het bestand "
        "basis.mustache, of verbeter de naam.\n");
}

TEST_CASE("a page template that does not exist is reported", "[templates]") {
  CHECK(ThemeUnderTest({{"pagin", ""}}, school_page()).report() ==
        "fout: Het thema heeft geen sjabloon 'pagina'. [sjabloon-ontbreekt] bedoelde u 'pagin'? Maak het bestand "
        "pagina.mustache, of verbeter de naam.\n");
}

TEST_CASE("a block that the parent does not have is reported with the nearest one", "[templates]") {
  const std::string basis = "{{<wortel}}{{$inhoud}}<main>{{$kop}}{{/kop}}</main>{{/inhoud}}{{/wortel}}";
  const std::string root = "{{$titel}}{{/titel}}{{$inhoud}}{{/inhoud}}{{>voet}}";
  const std::string foot = "{{$voet}}{{/voet}}";
  const auto report = [&](const std::string& page) {
    return ThemeUnderTest({{"pagina", page}, {"basis", basis}, {"wortel", root}, {"voet", foot}}, school_page())
        .report();
  };
  CHECK(report("{{<basis}}{{$kop}}1{{/kop}}{{$titel}}2{{/titel}}{{$voet}}3{{/voet}}{{/basis}}") == "");
  CHECK(report("{{<basis}}{{$kopje}}1{{/kopje}}{{/basis}}") ==
        "pagina.mustache:1:14: fout: Sjabloon 'basis' heeft geen blok 'kopje'. [sjabloon-onbekend-blok] bedoelde u "
        "'kop'? Verbeter de naam, of zet {{$kopje}} … {{/kopje}} in 'basis'.\n");
}

TEST_CASE("a dynamic part is checked for every name that it can have", "[templates]") {
  const std::string page = "{{#velden}}{{>*soort}}{{/velden}}";
  CHECK(ThemeUnderTest({{"pagina", page}, {"kaart", "{{label}}"}, {"rij", "{{titel}}"}}, school_page()).report() == "");
  CHECK(
      ThemeUnderTest({{"pagina", page}, {"kaart", "{{label}}"}, {"rij", "{{labl}}"}}, school_page()).report() ==
      "rij.mustache:1:3: fout: 'labl' is hier geen bekende naam. [sjabloon-onbekende-naam] bedoelde u 'label'? Bekend "
      "zijn hier: label, school, soort, titel, velden, waarden.\n");
  CHECK(ThemeUnderTest({{"pagina", page}, {"kaart", ""}}, school_page()).report() ==
        "pagina.mustache:1:16: fout: 'soort' kan 'rij' zijn, maar er is geen sjabloon 'rij'. "
        "[sjabloon-dynamisch-deel-ontbreekt] Maak het bestand rij.mustache.\n");
}

TEST_CASE("a dynamic part must be given the name of a part", "[templates]") {
  CHECK(report_on("{{>* titel }}") ==
        "pagina.mustache:1:6: fout: 'titel' bevat niet de naam van een sjabloon. [sjabloon-dynamisch-deel] Noem het "
        "sjabloon zelf: {{>naam}}.\n");
  CHECK(report_on("{{>*titl}}").starts_with("pagina.mustache:1:5: fout: 'titl' is hier geen bekende naam."));
}

TEST_CASE("a part is checked with the data of each place where it is called", "[templates]") {
  CHECK(ThemeUnderTest({{"pagina", "{{#velden}}{{>naam}}{{/velden}}{{>naam}}"}, {"naam", "{{label}}"}}, school_page())
            .report() ==
        "naam.mustache:1:3: fout: 'label' is hier geen bekende naam. [sjabloon-onbekende-naam] Bekend zijn hier: "
        "school, titel, velden.\n");
}

TEST_CASE("a template is checked with every shape that it is listed with", "[templates]") {
  const DataShape other = DataShape::map({{"naam", DataShape::text()}});
  const ThemeUnderTest theme({{"pagina", "{{titel}}"}}, {{"pagina", school_page()}, {"pagina", other}});
  CHECK(theme.report() ==
        "pagina.mustache:1:3: fout: 'titel' is hier geen bekende naam. [sjabloon-onbekende-naam] Bekend zijn hier: "
        "naam.\n");
}

TEST_CASE("a block that replaces another is checked with the data of the place where it ends up", "[templates]") {
  const std::string basis = "{{#velden}}{{$veld}}{{label}}{{/veld}}{{/velden}}";
  CHECK(ThemeUnderTest({{"pagina", "{{<basis}}{{$veld}}{{soort}}{{/veld}}{{/basis}}"}, {"basis", basis}}, school_page())
            .report() == "");
  CHECK(ThemeUnderTest({{"pagina", "{{<basis}}{{$veld}}{{naam}}{{/veld}}{{/basis}}"}, {"basis", basis}}, school_page())
            .report() ==
        "pagina.mustache:1:22: fout: 'naam' is hier geen bekende naam. [sjabloon-onbekende-naam] Bekend zijn hier: "
        "label, school, soort, titel, velden, waarden.\n");
}

TEST_CASE("parts that call themselves within a section are checked and the check ends", "[templates]") {
  CHECK(ThemeUnderTest({{"pagina", "{{>boom}}"}, {"boom", "{{titel}}{{#velden}}{{label}}{{>boom}}{{/velden}}"}},
                       school_page())
            .report() == "");
  CHECK(ThemeUnderTest({{"pagina", "{{>boom}}"}, {"boom", "{{titel}}{{#velden}}{{labl}}{{>boom}}{{/velden}}"}},
                       school_page())
            .report()
            .starts_with("boom.mustache:1:23: fout: 'labl' is hier geen bekende naam."));
  CHECK(ThemeUnderTest({{"pagina", "{{>a}}"},
                        {"a", "{{$x}}{{/x}}{{#school.open}}{{<b}}{{$x}}1{{/x}}{{/b}}{{/school.open}}"},
                        {"b", "{{$y}}{{/y}}{{<a}}{{$y}}{{/y}}{{/a}}"}},
                       school_page())
            .report() == "");
}

TEST_CASE("a part that calls itself whatever the data is reported", "[templates]") {
  CHECK(ThemeUnderTest({{"pagina", "{{>a}}"}, {"a", "{{>b}}"}, {"b", "<p>{{>a}}"}}, school_page()).report() ==
        "b.mustache:1:7: fout: 'a' roept zichzelf zonder einde aan. [sjabloon-kringloop] Zet {{#naam}} … {{/naam}} om "
        "de aanroep, zodat hij ergens ophoudt.\n");
}

TEST_CASE("parts may call each other 64 deep and no deeper", "[templates]") {
  const auto chain = [](int depth) {
    ThemeUnderTest::Templates templates = {{"pagina", "{{>d1}}"}};
    for (int level = 1; level <= depth; ++level) {
      const std::string call = level < depth ? "{{>d" + std::to_string(level + 1) + "}}" : "einde";
      templates.emplace_back("d" + std::to_string(level), call);
    }
    return ThemeUnderTest(templates, school_page());
  };
  CHECK(chain(64).report() == "");
  CHECK(chain(64).page(Data()) == "einde");
  CHECK(chain(65).report() ==
        "d64.mustache:1:4: fout: Bij 'd65' roepen sjablonen elkaar meer dan 64 diep aan. [sjabloon-te-diep] Voeg "
        "sjablonen samen.\n");
}

}  // namespace
}  // namespace wegwijs
