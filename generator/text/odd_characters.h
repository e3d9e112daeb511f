#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// The bytes of the space that `text` begins with and that is not U+0020: a hard space, or one of a fixed width, which
/// look like an ordinary one and mean nothing to Markdown or YAML. 0 when it begins with none.
std::size_t odd_space_size(std::string_view text);

/// Characters that nobody types on purpose.
struct OddCharacters {
  enum class Kind : std::uint8_t {
    mangled,    ///< UTF-8 that was once read as Windows-1252: "cafÃ©"
    replaced,   ///< U+FFFD: a character that is lost
    control,    ///< U+0080 to U+009F, most often a character of Windows-1252
    invisible,  ///< without width: soft hyphens, zero-width spaces
    direction,  ///< turns the direction of writing of what follows
  };
  Kind kind;
  std::size_t begin;
  std::size_t end;
  std::string meant;        ///< what stood there once; empty when that is unknown
  char32_t code_point = 0;  ///< of the first
};

/// The first `most` in `text`, which must be UTF-8. Joiners in emoji and in scripts that need them do not count,
/// nor does a byte order mark at the very beginning. Time is proportional to the size.
std::vector<OddCharacters> odd_characters_in(std::string_view text, std::size_t most);

}  // namespace wegwijs
