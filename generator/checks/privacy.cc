#include "checks/checks.h"
#include "checks/privacy_rules.h"
#include "checks/site_texts.h"
#include "model/declared_services.h"

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

}  // namespace

void check_privacy_of(const CheckContext& context, const SiteText& text, Diagnostics& diagnostics) {
  for (const PersonalData& found : undeclared_personal_data(context.site.settings, text.text)) {
    diagnostics.report(rule_of(found.kind), text.span(found.begin, found.end),
                       {text.text.substr(found.begin, found.end - found.begin)});
  }
}

}  // namespace wegwijs
