#include "templates/data.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "templates/theme_under_test.h"

namespace wegwijs {
namespace {

TEST_CASE("null, no, an empty text and an empty list are not truthy; everything else is", "[templates]") {
  DataArena arena;
  CHECK_FALSE(Data().is_truthy());
  CHECK_FALSE(Data::boolean(false).is_truthy());
  CHECK_FALSE(Data::text("").is_truthy());
  CHECK_FALSE(Data::html(Html()).is_truthy());
  CHECK_FALSE(arena.list({}).is_truthy());
  CHECK(Data::boolean(true).is_truthy());
  CHECK(Data::text("0").is_truthy());
  CHECK(arena.map({}).is_truthy());
  CHECK(arena.list(std::vector{Data()}).is_truthy());
}

TEST_CASE("an arena keeps copies, so what was put in may change or vanish", "[templates]") {
  DataArena arena;
  Data copy;
  {
    std::string text = "De Brug, een naam die te lang is om in het object zelf te staan";
    std::vector<Data> elements{arena.text(text)};
    copy = arena.map({{"scholen"_name, arena.list(elements)}});
    text.assign(text.size(), 'x');
    elements.clear();
  }
  REQUIRE(copy.find("scholen"_name) != nullptr);
  CHECK(copy.find("scholen"_name)->list()[0].bytes() ==
        "De Brug, een naam die te lang is om in het object zelf te staan");
  CHECK(copy.find("school"_name) == nullptr);
}

TEST_CASE("a sorted map finds what a map finds, and nothing else", "[templates]") {
  DataArena arena;
  std::vector<std::string> names;
  for (int number = 0; number < 300; ++number) names.push_back("woord_" + std::to_string(number));
  std::vector<Member> members;
  for (const std::string& name : names) members.push_back({Name(name), Data::text(name)});
  std::sort(members.begin(), members.end(),
            [](const Member& left, const Member& right) { return left.name < right.name; });
  const Data map = arena.sorted_map(members);
  for (const std::string& name : names) {
    REQUIRE(map.find(Name(name)) != nullptr);
    CHECK(map.find(Name(name))->bytes() == name);
  }
  CHECK(map.find("woord_300"_name) == nullptr);
  CHECK(arena.sorted_map({}).find("woord_0"_name) == nullptr);
}

TEST_CASE("an arena can be used again after it was emptied", "[templates]") {
  DataArena arena;
  for (int page = 0; page < 100; ++page) {
    arena.reset();
    const std::string text(50'000, static_cast<char>('a' + page % 26));
    CHECK(arena.text(text).bytes() == text);
  }
}

TEST_CASE("data are asked only for what their kind has", "[templates]") {
  DataArena arena;
  CHECK(Data::boolean(true).bytes().empty());
  CHECK(Data::text("a").list().empty());
  CHECK(Data::text("a").find("a"_name) == nullptr);
  CHECK(arena.list(std::vector{Data::text("a")}).members().empty());
  CHECK(arena.html(html_of("**a**")).bytes() == html_of("**a**").bytes());
  CHECK(arena.html(html_of("**a**")).kind() == Data::Kind::html);
}

TEST_CASE("data that have their declared shape have no mismatch, and may leave anything out", "[templates]") {
  const DataShape shape = DataShape::map({{"naam", DataShape::text()},
                                          {"inleiding", DataShape::html()},
                                          {"open", DataShape::boolean()},
                                          {"soort", DataShape::partial_name({"kaart", "rij"})},
                                          {"groepen", DataShape::list(DataShape::map({{"naam", DataShape::text()}}))}});
  DataArena arena;
  const Data group = arena.map({{"naam"_name, Data::text("7")}});
  CHECK_FALSE(first_mismatch(arena.map({}), shape));
  CHECK_FALSE(first_mismatch(Data(), shape));
  CHECK_FALSE(first_mismatch(arena.map({{"naam"_name, Data::text("De Brug")},
                                        {"inleiding"_name, Data()},
                                        {"open"_name, Data::boolean(false)},
                                        {"soort"_name, Data::text("rij")},
                                        {"groepen"_name, arena.list(std::vector{group, group})}}),
                             shape));
}

TEST_CASE("a mismatch is named by its path", "[templates]") {
  const DataShape group = DataShape::map({{"velden", DataShape::list(DataShape::text())}});
  const DataShape shape =
      DataShape::map({{"groepen", DataShape::list(group)}, {"soort", DataShape::partial_name({"kaart"})}});
  DataArena arena;
  const Data fields = arena.list(std::vector{Data::text("a"), Data::text("b"), Data::boolean(true)});
  const Data groups = arena.list(std::vector{arena.map({{"velden"_name, fields}})});
  CHECK(first_mismatch(arena.map({{"groepen"_name, groups}}), shape) == "groepen[0].velden[2]");
  CHECK(first_mismatch(arena.map({{"soort"_name, Data::text("rij")}}), shape) == "soort");
  CHECK(first_mismatch(arena.map({{"soort"_name, Data()}, {"naam"_name, Data::text("a")}}), shape) == "?1");
  DataShape with_more = shape;
  with_more.allow_unnamed("naam");
  CHECK_FALSE(first_mismatch(arena.map({{"soort"_name, Data()}, {"naam"_name, Data::text("a")}}), with_more));
  CHECK(first_mismatch(Data::text("a"), shape) == ".");
  CHECK(first_mismatch(Data::text("a"), DataShape::html()) == ".");
  CHECK(first_mismatch(arena.map({}), DataShape::list(DataShape::text())) == ".");
}

TEST_CASE("a declared member that a map leaves out is named by its path, null is not left out", "[templates]") {
  const DataShape item = DataShape::map({{"naam", DataShape::text()}, {"adres", DataShape::text()}});
  const DataShape shape = DataShape::map({{"titel", DataShape::text()}, {"items", DataShape::list(item)}});
  DataArena arena;
  const Data whole = arena.map({{"naam"_name, Data::text("a")}, {"adres"_name, Data()}});
  const Data part = arena.map({{"naam"_name, Data::text("a")}});
  const auto with_items = [&](std::vector<Data> items) {
    return arena.map({{"titel"_name, Data()}, {"items"_name, arena.list(items)}});
  };
  CHECK_FALSE(first_unset(with_items({whole}), shape));
  CHECK_FALSE(first_unset(with_items({}), shape));
  CHECK_FALSE(first_unset(Data(), shape));
  CHECK(first_unset(with_items({whole, part}), shape) == "items.[].adres");
  CHECK(first_unset(arena.map({{"titel"_name, Data()}}), shape) == "items");
}

TEST_CASE("setting a member of a shape adds it or replaces it in its place", "[templates]") {
  DataShape shape = DataShape::map({{"a", DataShape::text()}, {"b", DataShape::text()}});
  shape.set("a", DataShape::boolean());
  shape.set("c", DataShape::html());
  REQUIRE(shape.members().size() == 3);
  CHECK(shape.members()[0].first == "a");
  CHECK(shape.member("a")->kind() == DataShape::Kind::boolean);
  CHECK(shape.member("c")->kind() == DataShape::Kind::html);
  CHECK(shape.member("d") == nullptr);
}

}  // namespace
}  // namespace wegwijs
