#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the bytes of any text file.

inline constexpr Rule not_utf8{
    "bestand-geen-utf8",
    Severity::error,
    {"Dit bestand is geen UTF-8: byte {0} hoort hier niet.", "This file is not UTF-8: byte {0} does not belong here."},
    {"Het lijkt op Windows-1252. Open het bestand in uw tekstprogramma en sla het op als UTF-8.",
     "It looks like Windows-1252. Open the file in your editor and save it as UTF-8."}};

inline constexpr Rule wide_encoding{
    "bestand-utf-16",
    Severity::error,
    {"Dit bestand is opgeslagen als UTF-16 ('Unicode').", "This file was saved as UTF-16 ('Unicode')."},
    {"Open het in uw tekstprogramma, kies 'Opslaan als' en bij codering UTF-8.",
     "Open it in your editor, choose 'Save as' and the encoding UTF-8."}};

inline constexpr Rule lone_carriage_return{
    "bestand-regeleinden",
    Severity::error,
    {"Dit bestand heeft regeleinden van een oude Mac (CR).", "This file has line breaks of an old Mac (CR)."},
    {"Kies in uw tekstprogramma bij regeleinden voor LF (Unix) of CRLF (Windows) en sla het op.",
     "Choose line breaks LF (Unix) or CRLF (Windows) in your editor and save it."}};

inline constexpr Rule control_character{
    "bestand-stuurteken",
    Severity::error,
    {"Hier staat een onzichtbaar stuurteken ({0}).", "There is an invisible control character here ({0})."},
    {"Verwijder het teken: haal de letters eromheen weg en typ ze opnieuw.",
     "Remove it: delete the characters around it and type them again."}};

inline constexpr std::array encoding_rules{&not_utf8, &wide_encoding, &lone_carriage_return, &control_character};

}  // namespace wegwijs
