#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "files/file_tree.h"
#include "model/load_site.h"
#include "model/loaded_file.h"
#include "model/site.h"

namespace wegwijs {

/// Reads the entries of one collection, each from a file of its own. Const after it is made; several threads may read.
class EntryReader {
 public:
  /// `schema` is what the file with this digest says, with the id that it got from the collection. `memory` knows
  /// entries that were read before; it may be null. All but the digest must outlive this.
  EntryReader(const FileTree& sources, const BuildFacts& facts, const CollectionRule& rule, const Schema& schema,
              const Digest& schema_digest, const LoadMemory* memory);

  /// What the file at `path` says. Without an entry when it is none of the collection, or cannot be read, which is
  /// among its findings.
  LoadedFile read(std::string_view path, FileId file) const;

 private:
  /// Whether a file with this name is one of an entry. What it should be called, or does not belong here, is reported.
  bool is_of_entry(std::string_view name, FileId file, Diagnostics& diagnostics) const;
  LoadedFile read_anew(std::string_view path, FileId file, bool is_markdown, const std::string& slug) const;
  bool read_entry(bool is_markdown, Entry& entry, Diagnostics& diagnostics) const;
  bool read_entry_from(std::string_view bytes, bool is_markdown, Entry& entry, Diagnostics& diagnostics) const;
  void note_digests(std::string_view bytes, Entry& entry) const;
  bool is_marked_as_draft(std::string_view bytes) const;
  void check_id(const Entry& entry, Diagnostics& diagnostics) const;
  std::string sort_key_of(const Entry& entry) const;

  const FileTree& sources_;
  const BuildFacts& facts_;
  const CollectionRule& rule_;
  const Schema& schema_;
  const LoadMemory* memory_;
  Digest reader_;  // of all that reading an entry depends on beside its file
};

}  // namespace wegwijs
