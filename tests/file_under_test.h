#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "diagnostic/diagnostic.h"
#include "diagnostic/report.h"
#include "files/file_tree.h"

namespace wegwijs {

/// One source in memory, what was found wrong in it, and its places in the words of a report.
class FileUnderTest {
 public:
  explicit FileUnderTest(std::string bytes, const std::string& path = "bestand")
      : bytes_(std::move(bytes)), tree_(FileTree::from_memory({{path, bytes_}})) {}

  std::string_view bytes() const { return bytes_; }
  static constexpr FileId id() { return FileId{0}; }

  /// `2:7 'De Brug'`: line, column and the bytes of a span.
  std::string place(SourceSpan span) const {
    const LineAndColumn begin = line_and_column(bytes_, span.begin);
    return fmt::format("{}:{} '{}'", begin.line, begin.column, bytes_.substr(span.begin, span.end - span.begin));
  }

  /// One line for each diagnostic: `path:line:column: fout: message [rule] hulp`.
  std::string report() const { return report_as_lines(diagnostics.in_source_order(), tree_, Language::nl); }

  Diagnostics diagnostics;

 private:
  std::string bytes_;
  FileTree tree_;
};

}  // namespace wegwijs
