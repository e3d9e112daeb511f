// What the site says of sources that were no longer there when somebody looked.
#include "model/gone_addresses.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "site_under_test.h"

using namespace wegwijs;

namespace {

std::string school(std::string_view gone) {
  return std::string(R"(
-- site.yaml --
titel: Proef
basisadres: https://proef.example/
verzamelingen: {scholen: {map: scholen, adres: "/scholen/{id}/", sjabloon: pagina, open_data: /data/}}
-- scholen/_schema.yaml --
groups: [{id: hulp, label: {nl: Hulp}}]
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam}}
  - {id: bronnen, type: sources, role: sources, label: {nl: Bronnen}}
  - {id: lift, type: claim, group: hulp, label: {nl: Lift}}
  - {id: toilet, type: claim, group: hulp, label: {nl: Toilet}}
-- scholen/de-brug.yaml --
naam: De Brug
bronnen: {site: {url: "https://de-brug.example/hulp"}, gids: {titel: Gids}}
lift: [{status: ja, bron: site}]
toilet: [{status: ja, bron: gids}]
-- thema:/veld-claim.mustache --
{{#claims}}{{#source}}{{title}}{{#gone}} (weg op {{gone}}){{/gone}}{{/source}} {{/claims}}
)") + std::string(gone);
}

}  // namespace

TEST_CASE("a claim whose source is gone says so on the page and in the data, and no other claim does", "[model]") {
  SiteUnderTest site{
      school("-- bronnencontrole.yaml --\nweg: [{adres: \"https://de-brug.example/hulp\", op: 2026-11-20}]\n")};
  CHECK(site.text("/scholen/de-brug/") ==
        "De Brug De Brug Hulp Lift: de-brug.example/hulp (weg op 20 november 2026) Toilet: Gids");
  const auto sources = nlohmann::json::parse(site.file("scholen/de-brug/index.json"))["bronnen"];
  CHECK(sources[0]["niet_gevonden_op"] == "2026-11-20");
  CHECK_FALSE(sources[1].contains("niet_gevonden_op"));
}

TEST_CASE("without a check nothing is said of any source", "[model]") {
  SiteUnderTest site{school("")};
  CHECK(site.text("/scholen/de-brug/").find("weg op") == std::string::npos);
  CHECK(site.file("scholen/de-brug/index.json").find("niet_gevonden_op") == std::string::npos);
}

TEST_CASE("a mistake in the file of gone addresses is told with its place", "[model]") {
  SiteUnderTest site{school("-- bronnencontrole.yaml --\nweg: [{adres: \"https://x.example/\", op: gisteren}]\n")};
  CHECK(site.messages() ==
        "bronnencontrole.yaml:1:41: fout: 'gisteren' is geen goede waarde voor 'op': hier hoort een dag, als "
        "2026-11-23. [instelling-verkeerd]\n");
}
