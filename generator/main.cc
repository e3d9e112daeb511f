#include <iostream>

#include "commands/command_line.h"
#include "commands/commands.h"
#include "commands/failure.h"
#include "commands/told_language.h"

int main(int argument_count, char** arguments) {
  using namespace wegwijs;
  Language language = Language::nl;
  try {
    language = told_language(argument_count, arguments);
    const ParsedArguments parsed = read_arguments(argument_count, arguments, WEGWIJS_VERSION, language);
    const ExitCode code = parsed.exit ? *parsed.exit : run_command(parsed.command_line);
    // What another program reads from us must not end early without a word.
    if (!std::cout.flush()) throw OutputLost();
    return static_cast<int>(code);
  } catch (...) {
    const Failure failure = failure_of_current_exception(language);
    std::cerr << failure.words;
    return static_cast<int>(failure.code);
  }
}
