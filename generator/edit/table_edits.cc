#include "edit/table_edits.h"

#include <algorithm>

#include "files/digest.h"
#include "source/csv.h"
#include "source/text_edit.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

std::optional<CsvFile> read_strictly(std::string_view bytes) {
  Diagnostics diagnostics;
  std::optional<CsvFile> file = read_csv(bytes, no_file, diagnostics);
  // Bytes of another encoding are read too, with a message; their places are not those of the file.
  if (!file || !diagnostics.empty()) return std::nullopt;
  return file;
}

std::vector<std::string> texts_of(const std::vector<CsvCell>& row) {
  std::vector<std::string> texts;
  for (const CsvCell& cell : row) texts.push_back(cell.text);
  return texts;
}

std::string as_cell(const std::string& text, char separator) {
  const bool is_plain = text.find_first_of(std::string("\"") + separator) == std::string::npos &&
                        !text.starts_with(' ') && !text.ends_with(' ');
  if (is_plain) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + "\"";
}

std::string as_line(const std::vector<std::string>& row, char separator) {
  std::string line;
  for (std::size_t index = 0; index < row.size(); ++index) {
    if (index > 0) line += separator;
    line += as_cell(row[index], separator);
  }
  return line;
}

/// The beginning of the line of `position`, and the beginning of the next one.
std::size_t line_begin(std::string_view bytes, std::size_t position) {
  const std::size_t before = position == 0 ? std::string_view::npos : bytes.rfind('\n', position - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t next_line(std::string_view bytes, std::size_t position) {
  const std::size_t end = bytes.find('\n', position);
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

/// The edits of one file.
class RowEdits {
 public:
  RowEdits(std::string_view bytes, const CsvFile& file) : bytes_(bytes), file_(file) {}

  std::string with(const std::vector<std::vector<std::string>>& rows) {
    const auto is_same = [&](std::size_t old_row, std::size_t new_row) {
      return texts_of(file_.rows[old_row]) == rows[new_row];
    };
    const std::size_t shortest = std::min(file_.rows.size(), rows.size());
    std::size_t first = 0;
    while (first < shortest && is_same(first, first)) ++first;
    std::size_t last = 0;
    while (last < shortest - first && is_same(file_.rows.size() - 1 - last, rows.size() - 1 - last)) ++last;
    const std::size_t changed = shortest - first - last;
    for (std::size_t index = first; index < first + changed; ++index) change_cells(index, rows[index]);
    for (std::size_t index = first + changed; index < file_.rows.size() - last; ++index) {
      const std::size_t begin = file_.rows[index].front().where.begin;
      edits_.push_back({line_begin(bytes_, begin), next_line(bytes_, begin), ""});
    }
    std::string added;
    for (std::size_t index = first + changed; index < rows.size() - last; ++index)
      added += as_line(rows[index], file_.separator) + line_break();
    if (!added.empty()) insert(first + changed, added);
    return with_edits(bytes_, edits_);
  }

 private:
  std::string line_break() const { return bytes_.find("\r\n") == std::string_view::npos ? "\n" : "\r\n"; }

  void change_cells(std::size_t row, const std::vector<std::string>& wanted) {
    for (std::size_t column = 0; column < wanted.size(); ++column) {
      const CsvCell& cell = file_.rows[row][column];
      if (cell.text == wanted[column]) continue;
      edits_.push_back({cell.where.begin, cell.where.end, as_cell(wanted[column], file_.separator)});
    }
  }

  /// Before the row with this number, or after the last line.
  void insert(std::size_t row, const std::string& lines) {
    if (row < file_.rows.size()) {
      const std::size_t place = line_begin(bytes_, file_.rows[row].front().where.begin);
      edits_.push_back({place, place, lines});
      return;
    }
    const bool is_open_line = !bytes_.ends_with('\n');
    edits_.push_back({bytes_.size(), bytes_.size(), (is_open_line ? line_break() : "") + lines});
  }

  std::string_view bytes_;
  const CsvFile& file_;
  std::vector<TextEdit> edits_;
};

}  // namespace

std::optional<Grid> grid_of(std::string_view bytes) {
  const std::optional<CsvFile> file = read_strictly(bytes);
  if (!file) return std::nullopt;
  Grid grid{hexadecimal(digest_of(bytes)), texts_of(file->header), {}};
  for (const std::vector<CsvCell>& row : file->rows) grid.rows.push_back(texts_of(row));
  return grid;
}

std::optional<std::string> with_rows(std::string_view bytes, const std::vector<std::vector<std::string>>& rows) {
  const std::optional<CsvFile> file = read_strictly(bytes);
  if (!file) return std::nullopt;
  for (const std::vector<std::string>& row : rows) {
    const bool is_whole = row.size() == file->header.size() &&
                          std::all_of(row.begin(), row.end(),
                                      [](const auto& cell) { return cell.find_first_of("\r\n") == std::string::npos; });
    if (!is_whole) return std::nullopt;
  }
  std::string edited = RowEdits(bytes, *file).with(rows);
  const std::optional<Grid> read = grid_of(edited);
  if (!read || read->rows != rows) return std::nullopt;
  return edited;
}

}  // namespace wegwijs
