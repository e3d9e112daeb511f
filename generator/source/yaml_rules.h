#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the form of YAML.

inline constexpr Rule yaml_malformed{
    "yaml-vorm",
    Severity::error,
    {"Hier klopt de vorm niet: {0}.", "The form is wrong here: {0}."},
    {"Let op het inspringen, op 'sleutel: waarde' met een spatie na de dubbele punt, en zet tekst met een dubbele punt "
     "tussen aanhalingstekens.",
     "Mind the indentation, write 'key: value' with a space after the colon, and put text with a colon in quotes."}};

inline constexpr Rule yaml_tab_indentation{"yaml-tab",
                                           Severity::error,
                                           {"Deze regel begint met een tab.", "This line begins with a tab."},
                                           {"Spring in met spaties.", "Indent with spaces."}};

inline constexpr Rule yaml_hard_space{"yaml-harde-spatie",
                                      Severity::error,
                                      {"Deze regel begint met een harde spatie, die er als een gewone uitziet.",
                                       "This line begins with a hard space, which looks like an ordinary one."},
                                      {"Haal de ruimte voor de regel weg en typ de spaties opnieuw.",
                                       "Remove the room before the line and type it anew."}};

inline constexpr Rule yaml_curly_quotes{
    "yaml-gekrulde-aanhaling",
    Severity::warning,
    {"De gekrulde aanhalingstekens om deze tekst komen mee op de pagina: {0}",
     "The curly quotes around this text will be on the page: {0}"},
    {"Bedoelde u dat niet? Typ dan rechte: \"…\".", "Was this not meant? Then type straight ones: \"…\"."}};

inline constexpr Rule yaml_open_quote{
    "yaml-aanhaling-open",
    Severity::error,
    {"Dit aanhalingsteken wordt nergens gesloten.", "This quote is never closed."},
    {"Zet aan het eind van de tekst hetzelfde aanhalingsteken.", "Put the same quote at the end of the text."}};

inline constexpr Rule yaml_duplicate_key{"yaml-dubbele-sleutel",
                                         Severity::error,
                                         {"'{0}' staat hier voor de tweede keer; de eerste keer was op regel {1}.",
                                          "'{0}' stands here for the second time; the first time was on line {1}."},
                                         {"Laat er één staan.", "Keep one of them."}};

inline constexpr Rule yaml_refused_feature{"yaml-niet-toegestaan",
                                           Severity::error,
                                           {"'{0}' is hier niet toegestaan: {1}.", "'{0}' is not allowed here: {1}."},
                                           {"Schrijf de waarde gewoon uit, zo nodig tussen aanhalingstekens.",
                                            "Write the value out, in quotes where needed."}};

inline constexpr Rule yaml_second_document{
    "yaml-tweede-document",
    Severity::error,
    {"Hier begint een tweede document ('---').", "A second document begins here ('---')."},
    {"Zet alles in één document.", "Put everything in one document."}};

inline constexpr Rule yaml_too_deep{
    "yaml-te-diep",
    Severity::error,
    {"Hier staan meer dan {0} niveaus in elkaar.", "This is nested deeper than {0} levels."},
    {"Zo diep gaat geen enkel formaat: kijk het inspringen na.", "No format goes this deep: check the indentation."}};

inline constexpr Rule yaml_too_large{
    "yaml-te-groot",
    Severity::error,
    {"Dit is {1} KB YAML; meer dan {0} KB kan niet.", "This is {1} KB of YAML; more than {0} KB is not possible."},
    {"Haal weg wat hier niet hoort, of verdeel het over meer bestanden.",
     "Remove what does not belong here, or divide it over several files."}};

inline constexpr Rule yaml_too_many_values{
    "yaml-te-veel-waarden",
    Severity::error,
    {"Tot hier staan er meer dan {0} waarden in dit bestand.", "Up to here this file holds more than {0} values."},
    {"Verdeel het over meer bestanden.", "Divide it over several files."}};

inline constexpr Rule yaml_text_too_long{
    "yaml-tekst-te-lang",
    Severity::error,
    {"Deze tekst is langer dan {0} KB.", "This text is longer than {0} KB."},
    {"Maak hem korter. Is hij korter bedoeld? Kijk dan of het aanhalingsteken op de goede plaats gesloten wordt.",
     "Make it shorter. Was it meant to be shorter? Then check that its quote is closed in the right place."}};

inline constexpr Rule yaml_key_not_text{
    "yaml-sleutel-geen-tekst",
    Severity::error,
    {"Voor de dubbele punt hoort hier één woord te staan.", "One word belongs here before the colon."},
    {"Schrijf 'sleutel: waarde'.", "Write 'key: value'."}};

inline constexpr std::array yaml_rules{
    &yaml_hard_space,      &yaml_curly_quotes,    &yaml_malformed,       &yaml_tab_indentation, &yaml_open_quote,
    &yaml_duplicate_key,   &yaml_refused_feature, &yaml_second_document, &yaml_too_deep,        &yaml_too_large,
    &yaml_too_many_values, &yaml_text_too_long,   &yaml_key_not_text};

}  // namespace wegwijs
