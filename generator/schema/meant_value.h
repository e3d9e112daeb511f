#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

// What an author meant who wrote a value in another form than we read; empty when that is not certain.

/// "1 september 2026", "1-9-2026", "2026/9/1" and "20260901" are 2026-09-01.
std::string meant_date(std::string_view text);

/// "oktober 2026", "okt. 2026", "10-2026" and "2026/10" are 2026-10.
std::string meant_month(std::string_view text);

/// Whether `text` ends with a time of day, which no date here has.
bool has_time(std::string_view text);

/// "17.30", "17u30", "17:30 uur" and "17:30:00" are 17:30.
std::string meant_time(std::string_view text);

/// "2026/2027", "2026-27" and "26/27" are 2026-2027.
std::string meant_school_year(std::string_view text);

/// "12,5" is 12.5, "14 leerlingen" is 14.
std::string meant_number(std::string_view text);

/// "Ja", "yes" and "x" are ja, "Nee" and "no" are nee.
std::string meant_yes_no(std::string_view text);

/// "1011ab" is 1011 AB where the pattern (see `Field::pattern`) is 9999 AA. A text that fits is itself.
std::string fitted_to_pattern(std::string_view text, std::string_view pattern);

/// "www.school.nl", "http:/www.school.nl" and "htps://www.school.nl" are https://www.school.nl.
std::string meant_web_address(std::string_view text);

}  // namespace wegwijs
