#include "templates/html_rules.h"

namespace wegwijs {
const Rule& rule_for(Refusal refusal) {
  switch (refusal) {
    case Refusal::inside_tag:
      return name_inside_tag;
    case Refusal::unquoted:
      return name_unquoted;
    case Refusal::forbidden_attribute:
      return name_in_forbidden_attribute;
    case Refusal::script:
      return name_in_script;
    case Refusal::comment:
      return name_in_comment;
    case Refusal::json_unquoted:
      return name_unquoted_in_json;
    case Refusal::other_site:
      return name_in_address_of_other_site;
    case Refusal::url:
      break;
  }
  return name_in_uncertain_address;
}

}  // namespace wegwijs
