#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/html.h"

namespace wegwijs {

/// A name that templates use and data carry, as the 64-bit FNV-1a hash of its spelling: comparing two names costs one
/// comparison of integers, and no table of names is shared between threads.
class Name {
 public:
  constexpr explicit Name(std::string_view spelling) {
    for (const char character : spelling) {
      hash_ = (hash_ ^ static_cast<unsigned char>(character)) * 0x100000001B3ULL;
    }
  }
  friend constexpr bool operator==(Name, Name) = default;
  /// Some order, to search by.
  friend constexpr bool operator<(Name left, Name right) { return left.hash_ < right.hash_; }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

consteval Name operator""_name(const char* spelling, std::size_t length) {
  return Name(std::string_view(spelling, length));
}

struct Member;

/// What a template is given: null, text, HTML, yes/no, a list or a map. A small value that points into a `DataArena`,
/// into the site, or into anything else that outlives the rendering.
class Data {
 public:
  enum class Kind : std::uint8_t { null, text, html, boolean, list, map };

  constexpr Data() = default;
  /// Not copied. Escaped for the place where it is used.
  static constexpr Data text(std::string_view text) { return {Kind::text, text.data(), text.size()}; }
  /// Not copied. Written as it is.
  static Data html(const Html& html) { return {Kind::html, html.bytes().data(), html.bytes().size()}; }
  static constexpr Data boolean(bool value) { return {Kind::boolean, nullptr, value ? 1U : 0U}; }

  Kind kind() const { return kind_; }
  /// The bytes of a text or of HTML; empty for every other kind.
  std::string_view bytes() const;
  /// False for null, false, the empty list and the empty text: what a Mustache section treats as false.
  bool is_truthy() const;
  /// The elements of a list; empty for every other kind.
  std::span<const Data> list() const;
  /// The members of a map, in the order in which they were given; empty for every other kind.
  std::span<const Member> members() const;
  /// The member of a map; null when there is none or when this is no map.
  const Data* find(Name name) const;

 private:
  friend class DataArena;
  constexpr Data(Kind kind, const void* first, std::size_t size) : first_(first), size_(size), kind_(kind) {}

  const void* first_ = nullptr;
  std::size_t size_ = 0;
  Kind kind_ = Kind::null;
  bool is_sorted_ = false;  // a map whose members are in the order of their names
};

struct Member {
  Name name;
  Data value;
};

/// Owns what the data of one page point to. Used by one thread; emptied with `reset` before the next page.
class DataArena {
 public:
  DataArena() = default;
  DataArena(const DataArena&) = delete;
  DataArena& operator=(const DataArena&) = delete;

  /// A copy of `text` that lives until `reset`.
  Data text(std::string_view text);
  /// A copy of `html` that lives until `reset`.
  Data html(const Html& html);
  Data list(std::span<const Data> elements);
  Data map(std::span<const Member> members);
  /// A map in which a name among hundreds is found soon. Precondition: `members` are in the order of their names.
  Data sorted_map(std::span<const Member> members);
  Data map(std::initializer_list<Member> members) { return map(std::span(members.begin(), members.size())); }
  void reset() { memory_.release(); }

 private:
  std::string_view keep(std::string_view bytes);
  std::pmr::monotonic_buffer_resource memory_{std::size_t{32} * 1024};
};

/// The declared form of data: which names exist and what each holds. A theme is checked against the shapes of its pages
/// when it is loaded, so a misspelt name is an error at its own line, also in a branch that no page takes. Copies share what
/// they hold until one is changed: the same item is part of many shapes.
class DataShape {
 public:
  using Members = std::vector<std::pair<std::string, DataShape>>;

  enum class Kind : std::uint8_t { text, html, boolean, list, map, partial_name };

  static DataShape text() { return DataShape(Kind::text); }
  static DataShape html() { return DataShape(Kind::html); }
  static DataShape boolean() { return DataShape(Kind::boolean); }
  static DataShape list(DataShape element);
  static DataShape map(Members members);
  /// A text that is always one of `names`: the only thing that a dynamic partial, `{{>*name}}`, may be given.
  static DataShape partial_name(std::vector<std::string> names);

  Kind kind() const { return kind_; }
  /// The member called `name`; null when it is not declared or when this is no map.
  const DataShape* member(std::string_view name) const;
  /// Every declared member of a map, in order.
  std::span<const std::pair<std::string, DataShape>> members() const;
  /// The shape of the elements of a list. Precondition: this is a list.
  const DataShape& element() const;
  const std::vector<std::string>& partial_names() const;
  /// Adds a member to a map, or replaces the one of that name.
  void set(std::string name, DataShape shape);
  /// The data of a map may hold this member too, but no template can name it here: other templates reach the same data
  /// where its form is known.
  void allow_unnamed(std::string_view name) { unnamed_.emplace_back(name); }
  bool allows_unnamed(Name name) const;
  /// A template may ask for a member of this name here, which the data never hold: it was written for maps that have it.
  void allow_absent(std::string_view name) { absent_.emplace_back(name); }
  bool allows_absent(std::string_view name) const;

 private:
  explicit DataShape(Kind kind) : kind_(kind) {}

  Kind kind_;
  std::shared_ptr<Members> members_;  // of a map; one unnamed member for a list; null: none
  std::shared_ptr<const std::vector<std::string>> partial_names_;
  std::vector<Name> unnamed_;
  std::vector<std::string> absent_;
};

/// Where `data` holds something that `shape` does not declare or declares otherwise, as a path such as
/// "groups[0].fields[2]"; nothing when it conforms. "." is all of `data`; a member whose name is not declared, of which
/// only the hash is known, is "?" with its number, from 0. Null conforms to every shape. For tests and assertions.
std::optional<std::string> first_mismatch(const Data& data, const DataShape& shape);

/// Where a map in `data` lacks a member that `shape` declares, as a path; nothing when all are set. What is not set in an
/// inner map would be looked up in the outer ones, and show what belongs to the page.
std::optional<std::string> first_unset(const Data& data, const DataShape& shape);

}  // namespace wegwijs
