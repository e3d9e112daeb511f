#include <algorithm>
#include <array>
#include <utility>

#include "schema/key_check.h"
#include "schema/read_value.h"
#include "schema/table_rules.h"
#include "schema/value_rules.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

template <typename Kind>
using KindWord = std::pair<std::string_view, Kind>;

constexpr std::array column_words{
    KindWord<ColumnKind>{"tekst", ColumnKind::text}, KindWord<ColumnKind>{"getal", ColumnKind::number},
    KindWord<ColumnKind>{"euro", ColumnKind::euro}, KindWord<ColumnKind>{"procent", ColumnKind::percent}};
constexpr std::array chart_words{KindWord<ChartKind>{"staven", ChartKind::bars},
                                 KindWord<ChartKind>{"aandelen", ChartKind::shares}};

/// The value of `soort`; reports a word that is none.
template <typename Kind, std::size_t size>
std::optional<Kind> read_kind(const MapReader& reader, const std::array<KindWord<Kind>, size>& words,
                              Diagnostics& diagnostics) {
  const std::optional<std::string> word = reader.required_text("soort");
  if (!word) return std::nullopt;
  const auto* found = std::find_if(words.begin(), words.end(), [&](const auto& one) { return one.first == *word; });
  if (found != words.end()) return found->second;
  std::vector<std::string_view> known;
  std::string listed;
  for (const auto& [one, kind] : words) {
    known.push_back(one);
    listed += (listed.empty() ? "" : ", ") + std::string(one);
  }
  diagnostics.report(unknown_option, reader.find("soort")->where, {*word, "soort", listed},
                     nearest_word(*word, known).value_or(""));
  return std::nullopt;
}

TableColumn read_column(const YamlNode& node, Diagnostics& diagnostics) {
  const MapReader reader(node, {"een kolom", "a column"}, diagnostics);
  reader.check_keys({"id", "titel", "soort", "eenheid"});
  TableColumn column;
  column.id = reader.required_text("id").value_or("");
  column.title = reader.required_text("titel").value_or("");
  column.kind = read_kind(reader, column_words, diagnostics).value_or(ColumnKind::text);
  column.unit = reader.text("eenheid").value_or("");
  const YamlNode* id = reader.find("id");
  column.where = id == nullptr ? node.where : id->where;
  return column;
}

std::vector<TableColumn> read_columns(const MapReader& reader, Diagnostics& diagnostics) {
  std::vector<TableColumn> columns;
  for (const YamlNode& element : reader.elements("kolommen")) {
    TableColumn column = read_column(element, diagnostics);
    const bool is_repeated =
        std::any_of(columns.begin(), columns.end(), [&](const TableColumn& one) { return one.id == column.id; });
    if (is_repeated) diagnostics.report(repeated_option, column.where, {column.id, "kolommen"});
    if (!is_repeated) columns.push_back(std::move(column));
  }
  return columns;
}

std::vector<WrittenText> read_names(const MapReader& reader, std::string_view key, Diagnostics& diagnostics) {
  std::vector<WrittenText> names;
  for (const YamlNode& element : reader.elements(key)) {
    std::optional<std::string> name = read_filled_text(element, key, diagnostics);
    if (name) names.push_back({std::move(*name), element.where});
  }
  return names;
}

std::optional<ChartRule> read_chart(const YamlNode& node, Diagnostics& diagnostics) {
  const MapReader reader(node, {"een grafiek", "a chart"}, diagnostics);
  reader.check_keys({"soort", "rijen", "kolommen", "titel"});
  const std::optional<ChartKind> kind = read_kind(reader, chart_words, diagnostics);
  std::optional<std::string> title = reader.required_text("titel");
  if (!kind || !title) return std::nullopt;
  return ChartRule{*kind,
                   std::move(*title),
                   read_names(reader, "rijen", diagnostics),
                   read_names(reader, "kolommen", diagnostics),
                   node.where,
                   {},
                   {}};
}

/// A file of this folder and no other, so that a table and its description stay together.
bool is_name_of_data_file(std::string_view name) {
  return name.ends_with(".csv") && name.find_first_of("/\\") == std::string_view::npos && !name.starts_with('.');
}

}  // namespace

std::optional<Value> read_table(const YamlNode& node, const Field& field, Diagnostics& diagnostics) {
  if (node.kind != YamlNode::Kind::map) {
    report_wrong_value(node, field.id,
                       {"een beschrijving met 'bestand' en 'kolommen'", "a description with 'bestand' and 'kolommen'"},
                       diagnostics);
    return std::nullopt;
  }
  const MapReader reader(node, {"een tabel", "a table"}, diagnostics);
  reader.check_keys({"bestand", "kolommen", "grafiek"});
  const std::optional<std::string> file = reader.required_text("bestand");
  if (!file) return std::nullopt;
  const YamlNode& file_node = *reader.find("bestand");
  if (!is_name_of_data_file(*file)) {
    report_wrong_value(file_node, "bestand",
                       {"de naam van een bestand in deze map, als 'tabel-05.csv'",
                        "the name of a file in this folder, such as 'tabel-05.csv'"},
                       diagnostics);
    return std::nullopt;
  }
  Table table;
  table.file = {*file, file_node.where};
  table.columns = read_columns(reader, diagnostics);
  const auto names = std::find_if(table.columns.begin(), table.columns.end(),
                                  [](const TableColumn& column) { return column.kind == ColumnKind::text; });
  if (names == table.columns.end()) {
    diagnostics.report(table_without_row_names, node.where);
    return std::nullopt;
  }
  table.name_column = static_cast<std::size_t>(names - table.columns.begin());
  if (const YamlNode* chart = reader.find("grafiek")) table.chart = read_chart(*chart, diagnostics);
  Tables tables;
  tables.tables.push_back(std::move(table));
  return tables;
}

}  // namespace wegwijs
