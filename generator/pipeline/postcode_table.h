#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace wegwijs {

/// A file that says where postcodes lie, as the page of a finder reads it (distance.js): the postcode, its latitude and
/// its longitude in degrees, "1017,52.363,4.884", or as a Dutch spreadsheet saves it, "1017;52,363;4,884". More cells
/// may follow. The first line may be a heading.
struct PostcodeTable {
  struct Line {
    std::size_t begin = 0;  ///< in the bytes of the file
    std::size_t end = 0;    ///< without what ends the line
  };

  std::unordered_set<std::string> known;  ///< the postcodes of which it says where they lie
  std::optional<Line> unreadable;         ///< the first line that says no such thing
};

PostcodeTable read_postcode_table(std::string_view bytes);

}  // namespace wegwijs
