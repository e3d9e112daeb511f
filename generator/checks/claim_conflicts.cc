#include <algorithm>

#include "checks/checks.h"
#include "checks/claim_conflict_rules.h"
#include "checks/every_value.h"
#include "schema/claim_rules.h"
#include "text/ascii.h"

namespace wegwijs {
namespace {

template <typename Value>
std::vector<Value> sorted(std::vector<Value> values) {
  std::sort(values.begin(), values.end());
  return values;
}

bool is_same_scope(const Scope& left, const Scope& right) {
  return sorted(left.levels) == sorted(right.levels) && sorted(left.years) == sorted(right.years);
}

/// One source may be written out at two claims; the page on which it says so may differ.
bool is_same_source(const Source& left, const Source& right) {
  if (left.is_document || right.is_document) return left.is_document == right.is_document && left.id == right.id;
  if (!left.address.empty() && !right.address.empty()) return left.address == right.address;
  return left.title == right.title && left.address == right.address && left.kind == right.kind;
}

bool is_same_claim(const Claim& left, const Claim& right) {
  const std::string_view left_amount = left.amount ? std::string_view(left.amount->written) : "";
  const std::string_view right_amount = right.amount ? std::string_view(right.amount->written) : "";
  return left.status == right.status && left.explanation == right.explanation && left.condition == right.condition &&
         left.from == right.from && left_amount == right_amount && left.amount_unit == right.amount_unit;
}

bool is_offer(const Claim& claim) {
  return claim.means == Meaning::yes || claim.means == Meaning::partly;
}

/// "No" beside "planned" is no contradiction, nor is "yes" beside "partly": each may be about a part of it.
bool contradict(const Claim& left, const Claim& right) {
  if (left.status == right.status || left.condition != right.condition) return false;
  if (left.means == Meaning::unknown || right.means == Meaning::unknown) return left.means != right.means;
  return (is_offer(left) && right.means == Meaning::no) || (left.means == Meaning::no && is_offer(right));
}

/// A source may change its answer: then its two answers have two dates.
bool is_same_day(const AsOf& left, const AsOf& right) {
  return left == right || !left.is_known() || !right.is_known();
}

class ClaimCheck {
 public:
  ClaimCheck(const Collection& collection, const Entry& entry, Diagnostics& diagnostics)
      : schema_(collection.schema), record_(entry.record), diagnostics_(diagnostics) {}

  void check() {
    for (const FieldValue& value : record_.values()) {
      const auto* claims = std::get_if<Claims>(&value.value);
      if (claims == nullptr) continue;
      const Field& field = schema_.fields[value.field];
      for (const Claim& claim : claims->claims) {
        check_levels(field, claim);
        check_explanation(field, claim);
      }
      check_pairs(field, claims->claims);
    }
    check_sources();
  }

 private:
  /// Sources that the file declares and that nothing in it names. A part that could not be read may name one.
  void check_sources() {
    for (std::size_t index = 0; index < schema_.fields.size(); ++index) {
      if (record_.is_told(static_cast<FieldIndex>(index))) return;
    }
    const std::vector<Source>& sources = record_.sources();
    // A misspelt id is read as that of a document that is not there.
    for (const Source& source : sources) {
      if (source.is_document && !source.document.is_resolved()) return;
    }
    std::vector<bool> is_used(sources.size(), false);
    for_every_value(schema_.fields, record_, [&](const Field& field, const FieldValue& value) {
      const auto* uses = std::get_if<SourceUses>(&value.value);
      if (uses != nullptr && field.type != FieldType::sources) {
        for (const SourceIndex source : uses->sources) is_used[source] = true;
      }
      if (const auto* claims = std::get_if<Claims>(&value.value)) {
        for (const Claim& claim : claims->claims) is_used[claim.source] = true;
      }
    });
    for (std::size_t index = 0; index < sources.size(); ++index) {
      const Source& source = sources[index];
      const bool is_declared = !source.id.empty() && !source.is_document;
      if (is_declared && !is_used[index]) diagnostics_.report(unused_source, source.where, {source.id});
    }
  }

