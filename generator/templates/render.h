#pragma once

#include <string>

#include "templates/data.h"
#include "templates/program.h"

namespace wegwijs {

/// Parts, parents and overridden blocks within one another; one more throws std::length_error.
inline constexpr int deepest_call = 64;

/// Appends `body`, which must have been compiled for context 0, with the data filled in.
void render_program(const Program& program, BodyNumber body, const Data& root, std::string& output);

}  // namespace wegwijs
