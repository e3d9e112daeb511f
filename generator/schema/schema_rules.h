#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of a `_schema.yaml`.

inline constexpr Rule schema_unknown_word{"schema-onbekend-woord",
                                          Severity::error,
                                          {"'{0}' is geen {1}.", "'{0}' is not a {1}."},
                                          {"Mogelijk zijn: {2}.", "Possible are: {2}."}};

inline constexpr Rule schema_not_declared{
    "schema-niet-verklaard",
    Severity::error,
    {"'{0}' wordt hier gebruikt, maar staat niet bij {1}.", "'{0}' is used here, but is not declared in {1}."},
    {"Verbeter het woord, of zet het ook bij {1}.", "Correct the word, or add it to {1} as well."}};

inline constexpr Rule schema_declared_twice{"schema-dubbel",
                                            Severity::error,
                                            {"'{0}' staat er al.", "'{0}' is there already."},
                                            {"Geef het een ander id.", "Give it another id."}};

inline constexpr Rule schema_role_twice{
    "schema-rol-dubbel",
    Severity::error,
    {"De rol '{0}' is al die van het veld '{1}'.", "The role '{0}' is that of the field '{1}' already."},
    {"Laat 'role' staan bij één van de twee.", "Keep 'role' at one of the two."}};

inline constexpr Rule schema_role_in_row{
    "schema-rol-in-rij",
    Severity::warning,
    {"'role: {0}' doet niets bij '{1}': dat is een veld binnen een ander veld.",
     "'role: {0}' does nothing at '{1}': that is a field within another field."},
    {"Haal 'role' hier weg, of zet het bij een veld dat niet binnen een ander staat.",
     "Remove 'role' here, or put it at a field that is not within another one."}};

inline constexpr Rule schema_label_missing{"schema-label-ontbreekt",
                                           Severity::error,
                                           {"'{0}' heeft geen Nederlands label.", "'{0}' has no Dutch label."},
                                           {"Schrijf 'label: {nl: …}'.", "Write 'label: {nl: …}'."}};

inline constexpr Rule schema_title_missing{
    "schema-titel-ontbreekt",
    Severity::error,
    {"Geen enkel veld heeft 'role: title'.", "No field has 'role: title'."},
    {"Zet 'role: title' bij het veld met de naam of titel.", "Put 'role: title' at the field with the name or title."}};

inline constexpr Rule schema_not_for_type{
    "schema-past-niet-bij-type",
    Severity::error,
    {"'{0}' hoort niet bij een veld van het type '{1}'.", "'{0}' does not belong to a field of type '{1}'."},
    {"Haal '{0}' weg, of kies bij 'type' een ander soort veld.", "Remove '{0}', or choose another type of field."}};

inline constexpr Rule schema_needed_by_type{
    "schema-mist-bij-type",
    Severity::error,
    {"Een veld van het type '{1}' heeft '{0}' nodig.", "A field of type '{1}' needs '{0}'."},
    {"Voeg '{0}: …' toe aan dit veld.", "Add '{0}: …' to this field."}};

inline constexpr Rule schema_label_repeated{
    "schema-label-dubbel",
    Severity::warning,
    {"'{0}' heeft hetzelfde label als '{1}': '{2}'.", "'{0}' has the same label as '{1}': '{2}'."},
    {"Geef ze elk een eigen label: een lezer ziet alleen het label.",
     "Give each a label of its own: a reader only sees the label."}};

inline constexpr Rule schema_without_effect{
    "schema-zonder-gevolg",
    Severity::warning,
    {"'{0}' doet niets bij een veld van het type '{1}'.", "'{0}' does nothing at a field of type '{1}'."},
    {"Haal '{0}' weg, of kies bij 'type' een ander soort veld.", "Remove '{0}', or choose another type of field."}};

inline constexpr Rule schema_id_form{
    "schema-id-vorm",
    Severity::warning,
    {"'{0}' is geen goed id: het staat in bestanden en adressen, en daar maken hoofdletters en tekens verschil.",
     "'{0}' is no good id: it stands in files and addresses, where capitals and signs make a difference."},
    {"Gebruik kleine letters, cijfers, '_' en '-'.", "Use lower case letters, digits, '_' and '-'."}};

inline constexpr Rule schema_pattern_form{
    "schema-patroon",
    Severity::error,
    {"'{0}' is een reguliere expressie; een patroon is eenvoudiger.",
     "'{0}' is a regular expression; a pattern is simpler."},
    {"Schrijf een 9 voor een cijfer en een A voor een hoofdletter, als '9999 AA'; elk ander teken is zichzelf.",
     "Write a 9 for a digit and an A for a capital, such as '9999 AA'; every other sign is itself."}};

inline constexpr std::array schema_rules{
    &schema_unknown_word, &schema_not_declared,   &schema_declared_twice, &schema_label_missing,  &schema_title_missing,
    &schema_not_for_type, &schema_needed_by_type, &schema_label_repeated, &schema_without_effect, &schema_id_form,
    &schema_pattern_form, &schema_role_twice,     &schema_role_in_row};

}  // namespace wegwijs
