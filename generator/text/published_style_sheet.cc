#include "text/published_style_sheet.h"

#include <algorithm>
#include <optional>

#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr std::string_view spaces = " \t\r\n\f";

/// No space is needed behind these. Not `)`, `*`, `+`, `-`, `/`, `>` and `~`: in a selector, in a value or in `calc()`
/// the space there means something.
constexpr std::string_view need_nothing_behind = "{};,:(";

/// Nor before these. Not `:` and `(`: `a :hover` and `and (` are other things than `a:hover` and `and(`.
constexpr std::string_view need_nothing_before = "{};,)!";

bool is_in(std::string_view characters, char character) {
  return characters.find(character) != std::string_view::npos;
}

/// Reads a style sheet piece by piece and writes what is published of it.
class StyleSheetWriter {
 public:
  explicit StyleSheetWriter(std::string_view style_sheet) : style_sheet_(style_sheet) {}

  /// Empty when it is not certain where a piece ends.
  std::optional<std::string> written() {
    while (place_ < style_sheet_.size()) {
      const std::string_view rest = style_sheet_.substr(place_);
      std::size_t length = 1;
      if (is_in(spaces, rest.front())) {
        has_space_ = true;
      } else if (rest.starts_with("/*")) {
        length = length_through("*/", 2);
        has_comment_ = true;
      } else {
        length = length_of_piece(rest);
        if (length != std::string_view::npos) put(rest.substr(0, length));
      }
      if (length == std::string_view::npos) return std::nullopt;
      place_ += length;
    }
    if (!published_.empty()) published_ += '\n';
    return std::move(published_);
  }

 private:
  std::size_t length_of_piece(std::string_view rest) const {
    if (rest.front() == '"' || rest.front() == '\'') return length_of_text(rest);
    if (rest.front() == '\\') return rest.size() > 1 && rest[1] != '\n' ? 2 : std::string_view::npos;
    if (rest.starts_with("url(")) return length_through(")", 4);
    return 1;
  }

  std::size_t length_of_text(std::string_view rest) const {
    for (std::size_t place = 1; place < rest.size() && rest[place] != '\n'; ++place) {
      if (rest[place] == '\\')
        ++place;
      else if (rest[place] == rest.front())
        return place + 1;
    }
    return std::string_view::npos;
  }

  std::size_t length_through(std::string_view end, std::size_t from) const {
    const std::size_t found = style_sheet_.find(end, place_ + from);
    return found == std::string_view::npos ? found : found + end.size() - place_;
  }

  void put(std::string_view piece) {
    const char before = published_.empty() ? '{' : published_.back();
    if (piece == "}" && before == ';') published_.pop_back();
    const bool is_separate = is_in(need_nothing_behind, before) || is_in(need_nothing_before, piece.front());
    if (has_space_ && !is_separate) published_ += ' ';
    // Two names with only a comment between them are two names.
    if (has_comment_ && !has_space_ && !is_separate) published_ += "/**/";
    published_ += piece;
    has_space_ = has_comment_ = false;
  }

  const std::string_view style_sheet_;
  std::size_t place_ = 0;
  std::string published_;
  bool has_space_ = false;
  bool has_comment_ = false;
};

}  // namespace

std::string published_style_sheet(std::string_view style_sheet) {
  return StyleSheetWriter(style_sheet).written().value_or(std::string(style_sheet));
}

}  // namespace wegwijs
