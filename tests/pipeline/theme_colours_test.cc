#include "pipeline/theme_colours.h"

#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

std::string themed(std::string_view tokens, std::string_view pairs) {
  return "-- paginas/_schema.yaml --\nfields: [{id: titel, type: text, role: title, label: {nl: Titel}}]\n"
         "-- paginas/een.md --\n---\ntitel: Een\n---\n-- thema:/static/css/tokens.css --\n" +
         std::string(tokens) + "-- thema:/kleurparen.yaml --\n" + std::string(pairs);
}

}  // namespace

TEST_CASE("contrast is that of WCAG: 21 for black on white, 1 for a colour on itself", "[products]") {
  const Colour black = *read_colour("#000");
  const Colour white = *read_colour("#ffffff");
  CHECK(contrast(black, white) == Approx(21.0));
  CHECK(contrast(white, white) == Approx(1.0));
  CHECK(contrast(*read_colour("#767676"), white) == Approx(4.54).margin(0.005));
  CHECK_FALSE(read_colour("red"));
  CHECK_FALSE(read_colour("#12345g"));
}

TEST_CASE("a pair with too little contrast stops the build, by name and place, in light and in dark", "[products]") {
  const char* tokens =
      ":root {\n  --ww-page-bg: #fff; /* wit */\n  --ww-text-color: #777;\n}\n"
      "@media screen and (prefers-color-scheme: dark) {\n  :root {\n    --ww-page-bg: #111;\n    --ww-text-color: "
      "#333;\n  }\n}\n";
  SiteUnderTest site{themed(tokens, "paren: [{gronden: [page-bg], kleuren: [text-color], minstens: 4.5}]\n")};
  CHECK_FALSE(site.is_published());
  CHECK(site.messages() ==
        "themes/wegwijs/static/css/tokens.css:3:20: fout: '--ww-text-color' op '--ww-page-bg' heeft een contrast van "
        "4.48 : 1 "
        "(licht); het "
        "moet minstens 4.5 : 1 zijn. [kleurpaar-te-zwak] Maak een van de twee kleuren donkerder of lichter: anders kan "
        "niet iedereen "
        "dit lezen.\n"
        "themes/wegwijs/static/css/tokens.css:8:22: fout: '--ww-text-color' op '--ww-page-bg' heeft een contrast van "
        "1.49 : 1 "
        "(donker); het "
        "moet minstens 4.5 : 1 zijn. [kleurpaar-te-zwak] Maak een van de twee kleuren donkerder of lichter: anders kan "
        "niet iedereen "
        "dit lezen.\n");
}

TEST_CASE("a pair that suffices says nothing, and a colour that is not there is told at its name", "[products]") {
  SiteUnderTest good{themed(":root{--ww-page-bg:#fff;--ww-text-color:#767676}\n",
                            "paren: [{gronden: [page-bg], kleuren: [text-color], minstens: 4.5}]\n")};
  CHECK(good.messages().empty());
  SiteUnderTest bad{themed(":root{--ww-page-bg:#fff;--ww-text-color:grey}\n",
                           "paren: [{gronden: [page-bg], kleuren: [tekst-color, text-color], minstens: 4.5}]\n")};
  const std::string messages = bad.messages();
  CHECK(messages.find("De kleur '--ww-tekst-color' staat niet in 'static/css/tokens.css'. "
                      "[kleur-onbekend] bedoelde u 'text-color'?") != std::string::npos);
  CHECK(messages.find("themes/wegwijs/static/css/tokens.css:1:41: fout: 'grey' van '--ww-text-color' is geen kleur") !=
        std::string::npos);
}
