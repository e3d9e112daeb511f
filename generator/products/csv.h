#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wegwijs {

/// Appends one record as RFC 4180 writes it: commas, CR LF at the end, quotes where a cell holds a comma, a quote or
/// a line break.
///
/// A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line break, and so could
/// fetch or send something when opened) gets an apostrophe in front, and so does one that begins with an apostrophe: to
/// have the text back, take one apostrophe away.
void append_csv_record(std::string& csv, std::span<const std::string> cells);

/// Whether such an apostrophe is needed.
bool begins_formula(std::string_view cell);

/// `cell`, with the apostrophe where it is needed.
std::string without_formula(const std::string& cell);

/// The same record without any apostrophe added, for cells of which some are known to be numbers.
void append_csv_record_as_it_is(std::string& csv, std::span<const std::string> cells);

}  // namespace wegwijs
