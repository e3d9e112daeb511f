#include "products/made_pictures.h"

#include "files/digest.h"

namespace wegwijs {

PublishedPicture MadePictures::publish(std::string_view bytes) {
  const Digest digest = digest_of(bytes);
  const Key key{digest.high, digest.low};
  {
    const std::lock_guard lock(mutex_);
    const auto known = kept_.find(key);
    if (known != kept_.end()) {
      known->second.is_used = true;
      PublishedPicture picture = known->second.picture;
      if (known->second.is_as_source) picture.bytes = bytes;
      return picture;
    }
    ++decoded_;
  }
  PublishedPicture made = publish_picture(bytes);
  Kept kept{made, made.bytes == bytes, true};
  if (kept.is_as_source) kept.picture.bytes.clear();
  const std::size_t size = kept.picture.bytes.size();
  const std::lock_guard lock(mutex_);
  if (kept_bytes_ + size > limit_) return made;
  // Another thread may have made the same one meanwhile.
  if (kept_.emplace(key, std::move(kept)).second) kept_bytes_ += size;
  return made;
}

void MadePictures::forget_unused() {
  const std::lock_guard lock(mutex_);
  for (auto kept = kept_.begin(); kept != kept_.end();) {
    if (kept->second.is_used) {
      kept->second.is_used = false;
      ++kept;
      continue;
    }
    kept_bytes_ -= kept->second.picture.bytes.size();
    kept = kept_.erase(kept);
  }
}

std::size_t MadePictures::decoded() const {
  const std::lock_guard lock(mutex_);
  return decoded_;
}

std::size_t MadePictures::kept_bytes() const {
  const std::lock_guard lock(mutex_);
  return kept_bytes_;
}

}  // namespace wegwijs
