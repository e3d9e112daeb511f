// The forms of a report that other programs read.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "diagnostic/report.h"
#include "files/file_tree.h"

namespace wegwijs {
namespace {

constexpr Rule wrong_option{"onbekende-keuze",
                            Severity::error,
                            {"'{0}' is geen keuze voor '{1}'.", "'{0}' is not an option of '{1}'."},
                            {"Kies uit {2}.", "Choose from {2}."}};
constexpr Rule old_profile{"oud", Severity::warning, {"Dit is oud.", "This is old."}, {}};
constexpr Rule remark{"weetje", Severity::note, {"Dit is {0}.", "This is {0}."}, {}};

/// A mistake behind accents, one without a file, and the same rule again on a path with a space.
struct Report {
  FileTree tree =
      FileTree::from_memory({{"content/één dag.yaml", "é: gedeeltelik\n"}, {"content/x.yaml", "a: b\nc: d\n"}});
  std::vector<Diagnostic> diagnostics{{&wrong_option, {FileId{0}, 3, 7}, {"b\nc", "50%", {"ja, nee", "ja or nee"}}, ""},
                                      {&wrong_option, {FileId{1}, 4, 15}, {"gedeeltelik", "é", "ja, deels"}, "deels"},
                                      {&old_profile, {}, {}, ""},
                                      {&remark, {FileId{0}, 0, 0}, {Argument("zo", "so")}, ""}};

  std::string as(ReportForm form, Language language = Language::nl) const {
    return report_as(form, diagnostics, tree, language);
  }
};

TEST_CASE("plain is one line each, without the line of the source", "[diagnostic]") {
  CHECK(Report().as(ReportForm::plain, Language::en) ==
        "content/x.yaml:1:4: error: 'b\uFFFDc' is not an option of '50%'. [onbekende-keuze] Choose from ja or nee.\n"
        "content/één dag.yaml:1:4: error: 'gedeeltelik' is not an option of 'é'. [onbekende-keuze] did you mean "
        "'deels'? Choose from ja, deels.\n"
        "warning: This is old. [oud]\n"
        "content/x.yaml:1:1: note: This is so. [weetje]\n");
}

TEST_CASE("json gives every diagnostic with its place in code points; what it does not have is null", "[diagnostic]") {
  CHECK(nlohmann::json::parse(Report().as(ReportForm::json)) == nlohmann::json::parse(R"json([
    {"path": "content/x.yaml", "line": 1, "column": 4, "endLine": 2, "endColumn": 3, "severity": "error",
     "rule": "onbekende-keuze", "message": "'b\ufffdc' is geen keuze voor '50%'.", "help": "Kies uit ja, nee.",
     "suggestion": null},
    {"path": "content/één dag.yaml", "line": 1, "column": 4, "endLine": 1, "endColumn": 15, "severity": "error",
     "rule": "onbekende-keuze", "message": "'gedeeltelik' is geen keuze voor 'é'.",
     "help": "bedoelde u 'deels'? Kies uit ja, deels.", "suggestion": "deels"},
    {"path": null, "line": null, "column": null, "endLine": null, "endColumn": null, "severity": "warning",
     "rule": "oud", "message": "Dit is oud.", "help": null, "suggestion": null},
    {"path": "content/x.yaml", "line": 1, "column": 1, "endLine": 1, "endColumn": 1, "severity": "note",
     "rule": "weetje", "message": "Dit is zo.", "help": null, "suggestion": null}
  ])json"));
}

TEST_CASE("without mistakes json is an empty list, and the other forms are as empty as they can be", "[diagnostic]") {
  const FileTree tree;
  CHECK(report_as(ReportForm::json, {}, tree, Language::nl) == "[]\n");
  CHECK(report_as(ReportForm::plain, {}, tree, Language::nl).empty());
  CHECK(report_as(ReportForm::github, {}, tree, Language::nl).empty());
  const auto sarif = nlohmann::json::parse(report_as(ReportForm::sarif, {}, tree, Language::nl));
  CHECK(sarif["runs"][0]["results"] == nlohmann::json::array());
}

TEST_CASE("sarif names each rule once and gives regions in code points", "[diagnostic]") {
  CHECK(nlohmann::json::parse(Report().as(ReportForm::sarif, Language::en)) == nlohmann::json::parse(R"json({
    "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
    "version": "2.1.0",
    "runs": [{
      "tool": {"driver": {"name": "wegwijs", "rules": [
        {"id": "onbekende-keuze", "shortDescription": {"text": "'…' is not an option of '…'."},
         "help": {"text": "Choose from …."}, "defaultConfiguration": {"level": "error"}},
        {"id": "oud", "shortDescription": {"text": "This is old."}, "defaultConfiguration": {"level": "warning"}},
        {"id": "weetje", "shortDescription": {"text": "This is …."}, "defaultConfiguration": {"level": "note"}}]}},
      "columnKind": "unicodeCodePoints",
      "results": [
        {"ruleId": "onbekende-keuze", "ruleIndex": 0, "level": "error",
         "message": {"text": "'b\ufffdc' is not an option of '50%'. Choose from ja or nee."},
         "locations": [{"physicalLocation": {"artifactLocation": {"uri": "content/x.yaml"},
           "region": {"startLine": 1, "startColumn": 4, "endLine": 2, "endColumn": 3}}}]},
        {"ruleId": "onbekende-keuze", "ruleIndex": 0, "level": "error",
         "message": {"text": "'gedeeltelik' is not an option of 'é'. did you mean 'deels'? Choose from ja, deels."},
         "locations": [{"physicalLocation": {"artifactLocation": {"uri": "content/%C3%A9%C3%A9n%20dag.yaml"},
           "region": {"startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 15}}}]},
        {"ruleId": "oud", "ruleIndex": 1, "level": "warning", "message": {"text": "This is old."}},
        {"ruleId": "weetje", "ruleIndex": 2, "level": "note", "message": {"text": "This is so."},
         "locations": [{"physicalLocation": {"artifactLocation": {"uri": "content/x.yaml"},
           "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}}}]}
      ]}]
  })json"));
}

TEST_CASE("github is one command a line, with what has a meaning there escaped", "[diagnostic]") {
  CHECK(Report().as(ReportForm::github) ==
        "::error file=content/x.yaml,line=1,col=4,title=onbekende-keuze::'b\uFFFDc' is geen keuze voor '50%25'. Kies "
        "uit ja, nee.\n"
        "::error file=content/één dag.yaml,line=1,col=4,title=onbekende-keuze::'gedeeltelik' is geen keuze voor 'é'. "
        "bedoelde u 'deels'? Kies uit ja, deels.\n"
        "::warning title=oud::Dit is oud.\n"
        "::notice file=content/x.yaml,line=1,col=1,title=weetje::Dit is zo.\n");
  const FileTree tree = FileTree::from_memory({{"a,b:c%.yaml", "x\n"}});
  CHECK(report_as_github({{&old_profile, {FileId{0}, 0, 1}, {}, ""}}, tree, Language::nl) ==
        "::warning file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=oud::Dit is oud.\n");
}

TEST_CASE("the words of the program follow the language, the author's own do not", "[diagnostic]") {
  const Diagnostic diagnostic{&wrong_option, {}, {"rood", {"de kleur", "the colour"}, "x"}, ""};
  CHECK(message_of(diagnostic, Language::nl) == "'rood' is geen keuze voor 'de kleur'.");
  CHECK(message_of(diagnostic, Language::en) == "'rood' is not an option of 'the colour'.");
  CHECK(pattern_of(wrong_option.help, Language::nl) == "Kies uit ….");
}

}  // namespace
}  // namespace wegwijs
