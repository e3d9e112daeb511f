#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <set>

#include "checks/privacy_rules.h"
#include "commands/came_and_left.h"
#include "commands/commands.h"
#include "commands/progress.h"
#include "commands/site_on_disk.h"
#include "commands/summary.h"
#include "commands/usage_error.h"
#include "files/build_lock.h"
#include "files/disk.h"
#include "files/published_site.h"
#include "files/staging_folder.h"
#include "model/load_site.h"
#include "model/publish_settings.h"
#include "model/settings_rules.h"
#include "pages/entry_data.h"
#include "pipeline/address_rules.h"
#include "publish/compressed_forms.h"
#include "publish/publish_target.h"
#include "source/yaml_tree.h"
#include "text/printable.h"

namespace wegwijs {
namespace {

/// Where the site lies ready, below the root. Apart from `public`, which may be any build.
constexpr std::string_view work_folder = ".wegwijs-publiceren";

class Publication {
 public:
  explicit Publication(const CommandLine& command_line) : command_line_(command_line) {}

  ExitCode run() {
    if (command_line_.drafts) {
      throw UsageError({"kladden worden niet gepubliceerd; laat --drafts weg. Bekijken kan met 'build --drafts'.",
                        "drafts are not published; leave out --drafts. To look at them: 'build --drafts'."});
    }
    check_arguments(command_line_);
    const std::optional<PublishSettings> settings = publish_settings();
    if (!settings) return ExitCode::content;
    target_ = publish_target(place_of(*settings));
    terms_.now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    terms_.keep = command_line_.keep.value_or(settings->keep);
    terms_.grace = static_cast<std::int64_t>(settings->minutes) * 60;
    if (command_line_.lists_releases) return list_releases();
    if (command_line_.roll_back) return roll_back();
    return publish();
  }

 private:
  std::string_view in(BilingualText text) const { return text.in(command_line_.language); }

  /// Those of `site.yaml`; empty when it cannot be read, which was then printed.
  std::optional<PublishSettings> publish_settings() const {
    Diagnostics diagnostics;
    const FileTree sources = read_tree(command_line_.root, {std::string(settings_file_name)}, {}, {}, diagnostics);
    const std::optional<Settings> settings = read_settings(sources, diagnostics);
    if (settings && !diagnostics.has_errors()) {
      const std::optional<YamlNode> node = read_yaml(sources.read(FileId{}), FileId{}, 0, diagnostics);
      const YamlNode* const publish = node ? node->find("publiceren") : nullptr;
      return publish == nullptr ? PublishSettings() : read_publish_settings(*publish, diagnostics);
    }
    print_diagnostics(diagnostics, sources, command_line_.form, command_line_.language);
    return std::nullopt;
  }

  std::string place_of(const PublishSettings& settings) const {
    if (!command_line_.publish_target.empty()) return command_line_.publish_target;
    if (settings.to.empty()) {
      throw UsageError(
          {"waarheen? Schrijf de plaats erbij, als 'wegwijs publish /var/www/wegwijs' of 'wegwijs publish "
           "ssh://naam@server/var/www/wegwijs', of zet hem in site.yaml: 'publiceren: {naar: …}'.",
           "where to? Add the place, as 'wegwijs publish /var/www/wegwijs' or 'wegwijs publish "
           "ssh://name@server/var/www/wegwijs', or put it into site.yaml: 'publiceren: {naar: …}'."});
    }
    // A folder in the settings is meant from the place of the settings.
    const bool is_folder = settings.to.find("://") == std::string::npos;
    return is_folder ? (command_line_.root / settings.to).string() : settings.to;
  }

  ExitCode list_releases() {
    const std::vector<Release> releases = target_->releases();
    if (releases.empty()) std::cout << in({"Hier is nog niets gepubliceerd.\n", "Nothing was published here yet.\n"});
    for (const Release& release : releases) {
      std::cout << fmt::format("{}  {}{}\n", release.name, time_of_release(release.name),
                               release.is_current ? in({"  <- dit zien lezers", "  <- what readers see"}) : "");
    }
    return ExitCode::good;
  }

  ExitCode roll_back() {
    const std::string name = target_->roll_back(terms_);
    std::cout << fmt::format(
        fmt::runtime(in({"Lezers zien weer de versie van {} ({}).\n", "Readers see the release of {} again ({}).\n"})),
        time_of_release(name), name);
    return ExitCode::good;
  }

