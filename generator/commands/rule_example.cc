#include "commands/rule_example.h"

#include <algorithm>

#include "commands/written_examples.h"

namespace wegwijs {
namespace {

constexpr std::string_view report_section = "verwacht";

/// The path between the dashes; empty when the line begins no section.
std::string_view section_of(std::string_view line) {
  if (!line.starts_with("-- ") || line.find(" --", 3) == std::string_view::npos) return {};
  return line.substr(3, line.find(" --", 3) - 3);
}

}  // namespace

RuleExample read_rule_example(std::string_view text) {
  RuleExample example;
  std::string* section = nullptr;
  while (!text.empty()) {
    const std::size_t line_end = text.find('\n');
    const std::size_t length = line_end == std::string_view::npos ? text.size() : line_end + 1;
    const std::string_view line = text.substr(0, length);
    const std::string_view path = section_of(line);
    if (path == report_section) {
      section = &example.report;
    } else if (!path.empty()) {
      section = &example.files[std::string(path)];
    } else if (section != nullptr) {
      section->append(line);
    }
    text.remove_prefix(length);
  }
  return example;
}

std::optional<RuleExample> example_of(const Rule& rule) {
  const std::span<const WrittenExample> all = written_examples();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const WrittenExample& example) { return example.rule == rule.id; });
  return found == all.end() ? std::nullopt : std::optional(read_rule_example(found->text));
}

std::string offending_path(const RuleExample& example, const Rule& rule) {
  const std::size_t told = example.report.find("[" + std::string(rule.id) + "]\n");
  if (told == std::string::npos) return "";
  const std::size_t line_break = example.report.rfind('\n', told);
  const std::size_t begin = line_break == std::string::npos ? 0 : line_break + 1;
  const std::string path = example.report.substr(begin, example.report.find(':', begin) - begin);
  return example.files.contains(path) ? path : "";
}

}  // namespace wegwijs
