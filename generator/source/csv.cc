#include "source/csv.h"

#include <fmt/format.h>

#include <algorithm>

#include "diagnostic/few_of_many.h"
#include "source/csv_rules.h"
#include "source/yaml_tree.h"
#include "text/ascii.h"
#include "text/byte_order_mark.h"
#include "text/counted.h"
#include "text/utf8.h"
#include "text/windows_1252.h"

namespace wegwijs {
namespace {

using CsvLine = std::vector<CsvCell>;

class CsvReader {
 public:
  CsvReader(std::string_view bytes, FileId file, Diagnostics& diagnostics)
      : bytes_(bytes), file_(file), diagnostics_(diagnostics) {}

  std::optional<CsvFile> read() {
    if (bytes_.starts_with(byte_order_mark)) begin_ = byte_order_mark.size();
    CsvFile csv;
    if (!find_separator()) return std::nullopt;
    csv.separator = separator_;
    if (!read_header(csv)) return std::nullopt;
    for (std::size_t lines = 0; begin_ < bytes_.size(); ++lines) {
      // Lines that are wrong count too, so that no file gives more than this many messages.
      if (lines == csv_row_limit) return refuse_rows();
      std::optional<CsvLine> line = read_line();
      if (line && is_blank(*line)) continue;
      if (line) drop_empty_end(*line, csv.header.size());
      if (!line || !has_cells(*line, csv.header.size())) continue;
      csv.rows.push_back(std::move(*line));
    }
    csv.left_out = miscounted_.all().size();
    report_miscounted();
    return csv;
  }

 private:
  SourceSpan span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  bool read_header(CsvFile& csv) {
    const std::size_t begin = begin_;
    std::optional<CsvLine> line = read_line();
    if (!line) return false;
    if (is_blank(*line)) {
      diagnostics_.report(csv_empty, span(begin, begin));
      return false;
    }
    drop_empty_end(*line, 1);
    if (line->size() > csv_column_limit) {
      report_too_large(line->front().where, line->size(), csv_column_limit, {"kolommen", "columns"});
      return false;
    }
    csv.header = std::move(*line);
    return names_are_good(csv.header);
  }

  /// Looks at the first line, outside quotes. False when it holds more than one kind of separator, which is reported.
  bool find_separator() {
    const std::size_t end = std::min(bytes_.find_first_of("\r\n", begin_), bytes_.size());
    const std::string_view line = bytes_.substr(begin_, end - begin_);
    constexpr std::string_view named = "sep=";
    if (lower_case(line.substr(0, named.size())) == named && line.size() == named.size() + 1) {
      separator_ = line.back();
      begin_ = std::min(end + (bytes_.substr(end, 2) == "\r\n" ? 2U : 1U), bytes_.size());
      return true;
    }
    std::string found;
    bool is_quoted = false;
    for (const char c : line) {
      if (c == '"') is_quoted = !is_quoted;
      const bool is_separator = !is_quoted && (c == ',' || c == ';' || c == '\t');
      if (is_separator && found.find(c) == std::string::npos) found += c;
    }
    if (found.size() == 1) separator_ = found.front();
    if (found.size() < 2) return true;
    std::sort(found.begin(), found.end());
    diagnostics_.report(csv_other_separator, span(begin_, end), {name_of(found[0]), name_of(found[1])});
    return false;
  }

  static Argument name_of(char separator) {
    if (separator == ',') return {"komma's", "commas"};
    return separator == ';' ? Argument("puntkomma's", "semicolons") : Argument("tabs", "tabs");
  }

  /// Takes the cells after the first `wanted` away as far as they are empty.
  static void drop_empty_end(CsvLine& line, std::size_t wanted) {
    while (line.size() > wanted && line.back().where.begin == line.back().where.end) line.pop_back();
  }

  bool names_are_good(const CsvLine& header) {
    bool good = true;
    for (std::size_t index = 0; index < header.size(); ++index) {
      const CsvCell& cell = header[index];
      const auto earlier = header.begin() + static_cast<std::ptrdiff_t>(index);
      const bool is_repeated =
          std::any_of(header.begin(), earlier, [&](const CsvCell& one) { return one.text == cell.text; });
      if (cell.text.empty()) {
        diagnostics_.report(csv_nameless_column, cell.where);
      } else if (is_repeated) {
        diagnostics_.report(csv_repeated_column, cell.where, {cell.text});
      }
      good = good && !cell.text.empty() && !is_repeated;
    }
    return good;
  }

  /// Also a line of nothing but separators, which is how spreadsheets write an empty one. In a file of documented form
  /// such a line is a row that lacks its name.
  bool is_blank(const CsvLine& line) const {
    if (separator_ == ',' && line.size() > 1) return false;
    return std::all_of(line.begin(), line.end(),
                       [](const CsvCell& cell) { return cell.where.begin == cell.where.end; });
  }

  bool has_cells(const CsvLine& line, std::size_t wanted) {
    if (line.size() == wanted) return true;
    const SourceSpan where = span(line.front().where.begin, line.back().where.end);
    miscounted_.report(csv_cell_count, where,
                       {Argument(counted(line.size(), "cel", "cellen"), counted(line.size(), "cell", "cells")),
                        std::to_string(wanted)});
    return false;
  }

