#include <algorithm>
#include <iostream>

#include "commands/commands.h"
#include "commands/loaded_site.h"
#include "commands/usage_error.h"
#include "deliver/form_workbook.h"
#include "text/counted.h"
#include "views/claims.h"

namespace wegwijs {
namespace {

bool has_topics(const Collection& collection) {
  return std::any_of(collection.schema.fields.begin(), collection.schema.fields.end(), is_topic);
}

/// Written beside its place and renamed, so that nobody mails half a form.
void write_form(const std::filesystem::path& folder, const LoadedSite& loaded, const Collection& collection,
                const Entry& entry) {
  const std::filesystem::path beside = folder / ("." + entry.slug + ".xlsx.nieuw");
  try {
    write_form_workbook(beside, loaded.site, collection, entry, loaded.on_disk.facts.today);
    std::filesystem::rename(beside, folder / (entry.slug + ".xlsx"));
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    throw;
  }
}

}  // namespace

ExitCode write_forms(const CommandLine& command_line) {
  Diagnostics diagnostics;
  const std::optional<LoadedSite> loaded = load_site_on_disk(command_line, diagnostics, KeepBytes::yes);
  if (!loaded) return ExitCode::content;
  std::filesystem::create_directories(*command_line.forms_folder);
  std::size_t count = 0;
  for (const Collection& collection : loaded->site.collections) {
    if (!has_topics(collection)) continue;
    for (const Entry& entry : collection.entries) {
      if (!command_line.school.empty() && command_line.school != entry.slug) continue;
      write_form(*command_line.forms_folder, *loaded, collection, entry);
      ++count;
    }
  }
  if (count == 0 && !command_line.school.empty())
    throw UsageError(
        {"er is geen school '" + command_line.school + "'", "there is no school '" + command_line.school + "'"});
  std::cout << (command_line.language == Language::en ? counted(count, "form", "forms")
                                                      : counted(count, "formulier", "formulieren"))
            << " in " << command_line.forms_folder->string() << "\n";
  return ExitCode::good;
}

}  // namespace wegwijs
