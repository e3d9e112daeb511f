#pragma once

#include "model/site.h"

namespace wegwijs {

/// Calls `visit(field, value)` for every value of `record`, those in its rows included, in the order of `fields`.
template <typename Visit>
void for_every_value(const std::vector<Field>& fields, const Record& record, const Visit& visit) {
  for (const FieldValue& value : record.values()) {
    const Field& field = fields[value.field];
    visit(field, value);
    const auto* rows = std::get_if<Rows>(&value.value);
    if (rows == nullptr) continue;
    for (const Record& row : rows->rows) for_every_value(field.fields, row, visit);
  }
}

}  // namespace wegwijs
