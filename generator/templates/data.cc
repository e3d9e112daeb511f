#include "templates/data.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <memory>

#include "templates/shape_stack.h"

namespace wegwijs {
namespace {

bool is_text_like(Data::Kind kind) {
  return kind == Data::Kind::text || kind == Data::Kind::html;
}

template <typename Element>
const Element* copy_into(std::pmr::memory_resource& memory, std::span<const Element> elements) {
  if (elements.empty()) return nullptr;
  auto* copy = static_cast<Element*>(memory.allocate(elements.size_bytes(), alignof(Element)));
  std::uninitialized_copy(elements.begin(), elements.end(), copy);
  return copy;
}

std::optional<std::string> mismatch_below(const Data& data, const DataShape& shape, const std::string& path);

std::optional<std::string> mismatch_in_list(const Data& data, const DataShape& shape, const std::string& path) {
  std::size_t index = 0;
  for (const Data& element : data.list()) {
    auto mismatch = mismatch_below(element, shape.element(), path + "[" + std::to_string(index++) + "]");
    if (mismatch) return mismatch;
  }
  return std::nullopt;
}

std::optional<std::string> mismatch_in_map(const Data& data, const DataShape& shape, const std::string& path) {
  const std::string prefix = path.empty() ? "" : path + ".";
  std::size_t index = 0;
  for (const Member& member : data.members()) {
    const auto& declared = shape.members();
    const auto found = std::find_if(declared.begin(), declared.end(),
                                    [&](const auto& candidate) { return Name(candidate.first) == member.name; });
    if (found == declared.end() && shape.allows_unnamed(member.name)) continue;
    // Only the hash of an undeclared name is known.
    if (found == declared.end()) return prefix + "?" + std::to_string(index);
    auto mismatch = mismatch_below(member.value, found->second, prefix + found->first);
    if (mismatch) return mismatch;
    ++index;
  }
  return std::nullopt;
}

std::optional<std::string> mismatch_below(const Data& data, const DataShape& shape, const std::string& path) {
  if (data.kind() == Data::Kind::null) return std::nullopt;
  const auto unless = [&](bool conforms) { return conforms ? std::nullopt : std::optional(path.empty() ? "." : path); };
  switch (shape.kind()) {
    case DataShape::Kind::text:
      return unless(data.kind() == Data::Kind::text);
    case DataShape::Kind::html:
      return unless(data.kind() == Data::Kind::html);
    case DataShape::Kind::boolean:
      return unless(data.kind() == Data::Kind::boolean);
    case DataShape::Kind::partial_name: {
      const auto& names = shape.partial_names();
      return unless(data.kind() == Data::Kind::text &&
                    std::find(names.begin(), names.end(), data.bytes()) != names.end());
    }
    case DataShape::Kind::list:
      return data.kind() == Data::Kind::list ? mismatch_in_list(data, shape, path) : unless(false);
    case DataShape::Kind::map:
      return data.kind() == Data::Kind::map ? mismatch_in_map(data, shape, path) : unless(false);
  }
  return std::nullopt;
}

}  // namespace

std::string_view Data::bytes() const {
  return is_text_like(kind_) ? std::string_view(static_cast<const char*>(first_), size_) : std::string_view();
}

bool Data::is_truthy() const {
  switch (kind_) {
    case Kind::null:
      return false;
    case Kind::map:
      return true;
    case Kind::text:
    case Kind::html:
    case Kind::boolean:
    case Kind::list:
      return size_ != 0;
  }
  return false;
}

std::span<const Data> Data::list() const {
  if (kind_ != Kind::list) return {};
  return {static_cast<const Data*>(first_), size_};
}

std::span<const Member> Data::members() const {
  if (kind_ != Kind::map) return {};
  return {static_cast<const Member*>(first_), size_};
}

const Data* Data::find(Name name) const {
  if (is_sorted_) {
    const std::span<const Member> all = members();
    const auto found = std::lower_bound(all.begin(), all.end(), name,
                                        [](const Member& member, Name wanted) { return member.name < wanted; });
    return found != all.end() && found->name == name ? &found->value : nullptr;
  }
  for (const Member& member : members()) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

Data DataArena::text(std::string_view text) {
  return Data::text(keep(text));
}

Data DataArena::html(const Html& html) {
  const std::string_view bytes = keep(html.bytes());
  return {Data::Kind::html, bytes.data(), bytes.size()};
}

Data DataArena::list(std::span<const Data> elements) {
  return {Data::Kind::list, copy_into(memory_, elements), elements.size()};
}

Data DataArena::map(std::span<const Member> members) {
  return {Data::Kind::map, copy_into(memory_, members), members.size()};
}

Data DataArena::sorted_map(std::span<const Member> members) {
  assert(std::is_sorted(members.begin(), members.end(),
                        [](const Member& left, const Member& right) { return left.name < right.name; }));
  Data data = map(members);
  data.is_sorted_ = true;
  return data;
}

std::string_view DataArena::keep(std::string_view bytes) {
  return {copy_into(memory_, std::span<const char>(bytes)), bytes.size()};
}

DataShape DataShape::list(DataShape element) {
  DataShape shape(Kind::list);
  shape.members_ = std::make_shared<Members>(Members{{"", std::move(element)}});
  return shape;
}

DataShape DataShape::map(Members members) {
  DataShape shape(Kind::map);
  shape.members_ = std::make_shared<Members>(std::move(members));
  return shape;
}

DataShape DataShape::partial_name(std::vector<std::string> names) {
  DataShape shape(Kind::partial_name);
  shape.partial_names_ = std::make_shared<const std::vector<std::string>>(std::move(names));
  return shape;
}

const std::vector<std::string>& DataShape::partial_names() const {
  static const std::vector<std::string> none;
  return partial_names_ ? *partial_names_ : none;
}

const DataShape* DataShape::member(std::string_view name) const {
  for (const auto& [spelling, shape] : members()) {
    if (spelling == name) return &shape;
  }
  return nullptr;
}

std::span<const std::pair<std::string, DataShape>> DataShape::members() const {
  if (kind_ != Kind::map) return {};
  return *members_;
}

const DataShape& DataShape::element() const {
  assert(kind_ == Kind::list);
  return members_->front().second;
}

void DataShape::set(std::string name, DataShape shape) {
  assert(kind_ == Kind::map);
  if (members_.use_count() > 1) members_ = std::make_shared<Members>(*members_);
  for (auto& [spelling, existing] : *members_) {
    if (spelling != name) continue;
    existing = std::move(shape);
    return;
  }
  members_->emplace_back(std::move(name), std::move(shape));
}

bool DataShape::allows_absent(std::string_view name) const {
  return std::find(absent_.begin(), absent_.end(), name) != absent_.end();
}

bool DataShape::allows_unnamed(Name name) const {
  return std::find(unnamed_.begin(), unnamed_.end(), name) != unnamed_.end();
}

std::optional<std::string> first_mismatch(const Data& data, const DataShape& shape) {
  return mismatch_below(data, shape, "");
}

std::optional<std::string> first_unset(const Data& data, const DataShape& shape) {
  if (data.kind() == Data::Kind::list && shape.kind() == DataShape::Kind::list) {
    for (const Data& element : data.list()) {
      if (std::optional<std::string> below = first_unset(element, shape.element())) return "[]." + *below;
    }
  }
  if (data.kind() != Data::Kind::map) return std::nullopt;
  for (const auto& [name, declared] : shape.members()) {
    if (name == any_other_member) continue;
    const Data* value = data.find(Name(name));
    if (value == nullptr) return name;
    if (std::optional<std::string> below = first_unset(*value, declared)) return name + "." + *below;
  }
  return std::nullopt;
}

}  // namespace wegwijs
