#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "schema/label.h"

namespace wegwijs {

/// Why a workbook cannot be read, in Dutch; thrown and caught within this folder.
struct RefusedWorkbook {
  Label reason;
};

/// A ZIP archive in memory, opened with care: consistent, not encrypted, every name once.
class Archive {
 public:
  /// `bytes` must outlive the archive. Throws `RefusedWorkbook`.
  explicit Archive(std::string_view bytes);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool has(const std::string& name) const;
  /// The unpacked part; empty when there is none of that name. Throws `RefusedWorkbook` for one that is larger than
  /// `limit`, or larger than it says.
  std::optional<std::string> read(const std::string& name, std::size_t limit) const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace wegwijs
