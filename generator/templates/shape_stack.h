#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "templates/data.h"

namespace wegwijs {

/// A member of this name says of a map that a section may ask for names that it does not declare: it then stays empty.
inline constexpr std::string_view any_other_member = "*";

/// What a name means in a template, looked up as Mustache looks up data: the first part through the stack, the others
/// each in what came before.
struct ShapeLookup {
  const DataShape* shape = nullptr;  ///< null when a part of the name is not declared
  std::size_t part_begin = 0;        ///< of the part that is not declared, in the name
  std::string_view part;
  std::vector<std::string_view> candidates;  ///< names that are declared there
  bool may_be_absent = false;                ///< of `any_other_member`, or `DataShape::allow_absent`
};

/// The shapes of the data around a spot of a template. A shape that is on the stack twice counts where it is highest,
/// because it hides its lower self completely; so only so many stacks exist and a check of parts that call themselves
/// comes to an end. Does not own the shapes.
class ShapeStack {
 public:
  explicit ShapeStack(const DataShape& root) : shapes_{&root} {}

  ShapeStack with(const DataShape& shape) const;
  ShapeLookup find(std::string_view name) const;

  friend auto operator<=>(const ShapeStack&, const ShapeStack&) = default;

 private:
  std::vector<const DataShape*> shapes_;  // the last is on top
};

}  // namespace wegwijs
