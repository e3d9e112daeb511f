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

inline constexpr Rule ambiguous_number{
    "getal-dubbelzinnig",
    Severity::error,
    {"'{0}' bij '{1}' kan een duizendtal zijn of een getal met drie decimalen.",
     "'{0}' at '{1}' can be a thousand or a number with three decimals."},
    {"Een duizendtal heeft geen punt: {2}. Zijn het decimalen? Schrijf er een nul achter: {0}0.",
     "A thousand has no point: {2}. Are they decimals? Write a zero after them: {0}0."}};

inline constexpr Rule negative_count{"getal-onder-nul",
                                     Severity::error,
                                     {"'{0}' bij '{1}' kan niet: een aantal is nooit minder dan nul.",
                                      "'{0}' at '{1}' cannot be: a count is never below zero."},
                                     {"Kijk in de bron welk getal het is.", "Check in the source which number it is."}};

inline constexpr Rule broken_count{
    "getal-niet-heel",
    Severity::error,
    {"'{0}' bij '{1}' kan niet: '{2}' tel je in hele getallen.",
     "'{0}' at '{1}' cannot be: '{2}' are counted in whole numbers."},
    {"Kijk in de bron welk getal het is. Is het een gemiddelde? Zet het dan in de toelichting.",
     "Check in the source which number it is. Is it an average? Then put it in the explanation."}};

inline constexpr Rule unlikely_count{"getal-erg-groot",
                                     Severity::warning,
                                     {"'{0}' bij '{1}' kan bijna niet: zoveel '{2}' zijn er niet.",
                                      "'{0}' at '{1}' can hardly be: there are not so many '{2}'."},
                                     {"Kijk in de bron welk getal het is: zijn er nullen bij gekomen?",
                                      "Check in the source which number it is: were zeros added?"}};

inline constexpr Rule impossible_percentage{
    "percentage-kan-niet",
    Severity::warning,
    {"'{0}' bij '{1}' is geen deel van een geheel: dat ligt van 0 tot en met 100 procent.",
     "'{0}' at '{1}' is no part of a whole: that is from 0 to 100 per cent."},
    {"Kijk of de komma goed staat. Is het een groei of een verschil? Zet dat bij de kolom, als 'eenheid: groei'.",
     "Check the decimal point. Is it a growth or a difference? Say so at the column, as in 'eenheid: groei'."}};

inline constexpr Rule markup_in_text{
    "opmaak-in-tekst",
    Severity::warning,
    {"'{0}' is opmaak, en die werkt hier niet: een lezer ziet de tekens zelf.",
     "'{0}' is markup, which does not work here: a reader sees the signs themselves."},
    {"Schrijf gewone tekst. Een link of vette tekst kan wel in de lopende tekst van een pagina.",
     "Write plain text. A link or bold text is possible in the running text of a page."}};

inline constexpr std::array value_rules{&wrong_value,     &unknown_option,        &empty_value,      &text_too_long,
                                        &repeated_option, &list_too_long,         &ambiguous_number, &negative_count,
                                        &broken_count,    &impossible_percentage, &unlikely_count,   &markup_in_text};

}  // namespace wegwijs
