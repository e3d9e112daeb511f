#include "commands/commands.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <optional>
#include <streambuf>
#include <string_view>

#include "commands/config.h"

namespace wegwijs {
namespace {

struct Command {
  std::string_view name;
  ExitCode (*run)(const CommandLine& command_line);
};

constexpr std::array commands{Command{"build", build_site},
                              Command{"check", check_site},
                              Command{"serve", serve_site},
                              Command{"new", create_entry},
                              Command{"list", list_entries},
                              Command{"explain", explain_rule},
                              Command{"report", report_on_schools},
                              Command{"receive", receive_forms},
                              Command{"form", write_forms},
                              Command{"register", read_register},
                              Command{"show", show_page_at},
                              Command{"publish", publish_site},
                              Command{"config", show_config},
                              Command{"init", begin_portal},
                              Command{"rename", rename_entry},
                              Command{"remove", remove_entry},
                              Command{"export", export_search_records}};

/// Takes what is written to standard output and forgets it.
class Silence : public std::streambuf {
 protected:
  int overflow(int character) override { return character == EOF ? 0 : character; }
};

/// Standard output for people is silent for as long as this lives.
class QuietOutput {
 public:
  QuietOutput() : before_(std::cout.rdbuf(&silence_)) {}
  QuietOutput(const QuietOutput&) = delete;
  QuietOutput& operator=(const QuietOutput&) = delete;
  ~QuietOutput() { std::cout.rdbuf(before_); }

 private:
  Silence silence_;
  std::streambuf* before_;
};

}  // namespace

ExitCode run_command(const CommandLine& command_line) {
  const auto* found = std::find_if(commands.begin(), commands.end(),
                                   [&](const Command& command) { return command.name == command_line.command; });
  if (found == commands.end()) return ExitCode::usage;
  const bool is_about_one_portal = command_line.portal_list.empty();
  if (command_line.verbose && is_about_one_portal) std::cerr << believed(command_line).value_or("");
  std::optional<QuietOutput> quiet;
  if (command_line.quiet && command_line.form == ReportForm::text) quiet.emplace();
  return found->run(command_line);
}

}  // namespace wegwijs
