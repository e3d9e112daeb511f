#include "checks/checks.h"
#include "checks/privacy_rules.h"
#include "checks/site_texts.h"
#include "text/personal_data.h"

namespace wegwijs {
namespace {

const Rule& rule_of(PersonalDataKind kind) {
  switch (kind) {
    case PersonalDataKind::citizen_number:
      return private_citizen_number;
    case PersonalDataKind::private_mail:
      return private_mail_address;
    case PersonalDataKind::mobile_number:
      return private_mobile_number;
    case PersonalDataKind::bank_account:
      return private_bank_account;
  }
  return private_citizen_number;
}

/// Whether `site.yaml` declares it as that of a service. No service has a citizen service number.
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

void check_privacy_of(const CheckContext& context, const SiteText& text, Diagnostics& diagnostics) {
  for (const PersonalData& found : find_personal_data(text.text)) {
    if (is_declared(context.site.settings, found)) continue;
    diagnostics.report(rule_of(found.kind), text.span(found.begin, found.end),
                       {text.text.substr(found.begin, found.end - found.begin)});
  }
}

}  // namespace wegwijs
