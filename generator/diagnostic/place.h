#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Where a report finds the text that a span refers to.
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

/// Where the line of `offset` begins. A byte order mark is no part of the first line: no editor shows or counts it.
std::size_t line_begin_before(std::string_view bytes, std::size_t offset);

/// A span as people and editors count it; the end is exclusive.
struct Place {
  std::string path;  ///< printable
  LineAndColumn begin;
  LineAndColumn end;
};

/// Finds places in files. Keeps the bytes of the last file only: diagnostics are in source order, so each file is read
/// once.
class PlaceFinder {
 public:
  /// `sources` must outlive the finder.
  explicit PlaceFinder(const SourceLookup& sources) : sources_(sources) {}

  /// The bytes of `file`, valid until another file is asked for; empty for `no_file`.
  std::string_view bytes(FileId file);
  /// Nothing for a diagnostic that concerns no file.
  std::optional<Place> place_of(const Diagnostic& diagnostic);

 private:
  const SourceLookup& sources_;
  FileId file_ = no_file;
  std::string bytes_;
};

}  // namespace wegwijs
