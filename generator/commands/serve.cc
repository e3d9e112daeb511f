#include <csignal>

#include <fmt/format.h>

#include <chrono>
#include <iostream>
#include <memory>

#include "commands/build_metrics.h"
#include "commands/commands.h"
#include "commands/failure.h"
#include "commands/folder_watch.h"
#include "commands/loaded_site.h"
#include "commands/preview_server.h"
#include "edit/edit_desk.h"
#include "model/search_words.h"
#include "pipeline/repeated_build.h"
#include "products/published_path.h"
#include "search/search_files.h"

namespace wegwijs {
namespace {

/// What is kept lives in memory, and every save makes one block at least.
constexpr std::size_t pages_per_block_in_preview = 4;
/// A page that was left does not say so, and every save waits so long for it before the search is made.
constexpr std::chrono::milliseconds longest_painting{250};

volatile std::sig_atomic_t interrupted = 0;

void note_interruption(int) {
  interrupted = 1;
}

/// Lets the two signals in only while `FolderWatch::wait` waits, so that none is missed between a look and a wait.
void stop_on_interruption() {
  struct sigaction action {};
  action.sa_handler = note_interruption;
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM}) {
    sigaction(signal, &action, nullptr);
    sigaddset(&signals, signal);
  }
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

/// The result of a look at the disk.
struct Made {
  std::vector<std::filesystem::path> folders;  ///< to watch
  std::string failure = {};                    ///< in words; empty: the site was made, or its mistakes were shown
  bool may_pass_by_itself = false;  ///< a failure of the machine or of the program, which may be over without a save
};

std::string report_of(const Diagnostics& diagnostics, const FileTree& sources, Language language) {
  return report_as_text(first_of_each_file(diagnostics.in_source_order()), sources, language, false);
}

/// Shows the pages as soon as they are there; the index of the search follows.
class PreviewSink : public MemorySink {
 public:
  explicit PreviewSink(PreviewServer& server) : MemorySink(server.files()), server_(server) {}
  void pages_are_ready() override {
    server_.show(take_files(), search_folder);
    server_.wait_until_painted(longest_painting);
  }
  void commit() override {
    MemorySink::commit();
    server_.complete(take_files());
  }

