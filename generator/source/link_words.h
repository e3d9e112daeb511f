#pragma once

#include <string_view>

namespace wegwijs {

/// Whether the words of a link say where it leads, for somebody who hears them without the sentence around them. "Klik
/// hier" does not.
bool says_where_it_leads(std::string_view words);

/// Whether the description of a picture can say what it shows: not the name of its file, and not only that it is one.
bool says_what_it_shows(std::string_view words);

}  // namespace wegwijs
