#include "deliver/workbook.h"

#include "deliver/sheet_builder.h"
#include "documents/archive.h"
#include "documents/refused_document.h"

namespace wegwijs {
namespace {

Label reason_of(DocumentFault fault) {
  switch (fault) {
    case DocumentFault::too_many_parts:
      return {"Dit werkboek heeft te veel delen om een formulier te zijn.",
              "This workbook has too many parts to be a form."};
    case DocumentFault::protected_by_password:
      return {"Dit werkboek is met een wachtwoord beveiligd. Vraag de school om het zonder wachtwoord te bewaren.",
              "This workbook is protected by a password. Ask the school to save it without one."};
    case DocumentFault::too_large:
      return {"Dit werkboek is uitgepakt te groot om een formulier te zijn. Er is niets van gelezen.",
              "This workbook is too large to be a form once it is unpacked. Nothing of it was read."};
    case DocumentFault::foreign:
      return {
          "Dit werkboek bevat iets dat in een formulier niet voorkomt, of het is beschadigd. Er is niets van gelezen. "
          "Vraag de school om het formulier zelf.",
          "This workbook holds something that a form does not have, or it is damaged. Nothing of it was read. Ask the "
          "school for the form itself."};
    case DocumentFault::damaged:
      break;
  }
  return {"Dit werkboek is beschadigd. Vraag de school om het opnieuw te bewaren en te mailen.",
          "This workbook is damaged. Ask the school to save and mail it again."};
}

}  // namespace

void SheetBuilder::begin_sheet(std::string name) {
  constexpr std::size_t most_sheets = 50;
  if (sheets_.size() >= most_sheets)
    throw RefusedWorkbook{{"Dit werkboek heeft meer dan 50 bladen.", "This workbook has more than 50 sheets."}};
  sheets_.push_back({std::move(name), {}});
}

void SheetBuilder::add(std::size_t row, std::size_t column, SheetCell cell) {
  constexpr std::size_t longest_text = 32 * 1024;
  if (cell.text.empty() && !cell.is_formula) return;
  if (sheets_.empty()) begin_sheet("");
  const bool is_near = row < 10'000'000 && column < 100'000;
  const std::string place = is_near ? cell_name(row, column) : "…";
  if (row >= workbook_row_limit || column >= workbook_column_limit)
    throw RefusedWorkbook{
        {"In cel " + place + " staat iets; zo ver gaat een formulier niet. Er is niets van gelezen.",
         "There is something in cell " + place + "; a form does not go that far. Nothing of it was read."}};
  if (cell.text.size() > longest_text)
    throw RefusedWorkbook{
        {"De tekst in cel " + place + " is veel te lang.", "The text in cell " + place + " is far too long."}};
  if (++cells_ > workbook_cell_limit)
    throw RefusedWorkbook{{"Dit werkboek heeft te veel cellen om een formulier te zijn.",
                           "This workbook has too many cells to be a form."}};
  sheets_.back().rows[row][column] = std::move(cell);
}

void SheetBuilder::merge(std::size_t first_row, std::size_t first_column, std::size_t last_row,
                         std::size_t last_column) {
  if (sheets_.empty()) return;
  auto& rows = sheets_.back().rows;
  for (auto row = rows.lower_bound(first_row); row != rows.end() && row->first <= last_row; ++row) {
    for (auto& [column, cell] : row->second) {
      if (column >= first_column && column <= last_column) cell.is_merged = true;
    }
  }
}

Workbook read_workbook(std::string_view bytes) {
  Workbook workbook;
  try {
    const Archive archive(bytes);
    if (archive.has("xl/workbook.xml")) {
      workbook.sheets = read_xlsx(archive);
    } else if (archive.has("content.xml")) {
      workbook.sheets = read_ods(archive);
    } else if (archive.has("word/document.xml")) {
      workbook.refusal = {"Dit is een document van Word. Neem de antwoorden over in het formulier.",
                          "This is a document of Word. Copy the answers into the form."};
    } else {
      workbook.refusal = {
          "Dit is een ingepakt bestand (zip), maar geen werkboek. Pak het uit en geef het formulier zelf.",
          "This is a packed file (zip), but no workbook. Unpack it and give the form itself."};
    }
  } catch (const RefusedWorkbook& refused) {
    workbook.refusal = refused.reason;
  } catch (const RefusedDocument& refused) {
    workbook.refusal = reason_of(refused.fault);
  }
  return workbook;
}

Delivery read_delivery_workbook(std::string_view bytes, const Site& site) {
  const Workbook workbook = read_workbook(bytes);
  if (workbook.refusal.empty()) return read_delivery_sheets(workbook.sheets, site);
  Delivery delivery;
  delivery.refusal = workbook.refusal;
  return delivery;
}

}  // namespace wegwijs
