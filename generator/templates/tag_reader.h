#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijs {

/// One `{{…}}` of a template.
struct Tag {
  enum class Fault : std::uint8_t { none, not_closed, not_two_delimiters };

  char sigil = 0;              ///< one of # ^ / > < $ ! = { & or 0 for a plain name
  std::size_t begin = 0;       ///< offset of the opening delimiter
  std::size_t end = 0;         ///< offset after the closing delimiter
  std::size_t name_begin = 0;  ///< offset of `name`
  std::string_view name;       ///< without sigil and surrounding whitespace; may be empty
  Fault fault = Fault::none;
};

/// Finds the tags of a template one by one and follows changes of their delimiters. `text` must outlive it.
class TagReader {
 public:
  explicit TagReader(std::string_view text) : text_(text) {}

  /// Nothing after the last tag. A tag that is never closed is the last one; its name is the delimiter.
  std::optional<Tag> next();

 private:
  void read_delimiters(Tag& tag);

  std::string_view text_;
  std::size_t position_ = 0;
  std::string open_ = "{{";
  std::string close_ = "}}";
};

/// What surrounds a tag on its own line or lines.
struct LineOfTag {
  std::size_t begin = 0;  ///< offset of the whitespace before the tag, up to the start of the line
  std::size_t end = 0;    ///< offset after the line break (or the end of the text) that follows the tag
  bool blank_before = false;
  bool blank_after = false;

  bool stands_alone() const { return blank_before && blank_after; }
};

LineOfTag line_of(std::string_view text, const Tag& tag);

/// The spaces and tabs at the start of the first line of `text` that holds anything else.
std::string_view first_indentation(std::string_view text);

}  // namespace wegwijs
