#include <set>

#include "checks/checks.h"
#include "checks/every_value.h"
#include "checks/repeated_value_rules.h"
#include "text/utf8.h"

namespace wegwijs {

void check_repeated_values(const CheckContext& context, const Collection& collection, const Entry& entry,
                           Diagnostics& diagnostics) {
  constexpr std::size_t longest_quoted = 60;  // code points
  for_every_value(collection.schema.fields, entry.record, [&](const Field& field, const FieldValue& value) {
    const auto report = [&](const Rule& rule, const WrittenText& text) {
      diagnostics.report(rule, text.where, {std::string(first_code_points(text.text, longest_quoted)), field.id});
    };
    if (const auto* texts = std::get_if<Texts>(&value.value)) {
      std::set<std::string_view> lines;
      for (const WrittenText& line : texts->lines) {
        if (!lines.insert(line.text).second) report(repeated_in_list, line);
      }
    }
    const auto* references = std::get_if<References>(&value.value);
    if (references == nullptr) return;
    const std::optional<std::uint16_t> target = context.site.find_collection(field.target);
    const bool is_own = target && &context.site.collections[*target] == &collection;
    std::set<std::uint32_t> entries;
    for (const Reference& reference : references->entries) {
      if (is_own && &collection.entries[reference.entry] == &entry) {
        report(reference_to_itself, reference.id);
      } else if (!entries.insert(reference.entry).second) {
        report(repeated_in_list, reference.id);
      }
    }
  });
}

}  // namespace wegwijs
