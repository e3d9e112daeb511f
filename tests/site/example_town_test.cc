// The invented town, built as on several days: what its pages say about dates.
#include <catch2/catch.hpp>

#include "site_from_disk.h"
#include "site_under_test.h"

using namespace wegwijs;

namespace {

SiteFromDisk town_on(Date today) {
  return site_from_disk(std::filesystem::path(WEGWIJS_SOURCE) / "tests/sites/voorbeeldstad", today);
}

/// The words of one moment on a page that lists moments, without its explanation.
std::string moment(const SiteFromDisk& town, const std::string& slug) {
  const std::string& page = town.files.at("kalender/index.html");
  const std::size_t begin = page.find("<div>", page.find("</div>\n<div>", page.find("id=\"moment-" + slug + "\"")) + 1);
  return visible_text(page.substr(begin, page.find("</li>", begin) - begin));
}

}  // namespace

TEST_CASE("a day of this school year that is past is said to be past, and its next day is not promised", "[content]") {
  const SiteFromDisk town = town_on({2026, 11, 23});
  CHECK(town.messages.empty());
  CHECK(moment(town, "startgesprek") ==
        "Dit is voorbij Het was: 7 oktober 2026. Schooljaar 2026-2027 Bron: Steungids 2026 (verzonnen), "
        "steunverband.example/steungids-2026");
  CHECK(town.files.at("kalender/alles.ics").find("startgesprek-2026") == std::string::npos);
}

TEST_CASE("a day of the last school year is never shown as current, and one before that not as of last year",
          "[content]") {
  CHECK(moment(town_on({2026, 11, 23}), "herfstrondvraag") ==
        "Dit was vorig jaar; nieuwe datum nog niet bekend Het was: 3 november 2025 tot en met 14 november 2025. "
        "Schooljaar 2025-2026. Kijk op Schoolwijzer Voorbeeldstad Bron: Jaarkaart van het Steunverband (verzonnen), "
        "steunverband.example/jaarkaart");
  CHECK(moment(town_on({2027, 8, 1}), "herfstrondvraag")
            .starts_with("Dit was meer dan een jaar geleden; nieuwe datum nog niet bekend"));
  CHECK(moment(town_on({2027, 7, 31}), "aanmelden").starts_with("Dit is voorbij"));
  CHECK(moment(town_on({2027, 8, 1}), "aanmelden").starts_with("Dit was vorig jaar; nieuwe datum nog niet bekend"));
}

TEST_CASE("a period that has begun is current until its last day, and can still be put in a diary", "[content]") {
  const std::string current =
      "Van 22 maart 2027 tot en met 2 april 2027 Zet in mijn agenda (.ics) Schooljaar 2026-2027 Bron: Steungids 2026 "
      "(verzonnen), steunverband.example/steungids-2026";
  CHECK(moment(town_on({2026, 11, 23}), "aanmelden") == current);
  CHECK(moment(town_on({2027, 4, 2}), "aanmelden") == current);
  CHECK(moment(town_on({2027, 4, 3}), "aanmelden").starts_with("Dit is voorbij"));
}

TEST_CASE("a moment without a day names its school year only while that lasts", "[content]") {
  CHECK(moment(town_on({2026, 11, 23}), "sluisgesprekken") ==
        "Schooljaar 2026-2027: datum nog niet bekend Vraag het ook: de "
        "ondersteuningscoördinator van de nieuwe school");
  CHECK(moment(town_on({2027, 8, 1}), "sluisgesprekken").starts_with("Nieuwe datum nog niet bekend Vraag"));
  // Where to look stands once, above all moments.
  const std::string page = town_on({2026, 11, 23}).files.at("kalender/index.html");
  const std::string look = "Staat er bij een moment nog geen datum? Kijk dan op";
  CHECK(page.find(look) != std::string::npos);
  CHECK(page.find(look) == page.rfind(look));
}
