#include "commands/commands.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace wegwijs {
namespace {

struct Command {
  std::string_view name;
  ExitCode (*run)(const CommandLine& command_line);
};

constexpr std::array commands{
    Command{"build", build_site},         Command{"check", check_site},      Command{"serve", serve_site},
    Command{"new", create_entry},         Command{"list", list_entries},     Command{"explain", explain_rule},
    Command{"report", report_on_schools}, Command{"receive", receive_forms}, Command{"form", write_forms},
    Command{"register", read_register},   Command{"show", show_page_at},     Command{"rename", rename_entry},
    Command{"remove", remove_entry}};

}  // namespace

ExitCode run_command(const CommandLine& command_line) {
  const auto* found = std::find_if(commands.begin(), commands.end(),
                                   [&](const Command& command) { return command.name == command_line.command; });
  return found == commands.end() ? ExitCode::usage : found->run(command_line);
}

}  // namespace wegwijs
