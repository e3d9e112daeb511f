#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace wegwijs {

/// The most that a word says in the questions that lead to a page: search_format.h.
inline constexpr std::uint32_t highest_asked = 15;

/// What the words of readers' questions say of the pages that answer them, by naive Bayes: how much likelier a word is
/// in questions that lead to a page than in all. First all questions are added, then they are measured.
class AskedWords {
 public:
  /// Of one page.
  struct OfPage {
    std::vector<std::uint32_t> words;  ///< numbers of those that are looked up, each as often as it is there
    std::vector<std::uint32_t> small;  ///< the same of small ones, by numbers of their own
    std::size_t count = 0;             ///< of both together
  };

  /// Questions that the pages at `addresses` answer, which are there: the numbers of their words, and the small ones,
  /// which have to stay where they are.
  void add(std::span<const std::string_view> addresses, const std::vector<std::uint32_t>& words,
           const std::vector<std::string_view>& small);

  /// `stem_of`: the stem of each word; there are `stems` of them. Small words that few questions have become stems of
  /// their own behind these, in the order of `telling_small_words`.
  void measure(std::span<const std::uint32_t> stem_of, std::size_t stems);
  /// Sorted.
  const std::vector<std::string_view>& telling_small_words() const { return telling_; }

  /// Nothing of a page that no question leads to.
  const OfPage& of(const std::string& address) const;
  /// What `stem` says of a page when it is `times` in the questions with `words` words that lead there. 0 for a stem
  /// that is in none of them, and for what says too little to be worth its bytes.
  std::uint32_t impact(std::uint32_t stem, std::uint32_t times, std::size_t words) const;
  /// The stems of the telling small words of a page, with what each says.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> small_impacts(const OfPage& page) const;

 private:
  struct SmallWord {
    std::string_view word;
    std::uint32_t times = 0;    // in all questions
    std::uint32_t stem = none;  // none: it tells nothing
  };
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  std::unordered_map<std::string, OfPage> of_address_;
  std::vector<std::uint32_t> words_;  // numbers, of all questions
  std::vector<SmallWord> small_;      // by number
  std::unordered_map<std::string_view, std::uint32_t> small_numbers_;
  std::size_t count_ = 0;             // of both together
  double average_ = 0;                // words that lead to a page, over the pages that some lead to
  std::vector<std::uint32_t> times_;  // in all of them, by stem
  std::vector<std::string_view> telling_;
};

}  // namespace wegwijs
