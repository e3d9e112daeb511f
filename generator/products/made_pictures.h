#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string_view>
#include <utility>

#include "pictures/published_picture.h"

namespace wegwijs {

/// Remembers what publish_picture made, by the digest of the source, so that a process that builds a site again and
/// again decodes each picture once. How a picture is made has no settings beside its bytes. May be used from several
/// threads.
class MadePictures {
 public:
  /// Some two hundred photos of the width of a page.
  static constexpr std::size_t usual_limit = 64 * 1024 * 1024;

  /// Keeps at most `limit` bytes of pictures; what does not fit is made anew each time.
  explicit MadePictures(std::size_t limit = usual_limit) : limit_(limit) {}

  /// The same as publish_picture.
  PublishedPicture publish(std::string_view bytes);

  /// Ends a build: what it did not ask for is forgotten.
  void forget_unused();

  /// How often a picture was decoded.
  std::size_t decoded() const;
  /// How many bytes are kept.
  std::size_t kept_bytes() const;

 private:
  using Key = std::pair<std::uint64_t, std::uint64_t>;
  struct Kept {
    PublishedPicture picture;  ///< without its bytes when they are those of the source
    bool is_as_source = false;
    bool is_used = false;  ///< in this build
  };

  mutable std::mutex mutex_;  // guards all below
  std::map<Key, Kept> kept_;
  std::size_t limit_;
  std::size_t kept_bytes_ = 0;
  std::size_t decoded_ = 0;
};

}  // namespace wegwijs
