#pragma once

#include "pages/page_data.h"
#include "views/comparison.h"

namespace wegwijs {

/// Above this many compared entries, those with one status are divided by the field `opdelen`.
inline constexpr std::size_t entries_before_division = 60;

/// Makes what a template is told about one kind of support at several entries: its names, the entries by status, and
/// how many nobody looked at.
class ComparisonRowDataBuilder {
 public:
  /// `split_by` divides the entries when `entry_count` is above the limit.
  ComparisonRowDataBuilder(const PageContext& context, std::uint16_t collection, std::optional<FieldIndex> split_by,
                           std::size_t entry_count, DataArena& arena, PageNotes& notes);

  Data row(const ComparisonRow& row);
  /// `id`, `label`, `plain`, `help` and `question` of a field.
  std::vector<Member> names_of(const Field& field);

 private:
  Data status(const ComparedStatus& status);
  Data parts(const std::vector<ComparedClaim>& claims);
  Data part(Data label, const std::vector<ComparedClaim>& claims);
  Data number(std::size_t value) { return arena_.text(std::to_string(value)); }
  Data text(std::string_view text) { return text.empty() ? Data() : arena_.text(text); }
  Language language() const { return context_.site.settings.language; }

  const PageContext& context_;
  const Schema& schema_;
  std::optional<FieldIndex> split_by_;
  std::size_t entry_count_;
  DataArena& arena_;
  PageNotes& notes_;
};

DataShape comparison_names_shape();
DataShape comparison_row_shape();

}  // namespace wegwijs
