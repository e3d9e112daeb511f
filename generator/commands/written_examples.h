#pragma once

#include <span>
#include <string_view>

namespace wegwijs {

/// The text of tests/messages/<rule>.txt.
struct WrittenExample {
  std::string_view rule;
  std::string_view text;
};

/// All of them, by rule; made part of the program when it is built (written_examples.cmake), so that it can explain
/// its messages wherever it is installed.
std::span<const WrittenExample> written_examples();

}  // namespace wegwijs
