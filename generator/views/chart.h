#pragma once

#include <string>
#include <vector>

#include "schema/table.h"

namespace wegwijs {

/// One bar. Its length is in tenths of a percent of the room that there is, so that the drawing has no size of its own
/// and letters beside it keep theirs on every screen.
struct ChartBar {
  std::string label;   ///< the column; empty when only one is drawn
  std::string amount;  ///< in words; empty: the source gives no number here, and no bar is drawn
  std::string share;   ///< of a chart of shares: "64%", rounded; empty when the amount is one
  int permille = 0;    ///< 1000: the longest bar of the chart, or in a chart of shares the whole
};

struct ChartRow {
  std::string name;
  std::vector<ChartBar> bars;
};

/// What a row says in short: its first and last number that are given. `to` is null when there is only one.
struct ChartSentence {
  std::string name;
  const ChartBar* from = nullptr;
  const ChartBar* to = nullptr;
};

struct Chart {
  ChartKind kind = ChartKind::bars;
  std::vector<ChartRow> rows;
  std::string whole;   ///< of a chart of shares: the sum of its rows, in words; empty when they are percentages
  std::string column;  ///< title of the column when only one is drawn
};

/// The geometry of the chart of `table`. Bars begin at zero and share one scale. Precondition: `table.chart` is given;
/// `fill_table` saw to it that it can be drawn.
Chart chart_of(const Table& table, Language language);

/// The same in words, for those who cannot see: one sentence for each row of a chart of bars that has a number. Points
/// into `chart`.
std::vector<ChartSentence> sentences_of(const Chart& chart);

/// "75.9%": what SVG wants as a length.
std::string length_in_percent(int permille);

}  // namespace wegwijs
