#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of a data file whose rows are entries.

inline constexpr Rule column_missing{
    "kolom-ontbreekt-in-tabel",
    Severity::error,
    {"De kolom '{0}' ontbreekt ({1}).", "The column '{0}' is missing ({1})."},
    {"Zet '{0}' op de eerste regel, met in elke regel een cel. Is de waarde overal gelijk, zet haar dan in het "
     ".yaml-bestand met dezelfde naam.",
     "Put '{0}' on the first line, with a cell on every line. If the value is the same everywhere, put it in the .yaml "
     "file with the same name."}};

inline constexpr Rule row_repeated{
    "rij-dubbel",
    Severity::warning,
    {"Deze regel staat er al, met dezelfde cellen.", "This line is there already, with the same cells."},
    {"Haal een van de twee weg; hij telt nu één keer.", "Remove one of the two; it counts once now."}};

inline constexpr Rule columns_absent{
    "csv-zonder-kolomnamen",
    Severity::error,
    {"Op de eerste regel van deze tabel staan geen namen van kolommen.",
     "The first line of this table has no names of columns."},
    {"Zet er een regel boven met de namen: {0}.", "Put a line with the names above it: {0}."}};

inline constexpr Rule header_repeated{"csv-kolomnamen-dubbel",
                                      Severity::warning,
                                      {"Deze regel herhaalt de namen van de kolommen; hij telt niet mee.",
                                       "This line repeats the names of the columns; it does not count."},
                                      {"Haal hem weg.", "Remove it."}};

inline constexpr Rule total_row{
    "csv-totaalregel",
    Severity::warning,
    {"Deze regel telt op wat erboven staat ('{0}') en mist '{1}'; hij telt niet mee.",
     "This line adds up what is above it ('{0}') and has no '{1}'; it does not count."},
    {"Haal hem weg: elke regel van deze tabel is één stuk.", "Remove it: every line of this table is one entry."}};

inline constexpr Rule table_without_rows{
    "csv-zonder-regels",
    Severity::warning,
    {"Deze tabel heeft alleen de namen van de kolommen: er staat geen enkele regel onder.",
     "This table only has the names of its columns: there is not a single line below them."},
    {"Is bij het opslaan iets misgegaan? Bewaar de tabel opnieuw. Hoort zij leeg te zijn, dan hoeft u niets te doen.",
     "Did something go wrong when it was saved? Save the table again. If it is meant to be empty, nothing is needed."}};

inline constexpr Rule column_wrong{
    "csv-kolom-klopt-niet",
    Severity::error,
    {"In de kolom '{0}' kloppen {1} van de {2} cellen niet; hieronder staan de eerste {3}.",
     "In the column '{0}' {1} of the {2} cells are not right; the first {3} are below."},
    {"Kijk of de namen op de eerste regel boven de goede kolom staan.",
     "Check that the names on the first line stand above the right columns."}};

inline constexpr std::array row_rules{&column_missing, &row_repeated,       &columns_absent, &header_repeated,
                                      &total_row,      &table_without_rows, &column_wrong};

}  // namespace wegwijs
