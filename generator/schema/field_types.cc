#include "schema/field_types.h"

#include <algorithm>
#include <array>

namespace wegwijs {
namespace {

constexpr std::array<FieldTypeRow, 25> rows{{
    {FieldType::text, "text", FieldNeeds::nothing, "veld-tekst", SearchedAs::lines, true, true, false},
    {FieldType::texts, "texts", FieldNeeds::nothing, "veld-regels", SearchedAs::lines, true, true, false},
    {FieldType::long_text, "long_text", FieldNeeds::nothing, "veld-opmaak", SearchedAs::body, true, true, false},
    {FieldType::number, "number", FieldNeeds::nothing, "veld-tekst", SearchedAs::words, false, false, false},
    {FieldType::date, "date", FieldNeeds::nothing, "veld-tekst", SearchedAs::words, false, false, false},
    {FieldType::time, "time", FieldNeeds::nothing, "veld-tekst", SearchedAs::words, false, false, false},
    {FieldType::as_of, "as_of", FieldNeeds::nothing, "veld-tekst", SearchedAs::words, false, false, false},
    {FieldType::school_year, "school_year", FieldNeeds::nothing, "veld-tekst", SearchedAs::words, false, false, false},
    {FieldType::yes_no, "yes_no", FieldNeeds::nothing, "veld-tekst", SearchedAs::words, false, false, false},
    {FieldType::choice, "choice", FieldNeeds::options, "veld-keuzes", SearchedAs::words, false, false, false},
    {FieldType::choices, "choices", FieldNeeds::options, "veld-keuzes", SearchedAs::words, false, false, false},
    {FieldType::reference, "reference", FieldNeeds::target, "veld-verwijzingen", SearchedAs::words, false, false,
     false},
    {FieldType::references, "references", FieldNeeds::target, "veld-verwijzingen", SearchedAs::words, false, false,
     false},
    {FieldType::web_address, "web_address", FieldNeeds::nothing, "veld-link", SearchedAs::lines, true, false, false},
    {FieldType::mail_address, "mail_address", FieldNeeds::nothing, "veld-link", SearchedAs::lines, true, false, false},
    {FieldType::phone, "phone", FieldNeeds::nothing, "veld-link", SearchedAs::lines, true, false, false},
    {FieldType::addresses, "addresses", FieldNeeds::nothing, "veld-regels", SearchedAs::lines, true, false, false},
    {FieldType::row, "row", FieldNeeds::fields, "veld-rijen", SearchedAs::rows, false, false, false},
    {FieldType::rows, "rows", FieldNeeds::fields, "veld-rijen", SearchedAs::rows, false, false, false},
    {FieldType::claim, "claim", FieldNeeds::nothing, "veld-claim", SearchedAs::claims, false, false, true},
    {FieldType::text_claim, "text_claim", FieldNeeds::nothing, "veld-claim", SearchedAs::claims, false, false, true},
    {FieldType::sources, "sources", FieldNeeds::nothing, "veld-bronnen", SearchedAs::nothing, false, false, false},
    {FieldType::source, "source", FieldNeeds::nothing, "veld-bronnen", SearchedAs::nothing, false, false, false},
    {FieldType::source_list, "source_list", FieldNeeds::nothing, "veld-bronnen", SearchedAs::nothing, false, false,
     false},
    {FieldType::table, "table", FieldNeeds::nothing, "veld-tabel", SearchedAs::nothing, false, false, false},
}};

/// A row that is missing, or is not in its place, does not compile.
constexpr bool is_in_order() {
  for (std::size_t index = 0; index < rows.size(); ++index) {
    if (static_cast<std::size_t>(rows[index].type) != index) return false;
  }
  return rows.size() == static_cast<std::size_t>(FieldType::table) + 1;
}
static_assert(is_in_order());

}  // namespace

std::span<const FieldTypeRow> field_type_rows() {
  return rows;
}

const FieldTypeRow& type_row(FieldType type) {
  return rows[static_cast<std::size_t>(type)];
}

std::optional<FieldType> field_type_named(std::string_view word) {
  const auto* found = std::find_if(rows.begin(), rows.end(), [&](const FieldTypeRow& row) { return row.word == word; });
  return found == rows.end() ? std::nullopt : std::optional(found->type);
}

}  // namespace wegwijs
