#include "edit/rename.h"

#include <algorithm>
#include <iostream>

#include "commands/commands.h"
#include "commands/loaded_site.h"
#include "commands/told_changes.h"
#include "commands/usage_error.h"
#include "edit/removal.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

std::string without_slashes(std::string text) {
  while (text.starts_with('/')) text.erase(0, 1);
  while (text.ends_with('/')) text.pop_back();
  return text;
}

/// The name, file or address of an entry that is most like `name`; empty when none is near.
std::string nearest_entry(const EditSite& site, const std::string& name) {
  std::vector<std::string> known;
  for (const Collection& collection : site.site.collections) {
    if (collection.rule->is_table) continue;
    for (const Entry& entry : collection.entries) {
      known.push_back(entry.slug);
      known.push_back(site.sources.tree.path_of(entry.file));
      if (const std::string address = address_of(collection, entry); !address.empty())
        known.push_back(name.starts_with('/') ? address : without_slashes(address));
    }
  }
  std::sort(known.begin(), known.end());
  const std::vector<std::string_view> views(known.begin(), known.end());
  return nearest_word(name, views).value_or("");
}

/// The entry that the user names: by its address, its file, or its name where only one entry has that.
EntryFile named_entry(const EditSite& site, const std::string& name) {
  std::vector<EntryFile> found;
  for (const Collection& collection : site.site.collections) {
    if (collection.rule->is_table) continue;
    for (const Entry& entry : collection.entries) {
      const std::string path = site.sources.tree.path_of(entry.file);
      const std::string address = address_of(collection, entry);
      const bool is_address = !address.empty() && without_slashes(address) == without_slashes(name);
      const bool is_it = is_address || path == name || "./" + path == name || entry.slug == name;
      if (!is_it) continue;
      if (std::optional<EntryFile> file = find_entry_file(site, collection.rule->name, entry.slug))
        found.push_back(std::move(*file));
    }
  }
  if (found.empty()) {
    const std::string near = nearest_entry(site, name);
    throw UsageError(
        {"'" + name + "' is geen adres of bestand van een stuk" +
             (near.empty() ? "; er is niets veranderd" : "; bedoelde u '" + near + "'? Er is niets veranderd"),
         "'" + name + "' is no address or file of an entry" +
             (near.empty() ? "; nothing was changed" : "; did you mean '" + near + "'? Nothing was changed")});
  }
  if (found.size() > 1) {
    std::string paths;
    for (const EntryFile& file : found) paths += (paths.empty() ? "" : ", ") + file.path;
    throw UsageError({"'" + name + "' kan meer zijn; kies uit: " + paths,
                      "'" + name + "' can be more than one; choose from: " + paths});
  }
  return found.front();
}

/// Shows what would change, or changes it.
ExitCode carry_out(const CommandLine& command_line, ChangePlan (*make_plan)(const EditSite&, const CommandLine&)) {
  std::string why;
  const std::optional<EditSite> site = read_edit_site(edit_source_reader(command_line), why, command_line.language);
  if (!site) {
    std::cerr << why;
    return ExitCode::content;
  }
  const ChangePlan plan = make_plan(*site, command_line);
  const bool is_carried_out = command_line.apply && plan.is_possible();
  if (is_carried_out) {
    if (const std::optional<RefusedChange> refused = make_changes(command_line.root, plan.changes)) {
      std::cerr << refused_change_line(*refused, command_line.language);
      return ExitCode::content;
    }
  }
  std::cout << plan_as_text(plan, is_carried_out, command_line.language);
  if (!plan.is_possible()) return ExitCode::content;
  if (!command_line.apply)
    std::cout << (command_line.language == Language::en ? "Nothing has changed yet. Do it with --apply.\n"
                                                        : "Er is nog niets veranderd. Doe het met --apply.\n");
  return ExitCode::good;
}

}  // namespace

ExitCode rename_entry(const CommandLine& command_line) {
  return carry_out(command_line, [](const EditSite& site, const CommandLine& line) {
    return plan_rename(site, named_entry(site, line.moved), line.new_name);
  });
}

ExitCode remove_entry(const CommandLine& command_line) {
  return carry_out(command_line, [](const EditSite& site, const CommandLine& line) {
    return plan_removal(site, named_entry(site, line.moved), line.redirect_target);
  });
}

}  // namespace wegwijs
