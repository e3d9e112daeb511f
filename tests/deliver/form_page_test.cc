// The pages on which schools fill in what they know, and what a confirmation changes for readers.
#include <catch2/catch.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

constexpr std::string_view site = R"(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen:
  scholen:
    map: schoolprofiles
    adres: /scholen/{id}/
    sjabloon: school
-- thema:/aanvullen.mustache --
<!DOCTYPE html><html lang="nl"><head><title>{{title}}</title></head><body><h1>{{title}}</h1>{{#form}}<p>{{collection}} {{entry}}: {{known}} van {{total}}.</p>{{#groups}}<p>{{title}}:{{#rows}} {{id}} ({{topic}}) nu [{{now}}] gezien [{{seen}}];{{/rows}}</p>{{/groups}}{{/form}}</body></html>
-- thema:/school.mustache --
<!DOCTYPE html><html lang="nl"><head><title>{{title}}</title></head><body><h1>{{title}}</h1><p>Formulier: <a href="{{entry.form_address}}">hier</a>. Bevestigd: {{entry.confirmed_on}}.</p></body></html>
-- schoolprofiles/_schema.yaml --
version: "1"
groups: [{id: gebouw, label: {nl: Toegankelijkheid}, plain: {nl: Het gebouw}}]
fields:
  - {id: naam, type: text, role: title, required: true, label: {nl: Naam}}
  - {id: niveaus, type: choices, label: {nl: Niveaus}, options: [{id: havo, label: {nl: Havo}}, {id: vwo, label: {nl: Vwo}}]}
  - {id: lift, type: claim, group: gebouw, label: {nl: Lift}, plain: {nl: Een lift}}
  - {id: lwo, type: claim, group: gebouw, label: {nl: Lwo}, applies_to: {field: niveaus, any_of: [havo]}}
  - {id: klas, type: text_claim, label: {nl: Klas}}
-- schoolprofiles/de-brug.yaml --
naam: De Brug
niveaus: [vwo]
lift: [{status: deels, toelichting: Tot de eerste verdieping., bron: {titel: Gids}, peildatum: 2020, gecontroleerd: {op: 2026-10-03, door: school}}]
)";

}  // namespace

TEST_CASE("a form has every topic that applies, with what the site says now", "[deliver]") {
  SiteUnderTest proef(site);
  INFO(proef.messages());
  CHECK(proef.text("/scholen/de-brug/aanvullen/") ==
        "De Brug: vul aan wat u weet De Brug: vul aan wat u weet scholen de-brug: 1 van 1. Het gebouw: lift (Een lift) "
        "nu [Deels: Tot de "
        "eerste "
        "verdieping. (bron: Gids; 2020)] gezien [deels: Tot de eerste verdieping. (2020)];");
}

TEST_CASE("the form of a new entry has all topics and no values", "[deliver]") {
  SiteUnderTest proef(site);
  CHECK(proef.text("/scholen/aanmelden/") ==
        "Vertel ons over uw school Vertel ons over uw school scholen : 0 van 2. Het gebouw: lift (Een lift) nu [] "
        "gezien []; lwo (Lwo) nu [] gezien [];");
}

TEST_CASE("the page of a school leads to its form and says when the school confirmed it", "[deliver]") {
  SiteUnderTest proef(site);
  CHECK(proef.text("/scholen/de-brug/").find("Bevestigd: 3 oktober 2026.") != std::string::npos);
  CHECK(proef.file("scholen/de-brug/index.html").find("href=\"/scholen/de-brug/aanvullen/\"") != std::string::npos);
}

TEST_CASE("search engines are not told of forms", "[deliver]") {
  SiteUnderTest proef(site);
  const std::string map = proef.file("sitemap.xml");
  CHECK(map.find("/scholen/de-brug/<") != std::string::npos);
  CHECK(map.find("aanvullen") == std::string::npos);
  CHECK(map.find("aanmelden") == std::string::npos);
}

TEST_CASE("the form of a school moves with its page, and of one that went leads where the page leads", "[deliver]") {
  std::string moved(site);
  moved += "oude_adressen: [/scholen/oude-brug/, /elders/brug/]\n";
  const std::string redirects =
      "basisadres: https://proef.example/\ndoorverwijzingen: {/scholen/weg/: /scholen/de-brug/, "
      "/scholen/elders/: https://elders.example/, /scholen/zelf/: /scholen/de-brug/, "
      "/scholen/zelf/aanvullen/: /scholen/de-brug/}\n";
  moved.replace(moved.find("basisadres"), std::string("basisadres: https://proef.example/\n").size(), redirects);
  SiteUnderTest proef(
      moved +
      "-- thema:/doorverwijzing.mustache --\n<!DOCTYPE html><html lang=\"nl\"><head><title>{{target_title}}"
      "</title></head><body><a href=\"{{target}}\">{{target_title}}</a></body></html>\n");
  INFO(proef.messages());
  CHECK(proef.messages().empty());
  const auto leads_to = [&](const std::string& from, const std::string& to) {
    return proef.file(from + "index.html").find("href=\"" + to + "\"") != std::string::npos;
  };
  CHECK(leads_to("scholen/oude-brug/aanvullen/", "/scholen/de-brug/aanvullen/"));
  CHECK(leads_to("scholen/weg/aanvullen/", "/scholen/de-brug/aanvullen/"));
  CHECK(leads_to("scholen/elders/aanvullen/", "https://elders.example/"));
  CHECK(leads_to("scholen/zelf/aanvullen/", "/scholen/de-brug/"));
  CHECK_FALSE(proef.has_file("elders/brug/aanvullen/index.html"));
}
