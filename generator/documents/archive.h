#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijs {

/// A ZIP archive in memory, opened with care: consistent, not encrypted, every name once.
class Archive {
 public:
  /// `bytes` must outlive the archive. Throws `RefusedDocument` (refused_document.h).
  explicit Archive(std::string_view bytes);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool has(const std::string& name) const;
  /// The unpacked part; empty when there is none of that name. Throws `RefusedDocument` for one that is larger than
  /// `limit`, or larger than it says.
  std::optional<std::string> read(const std::string& name, std::size_t limit) const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace wegwijs
