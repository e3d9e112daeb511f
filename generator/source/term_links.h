#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wegwijs {

/// One entry of a glossary, as a text shows it where it uses the word.
struct Term {
  std::string address;
  std::string name;
  std::string explanation;  ///< one sentence of plain text; may be empty
};

/// The terms of a glossary, found in running text. Const after it is filled; may be read from several threads.
class TermLinks {
 public:
  /// Returns the number by which `add` and `Match` refer to the term.
  std::uint32_t add_term(Term term);
  /// `phrase` means `term`. The first term added for a phrase is kept; upper and lower case are the same, except that a
  /// phrase of capitals only (an abbreviation such as TLV) must be written so. Phrases under three letters are left
  /// out.
  void add(std::string_view phrase, std::uint32_t term);

  struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t term = 0;  ///< position in `terms`
  };
  /// The first term at or after `from`, the longest one where several begin; only whole words.
  std::optional<Match> find(std::string_view text, std::size_t from) const;

  const std::vector<Term>& terms() const { return terms_; }
  bool empty() const { return phrases_.empty(); }

 private:
  struct Phrase {
    std::string words;  ///< lower case, unless `exact`
    bool exact = false;
    std::uint32_t term = 0;
  };
  std::vector<Term> terms_;
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;  ///< by first word, in lower case
};

/// Which terms the texts of one page have used so far: each is explained once, where it comes first.
class TermUses {
 public:
  /// The term whose page is `own_address` counts as used from the start. `links` must outlive this.
  TermUses(const TermLinks& links, std::string_view own_address);

  /// Says whether this is the first use, and keeps it.
  bool is_first(std::uint32_t term);
  const TermLinks& links() const { return *links_; }

 private:
  const TermLinks* links_;
  std::vector<bool> used_;
};

}  // namespace wegwijs
