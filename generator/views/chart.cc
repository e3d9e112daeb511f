#include "views/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "views/claims.h"
#include "views/table.h"

namespace wegwijs {
namespace {

const std::optional<Number>& number_at(const Table& table, std::size_t row, std::size_t column) {
  return table.rows[row][column].number;
}

/// The number that fills the room: the largest, or the sum when shares are drawn.
double full_length(const Table& table, const ChartRule& rule) {
  double largest = 0;
  double sum = 0;
  for (const std::size_t row : rule.drawn_rows) {
    for (const std::size_t column : rule.drawn_columns) {
      const std::optional<Number>& number = number_at(table, row, column);
      if (!number) continue;
      largest = std::max(largest, number->value);
      sum += number->value;
    }
  }
  return rule.kind == ChartKind::shares ? sum : largest;
}

/// The sum with the decimals of the number that has most of them, so that no digits are made up or lost.
Number sum_of(const Table& table, const ChartRule& rule) {
  double sum = 0;
  std::size_t decimals = 0;
  for (const std::size_t row : rule.drawn_rows) {
    const std::optional<Number>& number = number_at(table, row, rule.drawn_columns.front());
    if (!number) continue;
    sum += number->value;
    const std::size_t point = number->written.find('.');
    if (point != std::string::npos) decimals = std::max(decimals, number->written.size() - point - 1);
  }
  return {fmt::format("{:.{}f}", sum, decimals), sum};
}

/// In whole percents, but never "0%" of something nor "100%" of less than all.
std::string share_in_words(double part, double whole, Language language) {
  const double percent = 100 * part / whole;
  const bool is_some = part > 0 && part < whole;
  const long rounded = std::lround(percent);
  if (!is_some || (rounded > 0 && rounded < 100)) return fmt::format("{}%", rounded);
  const bool english = language == Language::en;
  constexpr double least = 0.1;
  if (percent < least) return english ? "less than 0.1%" : "minder dan 0,1%";
  if (percent > 100 - least) return english ? "more than 99.9%" : "meer dan 99,9%";
  std::string words = fmt::format("{:.1f}%", percent);
  if (!english) std::replace(words.begin(), words.end(), '.', ',');
  return words;
}

ChartBar bar_of(const Table& table, std::size_t row, std::size_t column, double full, Language language) {
  const ChartRule& rule = *table.chart;
  ChartBar bar;
  if (rule.drawn_columns.size() > 1) bar.label = table.columns[column].title;
  bar.amount = cell_in_words(table.rows[row][column], table.columns[column].kind, language);
  const std::optional<Number>& number = number_at(table, row, column);
  if (!number || full <= 0) return bar;
  bar.permille = static_cast<int>(std::lround(1000 * number->value / full));
  const bool is_share_as_it_is = table.columns[column].kind == ColumnKind::percent;
  if (rule.kind == ChartKind::shares && !is_share_as_it_is) bar.share = share_in_words(number->value, full, language);
  return bar;
}

}  // namespace

Chart chart_of(const Table& table, Language language) {
  const ChartRule& rule = *table.chart;
  const double full = full_length(table, rule);
  Chart chart;
  chart.kind = rule.kind;
  for (const std::size_t row : rule.drawn_rows) {
    ChartRow drawn{table.rows[row][table.name_column].text, {}};
    for (const std::size_t column : rule.drawn_columns)
      drawn.bars.push_back(bar_of(table, row, column, full, language));
    chart.rows.push_back(std::move(drawn));
  }
  const TableColumn& first = table.columns[rule.drawn_columns.front()];
  if (rule.drawn_columns.size() == 1) chart.column = first.title;
  if (rule.kind == ChartKind::shares && first.kind != ColumnKind::percent)
    chart.whole = cell_in_words({"", sum_of(table, rule)}, first.kind, language);
  return chart;
}

std::vector<ChartSentence> sentences_of(const Chart& chart) {
  std::vector<ChartSentence> sentences;
  for (const ChartRow& row : chart.rows) {
    ChartSentence sentence{row.name, nullptr, nullptr};
    for (const ChartBar& bar : row.bars) {
      if (bar.amount.empty()) continue;
      (sentence.from == nullptr ? sentence.from : sentence.to) = &bar;
    }
    if (sentence.from != nullptr) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::string length_in_percent(int permille) {
  return fmt::format("{}.{}%", permille / 10, permille % 10);
}

}  // namespace wegwijs
