#include "commands/site_on_disk.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <thread>

#include "commands/clock.h"
#include "commands/installed_files.h"
#include "commands/shared_folder.h"
#include "commands/told_changes.h"
#include "commands/usage_error.h"
#include "files/disk.h"
#include "model/gone_addresses.h"
#include "model/search_words.h"
#include "model/settings_rules.h"
#include "source/site_address.h"
#include "source/yaml_tree.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

std::vector<std::string> folders_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  if (!std::filesystem::is_directory(folder)) return names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  return names;
}

/// Where themes are looked for: in the portal, in what portals share, and beside the program.
std::vector<std::filesystem::path> theme_places(const std::filesystem::path& root,
                                                const std::filesystem::path& shared) {
  std::vector<std::filesystem::path> places{root / "themes"};
  if (!shared.empty()) places.push_back(shared / "themes");
  places.push_back(supplied_themes());
  return places;
}

/// Reports at its line of the settings that the theme is not there.
void report_theme(const std::vector<std::filesystem::path>& places, const std::string& name, SourceSpan where,
                  Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const std::filesystem::path& place : places) {
    for (std::string& known : folders_in(place)) names.push_back(std::move(known));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const std::vector<std::string_view> known(names.begin(), names.end());
  std::string nearest = nearest_word(name, known).value_or("");
  if (nearest.empty() && names.size() == 1) nearest = names.front();
  diagnostics.report(bad_setting, where,
                     {name, "thema", {"de naam van een map in 'themes'", "the name of a folder in 'themes'"}}, nearest);
}

/// `--theme`, else the first of its name in `places`. Empty, and reported, when it is not there.
std::optional<std::filesystem::path> theme_folder(const CommandLine& command_line,
                                                  const std::vector<std::filesystem::path>& places,
                                                  const SettingText& theme, Diagnostics& diagnostics) {
  if (command_line.theme) return *command_line.theme;
  for (const std::filesystem::path& place : places) {
    if (std::filesystem::is_directory(place / theme.text)) return place / theme.text;
  }
  report_theme(places, theme.text, theme.where, diagnostics);
  return std::nullopt;
}

/// In the folder of a theme: `op: wegwijs`, the theme that it stands on.
constexpr std::string_view theme_file_name = "thema.yaml";
/// More themes on each other than anybody can follow.
constexpr std::size_t most_themes = 5;

/// The theme that the one in `folder` stands on; empty: none. Nothing, and reported, when its file is not understood.
std::optional<std::string> base_of(const std::filesystem::path& folder, SourceSpan where, Diagnostics& diagnostics) {
  const std::filesystem::path path = folder / theme_file_name;
  if (!std::filesystem::exists(path)) return "";
  Diagnostics of_file;
  const std::optional<YamlNode> node = read_yaml(read_file(path), no_file, 0, of_file);
  const bool is_good = node && node->kind == YamlNode::Kind::map && node->entries.size() == 1 &&
                       node->entries.front().key == "op" && node->entries.front().value.kind == YamlNode::Kind::scalar;
  const std::string name = is_good ? node->entries.front().value.text : "";
  if (is_good && !name.empty() && name.find_first_of("/\\") == std::string::npos && !name.starts_with('.')) return name;
  diagnostics.report(bad_setting, where,
                     {path.generic_string(),
                      "thema",
                      {"een thema met in thema.yaml één regel als 'op: wegwijs'",
                       "a theme whose thema.yaml has one line such as 'op: wegwijs'"}});
  return std::nullopt;
}

/// The folder of the theme, then those of the themes below it.
std::optional<ThemeFolders> theme_layers(const std::filesystem::path& top,
                                         const std::vector<std::filesystem::path>& places, SourceSpan where,
                                         Diagnostics& diagnostics) {
  ThemeFolders theme(top);
  const auto is_used = [&](const std::filesystem::path& folder) {
    return std::any_of(theme.folders.begin(), theme.folders.end(),
                       [&](const auto& one) { return std::filesystem::equivalent(one, folder); });
  };
  while (true) {
    const std::optional<std::string> name = base_of(theme.folders.back(), where, diagnostics);
    if (!name) return std::nullopt;
    if (name->empty()) return theme;
    std::vector<std::filesystem::path> found;
    for (const std::filesystem::path& place : places) {
      if (std::filesystem::is_directory(place / *name)) found.push_back(place / *name);
    }
    if (found.empty()) {
      report_theme(places, *name, where, diagnostics);
      return std::nullopt;
    }
    // A theme may stand on one of the same name further on.
    const auto next = std::find_if_not(found.begin(), found.end(), is_used);
    if (next == found.end() || theme.folders.size() == most_themes) {
      diagnostics.report(
          bad_setting, where,
          {*name, "op", {"een thema dat niet zelf op dit thema staat", "a theme that does not stand on this one"}});
      return std::nullopt;
    }
    theme.folders.push_back(std::move(*next));
  }
}

std::string base_address_of(const std::string& address) {
  if (const std::optional<AddressFault> fault = base_address_fault(address)) {
    throw UsageError({"--base-url kan niet '" + address + "' zijn: hier hoort " + std::string(fault->expected.nl) + ".",
                      "--base-url cannot be '" + address + "': " + std::string(fault->expected.en) + " belongs here."});
  }
  return address.ends_with('/') ? address : address + "/";
}

UsageError bad_clock(const std::string& clock) {
  return UsageError({"--clock is geen dag als 2026-11-23: " + clock, "--clock is no day like 2026-11-23: " + clock});
}

