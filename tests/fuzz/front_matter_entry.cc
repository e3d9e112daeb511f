#include "source/front_matter.h"

#include "fuzz/entries.h"
#include "fuzz/fuzzed_source.h"

namespace wegwijs {

void read_any_front_matter(std::string_view bytes) {
  const FuzzedSource source(bytes);
  Diagnostics diagnostics;
  const std::optional<FrontMatter> file = read_front_matter(bytes, FuzzedSource::id(), diagnostics);
  require(file.has_value() || diagnostics.has_errors(), "a header that is refused is reported");
  if (file) {
    require_sound_tree(file->values, bytes);
    require(file->body.begin <= file->body.end && file->body.end == bytes.size(), "the text ends where the file does");
    require(file->values.where.end <= file->body.begin, "the header ends before the text");
  }
  require_reportable(diagnostics, source);
}

}  // namespace wegwijs
