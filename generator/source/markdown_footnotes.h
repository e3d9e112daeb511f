#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace wegwijs {

/// Appends the footnotes of one Markdown text to its HTML: the references in the text and the section after it. They
/// are numbered in the order of their first use, so no id carries the author's words.
class MarkdownFootnotes {
 public:
  explicit MarkdownFootnotes(std::string& html) : html_(html) {}

  /// `number`: as the parser wrote it.
  void write_reference(std::string_view number);
  void write_footnote(bool entering);
  /// Closes the section; to be called after the last node.
  void finish();

 private:
  std::string& html_;
  bool in_section_ = false;
  int footnotes_ = 0;
  std::unordered_set<std::string> referred_;
};

}  // namespace wegwijs
