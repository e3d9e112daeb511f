#include "commands/summary.h"

#include <fmt/format.h>

#include "text/counted.h"

namespace wegwijs {
namespace {

std::string_view reason(Withheld why, Language language) {
  const bool english = language == Language::en;
  switch (why) {
    case Withheld::draft:
      return english ? "a draft" : "klad";
    case Withheld::future:
      return english ? "not yet due" : "nog niet aan de beurt";
    case Withheld::expired:
      return english ? "expired" : "verlopen";
    case Withheld::over:
      return english ? "over" : "voorbij";
  }
  return "";
}

}  // namespace

std::string reason_in_words(const WithheldEntry& entry, Language language) {
  std::string words(reason(entry.why, language));
  const bool english = language == Language::en;
  if (entry.rows > 0)
    return words + ": " + (english ? counted(entry.rows, "line", "lines") : counted(entry.rows, "regel", "regels"));
  if (!entry.day) return words;
  const std::string_view from = english ? "from" : "vanaf";
  const std::string_view until = english ? "until" : "tot en met";
  return fmt::format("{}: {} {}", words, entry.why == Withheld::future ? from : until,
                     date_in_words(*entry.day, language));
}

std::string counts_line(const GenerateSummary& summary, Language language) {
  const bool english = language == Language::en;
  std::string line = english ? counted(summary.pages, "page", "pages") : counted(summary.pages, "pagina", "pagina's");
  for (const CollectionCount& count : summary.collections) {
    line += fmt::format("; {} {}", count.entries, count.label);
    if (count.claims == 0) continue;
    line += english
                ? fmt::format(" ({}, {} undated, {} older than 24 months)", counted(count.claims, "claim", "claims"),
                              count.undated_claims, count.old_claims)
                : fmt::format(" ({}, {} zonder datum, {} ouder dan 24 maanden)",
                              counted(count.claims, "bewering", "beweringen"), count.undated_claims, count.old_claims);
  }
  return line + ".";
}

std::string withheld_lines(const GenerateSummary& summary, const FileTree& sources, Language language) {
  std::string lines;
  for (const WithheldEntry& entry : summary.withheld) {
    lines += fmt::format("{}: {} ({})\n", language == Language::en ? "not published" : "niet gepubliceerd",
                         sources.path_of(entry.file), reason_in_words(entry, language));
  }
  for (const LeavingFile& leaving : summary.leaving) {
    lines += fmt::format("{} {}: {}\n", language == Language::en ? "leaves after" : "verdwijnt na",
                         date_in_words(leaving.last_day, language), sources.path_of(leaving.file));
  }
  return lines;
}

}  // namespace wegwijs
