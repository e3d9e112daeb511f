#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

struct cmark_node;

namespace wegwijs {

/// Appends the tags of the tables of one Markdown text to its HTML. A table is in a region that scrolls by itself
/// and is named after the heading above it; the first row and the first column hold header cells.
class MarkdownTables {
 public:
  explicit MarkdownTables(std::string& html) : html_(html) {}

  /// `heading`: the words of the last heading; empty when there is none.
  void write_table(cmark_node* node, bool entering, std::string_view heading);
  void write_row(cmark_node* node, bool entering);
  void write_cell(bool entering);

 private:
  std::string& html_;
  const std::uint8_t* alignments_ = nullptr;
  std::size_t columns_ = 0;
  std::size_t column_ = 0;
  std::size_t tables_ = 0;
  bool in_header_ = false;
  bool in_body_ = false;
};

}  // namespace wegwijs
