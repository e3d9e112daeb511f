#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

inline constexpr Rule end_without_begin{
    "einde-zonder-begin",
    Severity::error,
    {"'{0}' staat er zonder '{1}'.", "'{0}' stands without '{1}'."},
    {"Geef ook de eerste dag, of haal de laatste weg.", "Give the first day too, or remove the last."}};

inline constexpr Rule end_before_begin{
    "einde-voor-begin",
    Severity::error,
    {"De laatste dag ({0}) ligt voor de eerste ({1}).", "The last day ({0}) is before the first ({1})."},
    {"Kijk in de bron welke van de twee het is.", "Check in the source which of the two it is."}};

inline constexpr Rule end_time_before_begin{
    "eindtijd-voor-begintijd",
    Severity::error,
    {"De eindtijd ({0}) is niet na de begintijd ({1}).", "The end time ({0}) is not after the begin time ({1})."},
    {"Kijk in de bron hoe laat het begint en eindigt.", "Check in the source when it begins and ends."}};

inline constexpr Rule outside_school_year{
    "datum-buiten-schooljaar",
    Severity::error,
    {"{0} ligt niet in schooljaar {1}.", "{0} is not in school year {1}."},
    {"Een schooljaar loopt van augustus tot en met juli. Kijk in de bron of de datum en het schooljaar bij elkaar "
     "horen.",
     "A school year runs from August to July. Check in the source that the date and the school year belong together."}};

inline constexpr std::array calendar_date_rules{&end_without_begin, &end_before_begin, &end_time_before_begin,
                                                &outside_school_year};

}  // namespace wegwijs
