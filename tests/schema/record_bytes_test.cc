#include "schema/record_bytes.h"

#include <catch2/catch.hpp>

#include "schema/schema_under_test.h"

namespace wegwijs {
namespace {

Schema schema_of_everything() {
  return schema_with(R"(
  - {id: bronnen, type: sources, role: sources, label: Bronnen}
  - {id: bron, type: source, role: default_source, label: Bron}
  - {id: peildatum, type: as_of, role: default_as_of, label: Peildatum}
  - {id: niveaus, type: choices, options: [vmbo-b, havo], label: Niveaus}
  - {id: leerlingen, type: number, label: Leerlingen}
  - {id: open, type: date, label: Open dag}
  - {id: tijd, type: time, label: Tijd}
  - {id: jaar, type: school_year, label: Schooljaar}
  - {id: klad, type: yes_no, label: Klad}
  - {id: tips, type: texts, label: Tips}
  - {id: lift, type: claim, label: Lift}
  - {id: grenzen, type: text_claim, label: Grenzen}
  - id: locaties
    type: rows
    label: Locaties
    fields: [{id: plaats, type: text, label: Plaats}]
)");
}

constexpr const char* school_with_everything = R"(naam: De Brug
bronnen:
  gids: {titel: Gids, soort: schoolgids, plaats: p. 4}
  site: {url: 'https://a.nl', titel: Site}
bron: gids
peildatum: 2026-08-01
niveaus: [vmbo-b, havo]
leerlingen: 1337
open: 2027-02-03
tijd: '17:30'
jaar: 2026-2027
klad: nee
tips: [Neem de tram, Bel eerst]
lift:
  - {status: ja, toelichting: Twee liften, bron: site, peildatum: 2026-05, voor: {niveaus: [havo]}}
  - {status: nee, toelichting: Nog niet, peildatum: 2020}
grenzen: [{tekst: Wij bieden geen één-op-één begeleiding.}]
locaties: [{plaats: Diemen}, {plaats: Amsterdam}]
)";

std::string bytes_of(const Record& record, FileId own) {
  std::string bytes;
  REQUIRE(append_record(bytes, record, own));
  return bytes;
}

}  // namespace

TEST_CASE("a record comes back from its bytes with every value and place", "[schema]") {
  const RecordUnderTest school(schema_of_everything(), school_with_everything);
  REQUIRE(school.report() == "");
  const FileId own = school.record().values().front().where.file;
  const std::string bytes = bytes_of(school.record(), own);
  ByteReader reader(bytes);
  const Record back = read_record_bytes(reader, own);
  CHECK(reader.is_at_end());
  CHECK(bytes_of(back, own) == bytes);
  REQUIRE(back.values().size() == school.record().values().size());
  for (std::size_t index = 0; index < back.values().size(); ++index) {
    INFO(index);
    CHECK(back.values()[index].field == school.record().values()[index].field);
    CHECK(back.values()[index].where == school.record().values()[index].where);
    CHECK(back.values()[index].value.index() == school.record().values()[index].value.index());
  }
  const Schema schema = schema_of_everything();
  const std::span<const Claim> claims = back.claims(*schema.find("lift"));
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].explanation == "Twee liften");
  CHECK(claims[0].scope.levels == std::vector<std::string>{"havo"});
  CHECK(back.sources()[claims[0].source].address == "https://a.nl");
  CHECK(back.get<Number>(*schema.find("leerlingen"))->value == 1337);
  CHECK(back.get<Rows>(*schema.find("locaties"))->rows.size() == 2);
}

TEST_CASE("the places of a record are in its file, whatever number the file has by then", "[schema]") {
  const RecordUnderTest school(schema_of_everything(), school_with_everything);
  const FileId own = school.record().values().front().where.file;
  const std::string bytes = bytes_of(school.record(), own);
  constexpr FileId now{77};
  ByteReader reader(bytes);
  const Record back = read_record_bytes(reader, now);
  for (const FieldValue& value : back.values()) CHECK(value.where.file == now);
  CHECK(back.sources().front().where.file == now);
}

TEST_CASE("a record with a place in another file is not remembered", "[schema]") {
  const RecordUnderTest school(schema_of_everything(), school_with_everything);
  std::string bytes;
  CHECK_FALSE(append_record(bytes, school.record(), FileId{12345}));
}

TEST_CASE("bytes of a record that are cut short anywhere are refused", "[schema]") {
  const RecordUnderTest school(schema_of_everything(), school_with_everything);
  const FileId own = school.record().values().front().where.file;
  const std::string bytes = bytes_of(school.record(), own);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    INFO(size);
    ByteReader reader(std::string_view(bytes).substr(0, size));
    CHECK_THROWS_AS(read_record_bytes(reader, own), BytesSpoilt);
  }
}

}  // namespace wegwijs
