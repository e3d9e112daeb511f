#include "text/utf8.h"

#include <catch2/catch.hpp>
#include <iterator>
#include <random>
#include <string>

namespace wegwijs {
namespace {

constexpr auto none = std::string_view::npos;

TEST_CASE("well-formed UTF-8 up to the last code point has no invalid byte", "[text]") {
  CHECK(first_invalid_utf8("") == none);
  CHECK(first_invalid_utf8("één school \xF0\x9F\x8F\xAB") == none);
  CHECK(first_invalid_utf8("\x7F \xC2\x80 \xDF\xBF \xE0\xA0\x80 \xEF\xBF\xBF \xF0\x90\x80\x80 \xF4\x8F\xBF\xBF") ==
        none);
}

TEST_CASE("the first byte that is not UTF-8 is pointed at", "[text]") {
  CHECK(first_invalid_utf8("caf\xE9") == 3);           // Windows-1252
  CHECK(first_invalid_utf8("é\x92s") == 2);            // a continuation without a beginning
  CHECK(first_invalid_utf8("ab\xC3") == 2);            // cut off at the end
  CHECK(first_invalid_utf8("a\xE2\x82 b") == 1);       // cut off in the middle
  CHECK(first_invalid_utf8("\xC0\xAF") == 0);          // overlong '/'
  CHECK(first_invalid_utf8("\xE0\x9F\xBF") == 0);      // overlong, three bytes
  CHECK(first_invalid_utf8("\xF0\x8F\xBF\xBF") == 0);  // overlong, four bytes
  CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);      // a surrogate
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
  CHECK(first_invalid_utf8("\xF8\x88\x80\x80\x80") == 0);
  CHECK(first_invalid_utf8("\xFF\xFE") == 0);  // UTF-16
}

TEST_CASE("an invalid byte is found at every place among many plain ones", "[text]") {
  for (std::size_t place = 0; place < 40; ++place) {
    std::string text(40, 'a');
    text[place] = '\xE9';
    CHECK(first_invalid_utf8(text) == place);
  }
}

TEST_CASE("code points are counted, not bytes", "[text]") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("één") == 3);
  CHECK(count_code_points("€\xF0\x9F\x8F\xAB!") == 3);
}

TEST_CASE("reading code points gives each in turn and a replacement for each byte that is none", "[text]") {
  const std::string_view text = "a\xC3\xA9\xE9\xE2\x82\xAC";
  std::size_t position = 0;
  CHECK(next_code_point(text, position) == U'a');
  CHECK(position == 1);
  CHECK(next_code_point(text, position) == U'é');
  CHECK(position == 3);
  CHECK(next_code_point(text, position) == U'\xFFFD');
  CHECK(position == 4);
  CHECK(next_code_point(text, position) == U'€');
  CHECK(position == text.size());
}

TEST_CASE("a code point that is appended reads back as itself, whatever its length", "[text]") {
  for (const char32_t code_point : {U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFD', U'\x10000', U'\x10FFFF'}) {
    std::string text = "x";
    append_code_point(text, code_point);
    std::size_t position = 1;
    CHECK(next_code_point(text, position) == code_point);
    CHECK(position == text.size());
  }
}

TEST_CASE("the first code points of a text never end inside a character", "[text]") {
  CHECK(first_code_points("één", 0).empty());
  CHECK(first_code_points("één", 2) == "éé");
  CHECK(first_code_points("één", 3) == "één");
  CHECK(first_code_points("één", 9) == "één");
}

}  // namespace
}  // namespace wegwijs

namespace wegwijs {

TEST_CASE("the quick looks at eight bytes find what a look at each byte finds", "[text]") {
  const std::string pieces[] = {"a", "gewone tekst ",     "\n", "\r\n", "\t", "\x1F", "\x7F", "\x80", "é", "\xFF", "~",
                                " ", std::string(1, '\0')};
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int piece = 0; piece < 6; ++piece) text += pieces[random() % std::size(pieces)];
    const std::size_t from = random() % (text.size() + 1);
    const auto first = [&](const auto& is_wanted) {
      std::size_t position = from;
      while (position < text.size() && !is_wanted(static_cast<unsigned char>(text[position]))) ++position;
      return position;
    };
    INFO(round);
    CHECK(next_non_ascii(text, from) == first([](unsigned char byte) { return byte >= 0x80; }));
    CHECK(next_remarkable(text, from) == first([](unsigned char byte) {
            return (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte >= 0x7F;
          }));
  }
}

}  // namespace wegwijs
