#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the names and kinds of the files on the disk.

inline constexpr Rule not_a_regular_file{
    "bestand-geen-gewoon-bestand",
    Severity::error,
    {"'{0}' is geen gewoon bestand.", "'{0}' is not a regular file."},
    {"Een link, een apparaat of een ander bijzonder bestand wordt niet gelezen. Zet hier een kopie van het bestand "
     "zelf, of haal "
     "het "
     "weg.",
     "A link, a device or a pipe (fifo) is not read. Put a copy of the file itself here, or remove it."}};

inline constexpr Rule outside_site{
    "pad-buiten-de-site",
    Severity::error,
    {"'{0}' is geen pad binnen de map van de site.", "'{0}' is not a path inside the folder of the site."},
    {"Gebruik een pad vanaf de map van de site, zonder '/' aan het begin en zonder '.' of '..' erin.",
     "Use a path from the folder of the site, without '/' at the beginning and without '.' or '..' in it."}};

inline constexpr Rule name_not_utf8{
    "bestand-naam-geen-utf8",
    Severity::error,
    {"De bestandsnaam '{0}' is niet leesbaar: de bytes zijn geen UTF-8.",
     "The file name '{0}' cannot be read: its bytes are not UTF-8."},
    {"Geef het bestand een andere naam. Dit komt voor na het uitpakken van een oud zip-bestand.",
     "Give the file another name. This happens after unpacking an old zip file."}};

inline constexpr Rule names_collide{
    "bestandsnamen-botsen",
    Severity::error,
    {"'{0}' en '{1}' verschillen alleen in hoofdletters of in hoe een accent is opgeslagen.",
     "'{0}' and '{1}' differ only in capitals or in how an accent is stored."},
    {"Op Windows en macOS is dat dezelfde naam. Geef een van de twee een andere naam.",
     "On Windows and macOS that is the same name. Give one of the two another name."}};

inline constexpr std::array source_name_rules{&not_a_regular_file, &outside_site, &name_not_utf8, &names_collide};

}  // namespace wegwijs
