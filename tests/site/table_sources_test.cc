// Every number of the data files under content/tabellen stands in the document that its description names, in one of
// the forms in which a number is printed, and the numbers of a row stand there one after the other.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "files/temporary_folder.h"
#include "site_under_test.h"
#include "source/yaml_tree.h"
#include "text/ascii.h"

using namespace wegwijs;

namespace {

const std::filesystem::path tables_folder = std::filesystem::path(WEGWIJS_SOURCE) / "content/tabellen";
const std::filesystem::path seeds_folder = std::filesystem::path(WEGWIJS_SHARED) / "seeds";

enum class Kind : std::uint8_t { words, number, percentage };

struct DataTable {
  std::string id;
  std::vector<std::string> documents;  // ids in content/bronnen
  std::vector<std::string> parts;      // of those documents, in words
  std::vector<std::string> columns;
  std::vector<Kind> kinds;                     // of the columns
  std::vector<std::vector<std::string>> rows;  // the header of the file is the first
};

/// Commas between cells, quotes around a cell that holds one, "" for a quote in it.
std::vector<std::vector<std::string>> csv_rows(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  bool is_quoted = false;
  bool begins_row = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (begins_row) rows.push_back({""});
    begins_row = false;
    std::string& cell = rows.back().back();
    if (is_quoted && text[at] == '"' && text.substr(at + 1, 1) == "\"") {
      cell.push_back(text[++at]);
    } else if (text[at] == '"') {
      is_quoted = !is_quoted;
    } else if (!is_quoted && text[at] == ',') {
      rows.back().emplace_back();
    } else if (!is_quoted && text[at] == '\n') {
      begins_row = true;
    } else if (is_quoted || text[at] != '\r') {
      cell.push_back(text[at]);
    }
  }
  return rows;
}

std::string text_of(const YamlNode& node, std::string_view key) {
  const YamlNode* value = node.find(key);
  return value == nullptr ? "" : value->text;
}

DataTable read_table(const std::filesystem::path& description) {
  INFO(description);
  const std::string bytes = bytes_of(description);
  Diagnostics diagnostics;
  const YamlNode top = read_yaml(bytes, FileId{0}, 0, diagnostics).value();
  const YamlNode* table = top.find("tabel");
  const YamlNode* sources = top.find("bronnen");
  REQUIRE(table != nullptr);
  REQUIRE(table->find("kolommen") != nullptr);
  REQUIRE(sources != nullptr);
  DataTable result{description.stem().string(), {}, {}, {}, {}, {}};
  for (const YamlNode& source : sources->elements) {
    result.documents.push_back(text_of(source, "document"));
    result.parts.push_back(text_of(source, "onderdeel"));
  }
  for (const YamlNode& column : table->find("kolommen")->elements) {
    const std::string kind = text_of(column, "soort");
    result.columns.push_back(text_of(column, "id"));
    result.kinds.push_back(kind == "tekst" ? Kind::words : kind == "procent" ? Kind::percentage : Kind::number);
  }
  result.rows = csv_rows(bytes_of(description.parent_path() / text_of(*table, "bestand")));
  return result;
}

std::vector<DataTable> all_tables() {
  std::vector<std::filesystem::path> descriptions;
  for (const auto& file : std::filesystem::directory_iterator(tables_folder)) {
    if (file.path().extension() == ".yaml" && file.path().stem() != "_schema") descriptions.push_back(file.path());
  }
  std::sort(descriptions.begin(), descriptions.end());
  std::vector<DataTable> tables;
  for (const auto& description : descriptions) tables.push_back(read_table(description));
  return tables;
}

/// A source text on one line, without the marks of emphasis.
std::string source_text(const std::string& document) {
  static const std::map<std::string, std::string> beginnings{{"activiteitenoverzicht-2025", "000"},
                                                             {"ondersteuningsplan-2024-2028", "001"},
                                                             {"jaarverslag-2024", "002"},
                                                             {"jaarplan-po-2020-2021", "003"},
                                                             {"jaarplan-passend-onderwijs-en-jeugdhulp-2021", "004"}};
  const auto beginning = beginnings.find(document);
  INFO("no source text is known for " << document);
  REQUIRE(beginning != beginnings.end());
  for (const auto& file : std::filesystem::directory_iterator(seeds_folder)) {
    if (!file.path().filename().string().starts_with(beginning->second)) continue;
    std::string text = bytes_of(file.path());
    std::erase(text, '*');
    return visible_text(text);
  }
  FAIL("the source text is not there");
  return "";
}

std::string source_text(const DataTable& table) {
  std::string text;
  const std::set<std::string> documents(table.documents.begin(), table.documents.end());
  for (const std::string& document : documents) text += source_text(document) + " | ";
  return text;
}

