#include <csignal>

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>

#include "commands/build_all.h"
#include "commands/build_door.h"
#include "commands/build_metrics.h"
#include "commands/came_and_left.h"
#include "commands/check_external.h"
#include "commands/commands.h"
#include "commands/progress.h"
#include "commands/site_build.h"
#include "commands/site_on_disk.h"
#include "commands/summary.h"
#include "commands/usage_error.h"
#include "files/descriptor.h"
#include "files/published_site.h"
#include "files/staging_folder.h"
#include "pipeline/address_rules.h"
#include "products/server_files.h"
#include "text/counted.h"

namespace wegwijs {
namespace {

constexpr std::string_view default_output_folder = "public";
/// Where a build with drafts goes, so that copying the published folder to a server never takes them along.
constexpr std::string_view preview_output_folder = "public-klad";

/// What a program that reads the report gets, or people.
void say_report(const BuildVoice& voice, const CommandLine& command_line, const Diagnostics& diagnostics,
                const FileTree& sources) {
  (command_line.form == ReportForm::text ? voice.errors : voice.output)
      << report_in_form(diagnostics, sources, command_line.form, command_line.language);
}

std::filesystem::path target_of(const CommandLine& command_line) {
  return command_line.output_folder.value_or(command_line.root /
                                             (command_line.drafts ? preview_output_folder : default_output_folder));
}

std::vector<std::string> files_in(const std::filesystem::path& target) {
  return paths_in(manifest_in(target));
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
  bool keep(const std::vector<std::string>& paths) override {
    if (is_interrupted) throw Interrupted();
    return StagingFolder::keep(paths);
  }
  void commit() override {
    if (is_interrupted) throw Interrupted();
    StagingFolder::commit();
  }
};

std::string counted_files(std::size_t files, bool english) {
  return english ? counted(files, "file", "files") : counted(files, "bestand", "bestanden");
}

std::string counted_errors(std::size_t errors, Language language) {
  return language == Language::en ? counted(errors, "error", "errors") : counted(errors, "fout", "fouten");
}

std::string counted_by_strict(std::size_t warnings, Language language) {
  return language == Language::en
             ? counted(warnings, "warning, which counts", "warnings, which count") + " with --strict"
             : counted(warnings, "waarschuwing; die telt", "waarschuwingen; die tellen") + " met --strict";
}

/// Why the site is not published: its errors, or its warnings when there are none.
std::string not_published(const Diagnostics& diagnostics, Language language) {
  // As often as they are told: what stands once beside a table is read for each of its rows.
  Diagnostics told;
  for (Diagnostic& one : diagnostics.in_source_order()) told.add(std::move(one));
  const std::string reason = told.has_errors() ? counted_errors(told.count(Severity::error), language)
                                               : counted_by_strict(told.count(Severity::warning), language);
  return reason + (language == Language::en ? "; nothing was changed.\n" : "; er is niets veranderd.\n");
}

/// The site as it is on the disk. Says what is wrong when its settings cannot be used.
SiteOnDisk read_or_report(const CommandLine& command_line, const BuildVoice& voice, KeepBytes keep,
                          Diagnostics& diagnostics) {
  SiteOnDisk site = read_site_on_disk(command_line, diagnostics, keep);
  if (!site.settings) {
    check_unchanged(diagnostics, site.sources);
    say_report(voice, command_line, diagnostics, site.sources);
    voice.errors << not_published(diagnostics, command_line.language);
  }
  return site;
}

/// Runs `generate` on `site`. Empty, and reported, when nothing may be published.
std::optional<GenerateSummary> generate_or_report(const CommandLine& command_line, const BuildVoice& voice,
                                                  SiteOnDisk& site, Sink& sink, Diagnostics& diagnostics,
                                                  MadeBefore* made = nullptr) {
  std::optional<Progress> progress;
  if (voice.shows_progress)
    progress.emplace(command_line.language == Language::en ? "Making the pages" : "De pagina's worden gemaakt");
  std::optional<GenerateSummary> summary =
      made == nullptr ? generate(site.sources, *site.settings, site.facts, sink, diagnostics)
                      : generate_again(site.sources, *site.settings, site.facts, sink, diagnostics, *made);
  progress.reset();
  if (!summary) {
    // A published site stays published: its messages may then point a line too low.
    check_unchanged(diagnostics, site.sources);
    say_report(voice, command_line, diagnostics, site.sources);
    voice.errors << not_published(diagnostics, command_line.language);
  }
  return summary;
}

/// What is said of a site that can be published, but for the line of the command itself.
BuildWords words_of(const CommandLine& command_line, const SiteOnDisk& site, const GenerateSummary& summary,
                    const Diagnostics& diagnostics) {
  std::string report = report_in_form(diagnostics, site.sources, command_line.form, command_line.language);
  if (command_line.form != ReportForm::text) return {{}, std::move(report)};
  return {std::move(report), withheld_lines(summary, site.sources, command_line.language) +
                                 counts_line(summary, command_line.language) + '\n'};
}

void say(const BuildVoice& voice, const BuildWords& words) {
  voice.errors << words.errors;
  voice.output << words.output;
}

/// Whether a second build of the same sources reports the same: that an address vanished is said by one build only.
bool is_repeated_by_next_build(const Diagnostics& diagnostics) {
  const std::vector<Diagnostic> all = diagnostics.in_source_order();
  return std::none_of(all.begin(), all.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.rule == &address_vanished || diagnostic.rule == &addresses_vanished;
  });
}

/// Where `path` leads, which need not exist. Throws std::system_error that names it, and not the folder above it that
/// the system could not look at.
std::filesystem::path real_place(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::path real = std::filesystem::weakly_canonical(path, error);
  if (error) throw_system_error(error.value(), path);
  return real;
}

/// Whether `inner` is `outer` or lies in it; both are real places.
bool is_within(const std::filesystem::path& inner, const std::filesystem::path& outer) {
  const std::filesystem::path from_outer = inner.lexically_relative(outer);
  return !from_outer.empty() && *from_outer.begin() != "..";
}

/// A site among the sources would be read as content by the next build.
void refuse_target_in_sources(const std::filesystem::path& target, const SiteOnDisk& site) {
  const std::filesystem::path place = real_place(target);
  for (const std::filesystem::path& folder : site.watched_folders) {
    if (!is_within(place, real_place(folder))) continue;
    throw UsageError({"de site kan niet in '" + target.string() + "' komen: dat ligt in de map '" + folder.string() +
                          "', waaruit de site gemaakt wordt. Kies een andere map met --output-dir.",
                      "the site cannot be written to '" + target.string() + "': that is in the folder '" +
                          folder.string() + "', from which the site is made. Choose another one with --output-dir."});
  }
}

std::string part_in_words(const std::string& part, Language language) {
  const bool english = language == Language::en;
  if (part == part_facts) return english ? "the day or the options" : "de dag of de opties";
  if (part == part_entries)
    return english ? "which files there are, or terms of the glossary" : "welke bestanden er zijn, of begrippen";
  if (part == part_plan) return english ? "which pages there are" : "welke pagina's er zijn";
  return part;
}

/// A line about the page at `address`, and one for each thing that changed.
std::string in_words(const PageReason& reason, const std::string& address, Language language) {
  using Kind = PageReason::Kind;
  const bool english = language == Language::en;
  const auto first_line = [&]() -> std::string_view {
    switch (reason.kind) {
      case Kind::no_page:
        return english ? "there is no page at this address" : "op dit adres staat geen pagina";
      case Kind::nothing_known:
        return english ? "made anew; nothing is remembered of a build before this one"
                       : "opnieuw gemaakt; van een vorige bouw is niets onthouden";
      case Kind::shared:
        return english ? "made anew; every page may depend on what changed:"
                       : "opnieuw gemaakt; van wat veranderde, kan elke pagina afhangen:";
      case Kind::entries:
        return english
                   ? "made anew; this page, or one that is made together with it, looked into what changed:"
                   : "opnieuw gemaakt; deze pagina, of een die samen met haar gemaakt wordt, keek in wat veranderde:";
      case Kind::as_it_was:
        return english ? "as the last build made it" : "zoals de vorige bouw haar maakte";
    }
    return "";
  };
  std::string words = fmt::format("{}: {}\n", address, first_line());
  constexpr std::size_t most = 20;
  for (std::size_t index = 0; index < reason.changed.size() && index < most; ++index)
    words += "  " + part_in_words(reason.changed[index], language) + '\n';
  if (reason.changed.size() > most)
    words += fmt::format(fmt::runtime(english ? "  and {} more\n" : "  en nog {}\n"), reason.changed.size() - most);
  return words;
}

/// One build, into a folder, of what is on the disk now.
class Build {
 public:
  Build(const CommandLine& command_line, const BuildVoice& voice)
      : command_line_(command_line), voice_(voice), target_(target_of(command_line)), door_(command_line, target_) {}

