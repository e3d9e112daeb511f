#include "diagnostic/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "diagnostic/report_rules.h"
#include "text/printable.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::size_t widest_excerpt = 160;  // code points; a longer line is shown around the spot only

std::string filled(std::string_view pattern, const Diagnostic& diagnostic, Language language) {
  std::string result;
  for (std::size_t position = 0; position < pattern.size(); ++position) {
    const bool placeholder = pattern[position] == '{' && position + 2 < pattern.size() &&
                             pattern[position + 2] == '}' && pattern[position + 1] >= '0' &&
                             pattern[position + 1] <= '9';
    if (!placeholder) {
      result.push_back(pattern[position]);
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[position + 1] - '0');
    if (index < diagnostic.arguments.size()) result += diagnostic.arguments[index].in(language);
    position += 2;
  }
  return result;
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1b[1;31m";
    case Severity::warning:
      return "\x1b[1;33m";
    case Severity::note:
      return "\x1b[1;36m";
  }
  return "";
}

std::string_view line_around(std::string_view bytes, std::size_t offset) {
  const std::size_t begin = line_begin_before(bytes, std::min(offset, bytes.size()));
  std::string_view line = bytes.substr(begin, bytes.find('\n', begin) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

void append_excerpt(std::string& report, const Diagnostic& diagnostic, std::string_view bytes, bool colour) {
  const LineAndColumn place = line_and_column(bytes, diagnostic.where.begin);
  const std::string line = printable(line_around(bytes, diagnostic.where.begin));
  const std::size_t skipped = place.column > widest_excerpt / 2 && count_code_points(line) > widest_excerpt
                                  ? place.column - widest_excerpt / 2
                                  : 0;
  std::string_view shown = line;
  shown.remove_prefix(first_code_points(shown, skipped).size());
  shown = first_code_points(shown, widest_excerpt);
  const std::size_t marked_bytes = std::min<std::size_t>(diagnostic.where.end, bytes.size()) -
                                   std::min<std::size_t>(diagnostic.where.begin, bytes.size());
  const std::string_view marked = line_around(bytes, diagnostic.where.begin);
  const std::size_t column_in_line = place.column - 1 - skipped;
  const std::size_t room = count_code_points(shown) > column_in_line ? count_code_points(shown) - column_in_line : 1;
  const std::string_view span_text =
      bytes.substr(std::min<std::size_t>(diagnostic.where.begin, bytes.size()), std::min(marked_bytes, marked.size()));
  const std::size_t width = std::clamp<std::size_t>(count_code_points(span_text), 1, room);
  const std::string number = fmt::format("{:>4} | ", place.line);
  report += number;
  report += shown;
  report += '\n';
  report += fmt::format("{:>{}}", "| ", number.size());
  report += std::string(column_in_line, ' ');
  if (colour) report += colour_of(diagnostic.severity);
  report += std::string(width, '^');
  if (colour) report += "\x1b[0m";
  report += '\n';
}

std::string place_in_words(const Diagnostic& diagnostic, PlaceFinder& finder) {
  const std::optional<Place> place = finder.place_of(diagnostic);
  return place ? fmt::format("{}:{}:{}: ", place->path, place->begin.line, place->begin.column) : "";
}

}  // namespace

std::vector<Diagnostic> first_of_each_file(const std::vector<Diagnostic>& diagnostics) {
  constexpr std::size_t most_of_one_file = 200;
  std::vector<Diagnostic> shown;
  for (std::size_t begin = 0; begin < diagnostics.size();) {
    const FileId file = diagnostics[begin].where.file;
    std::size_t end = begin;
    while (end < diagnostics.size() && diagnostics[end].where.file == file) ++end;
    const std::size_t last = file == no_file ? end : std::min(end, begin + most_of_one_file);
    shown.insert(shown.end(), diagnostics.begin() + static_cast<std::ptrdiff_t>(begin),
                 diagnostics.begin() + static_cast<std::ptrdiff_t>(last));
    if (last < end)
      shown.push_back({&more_in_file, {file, 0, 0}, {std::to_string(end - last)}, "", more_in_file.severity});
    begin = end;
  }
  return shown;
}

std::string_view severity_word(Severity severity, Language language) {
  switch (severity) {
    case Severity::error:
      return language == Language::en ? "error" : "fout";
    case Severity::warning:
      return language == Language::en ? "warning" : "waarschuwing";
    case Severity::note:
      return language == Language::en ? "note" : "opmerking";
  }
  return "";
}

std::string pattern_of(const BilingualText& text, Language language) {
  constexpr std::size_t most_arguments = 10;
  const Diagnostic any{nullptr, {}, std::vector<Argument>(most_arguments, Argument("…")), "", Severity::error};
  return filled(text.in(language), any, language);
}

std::string message_of(const Diagnostic& diagnostic, Language language) {
  return printable(filled(diagnostic.rule->message.in(language), diagnostic, language));
}

std::string help_of(const Diagnostic& diagnostic, Language language) {
  std::string help;
  if (!diagnostic.suggestion.empty()) {
    help = language == Language::en ? fmt::format("did you mean '{}'?", diagnostic.suggestion)
                                    : fmt::format("bedoelde u '{}'?", diagnostic.suggestion);
  }
  const std::string advice = filled(diagnostic.rule->help.in(language), diagnostic, language);
  if (!help.empty() && !advice.empty()) help += ' ';
  return printable(help + advice);
}

std::string report_as_text(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources, Language language,
                           bool colour) {
  std::string report;
  PlaceFinder finder(sources);
  for (const Diagnostic& diagnostic : diagnostics) {
    report += place_in_words(diagnostic, finder);
    if (colour) report += colour_of(diagnostic.severity);
    report += severity_word(diagnostic.severity, language);
    if (colour) report += "\x1b[0m";
    report += fmt::format(": {} [{}]\n", message_of(diagnostic, language), diagnostic.rule->id);
    if (diagnostic.where.begin != diagnostic.where.end)
      append_excerpt(report, diagnostic, finder.bytes(diagnostic.where.file), colour);
    const std::string help = help_of(diagnostic, language);
    if (!help.empty()) report += fmt::format("  {}: {}\n", language == Language::en ? "help" : "hulp", help);
  }
  return report;
}

std::string report_as_lines(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources,
                            Language language) {
  std::string report;
  PlaceFinder finder(sources);
  for (const Diagnostic& diagnostic : diagnostics) {
    report += place_in_words(diagnostic, finder);
    report += fmt::format("{}: {} [{}]", severity_word(diagnostic.severity, language), message_of(diagnostic, language),
                          diagnostic.rule->id);
    const std::string help = help_of(diagnostic, language);
    report += help.empty() ? "\n" : " " + help + "\n";
  }
  return report;
}

std::string report_as(ReportForm form, const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources,
                      Language language) {
  switch (form) {
    case ReportForm::text:
      return report_as_text(diagnostics, sources, language, false);
    case ReportForm::plain:
      return report_as_lines(diagnostics, sources, language);
    case ReportForm::json:
      return report_as_json(diagnostics, sources, language);
    case ReportForm::sarif:
      return report_as_sarif(diagnostics, sources, language);
    case ReportForm::github:
      return report_as_github(diagnostics, sources, language);
  }
  return "";
}

}  // namespace wegwijs
