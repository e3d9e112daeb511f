#include "diagnostic/report.h"

#include <catch2/catch.hpp>

#include "files/file_tree.h"

namespace wegwijs {
namespace {

constexpr Rule wrong_option{"onbekende-keuze",
                            Severity::error,
                            {"'{0}' is geen keuze voor '{1}'.", "'{0}' is not an option of '{1}'."},
                            {"Kies uit {2}.", "Choose from {2}."}};
constexpr Rule old_profile{"oud", Severity::warning, {"Dit is oud.", "This is old."}, {}};
constexpr Rule remark{"weetje", Severity::note, {"Dit is zo.", "This is so."}, {}};
constexpr Rule with_braces{"haken", Severity::error, {"{a} {0} {5} {{0}} {", "-"}, {}};

/// What is reported about the first place where `marked` stands in `bytes`.
std::string text_about(const std::string& bytes, std::string_view marked, bool colour = false) {
  const FileTree tree = FileTree::from_memory({{"school.yaml", bytes}});
  const auto begin = static_cast<std::uint32_t>(bytes.find(marked));
  const Diagnostic diagnostic{
      &old_profile, {FileId{0}, begin, begin + static_cast<std::uint32_t>(marked.size())}, {}, ""};
  return report_as_text({diagnostic}, tree, Language::nl, colour);
}

TEST_CASE("a report shows place, message, rule, the line with a mark, and help", "[diagnostic]") {
  const FileTree tree =
      FileTree::from_memory({{"schoolprofiles/de-brug.yaml", "naam: De Brug\ndyslexie: gedeeltelik\n"}});
  const std::vector<Diagnostic> diagnostics = {
      {&wrong_option, {FileId{0}, 24, 35}, {"gedeeltelik", "dyslexie", "ja, deels"}, "deels"}};
  CHECK(report_as_text(diagnostics, tree, Language::nl, false) ==
        "schoolprofiles/de-brug.yaml:2:11: fout: 'gedeeltelik' is geen keuze voor 'dyslexie'. [onbekende-keuze]\n"
        "   2 | dyslexie: gedeeltelik\n"
        "     |           ^^^^^^^^^^^\n"
        "  hulp: bedoelde u 'deels'? Kies uit ja, deels.\n");
  CHECK(report_as_text(diagnostics, tree, Language::en, false) ==
        "schoolprofiles/de-brug.yaml:2:11: error: 'gedeeltelik' is not an option of 'dyslexie'. [onbekende-keuze]\n"
        "   2 | dyslexie: gedeeltelik\n"
        "     |           ^^^^^^^^^^^\n"
        "  help: did you mean 'deels'? Choose from ja, deels.\n");
  CHECK(report_as_lines(diagnostics, tree, Language::nl) ==
        "schoolprofiles/de-brug.yaml:2:11: fout: 'gedeeltelik' is geen keuze voor 'dyslexie'. [onbekende-keuze] "
        "bedoelde u 'deels'? Kies uit ja, deels.\n");
}

TEST_CASE("without help or suggestion a report ends behind the rule", "[diagnostic]") {
  const FileTree tree = FileTree::from_memory({{"a.yaml", "x\n"}});
  CHECK(report_as_lines({{&old_profile, {FileId{0}, 0, 1}, {}, ""}}, tree, Language::nl) ==
        "a.yaml:1:1: waarschuwing: Dit is oud. [oud]\n");
  CHECK(report_as_lines({{&remark, {FileId{0}, 0, 1}, {}, ""}}, tree, Language::en) ==
        "a.yaml:1:1: note: This is so. [weetje]\n");
  CHECK(report_as_lines({{&remark, {FileId{0}, 0, 1}, {}, "zus"}}, tree, Language::nl) ==
        "a.yaml:1:1: opmerking: Dit is zo. [weetje] bedoelde u 'zus'?\n");
}

TEST_CASE("what concerns no file is told without a place", "[diagnostic]") {
  const std::vector<Diagnostic> diagnostics = {{&old_profile, {}, {}, ""}};
  CHECK(report_as_lines(diagnostics, FileTree(), Language::en) == "warning: This is old. [oud]\n");
  CHECK(report_as_text(diagnostics, FileTree(), Language::nl, false) == "waarschuwing: Dit is oud. [oud]\n");
}

TEST_CASE("only the places of arguments are filled in a message", "[diagnostic]") {
  const Diagnostic diagnostic{&with_braces, {}, {"{1}", "niet dit"}, ""};
  CHECK(message_of(diagnostic, Language::nl) == "{a} {1}  {{1}} {");
}

TEST_CASE("the mark stands under the characters, also behind accents and at the end of the line", "[diagnostic]") {
  CHECK(text_about("één: coördinator # é\n", "coördinator") ==
        "school.yaml:1:6: waarschuwing: Dit is oud. [oud]\n"
        "   1 | één: coördinator # é\n"
        "     |      ^^^^^^^^^^^\n");
  CHECK(text_about("a\r\nb: c\r\n", "c\r\n") ==
        "school.yaml:2:4: waarschuwing: Dit is oud. [oud]\n"
        "   2 | b: c\n"
        "     |    ^\n");
}

TEST_CASE("what concerns a file as a whole is told with its place, without a line", "[diagnostic]") {
  CHECK(text_about("a: b", "") == "school.yaml:1:1: waarschuwing: Dit is oud. [oud]\n");
}

TEST_CASE("a span over several lines is marked to the end of its first line", "[diagnostic]") {
  CHECK(text_about("a: 'een\n  twee'\nb: c\n", "'een\n  twee'") ==
        "school.yaml:1:4: waarschuwing: Dit is oud. [oud]\n"
        "   1 | a: 'een\n"
        "     |    ^^^^\n");
}

TEST_CASE("a place behind the last byte or on a line break is marked behind the line", "[diagnostic]") {
  const FileTree tree = FileTree::from_memory({{"a.yaml", "kort\nlang"}});
  CHECK(report_as_text({{&old_profile, {FileId{0}, 4, 5}, {}, ""}}, tree, Language::nl, false) ==
        "a.yaml:1:5: waarschuwing: Dit is oud. [oud]\n"
        "   1 | kort\n"
        "     |     ^\n");
  CHECK(report_as_text({{&old_profile, {FileId{0}, 900, 901}, {}, ""}}, tree, Language::nl, false) ==
        "a.yaml:2:5: waarschuwing: Dit is oud. [oud]\n"
        "   2 | lang\n"
        "     |     ^\n");
}

TEST_CASE("a byte order mark shifts neither the column nor the mark", "[diagnostic]") {
  CHECK(text_about("\xEF\xBB\xBFnaam: x\nsoort: y\n", "x") ==
        "school.yaml:1:7: waarschuwing: Dit is oud. [oud]\n"
        "   1 | naam: x\n"
        "     |       ^\n");
  CHECK(text_about("\xEF\xBB\xBFnaam: x\nsoort: y\n", "y") ==
        "school.yaml:2:8: waarschuwing: Dit is oud. [oud]\n"
        "   2 | soort: y\n"
        "     |        ^\n");
}

TEST_CASE("of a long line only the part around the spot is shown, with the mark under it", "[diagnostic]") {
  const std::string before(300, 'a');
  const std::string after(300, 'b');
  CHECK(text_about(before + "HIER" + after, "HIER") ==
        "school.yaml:1:301: waarschuwing: Dit is oud. [oud]\n"
        "   1 | " +
            std::string(79, 'a') + "HIER" + std::string(77, 'b') + "\n" + "     | " + std::string(79, ' ') + "^^^^\n");
  // Near the beginning the line is cut behind the spot only.
  CHECK(text_about("HIER" + after, "HIER") ==
        "school.yaml:1:1: waarschuwing: Dit is oud. [oud]\n"
        "   1 | HIER" +
            std::string(156, 'b') + "\n" + "     | ^^^^\n");
  // The mark ends where the shown part ends.
  CHECK(text_about(before + after, after) ==
        "school.yaml:1:301: waarschuwing: Dit is oud. [oud]\n"
        "   1 | " +
            std::string(79, 'a') + std::string(81, 'b') + "\n" + "     | " + std::string(79, ' ') +
            std::string(81, '^') + "\n");
}

TEST_CASE("control characters of the line are shown as one visible character each", "[diagnostic]") {
  CHECK(text_about("a\tb\x1b[31m \xE2\x80\xAE\xE9 x\n", "x") ==
        "school.yaml:1:13: waarschuwing: Dit is oud. [oud]\n"
        "   1 | a b\uFFFD[31m \uFFFD\uFFFD x\n"
        "     |             ^\n");
}

TEST_CASE("control characters in the author's words and in a path cannot reach the terminal", "[diagnostic]") {
  const FileTree tree = FileTree::from_memory({{"a\x1b[2J.yaml", "x\n"}});
  const Diagnostic diagnostic{&wrong_option, {FileId{0}, 0, 1}, {"x\n\x07\xC2\x9B", "y\xE2\x81\xA6", "z\x1b"}, "\x1b"};
  CHECK(report_as_lines({diagnostic}, tree, Language::nl) ==
        "a\uFFFD[2J.yaml:1:1: fout: 'x\uFFFD\uFFFD\uFFFD' is geen keuze voor 'y\uFFFD'. [onbekende-keuze] "
        "bedoelde u '\uFFFD'? Kies uit z\uFFFD.\n");
}

TEST_CASE("colour is put around the severity and the mark only", "[diagnostic]") {
  CHECK(text_about("a: b", "b", true) ==
        "school.yaml:1:4: \x1b[1;33mwaarschuwing\x1b[0m: Dit is oud. [oud]\n"
        "   1 | a: b\n"
        "     |    \x1b[1;33m^\x1b[0m\n");
}

TEST_CASE("each diagnostic is shown with the line of its own file", "[diagnostic]") {
  const FileTree tree = FileTree::from_memory({{"a.yaml", "eerste\n"}, {"b.yaml", "tweede\n"}});
  const std::vector<Diagnostic> diagnostics = {
      {&remark, {FileId{0}, 0, 6}, {}, ""}, {&remark, {}, {}, ""}, {&remark, {FileId{1}, 0, 6}, {}, ""}};
  CHECK(report_as_text(diagnostics, tree, Language::nl, false) ==
        "a.yaml:1:1: opmerking: Dit is zo. [weetje]\n   1 | eerste\n     | ^^^^^^\n"
        "opmerking: Dit is zo. [weetje]\n"
        "b.yaml:1:1: opmerking: Dit is zo. [weetje]\n   1 | tweede\n     | ^^^^^^\n");
}

TEST_CASE("lines and columns count from one, in code points", "[diagnostic]") {
  const std::string_view bytes = "ab\né\n";
  const auto place = [&](std::size_t offset) {
    const LineAndColumn at = line_and_column(bytes, offset);
    return std::to_string(at.line) + ":" + std::to_string(at.column);
  };
  CHECK(place(0) == "1:1");
  CHECK(place(2) == "1:3");
  CHECK(place(3) == "2:1");
  CHECK(place(5) == "2:2");
  CHECK(place(6) == "3:1");
  CHECK(place(99) == "3:1");
}

}  // namespace
TEST_CASE("of each file two hundred messages are shown, and how many there are more", "[diagnostic]") {
  static constexpr Rule any{"iets", Severity::error, {"Iets.", "Something."}, {}};
  const FileTree tree = FileTree::from_memory({{"a.md", std::string(500, 'x')}, {"b.md", "x"}});
  Diagnostics diagnostics;
  for (std::uint32_t place = 0; place < 450; ++place) diagnostics.report(any, {FileId{0}, place, place + 1});
  diagnostics.report(any, {FileId{1}, 0, 1});
  const std::vector<Diagnostic> shown = first_of_each_file(diagnostics.in_source_order());
  REQUIRE(shown.size() == 202);
  CHECK(report_as_lines({shown[199], shown[200], shown[201]}, tree, Language::nl) ==
        "a.md:1:200: fout: Iets. [iets]\n"
        "a.md:1:1: opmerking: Over dit bestand is er meer te melden: nog 250. [meldingen-weggelaten] Herstel eerst wat "
        "hierboven staat, en kijk dan opnieuw.\n"
        "b.md:1:1: fout: Iets. [iets]\n");
}

}  // namespace wegwijs
