#pragma once

#include <string_view>

#include "diagnostic/diagnostic.h"
#include "diagnostic/report.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// The bytes of an entry as the one file that messages speak of. The bytes must outlive it.
class FuzzedSource : public SourceLookup {
 public:
  explicit FuzzedSource(std::string_view bytes) : bytes_(bytes) {}

  static constexpr FileId id() { return FileId{0}; }
  std::string_view bytes() const { return bytes_; }
  std::string path_of(FileId file) const override;
  std::string bytes_of(FileId file) const override;

 private:
  std::string_view bytes_;
};

/// Every span lies in the file, and the messages can be written (each input in one of the forms).
void require_reportable(const Diagnostics& diagnostics, const FuzzedSource& source);

/// Every span below `node` lies in the file, keys differ, and the nesting is within the limit.
void require_sound_tree(const YamlNode& node, std::string_view bytes, int depth = 0);

}  // namespace wegwijs
