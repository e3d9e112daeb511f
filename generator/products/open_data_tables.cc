#include "products/open_data_tables.h"

#include <algorithm>
#include <array>

#include "pages/entry_data.h"
#include "products/csv.h"
#include "products/open_data_entry.h"
#include "schema/field_types.h"
#include "views/claims.h"
#include "views/sources.h"

namespace wegwijs {
namespace {

std::string yes_or_no(bool yes) {
  return yes ? "ja" : "nee";
}

template <typename Values, typename TextOf>
std::string joined(const Values& values, std::string_view between, const TextOf& text_of) {
  std::string text;
  for (const auto& value : values) {
    if (!text.empty()) text += between;
    text += text_of(value);
  }
  return text;
}

/// The text of a value in a cell: lists of ids with spaces between them, of texts with semicolons.
std::string cell_of(const Field& field, const Value* value) {
  if (value == nullptr) return "";
  if (const auto* text = std::get_if<WrittenText>(value)) return text->text;
  if (const auto* number = std::get_if<Number>(value)) return number->written;
  if (const auto* date = std::get_if<Date>(value)) return iso_date(*date);
  if (const auto* time = std::get_if<TimeOfDay>(value)) return iso_time(*time);
  if (const auto* as_of = std::get_if<AsOf>(value)) return as_of_as_written(*as_of);
  if (const auto* yes_no = std::get_if<YesNo>(value)) return yes_or_no(yes_no->value);
  if (const auto* year = std::get_if<SchoolYear>(value))
    return std::to_string(year->first_year) + "-" + std::to_string(year->first_year + 1);
  if (const auto* texts = std::get_if<Texts>(value))
    return joined(texts->lines, "; ", [](const WrittenText& line) { return line.text; });
  if (const auto* choices = std::get_if<Choices>(value))
    return joined(choices->options, " ", [&](std::uint16_t option) { return field.options[option].id; });
  if (const auto* references = std::get_if<References>(value))
    return joined(references->entries, " ", [](const Reference& reference) { return reference.id.text; });
  return "";
}

/// A column of the table of entries: a field, or a field of the one row that a field holds.
struct EntryColumn {
  FieldIndex field = 0;
  std::optional<FieldIndex> inner;
};

std::vector<EntryColumn> columns_of(const Schema& schema) {
  std::vector<EntryColumn> columns;
  for (std::size_t index = 0; index < schema.fields.size(); ++index) {
    const Field& field = schema.fields[index];
    if (!is_open_data(field)) continue;
    if (type_row(field.type).fits_in_cell) columns.push_back({static_cast<FieldIndex>(index), std::nullopt});
    if (field.type != FieldType::row) continue;
    for (std::size_t inner = 0; inner < field.fields.size(); ++inner) {
      if (type_row(field.fields[inner].type).fits_in_cell)
        columns.push_back({static_cast<FieldIndex>(index), static_cast<FieldIndex>(inner)});
    }
  }
  return columns;
}

PublishedColumn documented(const Schema& schema, const EntryColumn& column, Language language) {
  const Field& field = schema.fields[column.field];
  if (!column.inner) return {field.id, std::string(field.label.in(language))};
  const Field& inner = field.fields[*column.inner];
  return {field.id + "_" + inner.id,
          std::string(field.label.in(language)) + ": " + std::string(inner.label.in(language))};
}

std::string cell_at(const Schema& schema, const Record& record, const EntryColumn& column) {
  const Field& field = schema.fields[column.field];
  const Value* value = record.value(column.field);
  if (!column.inner) return cell_of(field, value);
  const Rows* rows = value == nullptr ? nullptr : std::get_if<Rows>(value);
  if (rows == nullptr || rows->rows.empty()) return "";
  return cell_of(field.fields[*column.inner], rows->rows.front().value(*column.inner));
}

/// The fields that show whose claim it is: the combinations that the schema calls unique, and the title.
std::vector<FieldIndex> identifying_fields(const Schema& schema) {
  std::vector<FieldIndex> fields;
  for (const std::vector<FieldIndex>& combination : schema.unique) {
    for (const FieldIndex field : combination) {
      if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
    }
  }
  const std::optional<FieldIndex> title = schema.find(Role::title);
  if (title && std::find(fields.begin(), fields.end(), *title) == fields.end()) fields.push_back(*title);
  return fields;
}

/// "school, swv (het samenwerkingsverband) of mr (…)".
std::string explained(const std::vector<Option>& options) {
  std::vector<std::string> words;
  for (const Option& option : options)
    words.push_back(option.id + (option.help.empty() ? "" : " (" + option.help.nl + ")"));
  return listed(words, " of ");
}

/// The statuses, with a note at those that are no plain answer.
std::string explained_statuses(const ClaimWords& claims) {
  std::vector<std::string> words;
  for (const Meaning meaning : every_meaning) {
    for (std::string& id : claims.ids_of(std::array{meaning})) {
      if (meaning == Meaning::unknown) id += " (een bron is gelezen en zegt er niets over)";
      if (meaning == Meaning::mentioned) id += " (een onderwerp met tekst)";
      words.push_back(std::move(id));
    }
  }
  return listed(words, " of ");
}

std::vector<PublishedColumn> claim_columns(const ClaimWords& claims) {
  const std::string planned = listed(claims.ids_of(std::array{Meaning::planned}), " of ");
  return {{"voorbeeld", "ja bij een verzonnen voorbeeld, anders nee"},
          {"groep", "id van de groep waar het onderwerp bij hoort"},
          {"onderwerp", "id van het onderwerp, zoals het in het profiel staat"},
          {"onderwerp_naam", "naam van het onderwerp"},
          {"volgnummer", "1 voor de nieuwste bewering over dit onderwerp, daarna oudere; zonder datum het laatst"},
          {"status", explained_statuses(claims)},
          {"status_in_woorden", "de status zoals een lezer hem ziet"},
          {"tekst", "de toelichting, of de tekst van een onderwerp met tekst"},
          {claims.level_field, "alleen voor deze " + claims.level_field + ", met spaties ertussen; leeg: voor alle"},
          {claims.years.key, "alleen voor deze " + claims.years.key + ", met spaties ertussen; leeg: voor alle"},
          {"omvang_aantal", "hoeveel, als de bron dat zegt"},
          {"omvang_eenheid", "waarvan"},
          {"voorwaarde", listed_ids(claims.conditions, " of ") + "; leeg: geen voorwaarde, of niet genoemd"},
          {"vanaf", "bij " + planned + ": vanaf wanneer, als de bron dat zegt"},
          {"peildatum", "van wanneer het gegeven is: dag, maand, jaar, schooljaar, of onbekend"},
          {"verouderd", "ja als de peildatum meer dan 24 maanden voor de bouw van de site ligt"},
          {"bronnen_verschillen", "ja als bronnen over dit onderwerp iets anders zeggen over dezelfde leerlingen"},
          {"gecontroleerd_op", "wanneer iemand het heeft nagekeken; leeg: niet bekend dat iemand dat deed"},
          {"gecontroleerd_door", explained(claims.checkers)},
          {"bron_soort", listed_ids(claims.source_kinds, " of ")},
          {"bron_titel", "titel van de bron"},
          {"bron_url", "webadres van de bron"},
          {"bron_plaats", "waar in de bron, bijvoorbeeld een bladzijde"},
          {"bron_niet_gevonden_op", "dag waarop het webadres van de bron niet meer bestond; leeg: niets over bekend"},
          {"bron_licentie", "licentie die de bron zelf noemt, anders: niet vastgesteld"}};
}

std::vector<std::string> claim_cells(const Site& site, const Schema& schema, const Entry& entry, const Claim& claim,
                                     bool differ, Date today) {
  const Source& source = entry.record.sources()[claim.source];
  const SourceDescription description = describe(site, source);
  const auto same = [](const std::string& text) { return text; };
  return {status_of(schema, claim).id,
          std::string(status_of(schema, claim).label.in(site.settings.language)),
          claim.explanation,
          joined(claim.scope.levels, " ", same),
          joined(claim.scope.years, " ", same),
          claim.amount ? claim.amount->written : "",
          claim.amount_unit,
          claim.condition,
          claim.from ? as_of_as_written(*claim.from) : "",
          as_of_as_written(claim.as_of),
          yes_or_no(is_old(claim, today)),
          yes_or_no(differ),
          claim.checked ? as_of_as_written(claim.checked->on) : "",
          claim.checked ? claim.checked->by : "",
          source.kind,
          std::string(description.title),
          std::string(description.address),
          source.place,
          description.gone_on ? iso_date(*description.gone_on) : "",
          std::string(description.licence.empty() ? licence_not_established : description.licence)};
}

/// Appends the claims of one entry; `owner` holds the cells that say whose they are.
void append_claims(const Site& site, const Schema& schema, const Entry& entry, const std::vector<std::string>& owner,
                   Date today, std::string& csv) {
  for (const FieldValue& value : entry.record.values()) {
    const Claims* claims = std::get_if<Claims>(&value.value);
    if (claims == nullptr) continue;
    const Field& field = schema.fields[value.field];
    const bool differ = sources_differ(claims->claims);
    for (std::size_t index = 0; index < claims->claims.size(); ++index) {
      std::vector<std::string> cells = owner;
      cells.push_back(field.group ? schema.groups[*field.group].id : "");
      cells.push_back(field.id);
      cells.emplace_back(field.label.in(site.settings.language));
      cells.push_back(std::to_string(index + 1));
      for (std::string& cell : claim_cells(site, schema, entry, claims->claims[index], differ, today))
        cells.push_back(std::move(cell));
      append_csv_record(csv, cells);
    }
  }
}

std::vector<PublishedColumn> entry_columns(const Site& site, std::uint16_t collection) {
  const Schema& schema = site.collections[collection].schema;
  std::vector<PublishedColumn> columns{{"id", "vaste naam in het adres van de pagina"},
                                       {"pagina", "adres van de pagina"}};
  for (const EntryColumn& column : columns_of(schema))
    columns.push_back(documented(schema, column, site.settings.language));
  return columns;
}

void append_entries(const Site& site, std::uint16_t collection_number, Date, std::string& csv) {
  const Collection& collection = site.collections[collection_number];
  const std::vector<EntryColumn> columns = columns_of(collection.schema);
  for (std::size_t index = 0; index < collection.entries.size(); ++index) {
    const Entry& entry = collection.entries[index];
    const std::string address = address_of(site, {collection_number, static_cast<std::uint32_t>(index)});
    std::vector<std::string> cells{entry.slug, address.empty() ? "" : site.settings.base_address + address.substr(1)};
    for (const EntryColumn& column : columns) cells.push_back(cell_at(collection.schema, entry.record, column));
    append_csv_record(csv, cells);
  }
}

std::vector<PublishedColumn> all_claim_columns(const Site& site, std::uint16_t collection) {
  const Schema& schema = site.collections[collection].schema;
  std::vector<PublishedColumn> columns{{"id", "vaste naam in het adres van de pagina"}};
  for (const FieldIndex field : identifying_fields(schema)) {
    const Field& declared = schema.fields[field];
    columns.push_back({declared.id, std::string(declared.label.in(site.settings.language))});
  }
  for (PublishedColumn& column : claim_columns(schema.claims)) columns.push_back(std::move(column));
  return columns;
}

void append_all_claims(const Site& site, std::uint16_t collection_number, Date today, std::string& csv) {
  const Collection& collection = site.collections[collection_number];
  const Schema& schema = collection.schema;
  const std::vector<FieldIndex> identifying = identifying_fields(schema);
  for (const Entry& entry : collection.entries) {
    std::vector<std::string> owner{entry.slug};
    for (const FieldIndex field : identifying)
      owner.push_back(cell_of(schema.fields[field], entry.record.value(field)));
    owner.push_back(yes_or_no(is_example(entry, schema)));
    append_claims(site, schema, entry, owner, today, csv);
  }
}

}  // namespace

const PublishedTable entries_table{".csv", entry_columns, append_entries};
const PublishedTable claims_table{"-beweringen.csv", all_claim_columns, append_all_claims};

std::string csv_of(const PublishedTable& table, const Site& site, std::uint16_t collection, Date today) {
  std::string csv;
  std::vector<std::string> names;
  for (const PublishedColumn& column : table.columns(site, collection)) names.push_back(column.name);
  append_csv_record(csv, names);
  table.append_records(site, collection, today, csv);
  return csv;
}

}  // namespace wegwijs
