#include <fmt/format.h>

#include <chrono>
#include <iostream>

#include "commands/check_external.h"
#include "commands/commands.h"
#include "commands/site_on_disk.h"
#include "commands/summary.h"
#include "files/staging_folder.h"

namespace wegwijs {
namespace {

constexpr std::string_view default_output_folder = "public";

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

/// Runs `generate` on what lies on the disk and tells what it found; `finish` tells of the site that was published.
template <typename MakeSink, typename Finish>
ExitCode run_over_disk(const CommandLine& command_line, const MakeSink& make_sink, const Finish& finish) {
  Diagnostics diagnostics;
  FileTree settings_only;
  const std::optional<SiteOnDisk> site = read_site_on_disk(command_line, diagnostics, settings_only);
  if (!site) {
    print_diagnostics(diagnostics, settings_only, command_line.form, command_line.language);
    return ExitCode::content;
  }
  auto sink = make_sink();
  const std::optional<GenerateSummary> summary = generate(site->sources, site->facts, *sink, diagnostics);
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

}  // namespace

ExitCode build_site(const CommandLine& command_line) {
  const auto start = std::chrono::steady_clock::now();
  const std::filesystem::path target = command_line.output_folder.value_or(command_line.root / default_output_folder);
  return run_over_disk(
      command_line, [&] { return std::make_unique<StagingFolder>(target); },
      [&](const GenerateSummary& summary, const StagingFolder& sink, Language language) {
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        const std::size_t changed = sink.all_files() - sink.unchanged_files();
        std::cout << counts_line(summary, language) << '\n';
        std::cout << (language == Language::en
                          ? fmt::format("{}: {} files, {} changed, in {:.2f} s.\n", target.string(), sink.all_files(),
                                        changed, seconds.count())
                          : fmt::format("{}: {} bestanden, {} veranderd, in {:.2f} s.\n", target.string(),
                                        sink.all_files(), changed, seconds.count()));
      });
}

ExitCode check_site(const CommandLine& command_line) {
  return run_over_disk(
      command_line, [] { return std::make_unique<DiscardingSink>(); },
      [](const GenerateSummary& summary, const DiscardingSink&, Language language) {
        std::cout << counts_line(summary, language) << '\n';
      });
}

}  // namespace wegwijs
