#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the keys in any map that the program defines: a schema, the settings, a claim.

inline constexpr Rule unknown_key{"onbekende-sleutel",
                                  Severity::error,
                                  {"'{0}' is geen sleutel van {1}.", "'{0}' is not a key of {1}."},
                                  {"Mogelijk zijn: {2}.", "Possible are: {2}."}};

inline constexpr Rule keys_expected{
    "geen-sleutels",
    Severity::error,
    {"Hier horen regels 'sleutel: waarde' te staan, want dit is {0}.",
     "Lines 'key: value' belong here, because this is {0}."},
    {"Mogelijk zijn: {1}. Schrijf bijvoorbeeld '{2}'.", "Possible are: {1}. Write for example '{2}'."}};

inline constexpr Rule wrong_kind_of_value{
    "verkeerde-vorm", Severity::error, {"'{0}' van {1} moet {2} zijn.", "'{0}' of {1} must be {2}."}, {}};

inline constexpr Rule colon_in_text{
    "dubbele-punt-in-tekst",
    Severity::error,
    {"Door de dubbele punt achter '{0}' is dit geen tekst.", "Because of the colon after '{0}' this is no text."},
    {"Zet dubbele aanhalingstekens om de hele tekst: \"…\".", "Put double quotes around the whole text: \"…\"."}};

inline constexpr Rule missing_key{"sleutel-ontbreekt",
                                  Severity::error,
                                  {"'{0}' ontbreekt in {1}.", "'{0}' is missing in {1}."},
                                  {"Voeg een regel '{0}: …' toe.", "Add a line '{0}: …'."}};

inline constexpr std::array key_rules{&unknown_key, &keys_expected, &wrong_kind_of_value, &colon_in_text, &missing_key};

}  // namespace wegwijs
