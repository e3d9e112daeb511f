#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "files/file_tree.h"
#include "model/settings.h"

namespace wegwijs {

/// The folder that `gedeeld` of `site.yaml` names, seen from the folder of the portal: schemas and themes that portals
/// have in common. An empty path when there is none. Nothing, and reported, when it is no folder.
std::optional<std::filesystem::path> shared_folder(const std::filesystem::path& root, const Settings& settings,
                                                   Diagnostics& diagnostics);

/// `own` with the schemas of `shared` for those of `collections` (their folders) that have none of their own.
FileTree with_shared_schemas(const FileTree& own, const std::filesystem::path& shared,
                             const std::vector<std::string>& collections, Diagnostics& diagnostics, KeepBytes keep);

/// The same files, which messages name by where they are on the disk instead of by their path below the portal.
FileTree named_by_place(const FileTree& tree, KeepBytes keep);

}  // namespace wegwijs
