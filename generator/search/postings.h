#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace wegwijs {

/// How much one word says about one page, from 0 to 6: what BM25F gives for the counts of the word in the fields of the
/// page and their lengths, so that a reader of the index needs neither.
using Impact = std::uint8_t;
/// Of a word that is by itself the title or another name of the page.
inline constexpr Impact impact_of_name = 7;

/// What one word says about one page.
struct Posting {
  std::uint32_t page = 0;  ///< its number
  Impact impact = 0;
  std::uint32_t lines = 0;  ///< bits: search_format.h
  std::uint32_t asked =
      0;  ///< how much the word says in the questions that lead to the page, to `highest_asked`; 0: nothing
};

/// The pages that have one word, as the index has them: search_format.h.
class Postings {
 public:
  /// In the order of the pages, each once.
  void append(const Posting& posting);
  std::uint32_t pages() const { return pages_; }
  /// Once, as the last call.
  std::string take_bytes() { return std::move(bytes_); }
  /// Without those of less than `least` that have no lines and are not asked.
  Postings without_less_than(Impact least) const;

 private:
  std::string bytes_;
  std::uint32_t pages_ = 0;
  std::uint32_t last_page_ = 0;
};

}  // namespace wegwijs
