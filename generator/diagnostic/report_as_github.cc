#include <fmt/format.h>

#include "diagnostic/report.h"

namespace wegwijs {
namespace {

/// In a property (file=…) two signs more have a meaning than in the message.
std::string escaped(std::string_view text, bool is_property) {
  std::string result;
  for (const char character : text) {
    const bool special = character == '%' || character == '\r' || character == '\n' ||
                         (is_property && (character == ':' || character == ','));
    result += special ? fmt::format("%{:02X}", static_cast<unsigned char>(character)) : std::string(1, character);
  }
  return result;
}

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "notice";
  }
  return "";
}

}  // namespace

std::string report_as_github(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources,
                             Language language) {
  std::string report;
  PlaceFinder finder(sources);
  for (const Diagnostic& diagnostic : diagnostics) {
    report += fmt::format("::{} ", command_of(diagnostic.severity));
    if (const std::optional<Place> place = finder.place_of(diagnostic)) {
      report +=
          fmt::format("file={},line={},col={},", escaped(place->path, true), place->begin.line, place->begin.column);
    }
    const std::string help = help_of(diagnostic, language);
    const std::string text = message_of(diagnostic, language) + (help.empty() ? "" : " " + help);
    report += fmt::format("title={}::{}\n", escaped(diagnostic.rule->id, true), escaped(text, false));
  }
  return report;
}

}  // namespace wegwijs
