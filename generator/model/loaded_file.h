#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/file_memory.h"
#include "model/diagnostic_bytes.h"
#include "model/site.h"

namespace wegwijs {

/// What one file of a collection says by itself, before the rest of the site is known.
struct LoadedFile {
  std::optional<Entry> entry;  ///< empty when there is none in it, or when it could not be read
  Diagnostics diagnostics;
};

/// What was read from a few files that seldom change, as it was read.
template <typename Result>
struct LastRead {
  Digest from;  ///< of all that it was read from: numbers and contents of files
  Result result;
  Diagnostics found;

  /// The result of `read(found)`, which is called only when what it reads `now_from` is not what was read last.
  template <typename Read>
  const Result& as_of(const Digest& now_from, Diagnostics& diagnostics, const Read& read) {
    if (from != now_from) {
      *this = {};
      result = read(found);
      from = now_from;
    }
    diagnostics.append(Diagnostics(found));
    return result;
  }
};

/// What a process that builds a site after every save need not read again.
struct ReadInProcess {
  LastRead<SearchWords> search_words;
  std::map<FileId, LastRead<std::optional<Schema>>> schemas;
  std::map<FileId, LastRead<std::optional<std::vector<Entry>>>> tables;  ///< whose rows are entries
};

/// What earlier builds read, for `load_site`.
struct LoadMemory {
  FileMemory& files;
  ReadInProcess& in_process;
  FindRule find_rule;
};

/// As bytes, for a memory of files. Empty when it cannot be remembered: when it holds what stands in another file.
std::string bytes_of(const LoadedFile& loaded, FileId file);
/// The file with the number that it has now; the slug of the entry is the caller's to give. Throws `BytesSpoilt`.
LoadedFile loaded_file_from(std::string_view bytes, FileId file, FindRule find_rule);

}  // namespace wegwijs
