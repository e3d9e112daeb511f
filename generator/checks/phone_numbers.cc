#include <algorithm>

#include "checks/checks.h"
#include "checks/every_value.h"
#include "checks/phone_number_rules.h"
#include "text/phone_number.h"

namespace wegwijs {
namespace {

constexpr std::size_t national_length = 10;

Argument reason(std::string_view written) {
  const std::string number = dialled_number(written);
  const std::string count = std::to_string(number.size() - (number.starts_with('+') ? 1 : 0));
  if (number.starts_with('+'))
    return {"het heeft " + count + " cijfers met het land erbij", "it has " + count + " digits with its country"};
  if (number.size() < national_length)
    return {"het is te kort, met " + count + " cijfers", "it is too short, with " + count + " digits"};
  if (number.size() > national_length)
    return {"het is te lang, met " + count + " cijfers", "it is too long, with " + count + " digits"};
  return {"het netnummer bestaat niet", "its area code does not exist"};
}

}  // namespace

void check_phone_numbers(const CheckContext& context, const Collection& collection, const Entry& entry,
                         Diagnostics& diagnostics) {
  const Settings& settings = context.site.settings;
  for_every_value(collection.schema.fields, entry.record, [&](const Field& field, const FieldValue& value) {
    const auto* number = field.type == FieldType::phone ? std::get_if<WrittenText>(&value.value) : nullptr;
    if (number == nullptr || phone_kind(number->text) != PhoneKind::impossible) return;
    if (settings.is_service_number(number->text)) return;
    diagnostics.report(impossible_phone, number->where, {number->text, reason(number->text)});
  });
}

}  // namespace wegwijs
