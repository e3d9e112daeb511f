#pragma once

#include <string>
#include <vector>

#include "commands/usage_error.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace wegwijs {

/// The words with commas between them.
template <typename Words>
std::string listed(const Words& words) {
  std::string result;
  for (const auto& word : words) {
    if (!result.empty()) result += ", ";
    result += word;
  }
  return result;
}

std::vector<std::string> commands_of(const CLI::App& program);

/// What was wrong when CLI11 gave up, as the user should read it.
UsageError usage_error(const CLI::App& program, const CLI::ParseError& error);
/// A word that `place` (the program or one of its commands) does not know, with the one that was probably meant.
UsageError unknown_word(const std::string& word, const CLI::App& place);
/// The question with all commands after it.
Argument with_choices(const CLI::App& program, BilingualText question);

}  // namespace wegwijs
