#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// One piece of a parsed template. Comments and changes of the tag delimiters are gone; whitespace around tags that
/// are alone on a line has been moved to where the specification wants it.
struct Node {
  enum class Kind : std::uint8_t {
    text,
    variable,
    raw_variable,  ///< `{{{name}}}` or `{{&name}}`
    section,
    inverted,
    partial,
    parent,  ///< `{{<name}}`; its children are the blocks that it overrides, nothing else
    block,   ///< `{{$name}}`; in a parent: what replaces the block; elsewhere: a place that can be replaced
  };

  Kind kind = Kind::text;
  bool dynamic = false;  ///< partial, parent: the name is looked up in the data (`{{>*name}}`)
  bool starts_line =
      false;               ///< partial, parent, block: its first line is a line of its own, so it gets the indentation
  bool ends_line = false;  ///< partial, parent, block: what follows begins a line
  std::string text;        ///< text: its bytes; partial, parent, block: the indentation of every line inserted there
  std::string name;        ///< without sigil, asterisk and surrounding whitespace
  SourceSpan where;        ///< of the name; of a text, its bytes
  std::vector<Node> children;
  std::uint32_t number = 0;  ///< given when compiling: body of an overriding block, first override of a parent
};

struct SyntaxTree {
  std::string name;
  SourceSpan end;  ///< the empty span after the last byte
  std::vector<Node> nodes;
  std::vector<SourceSpan> delimiter_changes;
  std::vector<SourceSpan> dropped;  ///< content of parents outside any block, which the specification drops
};

}  // namespace wegwijs
