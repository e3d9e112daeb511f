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

}  // namespace wegwijs
