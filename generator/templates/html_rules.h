#pragma once

#include <array>

#include "diagnostic/diagnostic.h"
#include "templates/html_context.h"

namespace wegwijs {

/// The rule that a name breaks where `refusal` holds. Arguments: the name, and the attribute in which it is.
const Rule& rule_for(Refusal refusal);

// What rule_for gives.

inline constexpr Rule name_inside_tag{
    "sjabloon-in-tag",
    Severity::error,
    {"'{0}' staat op een plaats in een tag waar geen gegevens mogen komen.",
     "'{0}' stands at a place in a tag where no data may come."},
    {"Gegevens mogen tussen tags staan en tussen de aanhalingstekens van een attribuut.",
     "Data may stand between tags and between the quotes of an attribute."}};

inline constexpr Rule name_unquoted{
    "sjabloon-zonder-aanhalingstekens",
    Severity::error,
    {"Om '{0}' staan geen aanhalingstekens.", "There are no quotes around '{0}'."},
    {"Schrijf de waarde van het attribuut als \"{{{0}}}\".", "Write the value of the attribute as \"{{{0}}}\"."}};

inline constexpr Rule name_in_forbidden_attribute{
    "sjabloon-verboden-attribuut",
    Severity::error,
    {"'{0}' staat in het attribuut '{1}', waarin geen gegevens mogen komen.",
     "'{0}' stands in the attribute '{1}', in which no data may come."},
    {"Gebruik een klasse of een data-attribuut, of laat het gegeven weg.",
     "Use a class or a data attribute, or leave the data out."}};

inline constexpr Rule name_in_script{
    "sjabloon-in-script",
    Severity::error,
    {"'{0}' staat in een script of stijlblad, waarin geen gegevens mogen komen.",
     "'{0}' stands in a script or style sheet, in which no data may come."},
    {"Geef gegevens door in een data-attribuut of in <script type=\"application/json\">.",
     "Pass data on in a data attribute or in <script type=\"application/json\">."}};

inline constexpr Rule name_in_comment{
    "sjabloon-in-commentaar",
    Severity::error,
    {"'{0}' staat in HTML-commentaar of in de doctype.", "'{0}' stands in an HTML comment or in the doctype."},
    {"Haal het weg, of gebruik sjablooncommentaar: {{! … }}.", "Remove it, or use template comment: {{! … }}."}};

inline constexpr Rule name_unquoted_in_json{"sjabloon-json-zonder-aanhalingstekens",
                                            Severity::error,
                                            {"'{0}' staat in JSON buiten aanhalingstekens, of vlak achter \\ of <.",
                                             "'{0}' stands in JSON outside quotes, or right behind \\ or <."},
                                            {"Schrijf \"{{{0}}}\".", "Write \"{{{0}}}\"."}};

inline constexpr Rule name_in_uncertain_address{
    "sjabloon-adres",
    Severity::error,
    {"Van het adres waarin '{0}' staat, is het begin niet zeker of niet toegestaan.",
     "The beginning of the address in which '{0}' stands is not certain or not allowed."},
    {"Laat één naam het hele adres bevatten, of begin het adres met vaste tekst zoals / of https:.",
     "Let one name hold the whole address, or begin it with fixed text such as / or https:."}};

inline constexpr Rule name_in_address_of_other_site{
    "sjabloon-adres-eigen-site",
    Severity::error,
    {"Het adres waarin '{0}' staat, moet van deze site zijn: wat erop staat, werkt in de pagina.",
     "The address in which '{0}' stands must be of this site: what is there runs in the page."},
    {"Begin het adres met vaste tekst zoals /js/. Noemt een <link> alleen een adres? Zet dan rel=\"canonical\" vóór "
     "href.",
     "Begin the address with fixed text such as /js/. Does a <link> only name an address? Then put rel=\"canonical\" "
     "before href."}};

/// Fixed HTML that the policy of the published site stops. Argument: the attribute or tag.
inline constexpr Rule code_in_page{
    "sjabloon-code-in-pagina",
    Severity::error,
    {"'{0}' mag niet in een sjabloon: op de gepubliceerde site werken scripts en stijlen alleen uit eigen bestanden.",
     "'{0}' may not stand in a template: on the published site scripts and styles only work out of files of their "
     "own."},
    {"Zet stijl in static/css/ en gebruik een klasse; zet een script in static/js/ en gebruik een data-attribuut.",
     "Put style into static/css/ and use a class; put a script into static/js/ and use a data attribute."}};

/// A branch or block that is not self-contained. Argument: its name.
inline constexpr Rule branch_changes_context{
    "sjabloon-context",
    Severity::error,
    {"In '{0}' wordt een tag, aanhalingsteken of commentaar geopend en niet gesloten, of andersom.",
     "In '{0}' a tag, quote or comment is opened and not closed, or the other way round."},
    {"Zet het begin en het einde allebei erin of allebei erbuiten.",
     "Put the beginning and the end both inside or both outside."}};

/// Letters right after a branch that may have ended a name inside a tag. Argument: the name of the branch.
inline constexpr Rule glued_to_branch{"sjabloon-spatie-ontbreekt",
                                      Severity::error,
                                      {"Naast '{0}' staat binnen een tag tekst die eraan vast kan komen te zitten.",
                                       "Next to '{0}', within a tag, stands text that may become attached to it."},
                                      {"Zet er een spatie tussen.", "Put a space between them."}};

inline constexpr std::array html_rules{
    &name_in_address_of_other_site, &code_in_page,           &name_inside_tag, &name_unquoted,
    &name_in_forbidden_attribute,   &name_in_script,         &name_in_comment, &name_unquoted_in_json,
    &name_in_uncertain_address,     &branch_changes_context, &glued_to_branch};

}  // namespace wegwijs
