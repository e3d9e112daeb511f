#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the fields of one file, whatever their values.

inline constexpr Rule unknown_field{
    "onbekend-veld",
    Severity::error,
    {"'{0}' is geen veld van {1}.", "'{0}' is not a field of {1}."},
    {"Kijk in '_schema.yaml' welke velden er zijn.", "See '_schema.yaml' for the fields that exist."}};

inline constexpr Rule renamed_field{
    "hernoemd-veld",
    Severity::warning,
    {"'{0}' heet nu '{1}'.", "'{0}' is now called '{1}'."},
    {"Schrijf '{1}' in plaats van '{0}'; de waarde kan blijven.", "Write '{1}' instead of '{0}'; the value can stay."}};

inline constexpr Rule missing_field{"veld-ontbreekt",
                                    Severity::error,
                                    {"Het veld '{0}' ontbreekt ({1}).", "The field '{0}' is missing ({1})."},
                                    {"Voeg een regel '{0}: …' toe.", "Add a line '{0}: …'."}};

inline constexpr Rule draft_lacks{"klad-mist",
                                  Severity::note,
                                  {"Dit klad mist nog: {0}.", "This draft still lacks: {0}."},
                                  {"Een klad houdt niets tegen. Vul dit in voordat u 'klad: ja' weghaalt.",
                                   "A draft holds nothing up. Fill these in before you remove 'klad: ja'."}};

inline constexpr Rule missing_beside{"veld-hoort-erbij",
                                     Severity::error,
                                     {"Bij '{0}' hoort ook {1}.", "'{0}' also needs {1}."},
                                     {"Voeg toe: {2}. Of haal '{0}' weg.", "Add: {2}. Or remove '{0}'."}};

inline constexpr Rule field_given_twice{
    "veld-dubbel",
    Severity::error,
    {"'{0}' staat er ook al onder de naam '{1}'.", "'{0}' is there under the name '{1}' too."},
    {"Laat er één staan.", "Keep one of them."}};

inline constexpr Rule empty_record{"bestand-leeg",
                                   Severity::error,
                                   {"Hier is nog niets ingevuld voor {0}.", "Nothing is filled in here for {0}."},
                                   {"Vul minstens de naam of titel in, of haal het bestand weg.",
                                    "Fill in at least the name or title, or remove the file."}};

inline constexpr std::array record_rules{&empty_record, &unknown_field,  &renamed_field,    &missing_field,
                                         &draft_lacks,  &missing_beside, &field_given_twice};

}  // namespace wegwijs
