#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "files/descriptor.h"
#include "files/digest.h"
#include "files/outgoing_bytes.h"

namespace wegwijs {

/// What a good build leaves for the next one: enough to know that there is nothing to do, and what to say then.
struct BuildMemory {
  Digest inputs;       ///< of everything that the site was made from: program, options, day, sources
  Digest manifest;     ///< of the manifest of the site that was published
  std::string errors;  ///< what was written to standard error
  std::string output;  ///< the same of standard output, without the last line, which has the time in it
};

/// What is known of an earlier build.
struct RememberedBuild {
  enum class State {
    none,    ///< there is no memory, or one of another version of the program
    usable,  ///< `memory` is what the last build left
    spoilt   ///< there is one, and it is not what a build wrote: cut short, changed
  };
  State state = State::none;
  BuildMemory memory = {};
};

/// Where the memory of builds into `target` is: `.wegwijs-public-memory` beside `public`; and what was made of the
/// pages of that site: `.wegwijs-public-made`.
std::filesystem::path build_memory_file(const std::filesystem::path& target);
std::filesystem::path made_memory_file(const std::filesystem::path& target);

/// Reads the memory of builds into `target`. Never throws for
/// what it finds there: without a memory a build is only slower.
RememberedBuild read_build_memory(const std::filesystem::path& target);

/// Writes it in one step. What fails (no room, no permission) is no reason for a build to fail: then there is no
/// memory.
void write_build_memory(const std::filesystem::path& target, const BuildMemory& memory);

/// What the last build left of its work, bytes whose meaning is the caller's; empty when there is nothing that is
/// whole. `spoilt` receives whether there is something that no build wrote like that: cut short, changed.
std::optional<SharedBytes> read_made_memory(const std::filesystem::path& target, bool& spoilt);
/// Writes what `append` appends, in one step, when that succeeds. It is the largest thing that a build has, so it is
/// never held whole.
void write_made_memory(const std::filesystem::path& target, const std::function<void(OutgoingBytes&)>& append);

/// Removes what `write_build_memory` wrote, so far as possible.
void forget_build(const std::filesystem::path& target);
/// Removes what `write_made_memory` wrote, so far as possible.
void forget_made(const std::filesystem::path& target);

}  // namespace wegwijs
