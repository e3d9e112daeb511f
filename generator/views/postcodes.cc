#include "views/postcodes.h"

namespace wegwijs {

const WrittenText* postcode_of(const Entry& entry, const Schema& schema, const FinderRule& finder) {
  if (finder.place_field.text.empty()) return nullptr;
  const std::optional<FieldIndex> field = schema.find(finder.place_field.text);
  return field ? entry.record.get<WrittenText>(*field) : nullptr;
}

std::string_view place_of_postcode(std::string_view postcode) {
  return postcode.substr(0, postcode.find(' '));
}

}  // namespace wegwijs
