#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// The words of one paragraph, heading or cell as the parser left them, and where each byte of them is in the source.
class MarkdownParagraph {
 public:
  /// Takes the place in `text()` of what the parser took for markup.
  static constexpr char markup = '\1';
  /// Replaces in `Places::masked` what the author wrote with a backslash or as `&name;`: it was meant literally.
  static constexpr char literal = '\2';

  /// `source`: the whole text that was parsed.
  explicit MarkdownParagraph(std::string_view source)
      : source_(source),
        may_hold_literals_(source.find('\\') != std::string_view::npos || source.find('&') != std::string_view::npos) {}

  /// Starts anew; the words are in the source from `begin` on.
  void begin(std::size_t begin);
  void add_words(std::string_view words);
  void add_markup() { text_ += markup; }
  void add_line_end() { text_ += '\n'; }

  const std::string& text() const { return text_; }

  /// Whether `places().masked` can differ from `text()`.
  bool may_hold_literals() const { return may_hold_literals_; }

  struct Places {
    std::string masked;               ///< `text()` with `literal` where that applies
    std::vector<std::size_t> places;  ///< of each byte of it in the source; npos when it was not found
  };
  Places places();

 private:
  /// Where `words` are in the source from `from` on; sets their places. Returns the end, or npos.
  std::size_t match(std::size_t from, std::size_t words, std::size_t size, Places& result) const;

  std::string_view source_;
  bool may_hold_literals_;
  std::size_t begin_ = 0;
  std::string text_;
  struct Words {
    std::size_t begin;
    std::size_t size;
  };
  std::vector<Words> words_;
  std::size_t searched_ = 0;  // bytes of the source, for all paragraphs
};

}  // namespace wegwijs
