#include "deliver/register.h"

#include <iostream>

#include "commands/commands.h"
#include "commands/loaded_site.h"
#include "commands/told_changes.h"
#include "commands/usage_error.h"
#include "deliver/write_changes.h"
#include "files/disk.h"

namespace wegwijs {
namespace {

/// Adds what differs of one entry to the changes; says in words what becomes of it.
std::string add_changes(const LoadedSite& loaded, const CommandLine& command_line, const RegisterComparison& comparison,
                        const RegisterEntry& difference, std::vector<FileChange>& all) {
  const bool english = command_line.language == Language::en;
  const Collection& collection = loaded.site.collections[comparison.collection];
  const Entry& entry = collection.entries[*collection.find(difference.entry)];
  const std::string& path = loaded.on_disk.sources.file(entry.file).path;
  std::string bytes = loaded.on_disk.sources.read(entry.file);
  const bool is_markdown = path.ends_with(".md");
  const std::optional<EntryText> text = read_entry_text(bytes, is_markdown);
  if (!text)
    return path + (english ? ": there is a mistake in this; mend it first.\n"
                           : ": hierin staat een fout; herstel die eerst.\n");
  const ChangeSet changes =
      changes_of(difference, collection.schema, collection.rule->name, text->values, command_line.left);
  if (changes.fields.empty()) return "";
  WrittenChanges written = write_changes(bytes, is_markdown, collection.schema, changes);
  if (!written.bytes)
    return path + (english ? ": this cannot be written. Copy it by hand.\n"
                           : ": dit kan niet geschreven worden. Neem het over met de hand.\n");
  all.push_back({path, std::move(bytes), std::move(*written.bytes)});
  return path + ": " + std::to_string(changes.fields.size()) + (english ? " changed.\n" : " veranderd.\n");
}

}  // namespace

ExitCode read_register(const CommandLine& command_line) {
  Diagnostics diagnostics;
  const std::optional<LoadedSite> loaded = load_site_on_disk(command_line, diagnostics, KeepBytes::yes);
  if (!loaded) return ExitCode::content;
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(command_line.register_file, unknown);
  if (!unknown && size > register_size_limit)
    throw UsageError({"dit bestand is groter dan 32 MB", "this file is larger than 32 MB"});
  const RegisterComparison comparison =
      compare_with_register(read_file(command_line.register_file), command_line.municipalities, loaded->site);
  std::cout << register_as_text(comparison, command_line.language);
  if (!comparison.refusal.empty()) return ExitCode::content;
  if (!command_line.apply) {
    std::cout << (command_line.language == Language::en
                      ? "\nNothing has changed yet. Take in what differs with --apply; leave a field with --leave.\n"
                      : "\nEr is nog niets veranderd. Neem over wat anders is met --apply; laat een veld staan met "
                        "--leave.\n");
    return ExitCode::good;
  }
  std::vector<FileChange> changes;
  std::string outcome;
  for (const RegisterEntry& entry : comparison.changed)
    outcome += add_changes(*loaded, command_line, comparison, entry, changes);
  if (!changes.empty()) {
    if (const std::optional<RefusedChange> refused = make_changes(command_line.root, changes)) {
      std::cerr << refused_change_line(*refused, command_line.language);
      return ExitCode::content;
    }
  }
  std::cout << "\n" << outcome;
  return ExitCode::good;
}

}  // namespace wegwijs
