#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "templates/data.h"
#include "templates/escape.h"

namespace wegwijs {

/// A part of one of the tables of a `Program`.
struct Slice {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;

  friend auto operator<=>(const Slice&, const Slice&) = default;
};

/// Number of an HTML context; a plain program has only number 0.
using ContextNumber = std::uint16_t;

/// Number of a body: the whole of a template, or a block that overrides one of a parent.
using BodyNumber = std::uint32_t;
inline constexpr BodyNumber no_body = 0xFFFFFFFFU;

struct Instruction {
  enum class Kind : std::uint8_t { text, variable, section, inverted, partial, dynamic_partial, block };

  Kind kind = Kind::text;
  Escape escape = Escape::none;  ///< variable
  bool starts_line = false;      ///< partial, block: see `Node`
  bool ends_line = false;
  bool may_repeat = true;     ///< section: its HTML means the same when it follows itself
  ContextNumber context = 0;  ///< partial, block: where it is used
  std::uint32_t end = 0;      ///< section, inverted, block: after its last instruction
  Slice text;                 ///< text: its bytes; partial, block: the indentation of inserted lines
  Slice path;                 ///< the parts of a dotted name, none for "."; block: its name
  BodyNumber body = no_body;  ///< partial, parent: what is called; none when it does not exist
  Slice overrides;            ///< of a parent; none for a partial, which is a parent without overrides
};

/// What a parent's tag puts in the place of a block of that parent.
struct Override {
  Name name;
  BodyNumber body;
};

/// The instructions of a body for one HTML context: the same template can be used in an attribute and between elements.
struct Variant {
  ContextNumber context;
  std::uint32_t begin;
  std::uint32_t end;
};

struct NamedTemplate {
  Name name;
  BodyNumber body;
};

/// Compiled templates. Offsets instead of pointers, so it can be moved while it grows.
struct Program {
  std::string text;
  std::vector<Name> names;
  std::vector<Instruction> instructions;
  std::vector<Override> overrides;
  std::vector<std::vector<Variant>> bodies;
  std::vector<NamedTemplate> templates;

  std::string_view bytes(Slice slice) const { return std::string_view(text).substr(slice.begin, slice.size); }
  const Variant* variant(BodyNumber body, ContextNumber context) const {
    for (const Variant& candidate : bodies[body]) {
      if (candidate.context == context) return &candidate;
    }
    return nullptr;
  }
  BodyNumber find_template(Name name) const {
    for (const NamedTemplate& candidate : templates) {
      if (candidate.name == name) return candidate.body;
    }
    return no_body;
  }
};

}  // namespace wegwijs
