#include "schema/row_records.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "diagnostic/few_of_many.h"
#include "schema/key_check.h"
#include "schema/meant_value.h"
#include "schema/read_record.h"
#include "schema/record_rules.h"
#include "schema/row_rules.h"
#include "schema/table_cells.h"
#include "schema/table_rules.h"
#include "text/folding.h"
#include "text/slug.h"
#include "text/trimmed.h"

namespace wegwijs {
namespace {

bool is_list(FieldType type) {
  return type == FieldType::choices || type == FieldType::references || type == FieldType::source_list;
}

/// The cell in the form in which a file would hold it. What is uncertain stays as it is, and is reported as elsewhere.
std::string as_in_a_file(std::string_view cell, FieldType type) {
  const bool has_digits_only = cell.find_first_not_of("0123456789-/: ") == std::string_view::npos;
  std::string meant;
  if (type == FieldType::date && has_digits_only && !read_date(cell)) meant = meant_date(cell);
  if (type == FieldType::time && has_digits_only && !read_time(cell)) meant = meant_time(cell);
  return meant.empty() ? std::string(cell) : meant;
}

/// An option by its id or by its label, whatever the capitals: tables are made by people who see labels.
std::string option_in_cell(std::string_view cell, const Field& field) {
  const std::string slug = slug_for(cell);
  for (const Option& option : field.options) {
    if (slug == slug_for(option.id) || slug == slug_for(option.label.nl)) return option.id;
  }
  return std::string(cell);
}

std::string as_in_a_file(std::string_view cell, const Field& field) {
  return field.options.empty() ? as_in_a_file(cell, field.type) : option_in_cell(cell, field);
}

YamlNode scalar(std::string text, SourceSpan where) {
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  node.text = std::move(text);
  node.where = where;
  return node;
}

YamlNode node_of(const CsvCell& cell, const Field& field) {
  std::string_view text = trimmed(cell.text);
  if (!is_list(field.type) || text.find(',') == std::string_view::npos)
    return scalar(as_in_a_file(text, field), cell.where);
  YamlNode list;
  list.kind = YamlNode::Kind::sequence;
  list.where = cell.where;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    const std::string_view part = trimmed(text.substr(0, end));
    if (!part.empty()) list.elements.push_back(scalar(as_in_a_file(part, field), cell.where));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

void allow_titles(Record& record) {
  for (FieldValue& value : record.values()) {
    auto* references = std::get_if<References>(&value.value);
    if (references == nullptr) continue;
    for (Reference& reference : references->entries) reference.may_be_title = true;
  }
}

class RowReader {
 public:
  RowReader(const CsvFile& csv, const YamlNode* common, const Schema& schema, Diagnostics& diagnostics)
      : csv_(csv), common_(common), schema_(schema), diagnostics_(diagnostics) {}

  std::optional<std::vector<RowRecord>> read() {
    if (!columns_fit()) return std::nullopt;
    std::vector<RowRecord> rows;
    std::map<std::string, std::size_t> ids;
    Diagnostics found;
    for (const std::vector<CsvCell>& cells : csv_.rows) {
      if (is_empty(cells) || is_header(cells) || is_total(cells) || is_repeated(cells)) continue;
      report_spreadsheet(cells);
      const YamlNode node = node_of_row(cells);
      RowRecord row{read_record(node, schema_, found), id_of(node), node.where};
      allow_titles(row.record);
      // Two rows may be about one thing: two rounds on one day.
      const std::size_t times = ++ids[row.id];
      if (times > 1) row.id += "-" + std::to_string(times);
      rows.push_back(std::move(row));
    }
    if (rows.empty() && csv_.left_out == 0) diagnostics_.report(table_without_rows, csv_.header.front().where);
    report_by_column(std::move(found), rows.size());
    return rows;
  }

 private:
  /// A column whose cells are wrong one after another has one cause, which is told above the first few of them.
  void report_by_column(Diagnostics&& found, std::size_t rows) {
    if (!found.has_errors()) return diagnostics_.append(std::move(found));
    const std::unordered_map<std::uint32_t, std::size_t> columns = columns_by_place();
    const auto column_of = [&](const Diagnostic& one) -> std::optional<std::size_t> {
      const bool is_of_table = one.where.file == csv_.header.front().where.file;
      const auto column = columns.find(one.where.begin);
      const bool is_error = one.rule->severity == Severity::error;
      return is_error && is_of_table && column != columns.end() ? std::optional(column->second) : std::nullopt;
    };
    const auto tell_rest = [&](std::size_t column, const ManyFindings& wrong, Diagnostics& told) {
      const CsvCell& name = csv_.header[column];
      told.report(column_wrong, name.where,
                  {name.text, std::to_string(wrong.count), std::to_string(rows), std::to_string(wrong.told)});
    };
    append_few_of_many(std::move(found), {10, 3}, column_of, tell_rest, diagnostics_);
  }

  /// The number of the column of each cell, by where the cell begins.
  std::unordered_map<std::uint32_t, std::size_t> columns_by_place() const {
    std::unordered_map<std::uint32_t, std::size_t> columns;
    for (const std::vector<CsvCell>& cells : csv_.rows) {
      for (std::size_t index = 0; index < cells.size(); ++index) columns.emplace(cells[index].where.begin, index);
    }
    return columns;
  }

  bool is_header(const std::vector<CsvCell>& cells) {
    const bool is_same =
        std::equal(cells.begin(), cells.end(), csv_.header.begin(), csv_.header.end(),
                   [](const CsvCell& cell, const CsvCell& name) { return trimmed(cell.text) == trimmed(name.text); });
    if (is_same) diagnostics_.report(header_repeated, where_of(cells));
    return is_same;
  }

  /// A line that a spreadsheet adds below its columns: it begins with a word for a sum and lacks what every entry has.
  bool is_total(const std::vector<CsvCell>& cells) {
    constexpr std::array<std::string_view, 6> sums{"totaal", "eindtotaal", "subtotaal", "total", "grand total", "som"};
    const auto first =
        std::find_if(cells.begin(), cells.end(), [](const CsvCell& cell) { return !trimmed(cell.text).empty(); });
    std::string word = folded(trimmed(first->text));
    word.erase(word.find_last_not_of(" :") + 1);
    if (std::find(sums.begin(), sums.end(), word) == sums.end()) return false;
    for (std::size_t index = 0; index < cells.size(); ++index) {
      const Field& field = schema_.fields[*columns_[index]];
      if (!field.required || !trimmed(cells[index].text).empty()) continue;
      diagnostics_.report(total_row, where_of(cells), {first->text, field.id});
      return true;
    }
    return false;
  }

  /// What a spreadsheet made of a text: a formula, or an error value.
  void report_spreadsheet(const std::vector<CsvCell>& cells) {
    for (std::size_t index = 0; index < cells.size(); ++index) {
      if (schema_.fields[*columns_[index]].type != FieldType::text) continue;
      if (const std::optional<BilingualText> why = spreadsheet_made(cells[index].text))
        diagnostics_.report(table_cell_changed, cells[index].where, {cells[index].text, *why});
    }
  }

  bool columns_fit() {
    const Argument what =
        schema_.label_one.empty() ? Argument(schema_.id) : Argument(schema_.label_one.nl, schema_.label_one.en);
    std::vector<std::string_view> known;
    for (const Field& field : schema_.fields) known.push_back(field.id);
    const bool has_names = std::any_of(csv_.header.begin(), csv_.header.end(), [&](const CsvCell& cell) {
      return schema_.find(trimmed(cell.text)) || !meant_key(cell.text, known).empty();
    });
    if (!has_names) {
      diagnostics_.report(
          columns_absent,
          {csv_.header.front().where.file, csv_.header.front().where.begin, csv_.header.back().where.end},
          {names_of_columns()});
      return false;
    }
    bool fit = true;
    for (const CsvCell& cell : csv_.header) {
      columns_.push_back(schema_.find(trimmed(cell.text)));
      if (columns_.back()) continue;
      diagnostics_.report(unknown_field, cell.where, {cell.text, what}, meant_key(cell.text, known));
      fit = false;
    }
    for (std::size_t index = 0; fit && index < schema_.fields.size(); ++index) {
      const Field& field = schema_.fields[index];
      const bool is_column =
          std::find(columns_.begin(), columns_.end(), static_cast<FieldIndex>(index)) != columns_.end();
      const bool is_common = common_ != nullptr && common_->find(field.id) != nullptr;
      if (!field.required || field.is_worked_out() || is_column || is_common) continue;
      diagnostics_.report(column_missing, csv_.header.front().where, {field.id, {field.label.nl, field.label.en}});
      fit = false;
    }
    return fit;
  }

  std::string names_of_columns() const {
    std::string names;
    for (const Field& field : schema_.fields) {
      const bool is_common = common_ != nullptr && common_->find(field.id) != nullptr;
      if (!field.required || field.is_worked_out() || is_common) continue;
      names += (names.empty() ? "" : ",") + field.id;
    }
    return names;
  }

  static bool is_empty(const std::vector<CsvCell>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const CsvCell& cell) { return trimmed(cell.text).empty(); });
  }

