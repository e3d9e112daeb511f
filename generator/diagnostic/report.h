#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Where a report finds the text that a span speaks of.
class SourceLookup {
 public:
  virtual ~SourceLookup() = default;
  /// The name under which the reader of the message knows the file: relative to the root of the site.
  virtual std::string path_of(FileId file) const = 0;
  /// The bytes of the file; empty when it cannot be read any more.
  virtual std::string bytes_of(FileId file) const = 0;
};

/// From 1; the column counts code points, not bytes, so "é" earlier in the line does not shift it, nor does a byte
/// order mark at the beginning of the file.
struct LineAndColumn {
  std::size_t line = 1;
  std::size_t column = 1;
};

LineAndColumn line_and_column(std::string_view bytes, std::size_t offset);

/// The message of `diagnostic` with its arguments filled in, without place or help.
std::string message_of(const Diagnostic& diagnostic, Language language);

/// What to do, with "bedoelde u …?" first when there is a suggestion. Empty when the rule has no help and none is near.
std::string help_of(const Diagnostic& diagnostic, Language language);

/// For people: `path:line:column: fout: message [rule]`, the line with a mark under the spot, and the help. In source
/// order. `colour` adds ANSI colours to the word "fout" and the mark.
std::string report_as_text(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources, Language language,
                           bool colour);

/// One line each, without the source line: `path:line:column: fout: message [rule] hulp`.
std::string report_as_lines(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources, Language language);

}  // namespace wegwijs
