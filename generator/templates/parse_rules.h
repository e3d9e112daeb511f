#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

inline constexpr Rule tag_not_closed{
    "sjabloon-tag-niet-gesloten",
    Severity::error,
    {"Na '{0}' ontbreken de haken die de naam afsluiten.", "The braces that close the name after '{0}' are missing."},
    {"Schrijf bijvoorbeeld {{naam}}.", "Write for instance {{naam}}."}};

inline constexpr Rule delimiters_unreadable{
    "sjabloon-scheidingstekens-onleesbaar",
    Severity::error,
    {"'{0}' geeft geen twee nieuwe scheidingstekens.", "'{0}' does not give two new delimiters."},
    {"Schrijf er twee, met een spatie ertussen.", "Write two, with a space between them."}};

inline constexpr Rule name_missing{"sjabloon-lege-naam",
                                   Severity::error,
                                   {"In '{0}' ontbreekt de naam.", "The name is missing in '{0}'."},
                                   {"Schrijf de naam tussen de haken, bijvoorbeeld {{naam}}.",
                                    "Write the name between the braces, for instance {{naam}}."}};

inline constexpr Rule section_not_closed{
    "sjabloon-sectie-niet-gesloten",
    Severity::error,
    {"'{0}' wordt geopend, maar nergens gesloten.", "'{0}' is opened, but closed nowhere."},
    {"Zet {{/{0}}} waar dit gedeelte eindigt.", "Put {{/{0}}} where this part ends."}};

inline constexpr Rule section_crossed{
    "sjabloon-sectie-verkeerd-gesloten",
    Severity::error,
    {"Hier wordt '{0}' gesloten, maar '{1}' is nog open.", "'{0}' is closed here, but '{1}' is still open."},
    {"Sluit eerst {{/{1}}}.", "Close {{/{1}}} first."}};

inline constexpr Rule section_not_opened{
    "sjabloon-sectie-niet-geopend",
    Severity::error,
    {"Hier wordt '{0}' gesloten, maar er is niets open.", "'{0}' is closed here, but nothing is open."},
    {"Haal {{/{0}}} weg, of open het eerder.", "Remove {{/{0}}}, or open it earlier."}};

inline constexpr Rule block_repeated{"sjabloon-blok-dubbel",
                                     Severity::error,
                                     {"Blok '{0}' staat hier voor de tweede keer; er kan er maar één gelden.",
                                      "Block '{0}' is given here for the second time; only one can count."},
                                     {"Voeg de twee samen of haal er een weg.", "Join the two or remove one."}};

inline constexpr Rule nested_too_deep{
    "sjabloon-te-diep-genest",
    Severity::error,
    {"'{0}' staat in meer dan 64 andere gedeelten.", "'{0}' stands within more than 64 other parts."},
    {"Zet een deel van dit sjabloon in een eigen bestand.", "Move a part of this template to a file of its own."}};

inline constexpr std::array parse_rules{&tag_not_closed,  &delimiters_unreadable, &name_missing,   &section_not_closed,
                                        &section_crossed, &section_not_opened,    &block_repeated, &nested_too_deep};

}  // namespace wegwijs
