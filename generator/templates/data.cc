#include "templates/data.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <memory>
#include <unordered_map>

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

/// Looks where data differ from their shape. Lists repeat the same maps, so what a map declares is sorted once.
class MismatchFinder {
 public:
  /// The path from `data` to what does not conform; "." for `data` itself.
  std::optional<std::string> find(const Data& data, const DataShape& shape) {
    if (data.kind() == Data::Kind::null) return std::nullopt;
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
        return data.kind() == Data::Kind::list ? find_in_list(data, shape) : unless(false);
      case DataShape::Kind::map:
        return data.kind() == Data::Kind::map ? find_in_map(data, shape) : unless(false);
    }
    return std::nullopt;
  }

 private:
  using Declared = std::vector<std::pair<Name, std::size_t>>;  // by name, with the place among the members

  static std::optional<std::string> unless(bool conforms) { return conforms ? std::nullopt : std::optional(itself); }

  static std::string joined(const std::string& above, const std::string& below) {
    return below == itself ? above : below.front() == '[' ? above + below : above + "." + below;
  }

  std::optional<std::string> find_in_list(const Data& data, const DataShape& shape) {
    std::size_t index = 0;
    for (const Data& element : data.list()) {
      if (const auto below = find(element, shape.element())) return joined("[" + std::to_string(index) + "]", *below);
      ++index;
    }
    return std::nullopt;
  }

  std::optional<std::string> find_in_map(const Data& data, const DataShape& shape) {
    const auto members = shape.members();
    const Declared& declared = declared_by(members);
    std::size_t index = 0;
    for (const Member& member : data.members()) {
      const auto found = std::lower_bound(declared.begin(), declared.end(), member.name,
                                          [](const auto& one, Name wanted) { return one.first < wanted; });
      if (found != declared.end() && found->first == member.name) {
        const auto& [name, shape_of_member] = members[found->second];
        if (const auto below = find(member.value, shape_of_member)) return joined(name, *below);
      } else if (!shape.allows_unnamed(member.name)) {
        // Only the hash of an undeclared name is known.
        return "?" + std::to_string(index);
      }
      ++index;
    }
    return std::nullopt;
  }

  const Declared& declared_by(std::span<const std::pair<std::string, DataShape>> members) {
    Declared& declared = declared_[members.data()];
    if (declared.empty()) {
      for (std::size_t place = 0; place < members.size(); ++place) {
        declared.emplace_back(Name(members[place].first), place);
      }
      std::sort(declared.begin(), declared.end());
    }
    return declared;
  }

  static constexpr const char* itself = ".";
  std::unordered_map<const void*, Declared> declared_;  // by where the members lie
};

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
  return MismatchFinder().find(data, shape);
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
