#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/label.h"

namespace wegwijs {

/// What the program needs to know of a status, whatever its word is in a region. Every rule about answers uses this.
enum class Meaning : std::uint8_t {
  yes,        ///< the support is there
  partly,     ///< there for some, or some of the time
  no,         ///< the source says that it is not there
  planned,    ///< announced; may have a date from which
  unknown,    ///< a source was read that says nothing of it
  mentioned,  ///< of a text claim: the text says how it is
};

inline constexpr std::array every_meaning{Meaning::yes,     Meaning::partly,  Meaning::no,
                                          Meaning::planned, Meaning::unknown, Meaning::mentioned};

/// Whether a claim with this meaning must say in words what it means for a reader: all that is not simply yes.
constexpr bool needs_explanation(Meaning meaning) {
  return meaning == Meaning::no || meaning == Meaning::partly || meaning == Meaning::planned;
}

/// Position in `ClaimWords::statuses`.
using StatusIndex = std::uint8_t;

/// What a source can say about one kind of support. "Not looked at" is no status: it is the absence of any claim.
struct ClaimStatus {
  std::string id;
  Label label;
  Label help;  ///< what the status means, for the legend; empty: the theme's words for the meaning
  Meaning means = Meaning::yes;
  std::vector<std::string> also;  ///< what people write instead; the messages lead them to the id
};

/// The years of a school that a claim can be limited to.
struct YearWords {
  std::string key;              ///< in `voor` of a claim and in the open data
  Label label;                  ///< before the years: "leerjaar 1 en 2"; empty when the labels of the years say it
  Label many;                   ///< over a question for years: "leerjaren"; empty: the key
  std::vector<Option> options;  ///< from the first year to the last
  bool is_range = false;        ///< whole numbers without a gap

  bool has(std::string_view id) const;
};

/// The words in which the profiles of one collection say what sources say. Declared under `claims` in the schema; a
/// part that is left out is the one of `schema_defaults()`.
struct ClaimWords {
  std::vector<ClaimStatus> statuses;  ///< in the order of the comparisons
  std::string level_field;            ///< id of the field to whose options a claim can be limited
  YearWords years;
  std::string no_condition;  ///< the word for "no condition"
  std::vector<Option> conditions;
  std::vector<Option> checkers;                ///< who can have looked at a claim
  std::string own_checker;                     ///< the checker that is the entry itself: the school
  std::string editors_checker;                 ///< the checker that keeps the site; may be empty
  std::vector<Option> source_kinds;            ///< `help` is what a form calls the kind; empty: the label
  std::vector<std::string> form_source_kinds;  ///< those that a form offers, in its order
  std::vector<Option> units;
  bool any_unit = true;                  ///< whether a unit may be another word than those of `units`
  std::vector<std::string> whole_units;  ///< of which there is no half: people

  /// By the word that authors write; text claims have their status without writing it.
  std::optional<StatusIndex> find(std::string_view id) const;
  /// The first with this meaning.
  std::optional<StatusIndex> first(Meaning meaning) const;
  /// The ids with one of these meanings, meaning by meaning.
  std::vector<std::string> ids_of(std::span<const Meaning> meanings) const;
  /// The labels of what a form can answer, in its order: yes, partly, no, planned.
  std::vector<const ClaimStatus*> form_answers() const;
};

/// The option called `id`; null when there is none.
const Option* find_option(std::span<const Option> options, std::string_view id);
/// One of the options, as an example in a message. Precondition: there is one.
const Option& example_among(std::span<const Option> options);
/// The ids with `between` between them, and `last` before the last: "school, swv or mr".
std::string listed_ids(std::span<const Option> options, std::string_view last = ", ");
std::string listed(std::span<const std::string> words, std::string_view last = ", ");

}  // namespace wegwijs
