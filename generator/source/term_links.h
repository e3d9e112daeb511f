#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wegwijs {

/// The terms of a glossary, found in running text. Const after it is filled; may be read from several threads.
class TermLinks {
 public:
  /// `phrase` leads to `address`. The first address of a phrase stays; upper and lower case are the same, except that a
  /// phrase of capitals only (an abbreviation such as TLV) must be written so. Phrases under three letters are left
  /// out.
  void add(std::string_view phrase, std::string_view address);

  struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t address = 0;  ///< position in `addresses`
  };
  /// The first term at or behind `from`, the longest one where several begin; only whole words.
  std::optional<Match> find(std::string_view text, std::size_t from) const;

  const std::vector<std::string>& addresses() const { return addresses_; }
  bool empty() const { return phrases_.empty(); }

 private:
  struct Phrase {
    std::string words;  ///< lower case, unless `exact`
    bool exact = false;
    std::uint32_t address = 0;
  };
  std::vector<std::string> addresses_;
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;  ///< by first word, in lower case
};

}  // namespace wegwijs
