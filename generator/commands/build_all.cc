#include "commands/build_all.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <sstream>
#include <thread>

#include "commands/failure.h"
#include "commands/progress.h"
#include "commands/site_on_disk.h"
#include "commands/usage_error.h"
#include "diagnostic/joined_reports.h"
#include "files/disk.h"
#include "model/portal_list.h"
#include "model/settings.h"
#include "model/settings_rules.h"
#include "parallel/parallel_map.h"
#include "text/counted.h"

namespace wegwijs {
namespace {

/// What came of one portal, until it is its turn in the report.
struct PortalOutcome {
  BuildOutcome build;
  std::string errors;
  std::string output;
};

using DoOne = BuildOutcome (*)(const CommandLine& command_line, const BuildVoice& voice);

class AllPortals {
 public:
  AllPortals(const CommandLine& command_line, DoOne one)
      : command_line_(command_line), one_(one), folder_(command_line.portal_list.parent_path()) {}

  ExitCode run() {
    check_options();
    const FileTree sources = list_file();
    Diagnostics mistakes;
    std::vector<ListedPortal> portals =
        read_portal_list(sources, FileId{}, mistakes).value_or(std::vector<ListedPortal>());
    leave_out_absent(portals, mistakes);
    const std::vector<PortalOutcome> outcomes = do_all(portals);
    print_report(sources, mistakes, portals, outcomes);
    ExitCode code = mistakes.has_errors() ? ExitCode::content : ExitCode::good;
    for (const PortalOutcome& outcome : outcomes) code = std::max(code, outcome.build.code);
    return code;
  }

 private:
  std::string_view in(BilingualText text) const { return text.in(command_line_.language); }
  bool is_for_people() const { return command_line_.form == ReportForm::text; }

  void check_options() const {
    const auto refuse = [](bool is_given, const std::string& option) {
      if (!is_given) return;
      throw UsageError({option + " hoort bij één portaal en kan niet samen met --all.",
                        option + " is for one portal and cannot go with --all."});
    };
    refuse(command_line_.base_address.has_value(), "--base-url");
    refuse(command_line_.metrics, "--metrics");
    refuse(!command_line_.explained_page.empty(), "--explain");
    refuse(command_line_.external, "--external");
  }

  /// The file that names the portals, as the only one of its tree.
  FileTree list_file() const {
    Diagnostics refused;
    FileTree sources =
        read_tree(folder_.empty() ? "." : folder_, {command_line_.portal_list.filename().string()}, {}, {}, refused);
    const std::string written = command_line_.portal_list.string();
    if (sources.files().empty()) {
      throw UsageError(
          {"het bestand met portalen is er niet: " + written + ". Zet erin: portalen: [utrecht, zeeland].",
           "the file with portals is not there: " + written + ". Put into it: portalen: [utrecht, zeeland]."});
    }
    return sources;
  }

  /// A folder without settings is a mistake in the list.
  void leave_out_absent(std::vector<ListedPortal>& portals, Diagnostics& mistakes) const {
    std::erase_if(portals, [&](const ListedPortal& portal) {
      if (std::filesystem::exists(folder_ / portal.folder / settings_file_name)) return false;
      mistakes.report(bad_setting, portal.where,
                      {portal.folder, "portalen", {"een map met een site.yaml", "a folder with a site.yaml"}});
      return true;
    });
  }

  std::vector<PortalOutcome> do_all(const std::vector<ListedPortal>& portals) const {
    const std::size_t threads =
        command_line_.threads > 0 ? command_line_.threads : std::max(1U, std::thread::hardware_concurrency());
    const Progress progress(
        std::string(in({"De portalen worden nagekeken en gemaakt", "Checking and making the portals"})));
    return parallel_map<PortalOutcome>(portals.size(), threads, [&](std::size_t number) {
      // A portal is done by one thread, unless there are fewer portals than threads.
      return outcome_of(portals[number], std::max<std::size_t>(1, threads / portals.size()));
    });
  }

