#include "schema/read_schema.h"

#include <catch2/catch.hpp>

#include "schema/schema_under_test.h"

namespace wegwijs {
namespace {

/// What is reported about a schema with a title field on line 2 and `rest` from line 3 on, inside `fields:`.
std::string report_on_fields(const std::string& rest, const std::string& before = "") {
  FileUnderTest file(before + "fields:\n  - {id: naam, type: text, role: title, label: Naam}\n" + rest, "_schema.yaml");
  const std::optional<YamlNode> node = read_yaml(file.bytes(), file.id(), 0, file.diagnostics);
  REQUIRE(node.has_value());
  const bool is_usable = read_schema(*node, file.diagnostics).has_value();
  CHECK(is_usable == file.report().empty());
  return file.report();
}

std::string error(std::string_view place, std::string_view text) {
  return fmt::format("_schema.yaml:{}: fout: {}\n", place, text);
}

TEST_CASE("a schema is read with its labels, groups and the order of its fields", "[schema]") {
  const Schema schema = schema_of(R"(
id: school
version: "2026"
label: {nl: Scholen, en: Schools}
label_one: een school
groups:
  - {id: basis, label: Basis, plain: {nl: Gewone hulp, en: Usual help}, help: {nl: Wat elke school doet}}
fields:
  - {id: naam, type: text, role: title, label: {nl: Naam, en: Name}, max_length: 60, required: ja, search: ja, facet: ja}
  - {id: lift, group: basis, type: claim, label: Lift, plain: 'Is er een lift?', question: 'Mag ik de lift in?',
     help: uitleg, basis: Plan 2024, former_ids: [hefplateau], compare: true}
  - {id: uren, type: number, label: Uren, unit: uren_per_week}
  - {id: brin, type: text, label: BRIN, pattern: 99AA}
)");
  CHECK(schema.id == "school");
  CHECK(schema.version == "2026");
  CHECK(schema.label.in(Language::en) == "Schools");
  CHECK(schema.label_one.in(Language::en) == "een school");
  REQUIRE(schema.groups.size() == 1);
  CHECK(schema.groups[0].plain.en == "Usual help");
  REQUIRE(schema.find("lift") == FieldIndex{1});
  const Field& lift = schema.fields[1];
  CHECK(lift.type == FieldType::claim);
  CHECK(lift.group == std::uint16_t{0});
  CHECK(lift.plain_or_label().nl == "Is er een lift?");
  CHECK(lift.former_ids == std::vector<std::string>{"hefplateau"});
  CHECK((lift.compare && !lift.facet && !lift.search && !lift.required));
  const Field& name = schema.fields[0];
  CHECK((name.required && name.search && name.facet && name.max_length == 60));
  CHECK(name.plain_or_label().nl == "Naam");
  CHECK(schema.fields[2].unit == "uren_per_week");
  CHECK(schema.fields[3].pattern == "99AA");
}

TEST_CASE("a schema gets the standard fields that it does not declare itself", "[schema]") {
  const Schema schema = schema_of(
      "fields:\n  - {id: naam, type: text, role: title, label: Naam}\n"
      "  - {id: concept, type: yes_no, role: draft, label: Concept}\n  - {id: datum, type: text, label: Dag}\n");
  CHECK(schema.find(Role::draft) == FieldIndex{1});
  CHECK(schema.find("klad") == std::nullopt);
  CHECK(schema.fields[schema.find("datum").value()].type == FieldType::text);
  CHECK(schema.find(Role::date) == std::nullopt);
  for (const char* id :
       {"id", "bijgewerkt", "publiceren_vanaf", "publiceren_tot", "oude_adressen", "adres", "sjabloon", "volgorde"}) {
    INFO(id);
    CHECK(schema.find(id).has_value());
  }
  CHECK(schema.fields.size() == 3 + standard_fields().size() - 2);
}

TEST_CASE("every type of field can be named, and what it needs with it", "[schema]") {
  const Schema schema = schema_with(R"(
  - {id: a, type: texts, label: a}
  - {id: b, type: long_text, label: b}
  - {id: c, type: date, label: c}
  - {id: d, type: as_of, role: default_as_of, label: d}
  - {id: e, type: school_year, label: e}
  - {id: f, type: choice, options: [vo, {id: pro, label: {nl: Praktijk}, help: h}], label: f}
  - {id: g, type: choices, options: soort, label: g}
  - {id: h, type: reference, to: scholen, label: h}
  - {id: i, type: references, to: scholen, label: i}
  - {id: j, type: web_address, label: j}
  - {id: k, type: mail_address, label: k}
  - {id: l, type: phone, label: l}
  - {id: m, type: row, fields: [{id: z, type: text, label: x}], label: m}
  - {id: n, type: rows, fields: [{id: z, type: text, label: x}], label: n}
  - {id: o, type: text_claim, label: o}
  - {id: p, type: sources, role: sources, label: p}
  - {id: q, type: source, role: default_source, label: q}
  - {id: r, type: source_list, label: r}
  - {id: s, type: addresses, label: s}
option_lists: {soort: [vmbo, havo]}
)");
  const Field& choice = schema.fields[schema.find("f").value()];
  REQUIRE(choice.options.size() == 2);
  CHECK(choice.options[0].label.nl == "vo");
  CHECK(choice.options[1].label.nl == "Praktijk");
  CHECK(choice.option("pro") == std::uint16_t{1});
  CHECK(choice.option("Pro") == std::nullopt);
  CHECK(schema.fields[schema.find("g").value()].option("havo") == std::uint16_t{1});
  CHECK(schema.fields[schema.find("i").value()].target == "scholen");
  CHECK(schema.fields[schema.find("n").value()].fields.size() == 1);
  CHECK(schema.fields[schema.find("r").value()].type == FieldType::source_list);
  CHECK(schema.find(Role::default_source) == schema.find("q"));
}

TEST_CASE("a condition and unique combinations refer to fields, also to later ones", "[schema]") {
  const Schema schema = schema_with(
      "  - {id: lwo, type: claim, label: Lwo, applies_to: {field: niveaus, any_of: [vmbo, pro]}}\n"
      "  - {id: niveaus, type: choices, options: [havo, vmbo, pro], label: Niveaus}\n"
      "unique: [[naam, lwo], niveaus]\n");
  REQUIRE(schema.fields[1].applies_to.has_value());
  CHECK(schema.fields[1].applies_to->field == 2);
  CHECK(schema.fields[1].applies_to->any_of == std::vector<std::uint16_t>{1, 2});
  CHECK(schema.unique == std::vector<std::vector<FieldIndex>>{{0, 1}, {2}});
}

TEST_CASE("an unknown type or role is reported with what was probably meant", "[schema]") {
  CHECK(report_on_fields("  - {id: a, type: clam, label: x}\n") ==
        error("3:19",
              "'clam' is geen soort veld. [schema-onbekend-woord] bedoelde u 'claim'? Mogelijk zijn: text, texts, "
              "long_text, number, date, time, as_of, school_year, yes_no, choice, choices, reference, references, "
              "web_address, "
              "mail_address, phone, addresses, row, rows, claim, text_claim, sources, source, source_list, table."));
  CHECK(
      report_on_fields("  - {id: a, type: text, role: titel, label: x}\n") ==
      error("3:31",
            "'titel' is geen rol. [schema-onbekend-woord] bedoelde u 'title'? Mogelijk zijn: id, title, summary, "
            "date, until, "
            "updated, draft, publish_from, publish_until, old_addresses, address, page_template, language, order, "
            "sources, "
            "default_source, default_as_of, from_time, until_time, place, shown_at, read_on, "
            "short_name, abbreviation, former_names, also_known_as, changes, example, street_address, postcode, town, "
            "phone, denomination, structure, register_code, register_site, publisher, caution, web_address, "
            "licence, as_of, source_set."));
}

TEST_CASE("unknown keys of a schema are reported wherever they stand", "[schema]") {
  CHECK(
      report_on_fields("  - {id: a, type: text, label: {nl: x, de: y}}\n", "titel: x\n") ==
      error("1:1",
            "'titel' is geen sleutel van een schema. [onbekende-sleutel] Mogelijk zijn: id, version, label, label_one, "
            "option_lists, groups, fields, unique, claims, holds_documents, readers.") +
          error("4:40", "'de' is geen sleutel van een label. [onbekende-sleutel] Mogelijk zijn: nl, en."));
  CHECK(report_on_fields("  - {id: a, type: text, label: x, facets: ja}\n")
            .find("'facets' is geen sleutel van een veld. [onbekende-sleutel] bedoelde u 'facet'?") !=
        std::string::npos);
}

TEST_CASE("a field without id, type or Dutch label is reported", "[schema]") {
  CHECK(report_on_fields("  - {type: text, label: x}\n") ==
        error("3:5", "'id' ontbreekt in een veld. [sleutel-ontbreekt] Voeg een regel 'id: …' toe."));
  CHECK(report_on_fields("  - {id: '', type: text, label: x}\n") ==
        error("3:10",
              "'id' heeft geen waarde. [lege-waarde] Vul iets in, of haal de regel weg: wat er niet staat, is niet "
              "bekend."));
  CHECK(report_on_fields("  - {id: a, label: x}\n") ==
        error("3:5", "'type' ontbreekt in een veld. [sleutel-ontbreekt] Voeg een regel 'type: …' toe."));
  CHECK(report_on_fields("  - {id: a, type: text}\n") ==
        error("3:10", "'a' heeft geen Nederlands label. [schema-label-ontbreekt] Schrijf 'label: {nl: …}'."));
  CHECK(report_on_fields("  - {id: a, type: text, label: {en: x}}\n") ==
        error("3:10", "'a' heeft geen Nederlands label. [schema-label-ontbreekt] Schrijf 'label: {nl: …}'."));
}

TEST_CASE("an id that stands twice is reported the second time", "[schema]") {
  const std::string twice = "staat er al. [schema-dubbel] Geef het een ander id.";
  CHECK(report_on_fields("  - {id: naam, type: text, label: x}\n") == error("3:10", "'naam' " + twice));
  CHECK(report_on_fields("  - {id: a, type: choice, options: [vo, pro, vo], label: x}\n") ==
        error("3:46", "'vo' " + twice));
  CHECK(report_on_fields("groups: [{id: a, label: x}, {id: a, label: y}]\n") == error("3:29", "'a' " + twice));
  CHECK(
      report_on_fields("  - {id: r, type: rows, label: x, fields: [{id: a, type: text, label: x}, {id: a, type: text, "
                       "label: x}]}\n") == error("3:80", "'a' " + twice));
  CHECK(report_on_fields("  - {id: r, type: row, label: x, fields: [{id: naam, type: text, label: x}]}\n") == "");
}

TEST_CASE("what is referred to must be declared", "[schema]") {
  const auto missing = [](std::string_view place, std::string_view word, std::string_view where) {
    return error(place,
                 fmt::format("'{0}' wordt hier gebruikt, maar staat niet bij {1}. [schema-niet-verklaard] Verbeter het "
                             "woord, of zet het ook bij {1}.",
                             word, where));
  };
  CHECK(report_on_fields("  - {id: a, type: text, label: x, group: b}\n") == missing("3:42", "b", "groups"));
  CHECK(report_on_fields("  - {id: a, type: choice, options: b, label: x}\n") == missing("3:36", "b", "option_lists"));
  CHECK(report_on_fields("  - {id: a, type: claim, label: x, applies_to: {field: b, any_of: [c]}}\n") ==
        missing("3:56", "b", "fields"));
  CHECK(report_on_fields("  - {id: a, type: choice, options: [b], label: x}\n"
                         "  - {id: d, type: claim, label: x, applies_to: {field: a, any_of: [b, c]}}\n") ==
        missing("4:71", "c", "options"));
  CHECK(report_on_fields("unique: [[naam, b]]\n") == missing("3:17", "b", "fields"));
}

TEST_CASE("a schema without a title field is reported", "[schema]") {
  FileUnderTest file("fields:\n  - {id: naam, type: text, label: Naam}\n", "_schema.yaml");
  const YamlNode node = read_yaml(file.bytes(), file.id(), 0, file.diagnostics).value();
  CHECK(read_schema(node, file.diagnostics) == std::nullopt);
  CHECK(file.report() ==
        error("1:1",
              "Geen enkel veld heeft 'role: title'. [schema-titel-ontbreekt] Zet 'role: title' bij het "
              "veld met de naam of titel."));
}

TEST_CASE("options, target and fields stand at the types that need them, and nowhere else", "[schema]") {
  const auto needed = [](std::string_view key, std::string_view type) {
    return error("3:10",
                 fmt::format("Een veld van het type '{0}' heeft '{1}' nodig. [schema-mist-bij-type] Voeg '{1}: …' toe "
                             "aan dit veld.",
                             type, key));
  };
  CHECK(report_on_fields("  - {id: a, type: choice, label: x}\n") == needed("options", "choice"));
  CHECK(report_on_fields("  - {id: a, type: references, label: x}\n") == needed("to", "references"));
  CHECK(report_on_fields("  - {id: a, type: rows, label: x}\n") == needed("fields", "rows"));
  const auto refused = [](std::string_view place, std::string_view key, std::string_view type) {
    return error(
        place,
        fmt::format("'{0}' hoort niet bij een veld van het type '{1}'. [schema-past-niet-bij-type] Haal '{0}' weg, "
                    "of kies bij 'type' een ander soort veld.",
                    key, type));
  };
  CHECK(report_on_fields("  - {id: a, type: claim, label: x, options: [b]}\n") == refused("3:36", "options", "claim"));
  CHECK(report_on_fields("  - {id: a, type: text, label: x, to: scholen}\n") == refused("3:39", "to", "text"));
  CHECK(report_on_fields("  - {id: a, type: text, label: x, fields: []}\n") == refused("3:35", "fields", "text"));
}

TEST_CASE("a schema that is no map is reported and gives nothing", "[schema]") {
  FileUnderTest file("- een\n- twee\n", "_schema.yaml");
  const YamlNode node = read_yaml(file.bytes(), file.id(), 0, file.diagnostics).value();
  CHECK(read_schema(node, file.diagnostics) == std::nullopt);
  CHECK(file.report().find("want dit is een schema. [geen-sleutels] Mogelijk zijn: ") != std::string::npos);
}

}  // namespace
}  // namespace wegwijs