  ExitCode publish() {
    const std::filesystem::path work = command_line_.root / work_folder;
    std::filesystem::create_directories(work);
    const BuildLock one_at_a_time(work / ".publish.lock", [&](int /*holder*/) {
      std::cerr << in({"Er wordt al gepubliceerd vanuit deze map; even wachten.\n",
                       "This folder is being published already; waiting.\n"});
    });
    const Manifest before = target_->current();
    const std::filesystem::path folder = work / "site";
    const bool is_ready = with_steady_sources([&](KeepBytes keep) { return build(folder, before, keep); });
    if (!is_ready) return ExitCode::content;
    const PreparedSite site{folder, manifest_in(folder)};
    const SiteDifference changes = difference(before, site.manifest);
    std::cout << fmt::format(fmt::runtime(in({"Bestanden: {} nieuw, {} veranderd, {} verdwenen, {} gelijk gebleven.\n",
                                              "Files: {} new, {} changed, {} vanished, {} as they were.\n"})),
                             changes.added.size(), changes.changed.size(), changes.removed.size(), changes.unchanged);
    std::cout << came_and_left(paths_of(before), paths_of(site.manifest), command_line_.language);
    if (command_line_.dry_run) {
      list_changes(changes);
      return ExitCode::good;
    }
    const std::string name = [&] {
      const Progress progress(std::string(in({"De site wordt overgebracht", "Bringing over the site"})));
      return target_->publish(site, terms_);
    }();
    std::cout << fmt::format(
        fmt::runtime(changes.is_empty() && !before.empty()
                         ? in({"Er was niets veranderd; lezers zien {}.\n", "Nothing had changed; readers see {}.\n"})
                         : in({"Gepubliceerd: {}. Terug kan met 'wegwijs publish --rollback'.\n",
                               "Published: {}. Go back with 'wegwijs publish --rollback'.\n"})),
        name);
    return ExitCode::good;
  }

  static std::vector<std::string> paths_of(const Manifest& manifest) {
    std::vector<std::string> paths;
    for (const auto& [path, file] : manifest) paths.push_back(path);
    return paths;
  }

  void list_changes(const SiteDifference& changes) const {
    const auto list = [](char sign, const std::vector<std::string>& paths) {
      for (const std::string& path : paths) {
        if (!is_compressed_form(path)) std::cout << sign << ' ' << printable(path) << '\n';
      }
    };
    list('+', changes.added);
    list('~', changes.changed);
    list('-', changes.removed);
    std::cout << in({"Dit was een proef: er is niets gepubliceerd.\n", "This was a trial: nothing was published.\n"});
  }

  /// False, and told, when the site may not be published as it is.
  bool build(const std::filesystem::path& folder, const Manifest& before, KeepBytes keep) {
    Diagnostics diagnostics;
    SiteOnDisk on_disk = read_site_on_disk(command_line_, diagnostics, keep);
    std::optional<GenerateSummary> summary;
    if (on_disk.settings) {
      for (const auto& [path, file] : before) {
        if (!is_compressed_form(path)) on_disk.facts.previous_files.push_back(path);
      }
      StagingFolder staging(folder);
      CompressingSink sink(staging, folder);
      const Progress progress(
          std::string(in({"De site wordt gemaakt en kleiner ingepakt", "Making and compressing the site"})));
      summary = generate(on_disk.sources, *on_disk.settings, on_disk.facts, sink, diagnostics);
    }
    const FileTree& sources = on_disk.sources;
    if (!summary) check_unchanged(diagnostics, sources);
    print_diagnostics(diagnostics, sources, command_line_.form, command_line_.language);
    if (!summary) {
      std::cerr << in({"Er staan fouten in de site; er is niets gepubliceerd. Herstel wat hierboven staat.\n",
                       "The site has errors; nothing was published. Mend what is told above.\n"});
      return false;
    }
    if (command_line_.form == ReportForm::text)
      std::cout << withheld_lines(*summary, sources, command_line_.language)
                << counts_line(*summary, command_line_.language) << '\n';
    const std::vector<Diagnostic> findings = diagnostics.in_source_order();
    const std::vector<std::string> stops = reasons_to_stop(*summary, findings, on_disk);
    for (const std::string& stop : stops) std::cerr << stop << '\n';
    if (stops.empty()) return may_addresses_vanish(findings);
    std::cerr << in({"Er is niets gepubliceerd.\n", "Nothing was published.\n"});
    return false;
  }

