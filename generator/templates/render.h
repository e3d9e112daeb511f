#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "templates/data.h"
#include "templates/program.h"

namespace wegwijs {

/// Parts, parents and overridden blocks within one another.
inline constexpr int deepest_call = 64;

/// Texts, variables, sections and parts written for one page: twenty times as many as the list of all titles of 10,000
/// pages takes. Ten lists within one another ask for more than any machine has.
inline constexpr std::uint64_t step_limit = 2'000'000;

/// Bytes of one page, as of any published file (model/file_limits.h).
inline constexpr std::size_t page_size_limit = 16 * 1024 * 1024;

/// Appends `body`, which must have been compiled for context 0, with the data filled in. Exceeding a limit above
/// throws std::length_error.
void render_program(const Program& program, BodyNumber body, const Data& root, std::string& output);

}  // namespace wegwijs
