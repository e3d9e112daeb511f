#include <fmt/format.h>

#include <iostream>

#include "pipeline/all_rules.h"
#include "commands/commands.h"
#include "commands/rule_example.h"
#include "commands/usage_error.h"
#include "diagnostic/report.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

std::string indented(std::string_view text) {
  std::string result;
  bool at_line_begin = true;
  for (const char character : text) {
    if (at_line_begin && character != '\n') result += "    ";
    result += character;
    at_line_begin = character == '\n';
  }
  return result;
}

std::string_view consequence_of(Severity severity, Language language) {
  const bool english = language == Language::en;
  switch (severity) {
    case Severity::error:
      return english ? "the site is not published as long as this is so"
                     : "zolang dit zo is, wordt de site niet gepubliceerd";
    case Severity::warning:
      return english ? "the site is published all the same; with --strict it counts as an error"
                     : "de site wordt toch gepubliceerd; met --strict telt het als fout";
    case Severity::note:
      return english ? "to be known; nothing has to be done" : "om te weten; u hoeft niets te doen";
  }
  return "";
}

std::string all_in_lines(Language language) {
  std::string lines;
  for (const Rule* rule : all_rules()) lines += fmt::format("{}: {}\n", rule->id, pattern_of(rule->message, language));
  return lines;
}

std::string explanation_of(const Rule& rule, Language language) {
  const bool english = language == Language::en;
  std::string text = fmt::format("{}\n\n{}\n", rule.id, pattern_of(rule.message, language));
  const std::string help = pattern_of(rule.help, language);
  if (!help.empty()) text += help + "\n";
  text += fmt::format("\n{}: {}.\n", severity_word(rule.severity, language), consequence_of(rule.severity, language));
  const std::optional<RuleExample> example = example_of(rule);
  if (!example) return text;
  text += english ? "\nExample" : "\nVoorbeeld";
  const std::string path = offending_path(*example, rule);
  if (!path.empty()) text += fmt::format(", {}:\n\n{}", path, indented(example->files.at(path)));
  if (path.empty()) text += ":\n";
  return text + "\n" + indented(example->report);
}

}  // namespace

ExitCode explain_rule(const CommandLine& command_line) {
  const Language language = command_line.language;
  if (command_line.rule.empty()) {
    std::cout << all_in_lines(language);
    return ExitCode::good;
  }
  const Rule* rule = find_rule(command_line.rule);
  if (rule == nullptr) {
    std::vector<std::string_view> ids;
    for (const Rule* one : all_rules()) ids.push_back(one->id);
    const std::optional<std::string> near = nearest_word(command_line.rule, ids);
    throw UsageError({"er is geen melding '" + command_line.rule + "'" +
                          (near ? "; bedoelde u '" + *near + "'?" : "; 'wegwijs explain' noemt ze alle"),
                      "there is no message '" + command_line.rule + "'" +
                          (near ? "; did you mean '" + *near + "'?" : "; 'wegwijs explain' names them all")});
  }
  std::cout << explanation_of(*rule, language);
  return ExitCode::good;
}

}  // namespace wegwijs
