#pragma once

#include <stdexcept>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// While one lives, its thread may read no source but `allowed` (`no_file`: none). Builds with assertions hold what is
/// made to the inputs that it declared: a page that looked at another text would not be made anew when that text
/// changes. In other builds it does nothing.
class ReadWatch {
 public:
#ifdef NDEBUG
  explicit ReadWatch(FileId) {}
  static void check(FileId) {}
#else
  explicit ReadWatch(FileId allowed) : was_on_(is_on_), allowed_before_(allowed_) {
    is_on_ = true;
    allowed_ = allowed;
  }
  ~ReadWatch() {
    is_on_ = was_on_;
    allowed_ = allowed_before_;
  }
  ReadWatch(const ReadWatch&) = delete;
  ReadWatch& operator=(const ReadWatch&) = delete;

  /// Throws std::logic_error for a file that may not be read now.
  static void check(FileId file) {
    if (is_on_ && allowed_ != file) throw std::logic_error("a source that is no declared input is read");
  }

 private:
  static inline thread_local bool is_on_ = false;
  static inline thread_local FileId allowed_ = no_file;
  bool was_on_;
  FileId allowed_before_;
#endif
};

}  // namespace wegwijs
