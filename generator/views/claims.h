#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "schema/record.h"

namespace wegwijs {

/// A claim whose source is older than this is shown as old, never hidden (profile format, rule 4).
inline constexpr int months_until_old = 24;

/// How a theme shows what a status means, whatever its word is in a region: the id of that meaning in the usual words
/// of claims (`schema_defaults`). Styles, symbols and scripts know these.
std::string_view look_of(Meaning meaning);

/// Whether a field is a topic of support: one of claims, in a group. Claims outside the groups are facts about the
/// entry that have a source (how large a class is); they do not count as what is known of its support.
bool is_topic(const Field& field);

/// Whether a field makes sense for this entry (`applies_to`). A field that its entry does have always applies.
bool applies(const Field& field, FieldIndex index, const Record& record);

/// On how many topics of an entry a source says something ("niet vermeld" is not something), and how many there
/// are that apply to it.
struct ClaimCount {
  std::size_t known = 0;
  std::size_t all = 0;
};
ClaimCount count_claims(const Record& record, const Schema& schema);

/// Whether the claim says that the support is there, wholly or in part.
bool states_support(const Claim& claim);

/// Whether nothing remains to be asked: a claim says that the support is there, and not for some only, or tells how it
/// is. "Deels" leaves open for whom.
bool is_settled(std::span<const Claim> claims);

/// What an entry answers to somebody who asks for the support. Of several answers the first one here counts.
enum class SupportAnswer : std::uint8_t {
  stated,    ///< a source says that it is there, wholly or in part, or mentions it
  denied,    ///< a source says that it is not, or not yet
  open,      ///< nobody looked, or a source was read and is silent: that is never "no"
  excluded,  ///< the row does not apply
};

/// The answers in the order in which they count, for scripts: "stated denied open excluded".
std::string_view answer_order();

/// "stated", "denied" …
std::string_view answer_id(SupportAnswer answer);

/// What the claims of an entry on a row answer for pupils of a level; without a level, for any pupils.
SupportAnswer answer_of(const Record& record, const Schema& schema, FieldIndex index, std::string_view level);

/// The statuses that claims give, each once, in a fixed order. Empty when nobody looked, and when a source was read
/// that says nothing of the row: neither is an answer. Two entries differ when both give some and these are not the
/// same.
std::vector<StatusIndex> known_statuses(std::span<const Claim> claims);

/// Whether what the claim rests on is older than `months_until_old`. An undated claim is not old: it is undated.
bool is_old(const Claim& claim, Date today);

/// Whether two claims on one row differ in status for pupils that both speak of. A source that is silent contradicts
/// nobody.
bool sources_differ(std::span<const Claim> claims);

/// "vmbo-b en vmbo-k, leerjaar 1 en 2"; empty for the whole school.
std::string scope_in_words(const Schema& schema, const Scope& scope, Language language);

/// "12 leerlingen tegelijk"; empty when no amount is given.
std::string amount_in_words(const Schema& schema, const Claim& claim, Language language);

/// "na een diagnose"; empty when no condition is given.
std::string_view condition_in_words(const Schema& schema, const Claim& claim, Language language);

/// "door de school, 3 oktober 2026"; empty when nobody checked.
std::string checked_in_words(const Schema& schema, const Claim& claim, Language language);

/// "website van de school" and so on; empty for a kind that was not given.
std::string_view source_kind_in_words(const Schema& schema, std::string_view kind, Language language);

/// "Ja": what a field of the type yes_no shows for yes.
std::string_view yes_in_words(Language language);

/// Digits with a point between thousands, as Dutch writes them; decimals with a comma.
std::string number_in_words(const Number& number, Language language);

}  // namespace wegwijs
