#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/site.h"

namespace wegwijs {

/// The claims on a row in one line, by which a form and the site are compared: "ja: Elke dag. (2026-08)".
std::string seen_of(const Schema& schema, std::span<const Claim> claims);

/// One question of a form.
struct FormRow {
  std::string id;
  std::string topic;  ///< in the words of a parent
  std::string term;   ///< in the words of the field; empty when it is the same
  std::string help;
  std::string now;   ///< what the site says, in words; empty: nobody looked
  std::string seen;  ///< the same as forms compare it (`seen_of`)
  bool is_text = false;
  bool is_old = false;
};

struct FormGroup {
  std::string id;
  std::string title;  ///< in the words of a parent
  std::string term;   ///< in the words of the field; empty when it is the same
  std::vector<FormRow> rows;
};

/// All topics of a collection in their groups, in the order of the schema, with what the site says of `entry`; without
/// an entry for one that is new. Topics that do not apply to the entry are left out.
std::vector<FormGroup> form_rows(const Schema& schema, const Entry* entry, const Site& site, Date today);

/// The levels that the entry has, or all of them: id and label.
std::vector<std::pair<std::string, std::string>> form_levels(const Schema& schema, const Entry* entry);

/// "wegwijs 1 scholen de-brug 1 2026-11-28": whose form it is, of which version and day.
std::string form_key(const Collection& collection, const Entry& entry, Date today);

/// A date or source is said with the claim: "Ja. Elke dag. (schoolgids, 2026)".
std::string claim_in_words(const Site& site, const Schema& schema, const Record& record, const Claim& claim);

/// What a form asks of the pupils for whom an answer holds: "niveaus", "leerjaren".
std::string levels_asked(const Schema& schema, Language language);
std::string years_asked(const Schema& schema, Language language);
/// "1, 2": how years are written in a form.
std::string example_years(const Schema& schema);

/// The kinds of sources that a form offers: id, and what it calls them.
std::vector<std::pair<std::string, std::string>> form_source_kinds(const Schema& schema, Language language);

/// Longest explanation that a form takes, in code points.
std::size_t form_text_limit();

}  // namespace wegwijs
