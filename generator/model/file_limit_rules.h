#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the size and the number of files.

inline constexpr Rule file_too_large{
    "bestand-te-groot",
    Severity::error,
    {"'{0}' is te groot: {1} KB. Zo'n bestand mag hoogstens {2} KB zijn.",
     "'{0}' is too large: {1} KB. A file like this may be {2} KB."},
    {"Maak het kleiner of verdeel het. Een film of groot document hoort op een andere plek; "
     "verwijs ernaar met een link.",
     "Make it smaller or divide it. A film or a large document belongs elsewhere; refer to "
     "it with a link."}};

inline constexpr Rule search_words_too_large{
    "zoekwoorden-te-groot",
    Severity::error,
    {"'{0}' is te groot: {1} KB. Een bestand met zoekwoorden mag hoogstens {2} KB zijn.",
     "'{0}' is too large: {1} KB. A file of search words may be {2} KB."},
    {"Verdeel het: zet een deel van de woorden of vragen in een nieuw bestand in de map 'zoekwoorden', met 'woorden:' of "
     "'vragen:' erboven zoals hier. Alle bestanden in die map tellen mee.",
     "Divide it: put a part of the words or questions into a new file in the folder 'zoekwoorden', below 'woorden:' or "
     "'vragen:' as here. All files in that folder count."}};

inline constexpr Rule path_too_long{
    "pad-te-lang",
    Severity::error,
    {"Het pad '{0}…' is {1} tekens lang; meer dan {2} kan niet.",
     "The path '{0}…' is {1} characters long; more than {2} is not possible."},
    {"Geef het bestand of zijn mappen kortere namen.", "Give the file or its folders shorter names."}};

inline constexpr Rule too_many_files{
    "bestanden-te-veel",
    Severity::error,
    {"Er zijn {0} bestanden; meer dan {1} kan niet.", "There are {0} files; more than {1} is not possible."},
    {"Staat er een map in die er niet bij hoort, zoals een reservekopie? Haal die weg.",
     "Is there a folder that does not belong here, like a backup? Remove it."}};

inline constexpr std::array file_limit_rules{&file_too_large, &search_words_too_large, &path_too_long,
                                             &too_many_files};

}  // namespace wegwijs
