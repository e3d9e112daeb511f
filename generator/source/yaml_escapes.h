#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace wegwijs {

/// An escape within double quotes, such as "\\x1B".
struct YamlEscape {
  std::size_t begin;  ///< of its backslash
  std::size_t end;
  char32_t character;  ///< that it means
};

/// The first escape of `text` from `begin` up to `end` that means a character which no text of the site may hold, or
/// which the YAML library turns into a byte that is no UTF-8. The check of the file's bytes does not see it. The text
/// was read by the library: its escapes are of the right form.
std::optional<YamlEscape> refused_yaml_escape(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace wegwijs
