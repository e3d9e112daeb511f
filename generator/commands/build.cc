#include <csignal>

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>

#include "commands/check_external.h"
#include "commands/commands.h"
#include "commands/site_on_disk.h"
#include "commands/summary.h"
#include "commands/usage_error.h"
#include "files/published_site.h"
#include "files/staging_folder.h"
#include "products/server_files.h"

namespace wegwijs {
namespace {

constexpr std::string_view default_output_folder = "public";
/// Where a build with drafts goes, so that copying the published folder to a server never takes them along.
constexpr std::string_view preview_output_folder = "public-klad";

std::filesystem::path target_of(const CommandLine& command_line) {
  return command_line.output_folder.value_or(command_line.root /
                                             (command_line.drafts ? preview_output_folder : default_output_folder));
}

std::vector<std::string> files_in(const std::filesystem::path& target) {
  std::vector<std::string> files;
  for (const auto& [path, file] : manifest_in(target)) files.push_back(path);
  return files;
}

/// Throws `UsageError` when a build with drafts would replace a site that is published.
void refuse_drafts_in_published_folder(const std::filesystem::path& target) {
  const std::vector<std::string> files = files_in(target);
  if (files.empty() || std::binary_search(files.begin(), files.end(), preview_mark_file)) return;
  throw UsageError({"in " + target.string() +
                        " staat de site die gepubliceerd wordt; kies met -o een andere map voor "
                        "een site met kladden",
                    target.string() + " holds the site that is published; choose another folder with -o for a site "
                                      "with drafts"});
}

/// Thrown by a build that is asked to stop.
struct Interrupted {};

std::atomic<bool> is_interrupted = false;

void stop_build_on_interruption() {
  struct sigaction action {};
  action.sa_handler = [](int) { is_interrupted = true; };
  action.sa_flags = SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

/// Writes into a staging folder until somebody presses Ctrl-C; the folder is then swept like after any failure.
class InterruptibleFolder : public StagingFolder {
 public:
  using StagingFolder::StagingFolder;
  void write(std::string_view path, std::string_view bytes) override {
    if (is_interrupted) throw Interrupted();
    StagingFolder::write(path, bytes);
  }
  void commit() override {
    if (is_interrupted) throw Interrupted();
    StagingFolder::commit();
  }
};

std::string counted_errors(std::size_t errors, Language language) {
  const bool one = errors == 1;
  return language == Language::en ? fmt::format("{} {}", errors, one ? "error" : "errors")
                                  : fmt::format("{} {}", errors, one ? "fout" : "fouten");
}

std::string counted_by_strict(std::size_t warnings, Language language) {
  const bool one = warnings == 1;
  return language == Language::en
             ? fmt::format("{} {} with --strict", warnings, one ? "warning, which counts" : "warnings, which count")
             : fmt::format("{} {} met --strict", warnings,
                           one ? "waarschuwing; die telt" : "waarschuwingen; die tellen");
}

/// Why the site is not published: its errors, or its warnings when there are none.
std::string not_published(const Diagnostics& diagnostics, Language language) {
  const std::string reason = diagnostics.has_errors()
                                 ? counted_errors(diagnostics.count(Severity::error), language)
                                 : counted_by_strict(diagnostics.count(Severity::warning), language);
  return reason + (language == Language::en ? "; nothing was changed.\n" : "; er is niets veranderd.\n");
}

/// Runs `generate` on what is on the disk and reports its findings; `finish` reports the site that was published.
template <typename MakeSink, typename Finish>
ExitCode run_once(const CommandLine& command_line, KeepBytes keep, const MakeSink& make_sink, const Finish& finish) {
  Diagnostics diagnostics;
  FileTree settings_only;
  std::optional<SiteOnDisk> site = read_site_on_disk(command_line, diagnostics, settings_only, keep);
  if (!site) {
    check_unchanged(diagnostics, settings_only);
    print_diagnostics(diagnostics, settings_only, command_line.form, command_line.language);
    std::cerr << not_published(diagnostics, command_line.language);
    return ExitCode::content;
  }
  if (!command_line.drafts) site->facts.previous_files = files_in(target_of(command_line));
  auto sink = make_sink(*site);
  const std::optional<GenerateSummary> summary = generate(site->sources, site->facts, *sink, diagnostics);
  // A published site stays published: its messages may then point a line too low.
  if (!summary) check_unchanged(diagnostics, site->sources);
  print_diagnostics(diagnostics, site->sources, command_line.form, command_line.language);
  if (!summary) {
    std::cerr << not_published(diagnostics, command_line.language);
    return ExitCode::content;
  }
  if (command_line.form == ReportForm::text) {
    std::cout << withheld_lines(*summary, site->sources, command_line.language);
    finish(*summary, *sink, command_line.language);
  }
  if (command_line.external) check_external(command_line, *site, *summary);
  return ExitCode::good;
}

/// The same, and again from the beginning when sources change meanwhile.
template <typename MakeSink, typename Finish>
ExitCode run_over_disk(const CommandLine& command_line, const MakeSink& make_sink, const Finish& finish) {
  return with_steady_sources([&](KeepBytes keep) { return run_once(command_line, keep, make_sink, finish); });
}

/// Whether `inner` is `outer` or lies in it; neither need exist.
bool is_within(const std::filesystem::path& inner, const std::filesystem::path& outer) {
  const std::filesystem::path from_outer =
      std::filesystem::weakly_canonical(inner).lexically_relative(std::filesystem::weakly_canonical(outer));
  return !from_outer.empty() && *from_outer.begin() != "..";
}

/// A site among the sources would be read as content by the next build.
void refuse_target_in_sources(const std::filesystem::path& target, const SiteOnDisk& site) {
  for (const std::filesystem::path& folder : site.watched_folders) {
    if (!is_within(target, folder)) continue;
    throw UsageError({"de site kan niet in '" + target.string() + "' komen: dat ligt in de map '" + folder.string() +
                          "', waaruit de site gemaakt wordt. Kies een andere map met --output-dir.",
                      "the site cannot be written to '" + target.string() + "': that is in the folder '" +
                          folder.string() + "', from which the site is made. Choose another one with --output-dir."});
  }
}

}  // namespace

ExitCode build_site(const CommandLine& command_line) {
  const auto start = std::chrono::steady_clock::now();
  const std::filesystem::path target = target_of(command_line);
  if (command_line.drafts) refuse_drafts_in_published_folder(target);
  stop_build_on_interruption();
  const auto make_sink = [&](const SiteOnDisk& site) {
    refuse_target_in_sources(target, site);
    return std::make_unique<InterruptibleFolder>(target);
  };
  const auto finish = [&](const GenerateSummary& summary, const StagingFolder& sink, Language language) {
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    const std::size_t changed = sink.all_files() - sink.unchanged_files();
    std::cout << counts_line(summary, language) << '\n';
    std::cout << (language == Language::en ? fmt::format("{}: {} files, {} changed, in {:.2f} s.\n", target.string(),
                                                         sink.all_files(), changed, seconds.count())
                                           : fmt::format("{}: {} bestanden, {} veranderd, in {:.2f} s.\n",
                                                         target.string(), sink.all_files(), changed, seconds.count()));
  };
  try {
    return run_over_disk(command_line, make_sink, finish);
  } catch (const Interrupted&) {
    std::cerr << (command_line.language == Language::en ? "Stopped; nothing was changed.\n"
                                                        : "Gestopt; er is niets veranderd.\n");
    return ExitCode::interrupted;
  }
}

ExitCode check_site(const CommandLine& command_line) {
  return run_over_disk(
      command_line, [](const SiteOnDisk&) { return std::make_unique<DiscardingSink>(); },
      [](const GenerateSummary& summary, const DiscardingSink&, Language language) {
        std::cout << counts_line(summary, language) << '\n';
      });
}

}  // namespace wegwijs
