#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "commands/program.h"
#include "files/temporary_folder.h"

namespace wegwijs {

/// A small portal of one school with three rows, and what the real program does with it.
class SchoolPortal {
 public:
  explicit SchoolPortal(std::string_view profile = default_profile);

  static const std::string_view default_profile;

  const TemporaryFolder& folder() const { return folder_; }
  void put(std::string_view name, std::string_view bytes) const { folder_.put("in/" + std::string(name), bytes); }
  std::string path(std::string_view name) const { return (folder_.path() / "in" / name).string(); }
  std::string profile(std::string_view id = "de-brug") const;
  /// `wegwijs COMMAND … --root … --clock 2026-11-28`.
  ProgramRun run(std::vector<std::string> arguments) const;
  ProgramRun receive(std::string_view name, std::vector<std::string> options = {}) const;

 private:
  TemporaryFolder folder_;
};

/// A form of De Brug of 28 November 2026 with these answers (JSON objects, commas between them).
std::string form_json(std::string_view answers, std::string_view made_on = "2026-11-28");

}  // namespace wegwijs
