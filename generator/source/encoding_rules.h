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

inline constexpr Rule not_a_text{
    "bestand-geen-tekst",
    Severity::error,
    {"Dit is geen tekst, maar {0}: alleen de naam is veranderd.",
     "This is no text but {0}: only its name was changed."},
    {"Open het in het programma waarmee het is gemaakt en bewaar het als tekst (een tabel als 'CSV UTF-8'). Is het "
     "iets "
     "om te downloaden? Geef het zijn eigen naam terug en zet het in 'content/bestanden'.",
     "Open it in the program that made it and save it as text (a table as 'CSV UTF-8'). Is it something to download? "
     "Give it back its own name and put it into 'content/bestanden'."}};

inline constexpr Rule unmerged_versions{
    "bestand-twee-versies",
    Severity::error,
    {"Hier staan twee versies onder elkaar die niet zijn samengevoegd.",
     "Two versions that were not merged stand here below each other."},
    {"Laat de goede versie staan, en haal de regels weg die met '<<<<<<<', '=======' en '>>>>>>>' beginnen.",
     "Keep the right version, and remove the lines that begin with '<<<<<<<', '=======' and '>>>>>>>'."}};

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

inline constexpr Rule mangled_text{
    "tekst-verminkt",
    Severity::warning,
    {"'{0}' ziet er verminkt uit: bij kopiëren of opslaan zijn er andere letters van gemaakt.",
     "'{0}' looks mangled: copying or saving has made other letters of it."},
    {"Typ het woord opnieuw, of kopieer het nog eens uit de bron.",
     "Type the word again, or copy it once more from the source."}};

inline constexpr Rule invisible_character{
    "tekst-onzichtbaar-teken",
    Severity::warning,
    {"In '{2}' staat een teken dat niemand ziet: {0} ({1}).",
     "There is a character that nobody sees in '{2}': {0} ({1})."},
    {"Haal de letters eromheen weg en typ ze opnieuw. Zoeken, kopiëren en voorlezen gaan er anders mis.",
     "Remove the letters around it and type them again. Search, copying and reading aloud go wrong otherwise."}};

inline constexpr std::array encoding_rules{&not_utf8,      &not_a_text,           &unmerged_versions,
                                           &wide_encoding, &lone_carriage_return, &control_character,
                                           &mangled_text,  &invisible_character};

}  // namespace wegwijs
