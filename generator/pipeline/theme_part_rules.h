#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

inline constexpr Rule misplaced_part{
    "themadeel-misplaatst",
    Severity::error,
    {"Dit bestand is geen deel van '{0}'. De map '{0}' wordt één bestand, en daarin staan alleen bestanden op '{1}'.",
     "This file is no part of '{0}'. The folder '{0}' becomes one file, and holds only files that end in '{1}'."},
    {"Zet het bestand ergens anders in static/, of geef het een naam die op '{1}' eindigt.",
     "Put the file elsewhere in static/, or give it a name that ends in '{1}'."}};

inline constexpr Rule unfinished_part{
    "themadeel-niet-af",
    Severity::error,
    {"Wat met '{0}' begint, eindigt niet in dit deel. Dan hoort het volgende deel erbij.",
     "What begins with '{0}' does not end in this part. The next part would then belong to it."},
    {"Sluit het af in hetzelfde bestand.", "Close it in the same file."}};

inline constexpr Rule overclosed_part{
    "themadeel-sluit-te-veel",
    Severity::error,
    {"Deze '{0}' sluit iets wat in dit deel niet open is.", "This '{0}' closes what is not open in this part."},
    {"Haal het teken weg, of zet erbij wat het sluit.", "Remove the sign, or add what it closes."}};

inline constexpr Rule name_in_two_parts{
    "themadeel-naam-dubbel",
    Severity::error,
    {"De naam '{0}' staat ook in '{1}'. De delen van een script delen hun namen, en dan werkt het hele script niet.",
     "The name '{0}' is in '{1}' too. The parts of a script share their names, and then the whole script does not "
     "work."},
    {"Geef een van de twee een andere naam.", "Give one of the two another name."}};

inline constexpr std::array theme_part_rules{&misplaced_part, &unfinished_part, &overclosed_part, &name_in_two_parts};

}  // namespace wegwijs
