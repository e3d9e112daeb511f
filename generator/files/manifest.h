#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/digest.h"

namespace wegwijs {

/// What the manifest knows of one published file.
struct PublishedFile {
  Digest digest;
  std::uint64_t size = 0;  ///< bytes

  friend bool operator==(const PublishedFile&, const PublishedFile&) = default;
};

/// The files of a published folder, by path (byte order), without the manifest itself.
using Manifest = std::map<std::string, PublishedFile, std::less<>>;

PublishedFile published_file(std::string_view bytes);

/// Sorted.
std::vector<std::string> paths_in(const Manifest& manifest);

/// The bytes of the manifest: the same files give the same bytes. Precondition: no path holds a line break.
std::string manifest_text(const Manifest& manifest);

/// Reads what `manifest_text` wrote; empty when `text` does not begin as a manifest of ours. A manifest of another
/// version, and a line that is damaged, list no files: those files are then simply written anew.
std::optional<Manifest> read_manifest(std::string_view text);

}  // namespace wegwijs
