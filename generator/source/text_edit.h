#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// One replacement in the bytes of a file: `[begin, end)` becomes `replacement`. An empty range is an insertion.
struct TextEdit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string replacement;

  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// `bytes` after `edits`. Precondition: sorted by `begin`, not overlapping, within `bytes`.
std::string with_edits(std::string_view bytes, std::span<const TextEdit> edits);

/// The edits that turn `with_edits(bytes, edits)` back into `bytes`, byte for byte. Same precondition.
std::vector<TextEdit> undo_of(std::string_view bytes, std::span<const TextEdit> edits);

}  // namespace wegwijs