  void check_levels(const Field& field, const Claim& claim) {
    const std::optional<FieldIndex> index = schema_.level_field();
    const Choices* own = index ? record_.get<Choices>(*index) : nullptr;
    // When the levels of the entry are not known, none can be called absent.
    if (own == nullptr) return;
    const std::vector<std::uint16_t>& levels = own->options;
    for (std::size_t number = 0; number < claim.scope.levels.size(); ++number) {
      const std::optional<std::uint16_t> option = schema_.fields[*index].option(claim.scope.levels[number]);
      if (!option || std::find(levels.begin(), levels.end(), *option) != levels.end()) continue;
      diagnostics_.report(claim_beyond_levels, claim.scope.levels_where[number],
                          {claim.scope.levels[number], field.id, schema_.fields[*index].id});
    }
  }

  /// "Nee, dat is er niet." beside the status `ja`.
  void check_explanation(const Field& field, const Claim& claim) {
    const std::string_view text = claim.explanation;
    const std::string_view word = text.substr(0, text.find_first_of(" ,.:;!\n"));
    const bool is_answer = word.size() < text.size() && text[word.size()] != ' ';
    const std::optional<StatusIndex> said = is_answer ? schema_.claims.find(lower_case(word)) : std::nullopt;
    if (!said) return;
    const Meaning means = schema_.claims.statuses[*said].means;
    const bool contradicts =
        (means == Meaning::yes && claim.means == Meaning::no) || (means == Meaning::no && claim.means == Meaning::yes);
    if (contradicts)
      diagnostics_.report(contradicting_explanation, claim.explanation_where,
                          {field.id, std::string(word), status_of(schema_, claim).id});
  }

  void check_pairs(const Field& field, const std::vector<Claim>& claims) {
    for (std::size_t second = 1; second < claims.size(); ++second) {
      for (std::size_t first = 0; first < second; ++first) {
        if (check_pair(field, claims[first], claims[second])) break;
      }
    }
  }

  /// True when the pair was reported, in the place that comes later in the file.
  bool check_pair(const Field& field, const Claim& one, const Claim& other) {
    const Claim& earlier = one.where.begin < other.where.begin ? one : other;
    const Claim& later = one.where.begin < other.where.begin ? other : one;
    const std::vector<Source>& sources = record_.sources();
    const bool is_comparable = is_same_scope(one.scope, other.scope) && is_same_day(one.as_of, other.as_of) &&
                               is_same_source(sources[one.source], sources[other.source]);
    if (!is_comparable) return false;
    const bool is_repeated = one.as_of == other.as_of && is_same_claim(one, other);
    if (is_repeated) {
      const bool is_text = later.means == Meaning::mentioned;
      diagnostics_.report(repeated_claim, later.where,
                          {field.id, is_text ? later.explanation : status_of(schema_, later).id});
    } else if (contradict(one, other)) {
      diagnostics_.report(contradicting_claims, later.where,
                          {field.id, status_of(schema_, earlier).id, status_of(schema_, later).id, or_partly()});
    } else {
      return false;
    }
    return true;
  }

  /// The status for what holds for some of the pupils, when the schema has one.
  Argument or_partly() const {
    const std::optional<StatusIndex> partly = schema_.claims.first(Meaning::partly);
    if (!partly) return "";
    const std::string& id = schema_.claims.statuses[*partly].id;
    return {", of kies '" + id + "'", ", or choose '" + id + "'"};
  }

  const Schema& schema_;
  const Record& record_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_claims(const CheckContext& /*context*/, const Collection& collection, const Entry& entry,
                  Diagnostics& diagnostics) {
  ClaimCheck(collection, entry, diagnostics).check();
}

}  // namespace wegwijs
