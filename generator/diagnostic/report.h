#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "diagnostic/place.h"

namespace wegwijs {

/// "fout", "waarschuwing", "opmerking".
std::string_view severity_word(Severity severity, Language language);

/// A message or help of a rule with "…" for every argument.
std::string pattern_of(const BilingualText& text, Language language);

/// The message of `diagnostic` with its arguments filled in, without place or help.
std::string message_of(const Diagnostic& diagnostic, Language language);

/// What to do, with "bedoelde u …?" first when there is a suggestion. Empty when there is neither help nor suggestion.
std::string help_of(const Diagnostic& diagnostic, Language language);

/// The first 200 of each file, and a note on how many there are more: nobody repairs thousands at once, and a hostile
/// file of nothing but mistakes would make a report of many megabytes. In source order, as the argument must be.
std::vector<Diagnostic> first_of_each_file(const std::vector<Diagnostic>& diagnostics);

/// For people: `path:line:column: fout: message [rule]`, the line with a mark under the spot, and the help. In source
/// order. `colour` adds ANSI colours to the word "fout" and the mark.
std::string report_as_text(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources, Language language,
                           bool colour);

/// One line each, without the source line: `path:line:column: fout: message [rule] hulp`.
std::string report_as_lines(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources, Language language);

/// For other programs: an array of {path, line, column, endLine, endColumn, severity, rule, message, help, suggestion}.
/// Lines and columns from 1, in code points, ends exclusive; `severity` is error, warning or note; `help` contains the
/// suggestion in words. What a diagnostic does not have is null.
std::string report_as_json(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources, Language language);

/// SARIF 2.1.0 (docs.oasis-open.org/sarif), with the rules that occur. The text of a result contains the help.
std::string report_as_sarif(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources, Language language);

/// Workflow commands of GitHub Actions, one a line: `::error file=…,line=…,col=…,title=rule::message help`.
std::string report_as_github(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources,
                             Language language);

enum class ReportForm : std::uint8_t { text, plain, json, sarif, github };

/// In the form asked for, without colour.
std::string report_as(ReportForm form, const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources,
                      Language language);

}  // namespace wegwijs
