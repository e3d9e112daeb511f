#include "schema/record.h"

#include <algorithm>

namespace wegwijs {
namespace {

const FieldValue* find_value(std::span<const FieldValue> values, FieldIndex field) {
  const auto found = std::lower_bound(values.begin(), values.end(), field,
                                      [](const FieldValue& value, FieldIndex wanted) { return value.field < wanted; });
  return found == values.end() || found->field != field ? nullptr : &*found;
}

}  // namespace

const Value* Record::value(FieldIndex field) const {
  RecordReads::note(number_);
  const FieldValue* found = find_value(values_, field);
  return found == nullptr ? nullptr : &found->value;
}

std::span<const Claim> Record::claims(FieldIndex field) const {
  const Claims* found = get<Claims>(field);
  return found == nullptr ? std::span<const Claim>() : std::span<const Claim>(found->claims);
}

std::optional<SourceSpan> Record::where(FieldIndex field) const {
  RecordReads::note(number_);
  const FieldValue* found = find_value(values_, field);
  return found == nullptr ? std::nullopt : std::optional(found->where);
}

bool Record::is_told(FieldIndex field) const {
  RecordReads::note(number_);
  return std::find(told_.begin(), told_.end(), field) != told_.end();
}

void Record::insert(FieldValue value) {
  const auto place = std::lower_bound(values_.begin(), values_.end(), value.field,
                                      [](const FieldValue& one, FieldIndex wanted) { return one.field < wanted; });
  values_.insert(place, std::move(value));
}

SourceIndex Record::add(Source source) {
  sources_.push_back(std::move(source));
  return static_cast<SourceIndex>(sources_.size() - 1);
}

}  // namespace wegwijs