BuildFacts facts_of(const CommandLine& command_line, const Settings& settings) {
  BuildFacts facts;
  const std::optional<Date> today =
      command_line.clock ? day_of_clock(*command_line.clock, settings.time_zone) : today_in(settings.time_zone);
  if (!today && !command_line.clock) throw std::runtime_error("no day in the time zone " + settings.time_zone);
  if (!today) throw bad_clock(*command_line.clock);
  facts.today = *today;
  facts.threads = command_line.threads > 0 ? command_line.threads : std::max(1U, std::thread::hardware_concurrency());
  facts.include_drafts = command_line.drafts;
  facts.strict = command_line.strict;
  if (command_line.base_address) facts.base_address = base_address_of(*command_line.base_address);
  return facts;
}

/// Whether the command may write into the portal: a command that only looks never does.
bool may_write(const CommandLine& command_line) {
  constexpr std::array<std::string_view, 3> writing{"build", "serve", "new"};
  return command_line.apply || (command_line.command == "publish" && !command_line.dry_run) ||
         std::find(writing.begin(), writing.end(), command_line.command) != writing.end();
}

/// First of all: what is half changed must not be read. Who only looks is told of it.
void make_sources_whole(const CommandLine& command_line) {
  if (!may_write(command_line)) {
    if (const std::optional<std::vector<std::string>> broken = find_broken_changes(command_line.root))
      std::cerr << broken_changes_line(*broken, command_line.language) << std::flush;
    return;
  }
  if (const std::optional<FinishedChanges> finished = finish_broken_changes(command_line.root))
    std::cerr << finished_changes_line(*finished, command_line.language) << std::flush;
}

}  // namespace

void check_unchanged(const Diagnostics& diagnostics, const FileTree& sources) {
  FileId checked = no_file;
  for (const Diagnostic& diagnostic : diagnostics.in_source_order()) {
    if (diagnostic.where.file != checked) sources.check_unchanged(diagnostic.where.file);
    checked = diagnostic.where.file;
  }
}

void check_arguments(const CommandLine& command_line) {
  if (!std::filesystem::is_directory(command_line.root)) {
    throw UsageError({"de map bestaat niet: " + command_line.root.string(),
                      "the folder does not exist: " + command_line.root.string()});
  }
  if (command_line.theme && !std::filesystem::is_directory(*command_line.theme)) {
    throw UsageError({"de map van het thema bestaat niet: " + command_line.theme->string(),
                      "the folder of the theme does not exist: " + command_line.theme->string()});
  }
  if (command_line.base_address) static_cast<void>(base_address_of(*command_line.base_address));
  if (command_line.clock && !day_of_clock(*command_line.clock, "UTC")) throw bad_clock(*command_line.clock);
}

SiteOnDisk read_site_on_disk(const CommandLine& command_line, Diagnostics& diagnostics, KeepBytes keep) {
  check_arguments(command_line);
  make_sources_whole(command_line);
  SiteOnDisk site;
  site.root = command_line.root;
  const std::vector<std::string> single_files{std::string(settings_file_name), std::string(gone_addresses_file_name),
                                              std::string(search_words_file_name)};
  // The settings say which folders matter; nothing else below the root is looked at.
  site.sources = read_tree(command_line.root, single_files, {}, {}, diagnostics, keep);
  if (command_line.names_files_by_place) site.sources = named_by_place(site.sources, keep);
  std::optional<Settings> settings = read_settings(site.sources, diagnostics);
  if (!settings || diagnostics.has_errors()) return site;
  site.facts = facts_of(command_line, *settings);
  const std::optional<std::filesystem::path> shared = shared_folder(command_line.root, *settings, diagnostics);
  if (!shared) return site;
  const std::vector<std::filesystem::path> places = theme_places(command_line.root, *shared);
  const std::optional<std::filesystem::path> top = theme_folder(command_line, places, settings->theme, diagnostics);
  if (!top) return site;
  const std::optional<ThemeFolders> theme = theme_layers(*top, places, settings->theme.where, diagnostics);
  if (!theme) return site;
  Diagnostics of_files;
  FileTree all =
      with_shared_schemas(read_tree(command_line.root, single_files, settings->folders(), *theme, of_files, keep),
                          *shared, settings->folders(), of_files, keep);
  site.leaves_out_files = !of_files.empty();
  diagnostics.append(std::move(of_files));
  if (command_line.names_files_by_place) all = named_by_place(all, keep);
  all.expect_same_as(site.sources);
  site.sources = std::move(all);
  site.watched_folders = theme->folders;
  for (const std::string& folder : settings->folders()) {
    site.watched_folders.push_back(command_line.root / folder);
    if (!shared->empty()) site.watched_folders.push_back(*shared / folder);
  }
  site.settings = std::move(settings);
  return site;
}

bool reports_in_colour() {
  return isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
}

std::string report_in_form(const Diagnostics& diagnostics, const FileTree& sources, ReportForm form,
                           Language language) {
  if (form != ReportForm::text)
    return report_as(form, first_of_each_file(diagnostics.in_source_order()), sources, language);
  if (diagnostics.empty()) return {};
  return report_as_text(first_of_each_file(diagnostics.in_source_order()), sources, language, reports_in_colour());
}

void print_diagnostics(const Diagnostics& diagnostics, const FileTree& sources, ReportForm form, Language language) {
  (form == ReportForm::text ? std::cerr : std::cout) << report_in_form(diagnostics, sources, form, language);
}

}  // namespace wegwijs
