#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "schema/date.h"
#include "schema/record_reads.h"
#include "schema/schema.h"
#include "schema/table.h"
#include "schema/written.h"

namespace wegwijs {

class Record;

struct SchoolYear {
  int first_year = 0;
};

struct YesNo {
  bool value = false;
};

/// Positions in `Field::options`, in the order of the schema.
struct Choices {
  std::vector<std::uint16_t> options;
};

/// An entry of another collection, by number; resolved when the whole site is known (model/site.h).
struct Reference {
  WrittenText id;
  std::uint32_t entry = unresolved;
  bool may_be_title = false;  ///< in a table, where authors write the name and not the id

  static constexpr std::uint32_t unresolved = 0xFFFFFFFFU;
  bool is_resolved() const { return entry != unresolved; }
};

struct References {
  std::vector<Reference> entries;
};

struct Texts {
  std::vector<WrittenText> lines;
};

/// Key of the set that a source belongs to, at a source of a file and in a source document.
inline constexpr std::string_view source_set_key = "reeks";

/// Where facts come from: a website, a school guide, a register. Declared in the file, written out at a claim, or an
/// entry of the collection of documents.
struct Source {
  std::string id;     ///< empty for one that is written out at a claim
  std::string kind;   ///< id of one of `ClaimWords::source_kinds`; empty when the author gave none
  std::string title;  ///< this or `address` is given, unless it is a document
  std::string address;
  std::string place;    ///< "p. 14"
  std::string licence;  ///< as the source itself states it; empty: none stated
  std::string set;      ///< the set that it belongs to, which `uit` in `site.yaml` can switch off; empty: none
  Reference document;   ///< only of a source that is a document
  bool is_document = false;
  SourceSpan where;
};

using SourceIndex = std::uint16_t;

struct SourceUses {
  std::vector<SourceIndex> sources;
};

/// Who looked at a claim, and when.
struct Checked {
  AsOf on;
  std::string by;       ///< id of one of `ClaimWords::checkers`
  bool by_own = false;  ///< it is `ClaimWords::own_checker`: the entry itself
  SourceSpan where;     ///< of `on`
};

/// For whom a claim holds; empty lists mean everybody.
struct Scope {
  std::vector<std::string> levels;       ///< ids of options of `Schema::level_field`
  std::vector<SourceSpan> levels_where;  ///< of each of them
  std::vector<std::string> years;        ///< ids of options of `ClaimWords::years`

  bool is_whole_school() const { return levels.empty() && years.empty(); }
};

struct Claim {
  StatusIndex status = 0;        ///< in `Schema::claims`
  Meaning means = Meaning::yes;  ///< of the status
  std::string explanation;       ///< the toelichting, or the text of a text claim
  SourceSpan explanation_where;
  SourceIndex source = 0;
  AsOf as_of;
  std::optional<SourceSpan> as_of_where;  ///< none where the date is the file's, or unknown
  Scope scope;
  std::optional<Number> amount;
  std::string amount_unit;
  std::string condition;     ///< id of one of `ClaimWords::conditions`; empty: none stated
  std::optional<AsOf> from;  ///< of what is planned
  SourceSpan from_where;
  std::optional<Checked> checked;
  SourceSpan where;
};

struct Claims {
  std::vector<Claim> claims;  ///< newest first; undated last
};

/// The status of a claim of an entry with this schema.
inline const ClaimStatus& status_of(const Schema& schema, const Claim& claim) {
  return schema.claims.statuses[claim.status];
}

struct Rows {
  std::vector<Record> rows;
};

/// The table of one field: exactly one, held at a distance so that the many values of other types stay small.
struct Tables {
  std::vector<Table> tables;
};

/// Every alternative is used by one or a few field types (read_value.cc); the field tells which.
using Value = std::variant<WrittenText, Texts, Number, Date, TimeOfDay, AsOf, SchoolYear, YesNo, Choices, References,
                           Claims, SourceUses, Rows, Tables>;

struct FieldValue {
  FieldIndex field = 0;
  SourceSpan where;
  Value value;
};

/// What one file says, in the types of its schema. Sparse: a field that the file does not mention takes no room, and
/// for a claim field that means "nobody looked", never "no". Const after reading and resolving.
class Record {
 public:
  /// The value of a field; null when the file does not give it.
  const Value* value(FieldIndex field) const;
  /// The value of a field as one alternative; null when the field is not given (or has another type).
  template <typename Alternative>
  const Alternative* get(FieldIndex field) const {
    const Value* found = value(field);
    return found == nullptr ? nullptr : std::get_if<Alternative>(found);
  }
  std::span<const Claim> claims(FieldIndex field) const;
  std::optional<SourceSpan> where(FieldIndex field) const;
  /// Whether the file gives the field in a way that was reported as a mistake; then its absence is not reported again.
  bool is_told(FieldIndex field) const;

  std::span<const FieldValue> values() const {
    RecordReads::note(number_);
    return values_;
  }
  std::span<FieldValue> values() { return values_; }
  const std::vector<Source>& sources() const {
    RecordReads::note(number_);
    return sources_;
  }
  std::vector<Source>& sources() { return sources_; }

  /// So many values come: records live as long as the site, so they take no more room than they need.
  void reserve(std::size_t values) { values_.reserve(values); }
  /// Precondition: fields are added in ascending order.
  void add(FieldValue value) { values_.push_back(std::move(value)); }
  /// Gives a field a value that its file does not give. Precondition: it has none.
  void insert(FieldValue value);
  SourceIndex add(Source source);
  /// Takes out the values for which `is_out` is true. They are judged before any is taken out.
  template <typename Judgement>
  void remove_values(const Judgement& is_out) {
    std::vector<bool> out;
    for (const FieldValue& value : values_) out.push_back(is_out(value));
    std::size_t kept = 0;
    for (std::size_t index = 0; index < out.size(); ++index) {
      if (out[index]) continue;
      if (kept != index) values_[kept] = std::move(values_[index]);
      ++kept;
    }
    values_.erase(values_.begin() + static_cast<std::ptrdiff_t>(kept), values_.end());
  }
  void add_told(FieldIndex field) { told_.push_back(field); }
  /// The fields for which `is_told` holds.
  std::span<const FieldIndex> told() const {
    RecordReads::note(number_);
    return told_;
  }
  /// Given once the site is complete: from then on `RecordReads` knows who looks into the record.
  void set_number(RecordNumber number) { number_ = number; }
  RecordNumber number() const { return number_; }
  /// Removes the value of every field for which `is_unwanted(FieldValue)` holds.
  template <typename Predicate>
  void erase_values(Predicate is_unwanted) {
    std::erase_if(values_, is_unwanted);
  }

 private:
  std::vector<FieldValue> values_;
  std::vector<FieldIndex> told_;
  std::vector<Source> sources_;
  RecordNumber number_ = no_record;
};

}  // namespace wegwijs