  PortalOutcome outcome_of(const ListedPortal& portal, std::size_t threads) const {
    CommandLine its_own = command_line_;
    its_own.root = folder_ / portal.folder;
    its_own.threads = threads;
    its_own.names_files_by_place = true;
    if (command_line_.output_folder) its_own.output_folder = *command_line_.output_folder / portal.folder;
    std::ostringstream errors;
    std::ostringstream output;
    PortalOutcome outcome;
    try {
      outcome.build = one_(its_own, {errors, output});
    } catch (...) {
      const Failure failure = failure_of_current_exception(command_line_.language);
      errors << failure.words;
      outcome.build.code = failure.code;
    }
    outcome.errors = errors.str();
    outcome.output = output.str();
    return outcome;
  }

  void print_report(const FileTree& sources, const Diagnostics& mistakes, const std::vector<ListedPortal>& portals,
                    const std::vector<PortalOutcome>& outcomes) const {
    const std::string of_list = report_in_form(mistakes, sources, command_line_.form, command_line_.language);
    std::vector<PartOfReport> parts{{"", of_list}};
    if (is_for_people()) std::cerr << of_list;
    for (std::size_t number = 0; number < portals.size(); ++number) {
      print_portal(portals[number], outcomes[number]);
      parts.push_back({portals[number].folder, outcomes[number].output});
    }
    if (!is_for_people()) {
      std::cout << joined_reports(command_line_.form, parts);
    } else if (!portals.empty()) {
      print_last_lines(portals, outcomes);
    }
  }

  std::string counted_files(std::size_t files) const {
    return counted(files, in({"bestand", "file"}), in({"bestanden", "files"}));
  }

  std::string counted_portals(std::size_t portals) const {
    return counted(portals, in({"portaal", "portal"}), in({"portalen", "portals"}));
  }

  void print_portal(const ListedPortal& portal, const PortalOutcome& outcome) const {
    if (!outcome.errors.empty()) std::cerr << portal.folder << ":\n" << outcome.errors;
    if (!is_for_people()) return;
    if (command_line_.verbose) std::cout << portal.folder << ":\n" << outcome.output;
    if (command_line_.verbose || outcome.build.code != ExitCode::good || outcome.build.files == 0) return;
    std::cout << fmt::format(fmt::runtime(in({"{}: {}, {} veranderd\n", "{}: {}, {} changed\n"})), portal.folder,
                             counted_files(outcome.build.files), outcome.build.changed);
  }

  void print_last_lines(const std::vector<ListedPortal>& portals, const std::vector<PortalOutcome>& outcomes) const {
    std::string failed;
    std::size_t files = 0;
    std::size_t changed = 0;
    std::size_t good = 0;
    for (std::size_t number = 0; number < portals.size(); ++number) {
      const BuildOutcome& build = outcomes[number].build;
      if (build.code == ExitCode::good) {
        ++good;
      } else {
        failed += (failed.empty() ? "" : ", ") + portals[number].folder;
      }
      files += build.files;
      changed += build.changed;
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start_;
    if (files > 0) {
      std::cout << fmt::format(
          fmt::runtime(in({"{} van {}: {}, {} veranderd, in {:.2f} s.\n", "{} of {}: {}, {} changed, in {:.2f} s.\n"})),
          good, counted_portals(portals.size()), counted_files(files), changed, seconds.count());
    } else {
      std::cout << fmt::format(
          fmt::runtime(in({"{} van {} zonder fouten, in {:.2f} s.\n", "{} of {} without errors, in {:.2f} s.\n"})),
          good, counted_portals(portals.size()), seconds.count());
    }
    if (failed.empty()) return;
    std::cerr << fmt::format(
        fmt::runtime(in({"Niet gelukt: {}. Daar is niets veranderd.\n", "Failed: {}. Nothing was changed there.\n"})),
        failed);
  }

  const CommandLine& command_line_;
  DoOne one_;
  std::filesystem::path folder_;  ///< of the list; empty: the working folder
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace

ExitCode do_all_portals(const CommandLine& command_line, DoOne one) {
  return AllPortals(command_line, one).run();
}

}  // namespace wegwijs