  void report_miscounted() {
    const auto cause_of = [](const Diagnostic& one) { return std::optional(one.rule); };
    const auto tell_rest = [](const Rule*, const ManyFindings& lines, Diagnostics& told) {
      told.report(csv_more_cell_counts, lines.last_told.where, {std::to_string(lines.others())});
    };
    append_few_of_many(std::move(miscounted_), {5, 5}, cause_of, tell_rest, diagnostics_);
  }

  void report_too_large(SourceSpan where, std::size_t number, std::size_t limit, BilingualText what) {
    const auto amount = [&](std::size_t count) {
      return Argument(fmt::format("{} {}", count, what.nl), fmt::format("{} {}", count, what.en));
    };
    diagnostics_.report(csv_too_large, where, {amount(number), amount(limit)});
  }

  std::optional<CsvFile> refuse_rows() {
    report_miscounted();
    report_too_large(span(begin_, begin_), csv_row_limit + 1, csv_row_limit, {"regels", "lines"});
    return std::nullopt;
  }

  /// Reads the line at `begin_` and goes on to the next. Empty when it was reported.
  std::optional<CsvLine> read_line() {
    const std::size_t end = std::min(bytes_.find_first_of("\r\n", begin_), bytes_.size());
    std::size_t at = begin_;
    begin_ = end + (bytes_.substr(end, 2) == "\r\n" ? 2U : 1U);
    CsvLine line;
    while (true) {
      std::optional<CsvCell> cell = at < end && bytes_[at] == '"' ? quoted_cell(at, end) : bare_cell(at, end);
      if (!cell) return std::nullopt;
      if (cell->text.size() > csv_cell_limit) {
        report_too_large(cell->where, cell->text.size(), csv_cell_limit, {"tekens in een cel", "characters in a cell"});
        return std::nullopt;
      }
      at = cell->where.end;
      line.push_back(std::move(*cell));
      if (at == end) return line;
      ++at;  // the separator
    }
  }

  std::optional<CsvCell> bare_cell(std::size_t begin, std::size_t end) {
    const std::size_t cell_end = std::min(bytes_.substr(0, end).find(separator_, begin), end);
    const std::string_view text = bytes_.substr(begin, cell_end - begin);
    const std::size_t quote = text.find('"');
    if (quote != std::string_view::npos) {
      diagnostics_.report(csv_stray_quote, span(begin + quote, begin + quote + 1));
      return std::nullopt;
    }
    return CsvCell{std::string(text), span(begin, cell_end)};
  }

  std::optional<CsvCell> quoted_cell(std::size_t begin, std::size_t end) {
    std::string text;
    std::size_t at = begin + 1;
    while (true) {
      const std::size_t quote = bytes_.substr(0, end).find('"', at);
      if (quote == std::string_view::npos) {
        diagnostics_.report(csv_open_quote, span(begin, end));
        return std::nullopt;
      }
      text += bytes_.substr(at, quote - at);
      at = quote + 1;
      if (at == end || bytes_[at] != '"') break;
      text += '"';
      ++at;
    }
    if (at < end && bytes_[at] != separator_) {
      diagnostics_.report(csv_stray_quote, span(at - 1, at));
      return std::nullopt;
    }
    return CsvCell{std::move(text), span(begin, at)};
  }

  std::string_view bytes_;
  FileId file_;
  Diagnostics& diagnostics_;
  std::size_t begin_ = 0;   ///< of the next line
  Diagnostics miscounted_;  ///< a finding for each line with another number of cells than the first
  char separator_ = ',';
};

/// At the first word with a letter that only Windows-1252 explains.
void report_windows_1252(std::string_view text, FileId file, Diagnostics& diagnostics) {
  constexpr std::string_view between = " \t\r\n,;\"";
  const auto* letter = std::find_if(text.begin(), text.end(), [](char sign) { return (sign & 0x80) != 0; });
  const auto place = static_cast<std::size_t>(letter - text.begin());
  const std::size_t before = text.find_last_of(between, place);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find_first_of(between, place), text.size());
  const std::string_view word = first_code_points(text.substr(begin, end - begin), 40);
  diagnostics.report(csv_windows_1252,
                     {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + word.size())},
                     {std::string(word)});
}

}  // namespace

std::optional<CsvFile> read_csv(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  if (bytes.size() > csv_size_limit) {
    diagnostics.report(csv_too_large, {file, 0, 0},
                       {fmt::format("{} KB", bytes.size() / 1024), fmt::format("{} KB", csv_size_limit / 1024)});
    return std::nullopt;
  }
  const std::optional<std::string> text = utf8_from_windows_1252(bytes);
  if (text) {
    report_windows_1252(*text, file, diagnostics);
    bytes = *text;
  }
  if (!check_text_encoding(bytes, file, 0, diagnostics)) return std::nullopt;
  return CsvReader(bytes, file, diagnostics).read();
}

}  // namespace wegwijs
