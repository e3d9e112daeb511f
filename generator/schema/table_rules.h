#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of a table: its data file beside its description, and its chart.

inline constexpr Rule table_file_missing{
    "tabel-bestand-ontbreekt",
    Severity::error,
    {"Het bestand '{0}' staat niet in deze map.", "There is no file '{0}' in this folder."},
    {"Zet het bestand naast de beschrijving, of verbeter de naam bij 'bestand'.",
     "Put the file beside its description, or correct the name at 'bestand'."}};

inline constexpr Rule table_file_unused{
    "tabel-bestand-ongebruikt",
    Severity::error,
    {"Geen enkele beschrijving in deze map noemt '{0}'.", "No description in this folder names '{0}'."},
    {"Een tabel zonder beschrijving heeft geen titel en geen bron. Schrijf er een, of haal het bestand weg.",
     "A table without description has no title and no source. Write one, or remove the file."}};

inline constexpr Rule table_column_unknown{
    "tabel-kolom-onbekend",
    Severity::error,
    {"De kolom '{0}' staat niet bij 'kolommen' in de beschrijving van deze tabel.",
     "The column '{0}' is not given at 'kolommen' in the description of this table."},
    {"Verbeter het id, of beschrijf de kolom: {id: {0}, titel: …, soort: getal}.",
     "Correct the id, or describe the column: {id: {0}, titel: …, soort: getal}."}};

inline constexpr Rule table_column_missing{
    "tabel-kolom-ontbreekt",
    Severity::error,
    {"De kolom '{0}' staat niet in de eerste regel van '{1}'.",
     "The column '{0}' does not stand in the first line of '{1}'."},
    {"Zet haar in het bestand, of haal haar hier weg.", "Add it to the file, or remove it here."}};

inline constexpr Rule table_without_row_names{
    "tabel-zonder-rijnamen",
    Severity::error,
    {"Deze tabel heeft geen kolom van de soort 'tekst', dus de rijen hebben geen naam.",
     "This table has no column of the kind 'tekst', so its rows have no name."},
    {"Geef de kolom die zegt waar een rij over gaat 'soort: tekst'.",
     "Give the column that says what a row is about 'soort: tekst'."}};

inline constexpr Rule table_row_nameless{
    "tabel-rij-zonder-naam",
    Severity::error,
    {"Deze rij heeft geen naam: de cel bij '{0}' is leeg.", "This row has no name: its cell at '{0}' is empty."},
    {"Vul in waar de rij over gaat.", "Fill in what the row is about."}};

inline constexpr Rule table_not_a_number{
    "tabel-geen-getal",
    Severity::error,
    {"'{0}' is geen getal; de kolom '{1}' heeft soort '{2}'.", "'{0}' is no number; the column '{1}' is a '{2}'."},
    {"Schrijf alleen cijfers, met een punt voor decimalen en zonder punt in duizendtallen: 1234.5. Geeft de bron geen "
     "getal? Laat de cel leeg.",
     "Write digits only, with a point for decimals and none in thousands: 1234.5. Does the source give no number? "
     "Leave the cell empty."}};

inline constexpr Rule table_number_ambiguous{
    "tabel-getal-dubbelzinnig",
    Severity::error,
    {"'{0}' kan een duizendtal zijn of een getal met drie decimalen.",
     "'{0}' can be a thousand or a number with three decimals."},
    {"Een duizendtal heeft geen punt: 1290. Zijn het decimalen? Schrijf er een nul achter: 1.2900.",
     "A thousand has no point: 1290. Are they decimals? Write a zero behind them: 1.2900."}};

inline constexpr Rule chart_name_unknown{
    "grafiek-naam-onbekend",
    Severity::error,
    {"De grafiek noemt '{0}', maar de tabel heeft geen {1} met die naam.",
     "The chart names '{0}', but the table has no {1} of that name."},
    {"Neem over wat in het bestand staat, of haal het weg: zonder lijst tekent de grafiek alles.",
     "Copy what stands in the file, or remove it: without a list the chart draws all."}};

inline constexpr Rule chart_impossible{
    "grafiek-kan-niet",
    Severity::error,
    {"Deze grafiek kan niet: {0}.", "This chart cannot be: {0}."},
    {"Kies andere rijen of kolommen, of laat 'grafiek' weg: de tabel staat er al.",
     "Choose other rows or columns, or leave 'grafiek' out: the table is there already."}};

inline constexpr Rule table_row_repeated{
    "tabel-rij-dubbel",
    Severity::warning,
    {"De rij '{0}' staat eerder ook al in deze tabel.", "The row '{0}' is given earlier in this table too."},
    {"Laat er één staan, of geef ze elk een eigen naam.", "Keep one, or give each a name of its own."}};

inline constexpr Rule table_cell_changed{
    "tabel-rekenprogramma",
    Severity::warning,
    {"'{0}' lijkt door een rekenprogramma gemaakt: {1}.", "'{0}' looks as if a spreadsheet made it: {1}."},
    {"Kijk in de bron wat er hoort. Maak de cel in het rekenprogramma eerst 'tekst' en vul haar dan opnieuw in.",
     "Check in the source what belongs here. Make the cell 'text' in the spreadsheet first, and then fill it in "
     "again."}};

inline constexpr std::array table_rules{&table_file_missing,   &table_file_unused,       &table_column_unknown,
                                        &table_column_missing, &table_without_row_names, &table_row_nameless,
                                        &table_not_a_number,   &table_number_ambiguous,  &chart_name_unknown,
                                        &chart_impossible,     &table_row_repeated,      &table_cell_changed};

}  // namespace wegwijs
