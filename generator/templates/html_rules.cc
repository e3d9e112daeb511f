#include "templates/html_rules.h"

namespace wegwijs {
namespace {

constexpr Rule inside_tag{"sjabloon-in-tag",
                          Severity::error,
                          {"'{0}' staat op een plaats in een tag waar geen gegevens mogen komen.",
                           "'{0}' stands at a place in a tag where no data may come."},
                          {"Gegevens mogen tussen tags staan en tussen de aanhalingstekens van een attribuut.",
                           "Data may stand between tags and between the quotes of an attribute."}};

constexpr Rule unquoted{
    "sjabloon-zonder-aanhalingstekens",
    Severity::error,
    {"Om '{0}' staan geen aanhalingstekens.", "There are no quotes around '{0}'."},
    {"Schrijf de waarde van het attribuut als \"{{{0}}}\".", "Write the value of the attribute as \"{{{0}}}\"."}};

constexpr Rule forbidden_attribute{"sjabloon-verboden-attribuut",
                                   Severity::error,
                                   {"'{0}' staat in het attribuut '{1}', waarin geen gegevens mogen komen.",
                                    "'{0}' stands in the attribute '{1}', in which no data may come."},
                                   {"Schrijf dit attribuut voluit, of gebruik een klasse of een data-attribuut.",
                                    "Write this attribute out, or use a class or a data attribute."}};

constexpr Rule script{"sjabloon-in-script",
                      Severity::error,
                      {"'{0}' staat in een script of stijlblad, waarin geen gegevens mogen komen.",
                       "'{0}' stands in a script or style sheet, in which no data may come."},
                      {"Geef gegevens door in een data-attribuut of in <script type=\"application/json\">.",
                       "Pass data on in a data attribute or in <script type=\"application/json\">."}};

constexpr Rule comment{
    "sjabloon-in-commentaar",
    Severity::error,
    {"'{0}' staat in HTML-commentaar of in de doctype.", "'{0}' stands in an HTML comment or in the doctype."},
    {"Haal het weg, of gebruik sjablooncommentaar: {{! … }}.", "Remove it, or use template comment: {{! … }}."}};

constexpr Rule json_unquoted{"sjabloon-json-zonder-aanhalingstekens",
                             Severity::error,
                             {"'{0}' staat in JSON buiten aanhalingstekens, of vlak achter \\ of <.",
                              "'{0}' stands in JSON outside quotes, or right behind \\ or <."},
                             {"Schrijf \"{{{0}}}\".", "Write \"{{{0}}}\"."}};

constexpr Rule url{"sjabloon-adres",
                   Severity::error,
                   {"Van het adres waarin '{0}' staat, is het begin niet zeker of niet toegestaan.",
                    "The beginning of the address in which '{0}' stands is not certain or not allowed."},
                   {"Laat één naam het hele adres bevatten, of begin het adres met vaste tekst zoals / of https:.",
                    "Let one name hold the whole address, or begin it with fixed text such as / or https:."}};

}  // namespace

const Rule& rule_for(Refusal refusal) {
  switch (refusal) {
    case Refusal::inside_tag:
      return inside_tag;
    case Refusal::unquoted:
      return unquoted;
    case Refusal::forbidden_attribute:
      return forbidden_attribute;
    case Refusal::script:
      return script;
    case Refusal::comment:
      return comment;
    case Refusal::json_unquoted:
      return json_unquoted;
    case Refusal::url:
      break;
  }
  return url;
}

}  // namespace wegwijs
