#include "model/declared_services.h"

namespace wegwijs {
namespace {

bool is_declared(const Settings& settings, const PersonalData& found) {
  switch (found.kind) {
    case PersonalDataKind::mobile_number:
      return settings.is_service_number(found.value);
    case PersonalDataKind::private_mail:
    case PersonalDataKind::bank_account:
      return settings.is_service_address(found.value);
    case PersonalDataKind::citizen_number:
      return false;
  }
  return false;
}

}  // namespace

std::vector<PersonalData> undeclared_personal_data(const Settings& settings, std::string_view text) {
  std::vector<PersonalData> found = find_personal_data(text);
  std::erase_if(found, [&](const PersonalData& one) { return is_declared(settings, one); });
  return found;
}

}  // namespace wegwijs
