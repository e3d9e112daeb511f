#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "edit/change_plan.h"

namespace wegwijs {

/// What becomes of everything that refers to an entry.
struct MentionChange {
  std::string collection;  ///< of the entry
  std::string old_slug;
  std::optional<std::string> new_slug;  ///< what references name instead; none: they go
  std::string old_path;
  std::string new_path;     ///< of the file; empty: links to the file become links to `new_address`
  std::string old_address;  ///< where readers find it: of its page, or with a # its place on a calendar
  std::string new_address;
};

/// Finds all that refers to the entry, in every file of the collections, in `site.yaml` and in `zoekwoorden.yaml`:
/// references by name in YAML and tables, sources, links in Markdown texts by address or by file, addresses in menus
/// and redirects. Puts into `plan` each place and what its file becomes; a place that cannot change is an obstacle.
/// `skipped`: the path of a file that goes.
void change_mentions(const EditSite& site, const MentionChange& change, std::string_view skipped, ChangePlan& plan);

/// The bytes that `path` has in `plan`, or else in the sources; to be changed further. Empty when there is no such
/// file.
std::optional<std::string> planned_bytes(const EditSite& site, const ChangePlan& plan, std::string_view path);

/// Sets what `path` becomes.
void plan_bytes(const EditSite& site, ChangePlan& plan, const std::string& path, std::string bytes);

}  // namespace wegwijs