  /// The files of invented entries that are on the site.
  static std::vector<FileId> examples_of(const SiteOnDisk& on_disk) {
    std::vector<FileId> files;
    Diagnostics told_already;
    const std::optional<Site> site = load_site(on_disk.sources, *on_disk.settings, on_disk.facts, told_already);
    if (!site) return files;
    for (const Collection& collection : site->collections) {
      for (const Entry& entry : collection.entries) {
        if (is_example(entry, collection.schema)) files.push_back(entry.file);
      }
    }
    return files;
  }

  /// What harms readers, or those whom the site is about, and is no mistake while somebody is still writing.
  std::vector<std::string> reasons_to_stop(const GenerateSummary& summary, const std::vector<Diagnostic>& findings,
                                           const SiteOnDisk& on_disk) const {
    const FileTree& sources = on_disk.sources;
    std::vector<std::string> reasons;
    for (const FileId file : examples_of(on_disk)) {
      reasons.push_back(fmt::format(
          fmt::runtime(
              in({"'{}' is een verzonnen voorbeeld (voorbeeld: ja). Haal het bestand weg, of zet er 'klad: ja' in.",
                  "'{}' is an invented example (voorbeeld: ja). Remove the file, or put 'klad: ja' into it."})),
          sources.path_of(file)));
    }
    std::set<FileId> withheld;
    for (const WithheldEntry& entry : summary.withheld) {
      if (entry.rows == 0) withheld.insert(entry.file);
    }
    std::set<FileId> with_personal_data;
    for (const Diagnostic& finding : findings) {
      if (finding.rule == &security_contact_expired) {
        reasons.emplace_back(
            in({"Het adres in security.txt is verlopen. Kijk of het nog klopt en zet bij 'beveiliging' in site.yaml "
                "'geldig_tot' op een latere dag.",
                "The address in security.txt has expired. See whether it is still right and set "
                "'geldig_tot' at 'beveiliging' in site.yaml to a later day."}));
      }
      const bool is_private =
          std::find(privacy_rules.begin(), privacy_rules.end(), finding.rule) != privacy_rules.end();
      if (is_private && !withheld.contains(finding.where.file)) with_personal_data.insert(finding.where.file);
    }
    for (const FileId file : with_personal_data) {
      reasons.push_back(fmt::format(
          fmt::runtime(
              in({"In '{}' staan gegevens die van een persoon kunnen zijn; de meldingen staan hierboven. Haal ze "
                  "weg, of zet ze bij 'diensten' in site.yaml als ze van een dienst zijn.",
                  "'{}' holds what may belong to a person; the messages are above. Remove it, or add it to "
                  "'diensten' in site.yaml when it belongs to a service."})),
          file == no_file ? std::string(settings_file_name) : sources.path_of(file)));
    }
    return reasons;
  }

  /// Addresses that vanish were told as warnings; whoever publishes says that they may.
  bool may_addresses_vanish(const std::vector<Diagnostic>& findings) const {
    const auto gone = std::count_if(findings.begin(), findings.end(), [](const Diagnostic& finding) {
      return finding.rule == &address_vanished || finding.rule == &addresses_vanished;
    });
    if (gone == 0 || command_line_.accept_gone || command_line_.dry_run) return true;
    if (isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1) {
      std::cerr << in({"Er verdwijnen adressen; de meldingen staan hierboven. Toch publiceren? [j/N] ",
                       "Addresses vanish; the messages are above. Publish all the same? [y/N] "});
      std::string answer;
      std::getline(std::cin, answer);
      if (answer == "j" || answer == "ja" || answer == "y" || answer == "yes") return true;
    } else {
      std::cerr << in(
          {"Er verdwijnen adressen; de meldingen staan hierboven. Schrijf op waarheen ze leiden, of publiceer "
           "met --accept-gone.\n",
           "Addresses vanish; the messages are above. Say where they lead, or publish with --accept-gone.\n"});
    }
    std::cerr << in({"Er is niets gepubliceerd.\n", "Nothing was published.\n"});
    return false;
  }

  const CommandLine& command_line_;
  std::unique_ptr<PublishTarget> target_;
  PublishTerms terms_;
};

}  // namespace

ExitCode publish_site(const CommandLine& command_line) {
  return Publication(command_line).run();
}

}  // namespace wegwijs
