#include "source/link_words.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/trimmed.h"

namespace wegwijs {

bool says_where_it_leads(std::string_view words) {
  constexpr std::array<std::string_view, 11> empty{"klik hier", "hier",          "lees meer",      "lees verder",
                                                   "deze link", "via deze link", "lees hier meer", "click here",
                                                   "here",      "read more",     "this link"};
  return std::find(empty.begin(), empty.end(), lower_case(trimmed(words, " \t\n.!>:"))) == empty.end();
}

bool says_what_it_shows(std::string_view words) {
  constexpr std::array<std::string_view, 8> empty{"afbeelding", "foto",    "plaatje", "figuur",
                                                  "image",      "picture", "photo",   "figure"};
  constexpr std::array<std::string_view, 6> endings{".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif"};
  const std::string written = lower_case(trimmed(words, " \t\n.:"));
  const bool is_file =
      std::any_of(endings.begin(), endings.end(), [&](std::string_view one) { return written.ends_with(one); });
  return !is_file && std::find(empty.begin(), empty.end(), written) == empty.end();
}

}  // namespace wegwijs