/// "-1234.5" as "1234,5", "1.234,5", "1234.5" and "1.234.5": a minus is a word or brackets in print.
std::vector<std::string> printed_forms(std::string_view number) {
  if (number.starts_with('-')) number.remove_prefix(1);
  const std::string whole(number.substr(0, number.find('.')));
  const std::string decimals(number.substr(whole.size()));
  std::string grouped = whole;
  for (std::size_t at = whole.size(); at > 3; at -= 3) grouped.insert(at - 3, ".");
  if (decimals.empty()) return {whole, grouped};
  const std::string after_comma = "," + decimals.substr(1);
  return {whole + after_comma, grouped + after_comma, whole + decimals};
}

bool is_letter_or_digit(char character) {
  return is_digit(character) || is_letter(character);
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

/// No part of a longer number or of a word, as 12 is in "112", "12.000", "3,12", "2012" and "5a".
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  const auto is_point = [&](std::size_t at) { return at < text.size() && (text[at] == '.' || text[at] == ','); };
  const bool joins_before = begin > 0 && (is_letter_or_digit(text[begin - 1]) ||
                                          (begin > 1 && is_point(begin - 1) && is_digit_at(text, begin - 2)));
  const bool joins_after =
      (end < text.size() && is_letter_or_digit(text[end])) || (is_point(end) && is_digit_at(text, end + 1));
  return !joins_before && !joins_after;
}

/// Where the number that is printed at `begin` ends, when it is `number`; a percentage has its sign, another has none.
std::optional<std::size_t> end_of_number(std::string_view text, std::size_t begin, std::string_view number, Kind kind) {
  for (const std::string& form : printed_forms(number)) {
    const std::size_t end = begin + form.size();
    const bool has_sign = end < text.size() && text[end] == '%';
    if (text.substr(begin).starts_with(form) && stands_alone(text, begin, end) &&
        has_sign == (kind == Kind::percentage)) {
      return end;
    }
  }
  return std::nullopt;
}

struct Cell {
  std::string number;
  Kind kind;
};

/// The cells of one row that hold a number.
std::vector<Cell> numbers_of(const DataTable& table, const std::vector<std::string>& row) {
  std::vector<Cell> cells;
  for (std::size_t column = 0; column < table.kinds.size(); ++column) {
    if (table.kinds[column] != Kind::words && !row[column].empty()) {
      cells.push_back({row[column], table.kinds[column]});
    }
  }
  return cells;
}

/// Are the cells printed one after the other from `begin` on, with only a few signs and words between them?
bool follow_each_other(std::string_view text, std::size_t begin, const std::vector<Cell>& cells) {
  static constexpr std::size_t widest_gap = 24;
  for (const Cell& cell : cells) {
    const std::size_t digit = text.find_first_of("0123456789", begin);
    if (digit == std::string_view::npos || digit - begin > widest_gap) return false;
    const std::optional<std::size_t> end = end_of_number(text, digit, cell.number, cell.kind);
    if (!end) return false;
    begin = *end;
  }
  return true;
}

/// Anywhere in the text.
bool is_printed(std::string_view text, const std::vector<Cell>& cells) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_digit(text[at]) && follow_each_other(text, at, cells)) return true;
  }
  return false;
}

/// Directly behind the name of the row.
bool is_printed_after(std::string_view name, std::string_view text, const std::vector<Cell>& cells) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    if (follow_each_other(text, at + name.size(), cells)) return true;
  }
  return false;
}

/// "tabel: rij: kolom: getal" for every number that the text does not have.
std::set<std::string> unprinted_cells(const DataTable& table, std::string_view text) {
  std::set<std::string> missing;
  for (std::size_t row = 1; row < table.rows.size(); ++row) {
    const std::vector<std::string>& cells = table.rows[row];
    for (std::size_t column = 0; column < table.kinds.size(); ++column) {
      if (table.kinds[column] == Kind::words || cells[column].empty()) continue;
      if (is_printed(text, {{cells[column], table.kinds[column]}})) continue;
      missing.insert(table.id + ": " + cells[0] + ": " + table.columns[column] + ": " + cells[column]);
    }
  }
  return missing;
}

/// "tabel: rij" for every row of which the text does not have the numbers one after the other. A table that the
/// document prints as a table has them behind the name of the row.
std::set<std::string> scattered_rows(const DataTable& table, std::string_view text) {
  const bool is_printed_table = table.parts.front().starts_with("Tabel ");
  std::set<std::string> scattered;
  for (std::size_t row = 1; row < table.rows.size(); ++row) {
    const std::string& name = table.rows[row][0];
    const std::vector<Cell> cells = numbers_of(table, table.rows[row]);
    const bool found = is_printed_table ? is_printed_after(name, text, cells) : is_printed(text, cells);
    if (!cells.empty() && !found) scattered.insert(table.id + ": " + name);
  }
  return scattered;
}

}  // namespace

