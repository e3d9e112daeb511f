#include "products/open_data_entry.h"

#include <nlohmann/json.hpp>

#include "pages/entry_data.h"
#include "schema/role_words.h"
#include "views/claims.h"
#include "views/sources.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

/// A key is left out where there is nothing to say.
void add_text(Json& object, const char* key, std::string_view text) {
  if (!text.empty()) object[key] = text;
}

Json number_value(const Number& number) {
  const bool is_whole = number.written.find('.') == std::string::npos;
  return is_whole ? Json(static_cast<std::int64_t>(number.value)) : Json(number.value);
}

class EntryWriter {
 public:
  EntryWriter(const Site& site, EntryNumber number, Date today)
      : site_(site), number_(number), schema_(site.schema(number)), entry_(site.entry(number)), today_(today) {}

  Json write() const {
    Json json;
    json["versie"] = open_data_version;
    json["id"] = entry_.slug;
    const std::string address = address_of(site_, number_);
    if (!address.empty()) json["pagina"] = site_.settings.base_address + address.substr(1);
    json["voorbeeld"] = is_example(entry_, schema_);
    json["gegevens"] = Json::object();
    json["bronnen"] = sources();
    json["beweringen"] = Json::object();
    json["bronnen_verschillen"] = Json::array();
    json["niet_van_toepassing"] = Json::array();
    json["aanwezig"] = Json::array();
    json["antwoorden"] = Json::object();
    for (std::size_t index = 0; index < schema_.fields.size(); ++index) {
      const Field& field = schema_.fields[index];
      if (is_open_data(field)) add_field(json, field, static_cast<FieldIndex>(index));
    }
    return json;
  }

 private:
  Language language() const { return site_.settings.language; }

  void add_field(Json& json, const Field& field, FieldIndex index) const {
    const Value* value = entry_.record.value(index);
    if (value == nullptr) {
      if (!applies(field, index, entry_.record)) json["niet_van_toepassing"].push_back(field.id);
    } else if (const Claims* claims = std::get_if<Claims>(value)) {
      for (const Claim& one : claims->claims) json["beweringen"][field.id].push_back(claim(one));
      if (sources_differ(claims->claims)) json["bronnen_verschillen"].push_back(field.id);
      if (answer_of(entry_.record, schema_, index, {}) == SupportAnswer::stated) json["aanwezig"].push_back(field.id);
      const std::string answer = answer_in_ids(claims->claims);
      if (!answer.empty()) json["antwoorden"][field.id] = answer;
    } else {
      json["gegevens"][field.id] = value_of(field, *value);
    }
  }

  /// "deels ja": what an entry is compared by; empty when nothing is known.
  std::string answer_in_ids(std::span<const Claim> claims) const {
    std::string ids;
    for (const StatusIndex status : known_statuses(claims))
      ids += (ids.empty() ? "" : " ") + schema_.claims.statuses[status].id;
    return ids;
  }

  Json sources() const {
    Json list = Json::array();
    for (const Source& source : entry_.record.sources()) {
      const SourceDescription description = describe(site_, source);
      Json json;
      add_text(json, "id", source.id);
      add_text(json, "soort", source.kind);
      add_text(json, "titel", description.title);
      add_text(json, "url", description.address);
      add_text(json, "plaats", source.place);
      add_text(json, "document", description.document);
      add_text(json, "uitgever", description.publisher);
      if (description.as_of) json["peildatum"] = as_of_as_written(*description.as_of);
      add_text(json, "let_op", description.note);
      if (description.gone_on) json["niet_gevonden_op"] = iso_date(*description.gone_on);
      json["licentie"] = description.licence.empty() ? licence_not_established : description.licence;
      list.push_back(std::move(json));
    }
    return list;
  }

  Json claim(const Claim& claim) const {
    Json json;
    json["status"] = status_of(schema_, claim).id;
    json["status_in_woorden"] = status_of(schema_, claim).label.in(language());
    add_text(json, claim.means == Meaning::mentioned ? "tekst" : "toelichting", claim.explanation);
    json["bron"] = claim.source;
    json["peildatum"] = as_of_as_written(claim.as_of);
    json["peildatum_in_woorden"] = as_of_in_words(claim.as_of, language());
    json["verouderd"] = is_old(claim, today_);
    if (claim.as_of.is_known()) json["jaar"] = claim.as_of.last_day().year;
    if (!claim.scope.is_whole_school()) add_scope(json, claim.scope);
    if (claim.amount) {
      json["omvang"] = {{"aantal", number_value(*claim.amount)}, {"eenheid", claim.amount_unit}};
      json["omvang_in_woorden"] = amount_in_words(schema_, claim, language());
    }
    add_text(json, "voorwaarde", claim.condition);
    add_text(json, "voorwaarde_in_woorden", condition_in_words(schema_, claim, language()));
    if (claim.from) {
      json["vanaf"] = as_of_as_written(*claim.from);
      json["vanaf_in_woorden"] = as_of_in_words(*claim.from, language());
    }
    if (claim.checked) {
      json["gecontroleerd"] = {{"op", as_of_as_written(claim.checked->on)}, {"door", claim.checked->by}};
      json["gecontroleerd_in_woorden"] = checked_in_words(schema_, claim, language());
    }
    return json;
  }

