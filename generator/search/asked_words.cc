#include "search/asked_words.h"

#include <algorithm>
#include <cmath>

namespace wegwijs {
namespace {

/// A small word that is more than this part of all words of questions says nothing about what is asked (de, mijn,
/// niet).
constexpr double most_of_questions = 0.0022;

/// What a word must say at least in the questions that lead to a page.
constexpr double least_asked = 2;

}  // namespace

void AskedWords::add(std::span<const std::string_view> addresses, const std::vector<std::uint32_t>& words,
                     const std::vector<std::string_view>& small) {
  std::vector<std::uint32_t> numbers;
  for (const std::string_view word : small) {
    const auto [found, is_new] = small_numbers_.emplace(word, static_cast<std::uint32_t>(small_.size()));
    if (is_new) small_.push_back({word});
    ++small_[found->second].times;
    numbers.push_back(found->second);
  }
  for (const std::string_view address : addresses) {
    OfPage& page = of_address_[std::string(address)];
    page.words.insert(page.words.end(), words.begin(), words.end());
    page.small.insert(page.small.end(), numbers.begin(), numbers.end());
    page.count += words.size() + small.size();
  }
  words_.insert(words_.end(), words.begin(), words.end());
  count_ += words.size() + small.size();
}

void AskedWords::measure(std::span<const std::uint32_t> stem_of, std::size_t stems) {
  std::size_t words = 0;
  for (const auto& [address, page] : of_address_) words += page.count;
  average_ = static_cast<double>(words) / std::max<double>(1, static_cast<double>(of_address_.size()));
  times_.resize(stems);
  for (const std::uint32_t word : words_) ++times_[stem_of[word]];
  for (const SmallWord& small : small_) {
    if (small.times <= most_of_questions * static_cast<double>(count_)) telling_.push_back(small.word);
  }
  std::sort(telling_.begin(), telling_.end());
  for (const std::string_view word : telling_) {
    SmallWord& small = small_[small_numbers_.at(word)];
    small.stem = static_cast<std::uint32_t>(times_.size());
    times_.push_back(small.times);
  }
}

const AskedWords::OfPage& AskedWords::of(const std::string& address) const {
  static const OfPage none;
  const auto found = of_address_.find(address);
  return found == of_address_.end() ? none : found->second;
}

/// The logarithm of the stem's share of the words of the page, over its share of all, where each page has as many words
/// more as one has on average; in halves.
std::uint32_t AskedWords::impact(std::uint32_t stem, std::uint32_t times, std::size_t words) const {
  if (times == 0) return 0;
  const double share = static_cast<double>(times_[stem]) / static_cast<double>(count_);
  const double likelier = std::log1p(times / ((static_cast<double>(words) + average_) * share));
  const double halves = std::round(2 * likelier);
  return halves < least_asked ? 0 : static_cast<std::uint32_t>(std::min<double>(halves, highest_asked));
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> AskedWords::small_impacts(const OfPage& page) const {
  std::vector<std::uint32_t> stems;
  for (const std::uint32_t number : page.small) {
    if (small_[number].stem != none) stems.push_back(small_[number].stem);
  }
  std::sort(stems.begin(), stems.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> impacts;
  for (auto first = stems.begin(); first != stems.end();) {
    const auto last = std::upper_bound(first, stems.end(), *first);
    const std::uint32_t says = impact(*first, static_cast<std::uint32_t>(last - first), page.count);
    if (says != 0) impacts.emplace_back(*first, says);
    first = last;
  }
  return impacts;
}

}  // namespace wegwijs
