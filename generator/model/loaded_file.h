#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "files/file_memory.h"
#include "model/diagnostic_bytes.h"
#include "model/site.h"

namespace wegwijs {

/// What one file of a collection says by itself, before the rest of the site is known.
struct LoadedFile {
  std::optional<Entry> entry;  ///< empty when there is none in it, or when it could not be read
  Diagnostics diagnostics;
};

/// The words of readers as they were last read.
struct ReadSearchWords {
  Digest files;  ///< numbers and contents of the files that they were read from
  SearchWords words;
  Diagnostics found;
};

/// What earlier builds read, for `load_site`.
struct LoadMemory {
  FileMemory& files;
  ReadSearchWords& search_words;
  FindRule find_rule;
};

/// As bytes, for a memory of files. Empty when it cannot be remembered: when it holds what stands in another file.
std::string bytes_of(const LoadedFile& loaded, FileId file);
/// The file with the number that it has now; the slug of the entry is the caller's to give. Throws `BytesSpoilt`.
LoadedFile loaded_file_from(std::string_view bytes, FileId file, FindRule find_rule);

}  // namespace wegwijs
