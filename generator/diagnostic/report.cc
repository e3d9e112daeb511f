#include "diagnostic/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::size_t widest_excerpt = 160;  // code points; a longer line is shown around the spot only

std::string filled(std::string_view pattern, const Diagnostic& diagnostic) {
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
    if (index < diagnostic.arguments.size()) result += diagnostic.arguments[index];
    position += 2;
  }
  return result;
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

/// Where the line of `offset` begins. A byte order mark is no part of the first line: no editor shows or counts it.
std::size_t line_begin_before(std::string_view bytes, std::size_t offset) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::size_t before = offset == 0 ? std::string_view::npos : bytes.rfind('\n', offset - 1);
  if (before != std::string_view::npos) return before + 1;
  return bytes.starts_with(byte_order_mark) && offset >= byte_order_mark.size() ? byte_order_mark.size() : 0;
}

std::string_view line_around(std::string_view bytes, std::size_t offset) {
  const std::size_t begin = line_begin_before(bytes, std::min(offset, bytes.size()));
  std::string_view line = bytes.substr(begin, bytes.find('\n', begin) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Control characters would move the cursor of a terminal or hide text; each becomes one visible character.
std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t code_point = next_code_point(text, position);
    const bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
                         (code_point >= 0x202A && code_point <= 0x202E) ||
                         (code_point >= 0x2066 && code_point <= 0x2069);
    append_code_point(result, code_point == '\t' ? U' ' : control ? U'\xFFFD' : code_point);
  }
  return result;
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
  if (colour) report += colour_of(diagnostic.rule->severity);
  report += std::string(width, '^');
  if (colour) report += "\x1b[0m";
  report += '\n';
}

std::string place_of(const Diagnostic& diagnostic, const SourceLookup& sources, std::string_view bytes) {
  if (diagnostic.where.file == no_file) return "";
  const LineAndColumn place = line_and_column(bytes, diagnostic.where.begin);
  return fmt::format("{}:{}:{}: ", printable(sources.path_of(diagnostic.where.file)), place.line, place.column);
}

/// The bytes of the file of the last diagnostic: reports are in source order, so each file is read once.
class CurrentFile {
 public:
  explicit CurrentFile(const SourceLookup& sources) : sources_(sources) {}
  std::string_view bytes(FileId file) {
    if (file != file_ && file != no_file) bytes_ = sources_.bytes_of(file);
    file_ = file;
    return file == no_file ? std::string_view() : bytes_;
  }

 private:
  const SourceLookup& sources_;
  FileId file_ = no_file;
  std::string bytes_;
};

}  // namespace

LineAndColumn line_and_column(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          count_code_points(before.substr(line_begin_before(bytes, before.size()))) + 1};
}

std::string message_of(const Diagnostic& diagnostic, Language language) {
  return printable(filled(diagnostic.rule->message.in(language), diagnostic));
}

std::string help_of(const Diagnostic& diagnostic, Language language) {
  std::string help;
  if (!diagnostic.suggestion.empty()) {
    help = language == Language::en ? fmt::format("did you mean '{}'?", diagnostic.suggestion)
                                    : fmt::format("bedoelde u '{}'?", diagnostic.suggestion);
  }
  const std::string advice = filled(diagnostic.rule->help.in(language), diagnostic);
  if (!help.empty() && !advice.empty()) help += ' ';
  return printable(help + advice);
}

std::string report_as_text(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources, Language language,
                           bool colour) {
  std::string report;
  CurrentFile current(sources);
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string_view bytes = current.bytes(diagnostic.where.file);
    report += place_of(diagnostic, sources, bytes);
    if (colour) report += colour_of(diagnostic.rule->severity);
    report += severity_word(diagnostic.rule->severity, language);
    if (colour) report += "\x1b[0m";
    report += fmt::format(": {} [{}]\n", message_of(diagnostic, language), diagnostic.rule->id);
    if (diagnostic.where.file != no_file) append_excerpt(report, diagnostic, bytes, colour);
    const std::string help = help_of(diagnostic, language);
    if (!help.empty()) report += fmt::format("  {}: {}\n", language == Language::en ? "help" : "hulp", help);
  }
  return report;
}

std::string report_as_lines(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources,
                            Language language) {
  std::string report;
  CurrentFile current(sources);
  for (const Diagnostic& diagnostic : diagnostics) {
    report += place_of(diagnostic, sources, current.bytes(diagnostic.where.file));
    report += fmt::format("{}: {} [{}]", severity_word(diagnostic.rule->severity, language),
                          message_of(diagnostic, language), diagnostic.rule->id);
    const std::string help = help_of(diagnostic, language);
    report += help.empty() ? "\n" : " " + help + "\n";
  }
  return report;
}

}  // namespace wegwijs
