#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the value of one field.

inline constexpr Rule wrong_value{"verkeerde-waarde",
                                  Severity::error,
                                  {"'{0}' is geen goede waarde voor '{1}': hier hoort {2}.",
                                   "'{0}' is not a good value for '{1}': {2} belongs here."},
                                  {}};

inline constexpr Rule unknown_option{
    "onbekende-keuze",
    Severity::error,
    {"'{0}' is geen keuze voor '{1}'.", "'{0}' is not an option of '{1}'."},
    {"Kies uit {2}. Niet bekend? Laat het veld weg.", "Choose from {2}. Not known? Leave the field out."}};

inline constexpr Rule empty_value{"lege-waarde",
                                  Severity::error,
                                  {"'{0}' heeft geen waarde.", "'{0}' has no value."},
                                  {"Vul iets in, of haal de regel weg: wat er niet staat, is niet bekend.",
                                   "Fill it in, or remove the line: what is not there is not known."}};

inline constexpr Rule text_too_long{
    "tekst-te-lang",
    Severity::error,
    {"De tekst bij '{0}' is {1} tekens; er passen er {2}.", "The text of '{0}' has {1} characters; {2} fit."},
    {"Maak hem korter, of zet het vervolg in de lopende tekst.", "Make it shorter."}};

inline constexpr Rule repeated_option{"dubbele-keuze",
                                      Severity::error,
                                      {"'{0}' staat twee keer bij '{1}'.", "'{0}' stands twice at '{1}'."},
                                      {"Laat er één staan.", "Keep one of them."}};

inline constexpr Rule list_too_long{
    "lijst-te-lang",
    Severity::error,
    {"De lijst bij '{0}' heeft {1} onderdelen; er passen er {2}.", "The list of '{0}' has {1} elements; {2} fit."},
    {"Laat weg wat dubbel staat, of verdeel het over meer bestanden.",
     "Leave out what stands twice, or divide it over more files."}};

inline constexpr std::array value_rules{&wrong_value,   &unknown_option,  &empty_value,
                                        &text_too_long, &repeated_option, &list_too_long};

}  // namespace wegwijs
