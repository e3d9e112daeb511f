#include <catch2/catch.hpp>
#include <string>

#include "templates/template.h"
#include "templates/theme_under_test.h"

namespace wegwijs {
namespace {

DataShape anything() {
  return DataShape::map({{"a", DataShape::boolean()}, {"school", DataShape::boolean()}});
}

std::string report_on(std::string_view page) {
  return ThemeUnderTest(page, anything()).report();
}

TEST_CASE("a tag that is never closed is reported at its braces", "[templates]") {
  CHECK(report_on("<p>{{a</p>\n") ==
        "pagina.mustache:1:4: fout: Na '{{' ontbreken de haken die de naam afsluiten. [sjabloon-tag-niet-gesloten] "
        "Schrijf bijvoorbeeld {{naam}}.\n");
  CHECK(report_on("<p>{ {a}} }}</p>") == "");
}

TEST_CASE("a tag without a name is reported whole", "[templates]") {
  CHECK(report_on("a {{# }}") ==
        "pagina.mustache:1:3: fout: In '{{# }}' ontbreekt de naam. [sjabloon-lege-naam] Schrijf de naam tussen de haken, "
        "bijvoorbeeld {{naam}}.\n");
  CHECK(report_on("a {{!}} b") == "");
}

TEST_CASE("a section that is not closed is reported at its opening name", "[templates]") {
  CHECK(report_on("<p>\n {{#school}}\n") ==
        "pagina.mustache:2:5: fout: 'school' wordt geopend, maar nergens gesloten. [sjabloon-sectie-niet-gesloten] Zet "
        "{{/school}} waar dit gedeelte eindigt.\n");
  CHECK(report_on("<p>\n {{#school}}{{/ school }}\n") == "");
}

TEST_CASE("crossed sections are reported at the closing name", "[templates]") {
  CHECK(report_on("{{#a}}{{#school}}{{/a}}{{/school}}") ==
        "pagina.mustache:1:21: fout: Hier wordt 'a' gesloten, maar 'school' is nog open. "
        "[sjabloon-sectie-verkeerd-gesloten] Sluit eerst {{/school}}.\n"
        "pagina.mustache:1:27: fout: Hier wordt 'school' gesloten, maar er is niets open. "
        "[sjabloon-sectie-niet-geopend] Haal {{/school}} weg, of open het eerder.\n");
}

TEST_CASE("a misspelt closing name gives one message, with what was meant", "[templates]") {
  CHECK(report_on("{{#a}}{{#school}}{{/schol}}{{/a}}") ==
        "pagina.mustache:1:21: fout: Hier wordt 'schol' gesloten, maar 'school' is nog open. "
        "[sjabloon-sectie-verkeerd-gesloten] bedoelde u 'school'? Sluit eerst {{/school}}.\n");
}

TEST_CASE("a block that a parent is given twice is reported the second time", "[templates]") {
  const ThemeUnderTest::Templates templates = {
      {"pagina", "{{<b}}{{$t}}1{{/t}}{{$t}}2{{/t}}{{/b}}{{<b}}{{$t}}3{{/t}}{{/b}}"}, {"b", "{{$t}}{{/t}}"}};
  CHECK(ThemeUnderTest(templates, anything()).report() ==
        "pagina.mustache:1:23: fout: Blok 't' staat hier voor de tweede keer; er kan er maar één gelden. "
        "[sjabloon-blok-dubbel] Voeg de twee samen of haal er een weg.\n");
}

TEST_CASE("sections may be nested 64 deep and no deeper", "[templates]") {
  const auto nested = [](int depth) {
    std::string page;
    for (int level = 0; level < depth; ++level) page += "{{#a}}";
    for (int level = 0; level < depth; ++level) page += "{{/a}}";
    return report_on(page);
  };
  CHECK(nested(64) == "");
  CHECK(nested(65) ==
        "pagina.mustache:1:388: fout: 'a' staat in meer dan 64 andere gedeelten. [sjabloon-te-diep-genest] Zet een "
        "deel van dit sjabloon in een eigen bestand.\n");
}

TEST_CASE("what a theme may not use is reported where it is used", "[templates]") {
  const DataShape shape = DataShape::map({{"x", DataShape::text()}});
  CHECK(ThemeUnderTest("a {{{ x }}}", shape).report() ==
        "pagina.mustache:1:7: fout: 'x' zou zonder beveiliging op de pagina komen; dat mag niet. [sjabloon-rauw] "
        "Schrijf {{x}}. Opgemaakte tekst blijft daarmee opgemaakt.\n");
  CHECK(ThemeUnderTest("a {{&x}}", shape).report().starts_with("pagina.mustache:1:6: fout: 'x' zou zonder"));
  CHECK(ThemeUnderTest("a\n{{=<% %>=}}<%x%>", shape).report() ==
        "pagina.mustache:2:4: fout: In een thema mogen de scheidingstekens niet worden veranderd. "
        "[sjabloon-scheidingstekens] Gebruik overal {{ en }}.\n");
  CHECK(ThemeUnderTest("{{x}} {{! = { & }}", shape).report() == "");
}

TEST_CASE("new delimiters that are not two words are reported", "[templates]") {
  Diagnostics diagnostics;
  const TemplateSource source{"pagina", no_file, "{{=<%=}} b"};
  CHECK_FALSE(load_plain(std::span(&source, 1), diagnostics));
  REQUIRE(diagnostics.in_source_order().size() == 1);
  CHECK(diagnostics.in_source_order()[0].rule->id == "sjabloon-scheidingstekens-onleesbaar");
  CHECK(diagnostics.in_source_order()[0].where == SourceSpan{no_file, 3, 5});
  CHECK(ThemeUnderTest("{{=<%=}}", anything()).report() ==
        "pagina.mustache:1:4: fout: '<%' geeft geen twee nieuwe scheidingstekens. "
        "[sjabloon-scheidingstekens-onleesbaar] Schrijf er twee, met een spatie ertussen.\n");
}

TEST_CASE("content of a parent outside its blocks is reported, because it would be lost", "[templates]") {
  const std::string basis = "{{$t}}{{/t}}";
  CHECK(ThemeUnderTest({{"pagina", "{{<b}}\n  een \n{{$t}}1{{/t}}\n{{a}}{{/b}}"}, {"b", basis}}, anything()).report() ==
        "pagina.mustache:2:3: fout: Dit staat buiten de blokken en komt daarom nergens terecht. "
        "[sjabloon-tekst-buiten-blok] Zet het in een blok, of haal het weg.\n"
        "pagina.mustache:4:3: fout: Dit staat buiten de blokken en komt daarom nergens terecht. "
        "[sjabloon-tekst-buiten-blok] Zet het in een blok, of haal het weg.\n");
  CHECK(ThemeUnderTest({{"pagina", "{{<b}}\n {{! een }}\n{{$t}}1{{/t}}\n{{/b}}"}, {"b", basis}}, anything()).report() ==
        "");
}

}  // namespace
}  // namespace wegwijs
