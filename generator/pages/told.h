#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "pages/page_data.h"

namespace wegwijs {

/// What tells templates about a thing makes data with this; a teller of one kind of thing adds what it tells about.
struct Teller {
  Teller(const PageContext& page_context, DataArena& data_arena)
      : context(page_context), site(page_context.site), arena(data_arena) {}

  Language language() const { return site.settings.language; }
  /// A copy of it; null when it is empty.
  Data text(std::string_view text) const { return text.empty() ? Data() : arena.text(text); }
  Data count(std::size_t number) const { return arena.text(std::to_string(number)); }
  /// Points into the site; null when there is no label.
  Data words(const Label& label) const { return label.empty() ? Data() : Data::text(label.in(language())); }
  Data label_of(const Group& group) const { return words(group.plain.empty() ? group.label : group.plain); }

  const PageContext& context;
  const Site& site;
  DataArena& arena;
};

/// One member of what templates are told about a thing: its name, its declared form, and where its value comes from.
///
/// All members of a thing stand in one array, from which both its data (`tell`) and its form (`as_map`) are made: to
/// add one is to add a row, and a sentence in themes/README.md. `Element` is what a teller tells about one of many,
/// such as a row.
template <typename SomeTeller, typename... Element>
struct Told {
  constexpr Told(std::string_view spelling, DataShape (*form)(const ShapeScope&),
                 Data (*from)(SomeTeller&, const Element&...))
      : word(spelling), name(spelling), shape(form), value(from) {}

  std::string_view word;
  Name name;
  DataShape (*shape)(const ShapeScope&);
  Data (*value)(SomeTeller&, const Element&...);
};

/// The form of one member.
inline DataShape as_text(const ShapeScope& /*scope*/) {
  return DataShape::text();
}
inline DataShape as_html(const ShapeScope& /*scope*/) {
  return DataShape::html();
}
inline DataShape as_yes_no(const ShapeScope& /*scope*/) {
  return DataShape::boolean();
}

/// The value that stands in the element itself: data, a text or a yes/no. For the last column of a row.
template <auto member, typename SomeTeller, typename Element>
Data given(SomeTeller& teller, const Element& element) {
  const auto& value = element.*member;
  if constexpr (std::is_same_v<decltype(value), const Data&>)
    return value;
  else if constexpr (std::is_same_v<decltype(value), const bool&>)
    return Data::boolean(value);
  else
    return teller.text(value);
}

/// Adds what is told by `members` to the form of a map.
template <typename SomeTeller, typename... Element, std::size_t count>
void add_shape_of(const Told<SomeTeller, Element...> (&members)[count], const ShapeScope& scope, DataShape& shape) {
  for (const Told<SomeTeller, Element...>& member : members) shape.set(std::string(member.word), member.shape(scope));
}

template <const auto& members>
DataShape as_map(const ShapeScope& scope) {
  DataShape shape = DataShape::map({});
  add_shape_of(members, scope, shape);
  return shape;
}

template <const auto& members>
DataShape as_list(const ShapeScope& scope) {
  return DataShape::list(as_map<members>(scope));
}

/// The list of what another form is of: `as_list_of<claim_shape>`.
template <DataShape (*form)(const ShapeScope&)>
DataShape as_list_of(const ShapeScope& scope) {
  return DataShape::list(form(scope));
}

/// Adds the members with their values to those of a map.
template <typename SomeTeller, typename... Element, std::size_t count>
void add_told(const Told<SomeTeller, Element...> (&members)[count], std::vector<Member>& told,
              std::type_identity_t<SomeTeller>& teller, const Element&... element) {
  for (const Told<SomeTeller, Element...>& member : members)
    told.push_back({member.name, member.value(teller, element...)});
}

/// The map of the members.
template <typename SomeTeller, typename... Element, std::size_t count>
Data tell(const Told<SomeTeller, Element...> (&members)[count], std::type_identity_t<SomeTeller>& teller,
          const Element&... element) {
  const auto all = [&]<std::size_t... index>(std::index_sequence<index...>) {
    const Member told[] = {{members[index].name, members[index].value(teller, element...)}...};
    return teller.arena.map(std::span(told));
  };
  return all(std::make_index_sequence<count>());
}

/// The list of the maps of several.
template <typename SomeTeller, typename Element, typename Elements, std::size_t count>
Data tell_each(const Told<SomeTeller, Element> (&members)[count], std::type_identity_t<SomeTeller>& teller,
               const Elements& elements) {
  std::vector<Data> told;
  for (const Element& one : elements) told.push_back(tell(members, teller, one));
  return teller.arena.list(told);
}

}  // namespace wegwijs
