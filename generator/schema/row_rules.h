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

inline constexpr std::array row_rules{&column_missing, &row_repeated};

}  // namespace wegwijs
