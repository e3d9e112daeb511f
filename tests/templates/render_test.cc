#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "templates/theme_under_test.h"

namespace wegwijs {
namespace {

TEST_CASE("a theme keeps the whitespace rules of the specification, indentation of parts included", "[templates]") {
  const ThemeUnderTest theme(
      {{"pagina",
        "{{<basis}}\n  {{$inhoud}}\n      <ul>\n        {{#namen}}\n        {{>naam}}\n        {{/namen}}\n"
        "      </ul>\n  {{/inhoud}}\n{{/basis}}\n"},
       {"basis", "<main>\n  {{$inhoud}}\n  leeg\n  {{/inhoud}}\n</main>\n"},
       {"naam", "<li>\n  {{.}}\n</li>\n"}},
      DataShape::map({{"namen", DataShape::list(DataShape::text())}}));
  DataArena arena;
  const Data names = arena.list(std::vector{Data::text("De Brug"), Data::text("a\nb")});
  CHECK(theme.page(arena.map({{"namen"_name, names}})) ==
        "<main>\n  <ul>\n    <li>\n      De Brug\n    </li>\n    <li>\n      a\nb\n    </li>\n  </ul>\n</main>\n");
}

TEST_CASE("a part within a line is not indented, also when that line is", "[templates]") {
  const ThemeUnderTest theme({{"pagina", "  {{>a}}\n"}, {"a", "1 {{>b}} 2\n3\n"}, {"b", "x\ny"}}, DataShape::map({}));
  CHECK(theme.page(Data()) == "  1 x\ny 2\n  3\n");
}

TEST_CASE("a block within a block that replaces another belongs to the template it is written in", "[templates]") {
  const ThemeUnderTest theme(
      {{"pagina", "{{<basis}}{{$a}}[{{$a}}eigen{{/a}}]{{/a}}{{/basis}}"}, {"basis", "{{$a}}{{/a}}"}},
      DataShape::map({}));
  CHECK(theme.page(Data()) == "[eigen]");
}

TEST_CASE("the name of a block is one word, with or without dots", "[templates]") {
  const ThemeUnderTest theme({{"pagina", "{{<basis}}{{$a.b}}1{{/a.b}}{{$.}}2{{/.}}{{/basis}}"},
                              {"basis", "{{$a}}0{{/a}}{{$a.b}}0{{/a.b}}{{$.}}0{{/.}}"}},
                             DataShape::map({}));
  CHECK(theme.page(Data()) == "012");
}

TEST_CASE("data that are left out are written as nothing", "[templates]") {
  const ThemeUnderTest theme({{"pagina", "a{{x}}{{#l}}b{{/l}}{{^l}}c{{/l}}{{>*d}}"}, {"deel", "D"}},
                             DataShape::map({{"x", DataShape::text()},
                                             {"l", DataShape::list(DataShape::text())},
                                             {"d", DataShape::partial_name({"deel"})}}));
  DataArena arena;
  CHECK(theme.page(arena.map({})) == "ac");
  CHECK(theme.page(arena.map({{"d"_name, Data::text("deel")}})) == "acD");
}

TEST_CASE("a name that the data leave out is looked for further out, as Mustache does", "[templates]") {
  const DataShape shape =
      DataShape::map({{"naam", DataShape::text()}, {"school", DataShape::map({{"naam", DataShape::text()}})}});
  const ThemeUnderTest theme("{{#school}}{{naam}}{{/school}}", shape);
  DataArena arena;
  CHECK(theme.page(arena.map({{"naam"_name, Data::text("buiten")}, {"school"_name, arena.map({})}})) == "buiten");
  const Data empty = arena.map({{"naam"_name, Data()}});
  CHECK(theme.page(arena.map({{"naam"_name, Data::text("buiten")}, {"school"_name, empty}})) == "");
}

TEST_CASE("rendering appends to what the output holds", "[templates]") {
  const ThemeUnderTest theme("b", DataShape::map({}));
  std::string output = "a";
  theme.templates().render("pagina", Data(), output);
  CHECK(output == "ab");
}

TEST_CASE("a template that is not there, or is no page of the theme, throws", "[templates]") {
  const ThemeUnderTest theme({{"pagina", "a"}, {"deel", "b"}}, DataShape::map({}));
  std::string output;
  CHECK_THROWS_AS(theme.templates().render("bladzijde", Data(), output), std::out_of_range);
  CHECK_THROWS_AS(theme.templates().render("deel", Data(), output), std::out_of_range);
}

TEST_CASE("a part that goes on calling itself throws instead of running out of memory", "[templates]") {
  const ThemeUnderTest theme({{"pagina", "{{>a}}"}, {"a", "{{#ja}}{{>a}}{{/ja}}"}},
                             DataShape::map({{"ja", DataShape::boolean()}}));
  DataArena arena;
  std::string output;
  CHECK_THROWS_AS(theme.templates().render("pagina", arena.map({{"ja"_name, Data::boolean(true)}}), output),
                  std::length_error);
  CHECK(theme.page(arena.map({{"ja"_name, Data::boolean(false)}})) == "");
}

TEST_CASE("lists within lists throw instead of writing without end", "[templates]") {
  const ThemeUnderTest theme({{"pagina", "{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}"}},
                             DataShape::map({{"l", DataShape::list(DataShape::text())}}));
  DataArena arena;
  std::string output;
  const Data twenty = arena.list(std::vector<Data>(20, Data::text("a")));
  CHECK_THROWS_AS(theme.templates().render("pagina", arena.map({{"l"_name, twenty}}), output), std::length_error);
  const Data three = arena.list(std::vector<Data>(3, Data::text("a")));
  CHECK(theme.page(arena.map({{"l"_name, three}})) == "");
}

TEST_CASE("one set of templates can be rendered by several threads", "[templates][threads]") {
  const ThemeUnderTest theme({{"pagina", "{{#l}}{{>deel}}{{/l}}"}, {"deel", "<p>{{.}}</p>"}},
                             DataShape::map({{"l", DataShape::list(DataShape::text())}}));
  std::vector<std::string> outputs(4);
  std::vector<std::thread> threads;
  for (std::string& output : outputs) {
    threads.emplace_back([&] {
      DataArena arena;
      for (int page = 0; page < 200; ++page) {
        arena.reset();
        output.clear();
        const Data list = arena.list(std::vector{arena.text("a"), arena.text("<")});
        theme.templates().render("pagina", arena.map({{"l"_name, list}}), output);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(outputs == std::vector<std::string>(4, "<p>a</p><p>&lt;</p>"));
}

}  // namespace
}  // namespace wegwijs
