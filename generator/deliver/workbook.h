#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deliver/delivery_table.h"

namespace wegwijs {

/// The sheets of a workbook, or why it was refused, in Dutch.
struct Workbook {
  std::vector<Sheet> sheets;
  Label refusal;
};

/// Reads .xlsx and .ods; which of the two it is, its content says. Strict, for files from outside: refused are damaged
/// archives, encryption, doubled names, document types (entities), dates from 1904, indices without a text, cells
/// beyond the limits, and more bytes than the limits, which are looked at before anything is unpacked. Dates become
/// 2026-11-28, truths ja and nee; a formula is marked as one, with the value that it had.
Workbook read_workbook(std::string_view bytes);

Delivery read_delivery_workbook(std::string_view bytes, const Site& site);

inline constexpr std::size_t workbook_part_limit = 16 * 1024 * 1024;  ///< bytes of one unpacked part
inline constexpr std::size_t workbook_row_limit = 20'000;
inline constexpr std::size_t workbook_column_limit = 500;
inline constexpr std::size_t workbook_cell_limit = 400'000;  ///< cells with something in them

}  // namespace wegwijs
