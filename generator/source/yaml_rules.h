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

inline constexpr Rule yaml_hard_space{
    "yaml-harde-spatie",
    Severity::error,
    {"{0} staat een harde spatie, die er als een gewone uitziet.",
     "{0} is a hard space, which looks like an ordinary one."},
    {"Haal de ruimte daar weg en typ gewone spaties.", "Remove the room there and type ordinary spaces."}};

/// Where the hard space is.
inline constexpr BilingualText hard_space_at_begin{"Aan het begin van deze regel", "At the beginning of this line"};
inline constexpr BilingualText hard_space_after_colon{"Achter deze dubbele punt", "After this colon"};
inline constexpr BilingualText hard_space_after_dash{"Achter dit streepje", "After this dash"};

inline constexpr Rule yaml_hidden_by_hash{
    "yaml-hekje",
    Severity::warning,
    {"'{0}' komt niet op de site: wat op een regel na ' #' staat, telt als aantekening.",
     "'{0}' will not be on the site: what follows ' #' on a line counts as a note."},
    {"Hoort het bij de tekst? Zet dan de hele tekst tussen aanhalingstekens. Is het een aantekening? Zet dan een "
     "spatie "
     "achter de #.",
     "Is it part of the text? Then put the whole text in quotes. Is it a note? Then put a space after the #."}};

inline constexpr Rule yaml_refused_escape{
    "yaml-teken",
    Severity::error,
    {"'{0}' tussen dubbele aanhalingstekens wordt een teken dat niet op de site kan staan ({1}).",
     "'{0}' in double quotes becomes a character that cannot be on the site ({1})."},
    {"Hoort de \\ bij de tekst? Zet de tekst dan tussen enkele aanhalingstekens: '…'. Haal hem anders weg.",
     "Is the \\ part of the text? Then put the text in single quotes: '…'. Otherwise remove it."}};

inline constexpr Rule yaml_curly_quotes{"yaml-gekrulde-aanhaling",
                                        Severity::warning,
                                        {"De gekrulde aanhalingstekens om deze tekst komen mee op de pagina: {0}",
                                         "The curly quotes around this text will be on the page: {0}"},
                                        {"Horen ze erbij? Zet dan rechte aanhalingstekens om het geheel.",
                                         "Do they belong to the text? Then put straight quotes around the whole."}};

inline constexpr Rule yaml_open_quote{"yaml-aanhaling-open",
                                      Severity::error,
                                      {"Dit aanhalingsteken wordt nergens gesloten.", "This quote is never closed."},
                                      {"Zet aan het eind van de tekst hetzelfde aanhalingsteken. Hoort dit teken bij "
                                       "de tekst zelf? Zet dan de andere soort "
                                       "om de hele tekst.",
                                       "Put the same quote at the end of the text. Is it part of the text itself? Then "
                                       "put the other kind around the whole "
                                       "text."}};

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
    &yaml_too_many_values, &yaml_text_too_long,   &yaml_key_not_text,    &yaml_hidden_by_hash,  &yaml_refused_escape};

}  // namespace wegwijs
