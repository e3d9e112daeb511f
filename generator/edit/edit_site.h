#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/load_site.h"
#include "model/site.h"

namespace wegwijs {

/// The sources of a site as they are on the disk now, for one request.
struct EditSources {
  FileTree tree;      ///< keeps what it read
  Settings settings;  ///< those of `tree`
  BuildFacts facts;
  std::filesystem::path root;
};

/// Reads the sources anew. Empty, with the reason in `why`, when the settings cannot be read.
using SourceReader = std::function<std::optional<EditSources>(std::string& why)>;

/// The sources and what they say, with drafts and what is not published today.
struct EditSite {
  EditSources sources;
  Site site;
};

/// `why` is told in `language`.
std::optional<EditSite> read_edit_site(const SourceReader& reader, std::string& why, Language language = Language::nl);

/// The same files with other bytes for one of them, which may be new.
FileTree with_bytes(const FileTree& tree, const std::string& path, std::string bytes);

/// One file of a collection.
struct EntryFile {
  std::string collection;
  std::string slug;
  std::string path;
  std::string bytes;
  std::string digest;            ///< of `bytes`
  const Entry* entry = nullptr;  ///< null: the file could not be read as an entry
  bool is_markdown = false;
};

/// The file of an entry by the names of collection and entry; also one that cannot be read as an entry. Empty when
/// there is none: whatever is in `slug`, only files that the walk over the content folders found are looked at.
std::optional<EntryFile> find_entry_file(const EditSite& site, std::string_view collection, std::string_view slug);

/// The bytes of a file of the content folders by its path; empty for settings, schemas, the theme and all others.
std::optional<std::string> content_bytes(const EditSite& site, std::string_view path);

/// "content/activiteiten/coach.md" → "coach".
std::string stem_of(std::string_view path);

}  // namespace wegwijs
