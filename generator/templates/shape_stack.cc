#include "templates/shape_stack.h"

#include <algorithm>

namespace wegwijs {
namespace {

void add_names(std::vector<std::string_view>& names, const DataShape& shape) {
  for (const auto& [name, member] : shape.members()) {
    if (name != any_other_member) names.push_back(name);
  }
}

}  // namespace

ShapeStack ShapeStack::with(const DataShape& shape) const {
  ShapeStack result = *this;
  std::erase(result.shapes_, &shape);
  result.shapes_.push_back(&shape);
  return result;
}

ShapeLookup ShapeStack::find(std::string_view name) const {
  ShapeLookup lookup;
  lookup.shape = shapes_.back();
  if (name == ".") return lookup;
  lookup.part = name.substr(0, name.find('.'));
  lookup.shape = nullptr;
  for (auto shape = shapes_.rbegin(); shape != shapes_.rend() && lookup.shape == nullptr; ++shape) {
    lookup.shape = (*shape)->member(lookup.part);
  }
  if (lookup.shape == nullptr) {
    lookup.may_be_absent = std::any_of(shapes_.begin(), shapes_.end(),
                                       [&](const DataShape* shape) { return shape->allows_absent(lookup.part); });
    for (auto shape = shapes_.rbegin(); shape != shapes_.rend(); ++shape) add_names(lookup.candidates, **shape);
  }
  while (lookup.shape != nullptr && lookup.part_begin + lookup.part.size() < name.size()) {
    const DataShape& outer = *lookup.shape;
    lookup.part_begin += lookup.part.size() + 1;
    lookup.part = name.substr(lookup.part_begin);
    lookup.part = lookup.part.substr(0, lookup.part.find('.'));
    lookup.shape = outer.member(lookup.part);
    if (lookup.shape != nullptr) continue;
    add_names(lookup.candidates, outer);
    lookup.may_be_absent = outer.member(any_other_member) != nullptr;
  }
  return lookup;
}

}  // namespace wegwijs