 private:
  PreviewServer& server_;
};

/// Makes the site in memory and shows it, or shows what is wrong on top of the last good one. Returns the folders to
/// watch; only the settings' own when those cannot be read.
std::vector<std::filesystem::path> make_and_show(const CommandLine& command_line, PreviewServer& server,
                                                 MadeBefore& made_before, EditDesk* desk, KeepBytes keep) {
  const auto start = std::chrono::steady_clock::now();
  BuildMetrics metrics;
  Diagnostics diagnostics;
  SiteOnDisk site = read_site_on_disk(command_line, diagnostics, keep);
  if (!site.settings) {
    check_unchanged(diagnostics, site.sources);
    print_diagnostics(diagnostics, site.sources, ReportForm::text, command_line.language);
    server.show_mistakes(report_of(diagnostics, site.sources, command_line.language));
    return {command_line.root / settings_file_name};
  }
  // Unless asked otherwise, the preview is at the root of its own host, wherever the site will be published.
  if (!site.facts.base_address) site.facts.base_address = fmt::format("http://localhost:{}/", command_line.port);
  // The stamps of the first attempt did not tell what was in the files.
  if (keep == KeepBytes::yes) made_before.files = {};
  if (command_line.metrics) site.facts.on_stage = [&](BuildStage stage) { metrics.begin(stage); };
  PreviewSink sink(server);
  const std::optional<GenerateSummary> summary =
      generate_again(site.sources, *site.settings, site.facts, sink, diagnostics, made_before);
  if (!summary) check_unchanged(diagnostics, site.sources);
  print_diagnostics(diagnostics, site.sources, ReportForm::text, command_line.language);
  if (desk != nullptr) desk->note_build(diagnostics, site.sources);
  if (summary) {
    const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - start;
    // One short line for each save: what there is of everything is told by 'check'.
    const std::string_view pages = command_line.language == Language::en ? "pages" : "pagina's";
    std::cout << fmt::format("{} {} ({:.0f} ms)\n", summary->pages, pages, passed.count());
    metrics.end();
    if (command_line.metrics) std::cout << metrics.table(command_line.language);
    std::cout << std::flush;
  } else {
    server.show_mistakes(report_of(diagnostics, site.sources, command_line.language));
  }
  std::vector<std::filesystem::path> folders = std::move(site.watched_folders);
  for (const std::string_view name : {settings_file_name, search_words_file_name})
    folders.push_back(command_line.root / name);
  return folders;
}

/// The same, whatever goes wrong: the last good version stays, with what went wrong on top of it. The same failure as
/// last time is not reported again.
Made make_and_show_always(const CommandLine& command_line, PreviewServer& server, MadeBefore& made_before,
                          EditDesk* desk, const Made& before) {
  try {
    return {with_steady_sources(
        [&](KeepBytes keep) { return make_and_show(command_line, server, made_before, desk, keep); })};
  } catch (...) {
    Failure failure = failure_of_current_exception(command_line.language);
    if (failure.words != before.failure) {
      std::cerr << failure.words << std::flush;
      server.show_mistakes(failure.words);
    }
    return {before.folders, std::move(failure.words), failure.code != ExitCode::usage};
  }
}

/// Empty when the system has no room for one.
std::unique_ptr<FolderWatch> watch_over(const std::vector<std::filesystem::path>& folders) {
  try {
    return std::make_unique<FolderWatch>(folders);
  } catch (const std::system_error&) {
    return nullptr;
  }
}

/// Waits for a save; without a watch, or after a failure, for two seconds at most.
void wait_for_change(FolderWatch* watch, bool try_again) {
  constexpr std::chrono::milliseconds before_trying_again{2'000};
  if (watch == nullptr) {
    wait_for_signal(before_trying_again);
    return;
  }
  if (try_again) {
    static_cast<void>(watch->wait(before_trying_again));
    return;
  }
  while (interrupted == 0 && !watch->wait()) {
  }
}

}  // namespace

ExitCode serve_site(const CommandLine& command_line) {
  check_arguments(command_line);
  stop_on_interruption();
  const std::string prefix(path_prefix(command_line.base_address.value_or("")));
  const std::string key = command_line.edit ? new_edit_key() : "";
  const std::unique_ptr<EditDesk> desk =
      command_line.edit ? std::make_unique<EditDesk>(edit_source_reader(command_line), key) : nullptr;
  PreviewServer server(command_line.port, prefix,
                       desk ? EditCall([&](const EditRequest& request) { return desk->answer(request); }) : EditCall());
  const bool english = command_line.language == Language::en;
  std::cout << (english ? "See the site at" : "Bekijk de site op")
            << fmt::format(" http://localhost:{}{}/ ; ", command_line.port, prefix)
            << (english ? "stop with Ctrl-C.\n" : "stop met Ctrl-C.\n") << std::flush;
  // Behind the # it is sent to nobody, and is in no log.
  if (desk) {
    std::cout << (english ? "Edit at" : "Bewerk op")
              << fmt::format(" http://localhost:{}{}#sleutel={}\n", command_line.port, edit_prefix, key) << std::flush;
  }
  MadeBefore made_before;
  made_before.pages_per_block = pages_per_block_in_preview;
  Made made{{command_line.root / settings_file_name}};
  std::unique_ptr<FolderWatch> watch;
  while (interrupted == 0) {
    // Watched before they are read: what is saved during the making is seen afterwards.
    if (!watch || watch->is_outdated()) watch = watch_over(made.folders);
    Made next = make_and_show_always(command_line, server, made_before, desk.get(), made);
    const bool same_folders = next.folders == made.folders;
    made = std::move(next);
    if (same_folders) {
      wait_for_change(watch.get(), made.may_pass_by_itself);
    } else {
      watch.reset();
    }
  }
  return ExitCode::interrupted;
}

}  // namespace wegwijs