  BuildOutcome run(KeepBytes keep) {
    Diagnostics diagnostics;
    SiteOnDisk site = read_or_report(command_line_, voice_, keep, diagnostics);
    if (!site.settings) return {ExitCode::content};
    refuse_target_in_sources(target_, site);
    if (const std::optional<BuildWords> words = words_of_last_build(site)) {
      say(voice_, *words);
      if (!command_line_.explained_page.empty()) say_reason({PageReason::Kind::as_it_was, {}});
      say_last_lines(words->files, 0, 0);
      return {ExitCode::good, words->files, 0};
    }
    if (command_line_.metrics) site.facts.on_stage = [this](BuildStage stage) { metrics_.begin(stage); };
    InterruptibleFolder sink(target_, {}, command_line_.memory ? SpareSite::keep : SpareSite::none);
    if (!command_line_.drafts) site.facts.previous_files = sink.files_before();
    MadeBefore made;
    made.asked_address = command_line_.explained_page;
    recall(made);
    // The stamps of the first attempt did not tell what was in the files.
    if (keep == KeepBytes::yes) made.files = {};
    const std::optional<GenerateSummary> summary =
        generate_or_report(command_line_, voice_, site, sink, diagnostics, command_line_.memory ? &made : nullptr);
    if (!summary) return {ExitCode::content};
    const BuildWords words = words_of(command_line_, site, *summary, diagnostics);
    say(voice_, words);
    if (command_line_.form == ReportForm::text && !command_line_.drafts)
      voice_.output << came_and_left(site.facts.previous_files, sink.files(), command_line_.language);
    if (!command_line_.explained_page.empty()) say_reason(made.reason);
    const std::size_t changed = sink.all_files() - sink.unchanged_files();
    say_last_lines(sink.all_files(), changed, command_line_.memory ? made.made_pages : summary->pages);
    if (command_line_.memory) door_.remember(site, is_repeated_by_next_build(diagnostics), words, made);
    return {ExitCode::good, sink.all_files(), changed};
  }

