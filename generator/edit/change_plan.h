#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/edit_site.h"
#include "files/file_changes.h"
#include "schema/label.h"

namespace wegwijs {

/// A place that refers to an entry.
struct Mention {
  std::string path;   ///< of the file
  std::string title;  ///< of the entry that refers; the path for other files
  Label where;        ///< "Hoort hierbij", "link in de tekst", "site.yaml"
};

/// What a rename or a removal does to all files together, before it is done.
struct ChangePlan {
  std::vector<FileChange> changes;  ///< in order of path; empty when it cannot be done
  std::vector<Mention> mentions;    ///< what changes with it
  std::vector<Label> obstacles;     ///< sentences; one is enough to do nothing
  std::vector<Label> notes;         ///< sentences about what stays to be done by hand
  std::string old_path;
  std::string new_path;     ///< empty: the file goes
  std::string old_address;  ///< empty: the entry has no page
  std::string new_address;  ///< where the old address leads afterwards

  bool is_possible() const { return obstacles.empty(); }
};

/// For the command line: what happens, file by file. `is_done`: what has happened.
std::string plan_as_text(const ChangePlan& plan, bool is_done, Language language);

/// The plan as JSON for the page of the editor, in Dutch.
std::string plan_json(const ChangePlan& plan, bool is_done);

/// Adds an obstacle when the site as it would be has more mistakes than it has now: a plan never breaks a site.
void refuse_new_mistakes(const EditSite& site, ChangePlan& plan);

/// Obstacles that a file is.
Label cannot_change(const std::string& path);
Label cannot_be_read(const std::string& path);

}  // namespace wegwijs