TEST_CASE("a number is found in the forms in which it is printed, and never inside another one", "[content]") {
  const auto has = [](std::string_view text, const std::string& number, Kind kind = Kind::number) {
    return is_printed(text, {{number, kind}});
  };
  for (const char* text : {"1234 dossiers", "€ 1.234", "samen 1.234.", "(1.234)", "van 1234, en"}) {
    INFO(text);
    CHECK(has(text, "1234"));
    CHECK(has(text, "-1234"));
  }
  for (const char* text :
       {"11234", "12345", "1.2345", "21.234", "1.234.567", "1234,5", "1234a", "tabel1234", "1234%"}) {
    INFO(text);
    CHECK_FALSE(has(text, "1234"));
  }
  CHECK(has("een 4.3 gemiddeld", "4.3"));
  CHECK(has("gemiddeld 4,3", "4.3"));
  CHECK_FALSE(has("gemiddeld 4,30", "4.3"));
  CHECK(has("54,0%", "54.0", Kind::percentage));
  CHECK(has("(+50%)", "50", Kind::percentage));
  CHECK_FALSE(has("54,0%", "54", Kind::percentage));
  CHECK_FALSE(has("50 seconden", "50", Kind::percentage));
}

TEST_CASE("a wrong number in a table is reported with its row and column", "[content]") {
  DataTable table{"voorbeeld",
                  {"jaarverslag-2024"},
                  {"Tabel 1; tekst"},
                  {"soort", "y2024", "deel"},
                  {Kind::words, Kind::number, Kind::percentage},
                  csv_rows("soort,y2024,deel\n\"met \"\"dit\"\", en dat\",1200,2.5\nzonder,,\nfout,1300,3\n")};
  const std::string_view text = "met \"dit\", en dat € 1.200 2,5% zonder - - fout 1.301 3%";
  CHECK(unprinted_cells(table, text) == std::set<std::string>{"voorbeeld: fout: y2024: 1300"});
  CHECK(scattered_rows(table, text) == std::set<std::string>{"voorbeeld: fout"});
  const std::string_view swapped = "fout € 1.200 2,5% zonder - - met \"dit\", en dat 1.300 3%";
  CHECK(unprinted_cells(table, swapped).empty());
  CHECK(scattered_rows(table, swapped) == std::set<std::string>{"voorbeeld: fout", "voorbeeld: met \"dit\", en dat"});
  table.parts = {"Financiën"};
  CHECK(scattered_rows(table, swapped).empty());
  CHECK(scattered_rows(table, "2,5% en 1.200, en 1.300 3%") == std::set<std::string>{"voorbeeld: met \"dit\", en dat"});
}

TEST_CASE("every number of the tables stands in the document that it is said to come from", "[content][facts]") {
  if (!std::filesystem::exists(seeds_folder)) {
    std::cout << "overgeslagen: de bronteksten van de tabellen zijn er niet\n";
    return;
  }
  std::set<std::string> missing;
  std::set<std::string> scattered;
  for (const DataTable& table : all_tables()) {
    INFO(table.id);
    REQUIRE(table.rows.size() >= 2);
    CHECK(table.rows[0] == table.columns);
    for (const auto& row : table.rows) REQUIRE(row.size() == table.columns.size());
    const std::string text = source_text(table);
    missing.merge(unprinted_cells(table, text));
    scattered.merge(scattered_rows(table, text));
  }
  CHECK(missing == std::set<std::string>{});
  // The report prints these otherwise: percentages apart from their amounts, years beside each other, a total of two
  // rows, a name over several lines.
  CHECK(scattered == std::set<std::string>{
                         "baten-2024-en-2023: Overheidsbijdragen en subsidies overige overheden",
                         "baten-2024-en-2023: Overige baten",
                         "baten-2024-en-2023: Rijksbijdragen OCW",
                         "baten-2024-en-2023: Totaal zoals de bron het noemt",
                         "bezoekers-website: Gemiddelde tijd op de website (in seconden)",
                         "deelname-vso: 2022",
                         "deelname-vso: 2023",
                         "deelname-vso: 2024",
                         "dossiers-onderwijsadviseurs: Purmercollege",
                         "dossiers-onderwijsadviseurs: School2Care",
                         "dossiers-onderwijsadviseurs: School2Care en Purmercollege samen",
                     });
}

TEST_CASE("each of the twelve tables of the report has a data file", "[content][facts]") {
  std::set<int> printed;
  for (const DataTable& table : all_tables()) {
    if (table.documents.front() != "jaarverslag-2024" || !table.parts.front().starts_with("Tabel ")) continue;
    printed.insert(std::stoi(table.parts.front().substr(6)));
  }
  CHECK(printed == std::set<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
}
