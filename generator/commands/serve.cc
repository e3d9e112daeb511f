#include <csignal>

#include <fmt/format.h>

#include <chrono>
#include <iostream>

#include "build/generate.h"
#include "commands/commands.h"
#include "commands/folder_watch.h"
#include "commands/preview_server.h"
#include "commands/site_on_disk.h"
#include "commands/summary.h"

namespace wegwijs {
namespace {

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

/// Makes the site in memory and shows it, or shows what is wrong on top of the last good one. Returns the folders to
/// watch; only the settings' own when those cannot be read.
std::vector<std::filesystem::path> make_and_show(const CommandLine& command_line, PreviewServer& server) {
  const auto start = std::chrono::steady_clock::now();
  Diagnostics diagnostics;
  FileTree settings_only;
  std::optional<SiteOnDisk> site = read_site_on_disk(command_line, diagnostics, settings_only);
  if (!site) {
    print_diagnostics(diagnostics, settings_only, ReportForm::text, command_line.language);
    server.show_mistakes(
        report_as_text(first_of_each_file(diagnostics.in_source_order()), settings_only, command_line.language, false));
    return {command_line.root / settings_file_name};
  }
  // The preview stands at the root of its own host, wherever the site will be published.
  site->facts.base_address = command_line.base_address.value_or(fmt::format("http://localhost:{}/", command_line.port));
  MemorySink sink;
  const std::optional<GenerateSummary> summary = generate(site->sources, site->facts, sink, diagnostics);
  print_diagnostics(diagnostics, site->sources, ReportForm::text, command_line.language);
  if (summary) {
    server.show(sink.take_files());
    const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - start;
    std::cout << fmt::format("{} ({:.0f} ms)\n", counts_line(*summary, command_line.language), passed.count())
              << std::flush;
  } else {
    server.show_mistakes(
        report_as_text(first_of_each_file(diagnostics.in_source_order()), site->sources, command_line.language, false));
  }
  std::vector<std::filesystem::path> folders = site->watched_folders;
  folders.push_back(command_line.root / settings_file_name);
  return folders;
}

}  // namespace

ExitCode serve_site(const CommandLine& command_line) {
  stop_on_interruption();
  PreviewServer server(command_line.port);
  const bool english = command_line.language == Language::en;
  std::cout << (english ? "See the site at" : "Bekijk de site op")
            << fmt::format(" http://localhost:{}/ ; ", command_line.port)
            << (english ? "stop with Ctrl-C.\n" : "stop met Ctrl-C.\n") << std::flush;
  std::vector<std::filesystem::path> folders{command_line.root / settings_file_name};
  while (interrupted == 0) {
    // Watched before they are read: what is saved during the making is seen afterwards.
    const FolderWatch watch(folders);
    std::vector<std::filesystem::path> read_folders = make_and_show(command_line, server);
    if (read_folders != folders) {
      folders = std::move(read_folders);
      continue;
    }
    while (interrupted == 0 && !watch.wait()) {
    }
  }
  return ExitCode::interrupted;
}

}  // namespace wegwijs
