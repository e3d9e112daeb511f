#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "source/yaml_tree.h"

namespace wegwijs {

/// Thrown by `YamlLayout` at a form that it does not know; caught in yaml_edits.cc.
struct UnknownYamlForm {};

/// Where the values of a tree are in the bytes that it was read from: the tree knows where they begin, this where they
/// end.
class YamlLayout {
 public:
  struct Place {
    std::size_t after = 0;   ///< after the colon or dash that the value belongs to
    std::size_t column = 0;  ///< of the key or dash; lines of a longer value are indented more
    bool in_brackets = false;
  };
  struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< both `Place::after` where nothing was written
    bool in_brackets = false;
  };

  YamlLayout(std::string_view bytes, std::size_t begin, std::size_t end)
      : bytes_(bytes.substr(0, end)), begin_(after_byte_order_mark(bytes, begin)), line_break_(find_line_break()) {}

  Place root() const;
  Extent extent(const YamlNode& node, const Place& place) const;
  /// Of each entry of a map or element of a list, in order. `extent` is that of the node.
  std::vector<Place> children(const YamlNode& node, const Extent& extent) const;
  /// The beginning of each key or dash; within brackets of each key or element.
  std::vector<std::size_t> beginnings(const YamlNode& node, const Extent& extent) const;

  std::size_t line_begin(std::size_t position) const;
  /// The end of the line without its line break.
  std::size_t line_end(std::size_t position) const;
  /// The end of the line before the one of `position`; the beginning of the YAML when there is none.
  std::size_t end_of_line_before(std::size_t position) const;
  std::size_t column(std::size_t position) const { return position - line_begin(position); }
  bool is_first_on_line(std::size_t position) const;
  bool has_line_before(std::size_t position) const { return line_begin(position) > begin_; }
  /// The first character from `position` on that is no space, line break or comment.
  std::size_t next_token(std::size_t position) const;
  std::string_view bytes() const { return bytes_; }
  std::string_view line_break() const { return line_break_; }
  std::size_t end() const { return bytes_.size(); }

 private:
  static std::size_t after_byte_order_mark(std::string_view bytes, std::size_t begin);
  std::string_view find_line_break() const;
  std::size_t after_colon(const YamlNode::Entry& entry, bool in_brackets) const;
  std::size_t end_of_scalar(const YamlNode& node, const Place& place) const;
  std::size_t end_of_block(std::size_t begin, std::size_t column) const;
  std::size_t end_of_plain(const YamlNode& node, const Place& place) const;
  Extent extent_of_nothing(const Place& place) const;
  char at(std::size_t position) const { return position < bytes_.size() ? bytes_[position] : '\0'; }

  std::string_view bytes_;
  std::size_t begin_;
  std::string_view line_break_;
};

}  // namespace wegwijs
