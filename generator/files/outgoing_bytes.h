#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace wegwijs {

/// Bytes that go on to somebody else in pieces: for what is too large to be held whole once more.
class OutgoingBytes {
 public:
  using Take = std::function<void(std::string_view)>;

  /// `take` is told all bytes in order. What it throws is thrown by `pass_on` and `finish`.
  explicit OutgoingBytes(Take take) : take_(std::move(take)) {}

  /// Where `append_varint` and its like append. What was appended and not passed on is still in it.
  std::string& bytes() { return bytes_; }
  /// Between appends, as often as one likes: passes on what is there when that is much.
  void pass_on() {
    constexpr std::size_t much = std::size_t{1} << 18;
    if (bytes_.size() >= much) finish();
  }
  /// After the last append: passes on what is left.
  void finish() {
    take_(bytes_);
    bytes_.clear();
  }

 private:
  Take take_;
  std::string bytes_;
};

}  // namespace wegwijs
