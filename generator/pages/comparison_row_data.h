#pragma once

#include "pages/told.h"
#include "views/comparison.h"

namespace wegwijs {

/// Above this many compared entries, those with one status are divided by the field `opdelen`.
inline constexpr std::size_t entries_before_division = 60;

/// What a template is told of a kind of support wherever it stands: `id`, `label`, `plain`, `help` and `question`.
Data support_names(Teller& teller, const Field& field);
DataShape support_names_shape(const ShapeScope& scope);

/// Tells about one kind of support at several entries: its names, the entries by status, and how many nobody looked at.
struct ComparisonRowTeller : Teller {
  /// `split_field` divides the entries when `entry_count` is above the limit.
  ComparisonRowTeller(const PageContext& page_context, std::uint16_t collection, std::optional<FieldIndex> split_field,
                      std::size_t entry_count, DataArena& data_arena, PageNotes& page_notes);

  Data row(const ComparisonRow& row);

  const Schema& schema;
  std::optional<FieldIndex> split_by;  ///< none: the entries are not divided
  PageNotes& notes;
};

DataShape comparison_row_shape(const ShapeScope& scope);

}  // namespace wegwijs