  bool is_repeated(const std::vector<CsvCell>& cells) {
    std::vector<std::string> texts;
    for (const CsvCell& cell : cells) texts.emplace_back(trimmed(cell.text));
    if (seen_.insert(std::move(texts)).second) return false;
    diagnostics_.report(row_repeated, where_of(cells));
    return true;
  }

  static SourceSpan where_of(const std::vector<CsvCell>& cells) {
    return {cells.front().where.file, cells.front().where.begin, cells.back().where.end};
  }

  YamlNode node_of_row(const std::vector<CsvCell>& cells) const {
    YamlNode node;
    node.kind = YamlNode::Kind::map;
    node.where = where_of(cells);
    for (std::size_t index = 0; index < cells.size(); ++index) {
      if (trimmed(cells[index].text).empty()) continue;
      const Field& field = schema_.fields[*columns_[index]];
      node.entries.push_back({field.id, csv_.header[index].where, node_of(cells[index], field)});
    }
    if (common_ == nullptr) return node;
    for (const YamlNode::Entry& entry : common_->entries) {
      if (node.find(entry.key) == nullptr) node.entries.push_back(entry);
    }
    return node;
  }

  /// Out of what the row says in its own words, so that the id stays the same when other rows come and go.
  std::string id_of(const YamlNode& node) const {
    const std::optional<FieldIndex> index = schema_.find(Role::id);
    if (!index) return "";
    const Field& field = schema_.fields[*index];
    if (const YamlNode* own = node.find(field.id)) return slug_for(own->text);
    std::string id;
    for (const std::string& name : names_in_braces(field.made_of)) {
      const YamlNode* part = node.find(name);
      if (part != nullptr && !part->text.empty()) id += (id.empty() ? "" : "-") + slug_for(part->text);
    }
    return id;
  }

  const CsvFile& csv_;
  const YamlNode* common_;
  const Schema& schema_;
  Diagnostics& diagnostics_;
  std::vector<std::optional<FieldIndex>> columns_;  ///< of each cell of the header
  std::set<std::vector<std::string>> seen_;
};

}  // namespace

std::optional<std::vector<RowRecord>> read_row_records(const CsvFile& csv, const YamlNode* common, const Schema& schema,
                                                       Diagnostics& diagnostics) {
  return RowReader(csv, common, schema, diagnostics).read();
}

}  // namespace wegwijs
