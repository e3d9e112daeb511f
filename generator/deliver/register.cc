#include "deliver/register.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "deliver/delivery_table.h"
#include "deliver/workbook.h"
#include "deliver/write_changes.h"
#include "schema/meant_value.h"
#include "source/yaml_edits.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/printable.h"

namespace wegwijs {
namespace {

using Row = std::map<std::string, std::string, std::less<>>;  // by name of column

std::string at(const Row& row, std::string_view column) {
  const auto found = row.find(column);
  return found == row.end() ? std::string() : found->second;
}

/// "AMSTERDAM ZUIDOOST" → "Amsterdam Zuidoost", "'S-GRAVENHAGE" → "'s-Gravenhage".
std::string town(const std::string& capitals) {
  std::string name = lower_case(capitals);
  bool is_begin = true;
  for (std::size_t index = 0; index < name.size(); ++index) {
    const bool is_article = index == 1 && name[0] == '\'';
    if (is_begin && is_letter(name[index]) && !is_article) name[index] = to_upper(name[index]);
    is_begin = name[index] == ' ' || name[index] == '-' || (is_begin && name[index] == '\'');
  }
  return name;
}

std::string address(const Row& row) {
  const std::string street = at(row, "STRAATNAAM");
  const std::string number = at(row, "HUISNUMMER-TOEVOEGING");
  return street.empty() || number.empty() ? street : street + " " + number;
}

std::string digits(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (is_digit(c)) kept += c;
  }
  return kept;
}

/// A mobile number may be a person's.
std::string phone(const Row& row) {
  const std::string number = digits(at(row, "TELEFOONNUMMER"));
  return number.starts_with("06") ? "" : number;
}

std::string website(const Row& row) {
  const std::string written = at(row, "INTERNETADRES");
  if (written.empty() || written.find('.') == npos) return "";
  const std::string meant = meant_web_address(written);
  return meant.empty() ? (written.find("://") == npos ? "https://" + written : written) : meant;
}

/// What two spellings of the same have in common.
std::string compared(Role role, std::string_view text) {
  if (role == Role::phone) return digits(text);
  std::string result = lower_case(trimmed_cell(text));
  for (const std::string_view scheme : {"https://", "http://", "www."}) {
    if (role == Role::web_address && result.starts_with(scheme)) result.erase(0, scheme.size());
  }
  while (role == Role::web_address && result.ends_with('/')) result.pop_back();
  std::erase(result, ' ');
  return result;
}

struct Fact {
  Role role;  ///< of the field of the profile, where its schema has one
  std::string (*value)(const Row& row);
};

constexpr std::array<Fact, 7> facts{
    Fact{Role::street_address, address},
    {Role::postcode, [](const Row& row) { return at(row, "POSTCODE"); }},
    {Role::town, [](const Row& row) { return town(at(row, "PLAATSNAAM")); }},
    {Role::phone, phone},
    {Role::web_address, website},
    {Role::denomination, [](const Row& row) { return at(row, "DENOMINATIE"); }},
    {Role::structure, [](const Row& row) { return at(row, "ONDERWIJSSTRUCTUUR"); }},
};

constexpr std::array<std::string_view, 3> needed{"VESTIGINGSCODE", "VESTIGINGSNAAM", "GEMEENTENAAM"};

/// The first sheet of a workbook, or the cells of a file with separators.
Sheet sheet_of(std::string_view bytes, Label& refusal) {
  if (!bytes.starts_with("PK")) return sheet_of_export(bytes);
  Workbook workbook = read_workbook(bytes);
  refusal = std::move(workbook.refusal);
  return workbook.sheets.empty() ? Sheet() : std::move(workbook.sheets.front());
}

std::vector<Row> rows_of(std::string_view bytes, Label& refusal) {
  std::vector<Row> rows;
  const Sheet sheet = sheet_of(bytes, refusal);
  if (!refusal.empty()) return rows;
  if (sheet.rows.empty()) {
    refusal = {"Dit bestand is leeg.", "This file is empty."};
    return rows;
  }
  std::map<std::size_t, std::string> columns;
  for (const auto& [column, cell] : sheet.rows.begin()->second) columns[column] = trimmed_cell(cell.text);
  for (const std::string_view name : needed) {
    const bool has = std::any_of(columns.begin(), columns.end(), [&](const auto& one) { return one.second == name; });
    if (has) continue;
    refusal = {fmt::format("Dit is niet het bestand van DUO met alle vestigingen: de kolom '{}' ontbreekt.", name),
               fmt::format("This is not the file of DUO with all sites of schools: the column '{}' is missing.", name)};
    return rows;
  }
  for (auto line = std::next(sheet.rows.begin()); line != sheet.rows.end(); ++line) {
    Row row;
    for (const auto& [column, cell] : line->second) {
      const auto name = columns.find(column);
      if (name != columns.end()) row[name->second] = trimmed_cell(cell.text);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

class Comparer {
 public:
  Comparer(const Site& site, RegisterComparison& result)
      : collection_(site.collections[result.collection]), schema_(collection_.schema), result_(result) {
    for (const Entry& entry : collection_.entries) {
      const std::string code = std::string(text_of(entry, schema_, Role::register_code)) +
                               std::string(text_of(entry, schema_, Role::register_site));
      if (!code.empty()) by_code_[code] = &entry;
    }
  }

  void take(const Row& row) {
    ++result_.rows;
    RegisterEntry found{at(row, "VESTIGINGSCODE"),
                        at(row, "VESTIGINGSNAAM"),
                        address(row) + ", " + town(at(row, "PLAATSNAAM")),
                        "",
                        {}};
    seen_.insert(found.code);
    const auto known = by_code_.find(found.code);
    if (known == by_code_.end()) {
      result_.only_there.push_back(std::move(found));
      return;
    }
    found.entry = known->second->slug;
    for (const Fact& fact : facts) add_difference(fact, row, *known->second, found);
    if (!found.differences.empty()) result_.changed.push_back(std::move(found));
  }

  void finish() {
    for (const auto& [code, entry] : by_code_) {
      if (!seen_.contains(code))
        result_.only_here.push_back({code, std::string(title_of(*entry, schema_)), "", entry->slug, {}});
    }
  }

 private:
  void add_difference(const Fact& fact, const Row& row, const Entry& entry, RegisterEntry& found) const {
    const std::optional<FieldIndex> index = schema_.find(fact.role);
    const std::string there = fact.value(row);
    if (!index || there.empty()) return;
    const std::string here(text_of(entry, schema_, fact.role));
    if (compared(fact.role, here) == compared(fact.role, there)) return;
    const Field& field = schema_.fields[*index];
    found.differences.push_back({field.id, field.label, here, there});
  }

  const Collection& collection_;
  const Schema& schema_;
  RegisterComparison& result_;
  std::map<std::string, const Entry*> by_code_;
  std::set<std::string> seen_;
};

bool is_in(const Row& row, const std::vector<std::string>& municipalities) {
  return std::any_of(municipalities.begin(), municipalities.end(), [&](const std::string& municipality) {
    return lower_case(municipality) == lower_case(at(row, "GEMEENTENAAM"));
  });
}

/// The municipality of the file that was most likely meant; empty when none is near.
std::string municipality_meant(std::string_view written, const std::vector<Row>& rows) {
  std::map<std::string, std::string> as_written;  // by the name in lower case
  for (const Row& row : rows) as_written.emplace(lower_case(at(row, "GEMEENTENAAM")), at(row, "GEMEENTENAAM"));
  std::vector<std::string_view> names;
  for (const auto& [name, there] : as_written) names.push_back(name);
  const std::optional<std::string> meant = nearest_word(lower_case(written), names);
  return meant ? as_written.at(*meant) : "";
}

/// For the first of `municipalities` that has no school in the file; empty when each has one.
Label none_in(const std::vector<std::string>& municipalities, const std::vector<Row>& rows) {
  for (const std::string& municipality : municipalities) {
    if (std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return is_in(row, {municipality}); })) continue;
    const std::string meant = municipality_meant(municipality, rows);
    return {fmt::format("In dit bestand staat geen vestiging in '{}'{} Schrijf de gemeente zoals DUO haar schrijft.",
                        municipality, meant.empty() ? "." : "; bedoelde u '" + meant + "'?"),
            fmt::format("This file has no school in '{}'{} Write the municipality as DUO writes it.", municipality,
                        meant.empty() ? "." : "; did you mean '" + meant + "'?")};
  }
  return {};
}

}  // namespace

std::vector<RegisterSchool> schools_in_register(std::string_view bytes, const std::vector<std::string>& municipalities,
                                                Label& refusal) {
  std::vector<RegisterSchool> schools;
  const std::vector<Row> rows = rows_of(bytes, refusal);
  if (refusal.empty()) refusal = none_in(municipalities, rows);
  if (!refusal.empty()) return schools;
  for (const Row& row : rows) {
    if (!is_in(row, municipalities)) continue;
    RegisterSchool school{at(row, "VESTIGINGSCODE"), at(row, "VESTIGINGSNAAM"), at(row, "ONDERWIJSSTRUCTUUR"), {}};
    for (const Fact& fact : facts) {
      std::string value = fact.value(row);
      if (!value.empty()) school.facts.emplace_back(fact.role, std::move(value));
    }
    schools.push_back(std::move(school));
  }
  return schools;
}

RegisterComparison compare_with_register(std::string_view bytes, const std::vector<std::string>& municipalities,
                                         const Site& site) {
  RegisterComparison result;
  const auto found = std::find_if(site.collections.begin(), site.collections.end(), [](const Collection& collection) {
    return collection.schema.find(Role::register_code) && collection.schema.find(Role::register_site);
  });
  if (found == site.collections.end()) {
    result.refusal = {
        "Geen verzameling van deze site heeft velden met de code en het nummer van een vestiging (in het schema: "
        "'role: register_code' en 'role: register_site').",
        "No collection of this site has fields with the code and the number of a site (in the schema: 'role: "
        "register_code' and 'role: register_site')."};
    return result;
  }
  result.collection = static_cast<std::uint16_t>(found - site.collections.begin());
  const std::vector<Row> rows = rows_of(bytes, result.refusal);
  if (result.refusal.empty()) result.refusal = none_in(municipalities, rows);
  if (!result.refusal.empty()) return result;
  Comparer comparer(site, result);
  for (const Row& row : rows) {
    if (is_in(row, municipalities)) comparer.take(row);
  }
  comparer.finish();
  return result;
}

ChangeSet changes_of(const RegisterEntry& entry, const Schema& schema, const std::string& collection,
                     const YamlNode& values, const std::vector<std::string>& left) {
  ChangeSet changes{collection, entry.entry, schema.claims.editors_checker, "", {}};
  for (const RegisterDifference& difference : entry.differences) {
    const std::optional<FieldIndex> index = schema.find(difference.field);
    if (!index || std::find(left.begin(), left.end(), difference.field) != left.end()) continue;
    const YamlNode* seen = value_of_field(values, schema.fields[*index]);
    changes.fields.push_back(
        {difference.field, seen == nullptr ? std::nullopt : std::optional(*seen), yaml_text(difference.there)});
  }
  return changes;
}

std::string register_as_text(const RegisterComparison& comparison, Language language) {
  const bool english = language == Language::en;
  if (!comparison.refusal.empty()) return std::string(comparison.refusal.in(language)) + "\n";
  const std::string_view counts =
      english ? "Schools in the register: {}. Different: {}; not on the site: {}; on the site and not in the register: "
                "{}.\n"
              : "Vestigingen in het register: {}. Anders: {}; niet op de site: {}; op de site en niet in het register: "
                "{}.\n";
  std::string text = fmt::format(fmt::runtime(counts), comparison.rows, comparison.changed.size(),
                                 comparison.only_there.size(), comparison.only_here.size());
  if (!comparison.changed.empty()) text += english ? "\nDifferent\n" : "\nAnders\n";
  for (const RegisterEntry& entry : comparison.changed) {
    text += fmt::format("- {} ({})\n", printable(entry.entry), printable(entry.code));
    for (const RegisterDifference& difference : entry.differences) {
      const std::string_view nothing = english ? "nothing yet" : "nog niets";
      text += fmt::format("    {} ({}): {} → {}\n", difference.label.in(language), difference.field,
                          difference.here.empty() ? std::string(nothing) : printable(difference.here),
                          printable(difference.there));
    }
  }
  if (!comparison.only_there.empty()) text += english ? "\nNot on the site\n" : "\nNiet op de site\n";
  for (const RegisterEntry& entry : comparison.only_there)
    text += fmt::format("- {} {}, {}\n", printable(entry.code), printable(entry.name), printable(entry.place));
  if (!comparison.only_here.empty())
    text += english ? "\nNot in the register (closed, moved or another code)\n"
                    : "\nNiet in het register (opgeheven, verhuisd of een andere code)\n";
  for (const RegisterEntry& entry : comparison.only_here)
    text += fmt::format("- {} {}\n", printable(entry.code), printable(entry.name));
  return text;
}

}  // namespace wegwijs