  void add_scope(Json& json, const Scope& scope) const {
    Json pupils = Json::object();
    if (!scope.levels.empty()) pupils[schema_.claims.level_field] = scope.levels;
    for (const std::string& year : scope.years) pupils[schema_.claims.years.key].push_back(year_value(year));
    json["voor"] = std::move(pupils);
    json["voor_in_woorden"] = scope_in_words(schema_, scope, language());
  }

  Json year_value(const std::string& year) const {
    return schema_.claims.years.is_range ? Json(std::stol(year)) : Json(year);
  }

  /// The value of a field of any type but a claim.
  Json value_of(const Field& field, const Value& value) const {
    return std::visit([&](const auto& one) { return json_of(field, one); }, value);
  }

  Json json_of(const Field&, const WrittenText& text) const { return text.text; }
  Json json_of(const Field&, const Number& number) const { return number_value(number); }
  Json json_of(const Field&, const Date& date) const { return iso_date(date); }
  Json json_of(const Field&, TimeOfDay time) const { return iso_time(time); }
  Json json_of(const Field&, const AsOf& as_of) const { return as_of_as_written(as_of); }
  Json json_of(const Field&, const YesNo& yes_no) const { return yes_no.value; }
  Json json_of(const Field&, const SchoolYear& year) const {
    return std::to_string(year.first_year) + "-" + std::to_string(year.first_year + 1);
  }
  /// The rows, each by the ids of its columns; a number that the source does not give is null, never zero.
  Json json_of(const Field&, const Tables& tables) const {
    const Table& table = tables.tables.front();
    Json rows = Json::array();
    for (const std::vector<TableCell>& row : table.rows) {
      Json cells = Json::object();
      for (std::size_t index = 0; index < row.size(); ++index) {
        const bool is_text = table.columns[index].kind == ColumnKind::text;
        const std::optional<Number>& number = row[index].number;
        cells[table.columns[index].id] = is_text ? Json(row[index].text) : number ? number_value(*number) : Json();
      }
      rows.push_back(std::move(cells));
    }
    return rows;
  }
  Json json_of(const Field&, const Claims& claims) const {
    Json list = Json::array();
    for (const Claim& one : claims.claims) list.push_back(claim(one));
    return list;
  }
  Json json_of(const Field&, const Texts& texts) const {
    Json list = Json::array();
    for (const WrittenText& line : texts.lines) list.push_back(line.text);
    return list;
  }
  Json json_of(const Field& field, const Choices& choices) const {
    Json list = Json::array();
    for (const std::uint16_t option : choices.options) list.push_back(field.options[option].id);
    return field.type == FieldType::choice ? list.front() : list;
  }
  Json json_of(const Field& field, const References& references) const {
    Json list = Json::array();
    for (const Reference& reference : references.entries) list.push_back(reference.id.text);
    return field.type == FieldType::reference ? list.front() : list;
  }
  /// Positions in `bronnen`, as in claims.
  Json json_of(const Field& field, const SourceUses& uses) const {
    Json list = Json::array();
    for (const SourceIndex source : uses.sources) list.push_back(source);
    return field.type == FieldType::source ? list.front() : list;
  }
  Json json_of(const Field& field, const Rows& rows) const {
    Json list = Json::array();
    for (const Record& row : rows.rows) {
      Json cells = Json::object();
      for (const FieldValue& cell : row.values()) {
        const Field& column = field.fields[cell.field];
        cells[column.id] = value_of(column, cell.value);
      }
      list.push_back(std::move(cells));
    }
    return field.type == FieldType::row ? list.front() : list;
  }

  const Site& site_;
  EntryNumber number_;
  const Schema& schema_;
  const Entry& entry_;
  Date today_;
};

}  // namespace

bool is_open_data(const Field& field) {
  return is_for_readers(field.role);
}

std::string open_data_entry(const Site& site, EntryNumber number, Date today) {
  return EntryWriter(site, number, today).write().dump();
}

}  // namespace wegwijs
