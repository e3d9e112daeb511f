#pragma once

#include <string>

#include "commands/command_line.h"

namespace CLI {
class App;
}  // namespace CLI

namespace wegwijs {

/// Values that need parsing: CLI11 would parse them with its own messages, in English.
struct WrittenValues {
  std::string language;
  std::string form;
  std::string school_report_form;
  std::string list_form;
  std::string receive_form;
  std::string threads;
  std::string allowed_local_port;
  std::string port;
  std::string keep;
};

/// Declares every command with its options: what is given goes to `line`, or to `written` when it must be read first.
/// All three outlive the reading of the arguments.
void add_commands(CLI::App& program, Language language, CommandLine& line, WrittenValues& written);

}  // namespace wegwijs
