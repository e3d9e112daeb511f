// Words that mislead a reader: everyday words as names of a term, and futures that have passed.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

std::string about_text(const std::string& text, std::string_view day = "2026-11-28", std::string_view settings = "") {
  SiteUnderTest site(R"(
-- site.yaml --
titel: Portaal
verzamelingen:
  paginas: {map: content/paginas, adres: "/{id}/")" +
                     std::string(settings) + R"(}
-- content/paginas/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}
  - {id: tekst, type: text, label: {nl: Tekst}}
-- content/paginas/geld.yaml --
titel: Geld
tekst: ")" + text + "\"\n");
  site.with_today(day);
  return site.messages();
}

bool is_told(const std::string& text) {
  return about_text(text).find("[toekomst-voorbij]") != std::string::npos;
}

std::string about_name(const std::string& name) {
  SiteUnderTest site(R"(
-- site.yaml --
titel: Portaal
verzamelingen:
  begrippen: {map: content/begrippen, adres: "/begrippen/{id}/", woordenlijst: ja}
-- content/begrippen/_schema.yaml --
fields:
  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}
  - {id: ook_bekend_als, type: texts, label: {nl: Ook bekend als}}
-- content/begrippen/denominatie.yaml --
titel: Denominatie
ook_bekend_als: ["geloof van de school", ")" +
                     name + "\"]\n");
  return site.messages();
}

}  // namespace

TEST_CASE("a sentence that looks ahead to a year that is over is told with its words", "[model]") {
  CHECK(about_text("Er is een subsidie. Die loopt tot eind 2025. Vraag het na.")
            .find("waarschuwing: Deze zin kijkt vooruit naar 2025, en dat jaar is voorbij: 'Die loopt tot eind 2025.' "
                  "[toekomst-voorbij]") != std::string::npos);
  CHECK(is_told("In 2024 zal de school beginnen."));
  CHECK(is_told("In 2025 komt er een bijeenkomst."));
}

TEST_CASE("a sentence that looks back, or names a year that is still to come or goes on, is not told", "[model]") {
  CHECK_FALSE(is_told("De subsidie zou lopen tot eind 2025."));
  CHECK_FALSE(is_told("Die loopt tot eind 2027."));
  CHECK_FALSE(is_told("De subsidie loopt tot eind 2026."));
  CHECK_FALSE(is_told("Het plan loopt al. In 2024 waren er tien scholen."));
  CHECK_FALSE(is_told("Wie komt, zegt het Jaarverslag 2024."));
  CHECK_FALSE(is_told("De regel loopt door vanaf 2025."));
}

TEST_CASE("which year is over follows the day of the build", "[model]") {
  CHECK(about_text("Die loopt tot eind 2025.", "2025-12-31") == "");
  CHECK(about_text("Die loopt tot eind 2025.", "2026-01-01") != "");
}

TEST_CASE("a collection that speaks as of its own year may look ahead", "[model]") {
  CHECK(about_text("Die loopt tot eind 2025.", "2026-11-28", ", over_eigen_jaar: ja") == "");
}

TEST_CASE("an everyday word as another name of a term is told, and a rarer one or more words are not", "[model]") {
  CHECK(about_name("Richting")
            .find("waarschuwing: 'Richting' is een gewoon woord: overal waar het in een tekst staat, "
                  "wordt het een link naar 'Denominatie'. [begrip-gewoon-woord]") != std::string::npos);
  CHECK(about_name("gezindte") == "");
  CHECK(about_name("richting van de school") == "");
}