 private:
  std::optional<BuildWords> words_of_last_build(const SiteOnDisk& site) const {
    if (!command_line_.memory) return std::nullopt;
    bool is_spoilt = false;
    std::optional<BuildWords> words = door_.pass(site, is_spoilt);
    if (is_spoilt) say_spoilt();
    return words;
  }

  void recall(MadeBefore& made) const {
    if (!command_line_.memory) return;
    bool is_spoilt = false;
    door_.recall(made, is_spoilt);
    if (is_spoilt) say_spoilt();
  }

  void say_spoilt() const {
    if (command_line_.form != ReportForm::text) return;
    voice_.output << (command_line_.language == Language::en
                          ? "The memory of the last build cannot be read; everything is made anew.\n"
                          : "Wat de vorige bouw onthield, is niet te lezen; alles wordt opnieuw gemaakt.\n");
  }

  void say_reason(const PageReason& reason) const {
    if (command_line_.form != ReportForm::text) return;
    voice_.output << in_words(reason, command_line_.explained_page, command_line_.language);
  }

  void say_last_lines(std::size_t files, std::size_t changed, std::size_t pages_made) {
    if (command_line_.form != ReportForm::text) return;
    const bool english = command_line_.language == Language::en;
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start_;
    voice_.output << fmt::format(
        fmt::runtime(english ? "{}: {}, {} changed, in {:.2f} s.\n" : "{}: {}, {} veranderd, in {:.2f} s.\n"),
        target_.string(), counted_files(files, english), changed, seconds.count());
    if (!command_line_.metrics) return;
    metrics_.end();
    voice_.output << metrics_.table(command_line_.language)
                  << (english ? counted(pages_made, "page", "pages") + " made; unchanged: "
                              : counted(pages_made, "pagina", "pagina's") + " gemaakt; onveranderd: ")
                  << counted_files(files - changed, english) << '\n';
  }

  const CommandLine& command_line_;
  const BuildVoice& voice_;
  const std::filesystem::path target_;
  const BuildDoor door_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  BuildMetrics metrics_;
};

ExitCode check_once(const CommandLine& command_line, const BuildVoice& voice, KeepBytes keep) {
  Diagnostics diagnostics;
  SiteOnDisk site = read_or_report(command_line, voice, keep, diagnostics);
  if (!site.settings) return ExitCode::content;
  DiscardingSink sink;
  if (!command_line.drafts) site.facts.previous_files = files_in(target_of(command_line));
  const std::optional<GenerateSummary> summary = generate_or_report(command_line, voice, site, sink, diagnostics);
  if (!summary) return ExitCode::content;
  say(voice, words_of(command_line, site, *summary, diagnostics));
  if (command_line.external) check_external(command_line, site, *summary);
  return ExitCode::good;
}

}  // namespace

BuildOutcome build_one_site(const CommandLine& command_line, const BuildVoice& voice) {
  if (command_line.drafts) refuse_drafts_in_published_folder(target_of(command_line));
  stop_build_on_interruption();
  try {
    if (is_interrupted) throw Interrupted();
    Build build(command_line, voice);
    return with_steady_sources([&](KeepBytes keep) { return build.run(keep); });
  } catch (const Interrupted&) {
    voice.errors << (command_line.language == Language::en ? "Stopped; nothing was changed.\n"
                                                           : "Gestopt; er is niets veranderd.\n");
    return {ExitCode::interrupted};
  }
}

BuildOutcome check_one_site(const CommandLine& command_line, const BuildVoice& voice) {
  return {with_steady_sources([&](KeepBytes keep) { return check_once(command_line, voice, keep); })};
}

ExitCode build_site(const CommandLine& command_line) {
  if (!command_line.portal_list.empty()) return do_all_portals(command_line, build_one_site);
  return build_one_site(command_line, {std::cerr, std::cout, true}).code;
}

ExitCode check_site(const CommandLine& command_line) {
  if (!command_line.portal_list.empty()) return do_all_portals(command_line, check_one_site);
  return check_one_site(command_line, {std::cerr, std::cout, true}).code;
}

}  // namespace wegwijs
