#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deliver/delivery_table.h"

namespace wegwijs {

class Archive;

/// Why a workbook cannot be read; thrown and caught within this folder.
struct RefusedWorkbook {
  Label reason;
};

/// Collects the cells of a workbook and holds them to the limits of workbook.h. Throws `RefusedWorkbook`.
class SheetBuilder {
 public:
  void begin_sheet(std::string name);
  void add(std::size_t row, std::size_t column, SheetCell cell);
  /// Marks the cells of a rectangle (both ends included) as one.
  void merge(std::size_t first_row, std::size_t first_column, std::size_t last_row, std::size_t last_column);
  std::vector<Sheet> take() { return std::move(sheets_); }

 private:
  std::vector<Sheet> sheets_;
  std::size_t cells_ = 0;
};

/// Throw `RefusedWorkbook`, and `RefusedDocument` of the archive and its parts.
std::vector<Sheet> read_xlsx(const Archive& archive);
std::vector<Sheet> read_ods(const Archive& archive);

}  // namespace wegwijs
