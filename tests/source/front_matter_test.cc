#include "source/front_matter.h"

#include <catch2/catch.hpp>

#include "file_under_test.h"

namespace wegwijs {
namespace {

const std::string no_header =
    "a.md:1:1: fout: Dit bestand begint niet met een kop tussen twee regels '---'. [kop-ontbreekt] Begin met een regel "
    "'---', dan bijvoorbeeld 'titel: …', dan weer een regel '---'.\n";
const std::string open_header =
    "a.md:1:1: fout: De kop die hier begint, wordt niet gesloten. [kop-niet-gesloten] Zet onder de kop een regel "
    "'---'.\n";

/// The value of `titel` and the body, or what is reported.
std::string reading_of(const std::string& bytes) {
  FileUnderTest file(bytes, "a.md");
  const std::optional<FrontMatter> front_matter = read_front_matter(file.bytes(), file.id(), file.diagnostics);
  std::string result = file.report();
  if (!front_matter) return result;
  const YamlNode* title = front_matter->values.find("titel");
  if (title != nullptr) result += file.place(title->where) + " ";
  return result + "| " + file.place(front_matter->body);
}

TEST_CASE("a Markdown file is taken apart into values and text, each with its place", "[source]") {
  CHECK(reading_of("---\ntitel: Één\n---\ntekst\n") == "2:8 'Één' | 4:1 'tekst\n'");
  CHECK(reading_of("--- \r\ntitel: x\r\n---  \r\ntekst") == "2:8 'x' | 4:1 'tekst'");
  CHECK(reading_of("\xEF\xBB\xBF---\ntitel: x\n---\n") == "2:8 'x' | 4:1 ''");
}

TEST_CASE("a header may be empty and may end the file", "[source]") {
  CHECK(reading_of("---\n---\ntekst") == "| 3:1 'tekst'");
  CHECK(reading_of("---\ntitel: x\n---") == "2:8 'x' | 3:4 ''");
}

TEST_CASE("an indented or longer line of dashes does not end the header, and later ones belong to the text",
          "[source]") {
  CHECK(reading_of("---\ntitel: |\n  a\n  ---\n  b\n---\n---\nx\n---\n") == "2:8 '|' | 7:1 '---\nx\n---\n'");
}

TEST_CASE("a file without a header is reported at its beginning", "[source]") {
  CHECK(reading_of("tekst\n") == no_header);
  CHECK(reading_of("") == no_header);
  const std::string_view meant = "[kop-ontbreekt] bedoelde u '---'?";
  CHECK(reading_of("----\ntitel: x\n---\n").find(meant) != std::string::npos);
  CHECK(reading_of(" ---\ntitel: x\n---\n").find(meant) != std::string::npos);
  CHECK(reading_of("—\ntitel: x\n—\n").find(meant) != std::string::npos);
}

TEST_CASE("what stands above a header is named", "[source]") {
  const std::string told =
      "; de regel '---' moet de eerste zijn. [kop-niet-bovenaan] Haal weg wat erboven staat, of zet het "
      "onder de kop.\n";
  CHECK(reading_of("\n---\ntitel: x\n---\n") == "a.md:1:1: fout: Boven de kop staat nog een lege regel" + told);
  CHECK(reading_of("Nieuws\n\n---\ntitel: x\n---\n") == "a.md:1:1: fout: Boven de kop staat nog 'Nieuws'" + told);
  CHECK(reading_of("Nieuws\n\n---\n\nDit: dat\n") == no_header);
}

TEST_CASE("a hard space after the dashes of a header is no mistake", "[source]") {
  CHECK(reading_of("---\xC2\xA0\ntitel: x\n---\xC2\xA0\ntekst") == "2:8 'x' | 4:1 'tekst'");
}

TEST_CASE("a header that is not closed is reported where it opens", "[source]") {
  CHECK(reading_of("---\ntitel: x\n") == open_header);
  CHECK(reading_of("---") == open_header);
  CHECK(reading_of("---\n") == open_header);
  CHECK(reading_of("\xEF\xBB\xBF---\r\ntitel: x\r\n ---\r\n") == open_header);
}

TEST_CASE("mistakes in the header are reported by their line in the file", "[source]") {
  CHECK(reading_of("---\ntitel: x\n\ntitel: y\n---\n") ==
        "a.md:4:1: fout: 'titel' staat hier voor de tweede keer; de eerste keer was op regel 2. [yaml-dubbele-sleutel] "
        "Laat er één staan.\n2:8 'x' | 6:1 ''");
  CHECK(reading_of("\xEF\xBB\xBF---\r\ntitel: x\r\ntitel: y\r\n---\r\n") ==
        "a.md:3:1: fout: 'titel' staat hier voor de tweede keer; de eerste keer was op regel 2. [yaml-dubbele-sleutel] "
        "Laat er één staan.\n2:8 'x' | 5:1 ''");
  CHECK(
      reading_of("---\né: 1\ntitel: \"open\n---\ntekst \"\n") ==
      "a.md:3:8: fout: Dit aanhalingsteken wordt nergens gesloten. [yaml-aanhaling-open] Zet aan het eind van de tekst "
      "hetzelfde aanhalingsteken. Hoort dit teken bij de tekst zelf? Zet dan de andere soort om de hele tekst.\n");
}

TEST_CASE("bytes that are not UTF-8 and control characters are reported in the header and in the text", "[source]") {
  const std::string advice =
      " hoort hier niet. [bestand-geen-utf8] Het lijkt op Windows-1252. Open het bestand in uw tekstprogramma en sla "
      "het "
      "op als UTF-8.\n";
  CHECK(reading_of("---\ntitel: caf\xE9\n---\n") == "a.md:2:11: fout: Dit bestand is geen UTF-8: byte E9" + advice);
  CHECK(reading_of("---\ntitel: x\n---\n\ncaf\xE9\n") == "a.md:5:4: fout: Dit bestand is geen UTF-8: byte E9" + advice);
  CHECK(reading_of("---\ntitel: x\n---\na\x02\n") ==
        "a.md:4:2: fout: Hier staat een onzichtbaar stuurteken (U+0002). [bestand-stuurteken] Verwijder het teken: "
        "haal de "
        "letters eromheen weg en typ ze opnieuw.\n");
}

TEST_CASE("a file in UTF-16 is told to be that, not to lack a header", "[source]") {
  CHECK(reading_of(std::string("\xFF\xFE-\0-\0-\0", 8))
            .starts_with("a.md:1:1: fout: Dit bestand is opgeslagen als UTF-16"));
}

}  // namespace
}  // namespace wegwijs
