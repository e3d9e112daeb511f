#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// A data file as rows of texts.
struct Grid {
  std::string digest;  ///< of the bytes
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  ///< each with a cell for every column
};

/// Empty when the file cannot be read without mistakes.
std::optional<Grid> grid_of(std::string_view bytes);

/// The bytes with other rows. Rows that stay keep every byte, and so do the cells of a changed row that stay; new cells
/// are quoted where they must be. Empty when a row has another number of cells than the header, when a cell holds a
/// line break, and when the result does not read as `rows`.
std::optional<std::string> with_rows(std::string_view bytes, const std::vector<std::vector<std::string>>& rows);

}  // namespace wegwijs
