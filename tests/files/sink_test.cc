#include "files/sink.h"

#include <catch2/catch.hpp>
#include <stdexcept>

namespace wegwijs {

TEST_CASE("an output path is relative and stays below the target", "[files]") {
  CHECK(is_output_path("index.html"));
  CHECK(is_output_path("scholen/de-brug/index.html"));
  CHECK(is_output_path(".well-known/security.txt"));
  CHECK(is_output_path("..."));
  CHECK_FALSE(is_output_path(""));
  CHECK_FALSE(is_output_path("/index.html"));
  CHECK_FALSE(is_output_path("scholen/"));
  CHECK_FALSE(is_output_path("scholen//index.html"));
  CHECK_FALSE(is_output_path("."));
  CHECK_FALSE(is_output_path("scholen/./index.html"));
  CHECK_FALSE(is_output_path("scholen/../../geheim"));
  CHECK_FALSE(is_output_path(".."));
  CHECK_FALSE(is_output_path("twee\nregels"));
  CHECK_FALSE(is_output_path(std::string_view("nul\0byte", 8)));
}

TEST_CASE("the memory sink gives back what was written", "[files]") {
  MemorySink sink;
  sink.write("a/b.html", "<p>");
  sink.write("leeg", "");
  CHECK_FALSE(sink.committed());
  sink.commit();
  CHECK(sink.committed());
  CHECK(sink.take_files() == MadeFiles{{"a/b.html", "<p>"}, {"leeg", ""}});
}

TEST_CASE("the memory sink refuses what a real folder would refuse", "[files]") {
  MemorySink sink;
  sink.write("a", "1");
  CHECK_THROWS_AS(sink.write("a", "2"), std::invalid_argument);
  CHECK_THROWS_AS(sink.write("../a", "2"), std::invalid_argument);
  CHECK(sink.files().at("a") == "1");
}

}  // namespace wegwijs
