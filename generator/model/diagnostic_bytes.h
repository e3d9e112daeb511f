#pragma once

#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "files/byte_stream.h"

namespace wegwijs {

/// Gives the rule with an id; null when there is none.
using FindRule = const Rule* (*)(std::string_view id);

void append_span(std::string& bytes, SourceSpan span);
SourceSpan read_span(ByteReader& bytes);

/// Findings in the order in which they were reported. Spans hold numbers of files, so they mean something only where
/// the sources have the same files.
void append_diagnostics(std::string& bytes, const Diagnostics& diagnostics);
/// Throws `BytesSpoilt` for what `append_diagnostics` did not write, a rule that is not there among it.
Diagnostics read_diagnostics(ByteReader& bytes, FindRule find_rule);

}  // namespace wegwijs
