#include <catch2/catch.hpp>

#include "file_under_test.h"
#include "parallel/parallel_map.h"
#include "source/markdown.h"

namespace wegwijs {
namespace {

/// A text with every extension of the parser, different for each number.
std::string text_number(std::size_t number) {
  const std::string n = std::to_string(number);
  return "## Kop " + n + "\n\n~~weg~~ www.school" + n + ".nl x[^a] <b>\n\n| a | " + n +
         " |\n|---|--:|\n| b | ~c~ |\n\n- [x] taak " + n + "\n- [ ] nog\n\n[^a]: noot " + n + "\n";
}

std::string reading_of(std::size_t number) {
  FileUnderTest file(text_number(number));
  const MarkdownText markdown = read_markdown(file.bytes(), file.id(), 0, file.diagnostics);
  return std::string(markdown.html.bytes()) + file.report();
}

TEST_CASE("texts read on many threads at once give the HTML and messages of one thread", "[source][threads]") {
  const std::vector<std::string> alone = parallel_map<std::string>(200, 1, reading_of);
  const std::vector<std::string> together = parallel_map<std::string>(200, 8, reading_of);
  CHECK(together == alone);
  CHECK(alone[7].find("<h2 id=\"kop-7\">Kop\u00A07</h2>") != std::string::npos);
  CHECK(alone[7].find("href=\"http://www.school7.nl\"") != std::string::npos);
}

}  // namespace
}  // namespace wegwijs
