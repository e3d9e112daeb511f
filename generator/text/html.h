#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace wegwijs {

/// HTML that may be written as it is. Only the Markdown reader can make one (it builds HTML out of escaped text and a
/// fixed set of elements), so a template or a view has no way to turn an author's text into markup.
class Html {
 public:
  Html() = default;
  std::string_view bytes() const { return bytes_; }
  bool empty() const { return bytes_.empty(); }

 private:
  friend class MarkdownHtmlWriter;
  explicit Html(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string bytes_;
};

}  // namespace wegwijs
