#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace wegwijs {

/// The number of a record among all of the site, in the order of the collections and their entries.
using RecordNumber = std::uint32_t;
inline constexpr RecordNumber no_record = std::numeric_limits<RecordNumber>::max();

/// Records from `first` up to `end`, which is not among them.
struct RecordRange {
  RecordNumber first = 0;
  RecordNumber end = 0;

  friend bool operator==(const RecordRange&, const RecordRange&) = default;
};

/// While one lives, it knows which records its thread looked into: what is made meanwhile is made from these and need
/// not be made again until one of them changes. Nobody has to declare what a page or a check looks at, and nobody can
/// declare it wrong. At most one at a time lives on a thread.
class RecordReads {
 public:
  /// `records`: how many the site has.
  explicit RecordReads(std::size_t records) : is_read_(records) { current_ = this; }
  ~RecordReads() { current_ = nullptr; }
  RecordReads(const RecordReads&) = delete;
  RecordReads& operator=(const RecordReads&) = delete;

  /// As if all of these had been looked into.
  void add(const std::vector<RecordRange>& ranges) {
    for (const RecordRange& range : ranges) {
      for (RecordNumber number = range.first; number < range.end; ++number) add(number);
    }
  }

  /// In order, as few ranges as possible.
  std::vector<RecordRange> ranges() const {
    std::vector<RecordRange> ranges;
    for (RecordNumber number = first_; number < end_; ++number) {
      if (!is_read_[number]) continue;
      if (ranges.empty() || ranges.back().end != number) ranges.push_back({number, number});
      ++ranges.back().end;
    }
    return ranges;
  }

  /// Called by every function through which a record can be looked into. A record without a number is known as part of
  /// another one, or belongs to no site.
  static void note(RecordNumber number) {
    if (current_ != nullptr && number != no_record) current_->add(number);
  }

 private:
  void add(RecordNumber number) {
    is_read_[number] = true;
    first_ = std::min(first_, number);
    end_ = std::max(end_, number + 1);
  }

  static inline thread_local RecordReads* current_ = nullptr;
  std::vector<bool> is_read_;
  // All that were read are from the first up to the end: most work looks into few records that are close together.
  RecordNumber first_ = no_record;
  RecordNumber end_ = 0;
};

}  // namespace wegwijs
