#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the form of a data file (CSV).

inline constexpr Rule csv_empty{
    "csv-leeg",
    Severity::error,
    {"Dit bestand heeft geen regel met de namen van de kolommen.", "This file has no line with the names of columns."},
    {"Zet op de eerste regel de id's van de kolommen, met een komma ertussen: 'soort,y2023,y2024'.",
     "Put the ids of the columns on the first line, with commas between them: 'soort,y2023,y2024'."}};

inline constexpr Rule csv_other_separator{
    "csv-scheidingsteken",
    Severity::error,
    {"Hier is niet te zien wat de cellen scheidt: er staan {0} en {1}.",
     "What separates the cells cannot be seen here: there are {0} and {1}."},
    {"Gebruik er één van, en zet een naam waar het andere teken in hoort tussen \"…\".",
     "Use one of them, and put a name that the other one is part of in \"…\"."}};

inline constexpr Rule csv_cell_count{
    "csv-aantal-cellen",
    Severity::error,
    {"Deze regel heeft {0}; de eerste regel heeft er {1}.", "This line has {0}; the first line has {1}."},
    {"Staat er een komma in een tekst? Zet die tekst tussen \"…\". Een lege cel is niets tussen twee komma's.",
     "Does a text hold a comma? Put that text in \"…\". An empty cell is nothing between two commas."}};

inline constexpr Rule csv_more_cell_counts{
    "csv-aantal-cellen-vaak",
    Severity::note,
    {"Nog {0} regels hebben een ander aantal cellen dan de eerste regel.",
     "{0} more lines have another number of cells than the first line."},
    {"Zijn het er bijna net zoveel als de tabel regels heeft? Dan klopt de eerste regel niet: daar horen de namen van "
     "alle kolommen.",
     "Are they nearly as many as the table has lines? Then the first line is wrong: the names of all columns belong "
     "there."}};

inline constexpr Rule csv_open_quote{
    "csv-aanhalingsteken-open",
    Severity::error,
    {"Het aanhalingsteken waarmee deze cel begint, wordt op deze regel niet gesloten.",
     "The quote with which this cell begins is not closed on this line."},
    {"Zet \" aan het einde van de cel. Een cel is één regel; een \" in de tekst schrijft u dubbel: \"\".",
     "Put \" at the end of the cell. A cell is one line; a \" in the text is written twice: \"\"."}};

inline constexpr Rule csv_stray_quote{
    "csv-aanhalingsteken",
    Severity::error,
    {"Een \" kan alleen om een hele cel staan.", "A \" can only stand around a whole cell."},
    {"Zet de hele cel tussen \"…\" en schrijf een \" in de tekst dubbel: \"\".",
     "Put the whole cell in \"…\" and write a \" in the text twice: \"\"."}};

inline constexpr Rule csv_repeated_column{
    "csv-kolom-dubbel",
    Severity::error,
    {"De kolom '{0}' staat twee keer in de eerste regel.", "The column '{0}' stands twice in the first line."},
    {"Geef elke kolom een eigen id.", "Give every column an id of its own."}};

inline constexpr Rule csv_nameless_column{
    "csv-kolom-zonder-naam",
    Severity::error,
    {"Deze kolom heeft geen naam in de eerste regel.", "This column has no name in the first line."},
    {"Geef de kolom een id, of haal de komma weg.", "Give the column an id, or remove the comma."}};

inline constexpr Rule csv_too_large{"csv-te-groot",
                                    Severity::error,
                                    {"Deze tabel is te groot: {0}.", "This table is too large: {0}."},
                                    {"Een pagina toont hooguit {1}. Verdeel de tabel, of laat weg wat niemand leest.",
                                     "A page shows at most {1}. Divide the table, or leave out what nobody reads."}};

inline constexpr Rule csv_windows_1252{
    "csv-windows-1252",
    Severity::warning,
    {"Deze tabel is opgeslagen als Windows-1252 en niet als UTF-8; de site leest hier '{0}'.",
     "This table was saved as Windows-1252 and not as UTF-8; the site reads '{0}' here."},
    {"Kijk of de letters met een accent kloppen. Sla de tabel dan op als UTF-8: kies in Excel bij 'Opslaan als' voor "
     "'CSV UTF-8', in een ander programma voor de codering UTF-8.",
     "Check the letters with an accent. Then save the table as UTF-8: choose 'CSV UTF-8' at 'Save as' in Excel, and "
     "the encoding UTF-8 in another program."}};

inline constexpr std::array csv_rules{
    &csv_windows_1252, &csv_empty,       &csv_other_separator, &csv_cell_count,      &csv_more_cell_counts,
    &csv_open_quote,   &csv_stray_quote, &csv_repeated_column, &csv_nameless_column, &csv_too_large};

}  // namespace wegwijs
