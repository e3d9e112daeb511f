#include <exception>
#include <iostream>
#include <system_error>

#include "commands/command_line.h"
#include "commands/commands.h"
#include "commands/site_on_disk.h"
#include "files/staging_folder.h"

namespace {

int exit_status(wegwijs::ExitCode code) {
  return static_cast<int>(code);
}

}  // namespace

int main(int argument_count, char** arguments) {
  using wegwijs::ExitCode;
  try {
    const wegwijs::ParsedArguments parsed = wegwijs::read_arguments(argument_count, arguments, WEGWIJS_VERSION);
    if (parsed.exit) return exit_status(*parsed.exit);
    return exit_status(wegwijs::run_command(parsed.command_line));
  } catch (const wegwijs::UsageError& error) {
    std::cerr << "wegwijs: " << error.what() << '\n';
    return exit_status(ExitCode::usage);
  } catch (const wegwijs::TargetRefused& refused) {
    std::cerr << "wegwijs: " << refused.target().string()
              << " bevat bestanden die niet door wegwijs zijn gemaakt; er is niets veranderd.\n"
                 "Kies een andere map met --output-dir, of maak deze map zelf leeg.\n";
    return exit_status(ExitCode::environment);
  } catch (const std::system_error& error) {
    std::cerr << "wegwijs: " << error.what() << '\n';
    return exit_status(ExitCode::environment);
  } catch (const std::exception& error) {
    std::cerr << "wegwijs: interne fout: " << error.what() << '\n';
    return exit_status(ExitCode::internal);
  }
}
