#pragma once

#include <vector>

#include "model/site.h"
#include "views/readability.h"

namespace wegwijs {

/// What could be better about one row of a profile.
enum class FindingKind : std::uint8_t {
  missing_for_complete,  ///< nobody looked, and a complete profile needs it
  not_looked_at,         ///< nobody looked
  contradictory,         ///< sources say different things for the same pupils
  source_gone,           ///< the address of the source was no longer there
  old,                   ///< the newest claim is older than 24 months
  undated,               ///< no claim says of when it is
  unexplained,           ///< a claim has a status and not one word more
  too_long,              ///< an explanation is longer than readers get to see well
};

struct Finding {
  FindingKind kind = FindingKind::not_looked_at;
  FieldIndex field = 0;
};

/// What one entry lacks, for those who keep its profile. A row that does not apply to it is never a finding, and "niet
/// vermeld" is an answer: somebody looked.
struct SchoolReport {
  EntryNumber entry;
  std::vector<Finding> findings;  ///< by kind, then in the order of the schema
  std::size_t rows = 0;           ///< that apply to it
  std::size_t answered = 0;       ///< of those: somebody looked
  TextCount text;                 ///< of all explanations and long texts together
  std::optional<double> reading_ease;

  bool is_complete() const;
  bool is_hard_to_read() const { return reading_ease && *reading_ease < hard_to_read_below; }
};

SchoolReport report_on(const Site& site, EntryNumber number, Date today);

/// The id of a kind in files, and what it is called in Dutch.
std::string_view finding_id(FindingKind kind);
std::string_view finding_in_words(FindingKind kind);

}  // namespace wegwijs
