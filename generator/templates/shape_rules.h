#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

inline constexpr Rule page_template_missing{
    "sjabloon-ontbreekt",
    Severity::error,
    {"Het thema heeft geen sjabloon '{0}'.", "The theme has no template '{0}'."},
    {"Maak het bestand {0}.mustache, of verbeter de naam.", "Create the file {0}.mustache, or correct the name."}};

inline constexpr Rule template_of_other_kind{
    "sjabloon-voor-andere-pagina",
    Severity::error,
    {"'{0}' is een sjabloon voor {1}, en hier hoort een sjabloon voor {2}.",
     "'{0}' is a template for {1}, and a template for {2} belongs here."},
    {"Haal de regel weg, of kies er een voor {2}{3}.", "Remove the line, or choose one for {2}{3}."}};

inline constexpr Rule unknown_name{"sjabloon-onbekende-naam",
                                   Severity::error,
                                   {"'{0}' is hier geen bekende naam.", "'{0}' is not a known name here."},
                                   {"Bekend zijn hier: {1}.", "Known here are: {1}."}};

inline constexpr Rule field_of_other_schemas{
    "sjabloon-veld-niet-hier",
    Severity::warning,
    {"'{0}' is geen veld van dit schema; dit gedeelte blijft leeg.",
     "'{0}' is no field of this schema; this part stays empty."},
    {"Is het een tikfout? Verbeter dan de naam.", "Is it a typing error? Then correct the name."}};

inline constexpr Rule name_without_parts{
    "sjabloon-geen-onderdelen",
    Severity::error,
    {"'{0}' bestaat hier niet: wat ervoor staat, heeft geen onderdelen.",
     "'{0}' does not exist here: what stands before it has no parts."},
    {"Haal het laatste stuk van de naam weg, of gebruik {{#naam}} … {{/naam}} voor een lijst.",
     "Remove the last piece of the name, or use {{#naam}} … {{/naam}} for a list."}};

inline constexpr Rule not_showable{"sjabloon-niet-toonbaar",
                                   Severity::error,
                                   {"'{0}' is een lijst, een groep of ja/nee en kan niet als tekst worden getoond.",
                                    "'{0}' is a list, a group or yes/no and cannot be shown as text."},
                                   {"Schrijf {{#{0}}} … {{/{0}}} om een gedeelte te herhalen of alleen soms te tonen.",
                                    "Write {{#{0}}} … {{/{0}}} to repeat a part or to show it only sometimes."}};

inline constexpr Rule html_outside_text{
    "sjabloon-html-als-tekst",
    Severity::error,
    {"'{0}' is opgemaakte tekst en kan alleen tussen tags staan.",
     "'{0}' is formatted text and can only stand between tags."},
    {"Gebruik hier een naam die gewone tekst bevat.", "Use a name that holds plain text here."}};

inline constexpr Rule unknown_part{
    "sjabloon-onbekend-deel",
    Severity::error,
    {"Er is geen sjabloon '{0}'.", "There is no template '{0}'."},
    {"Maak het bestand {0}.mustache, of verbeter de naam.", "Create the file {0}.mustache, or correct the name."}};

inline constexpr Rule unknown_block{"sjabloon-onbekend-blok",
                                    Severity::error,
                                    {"Sjabloon '{1}' heeft geen blok '{0}'.", "Template '{1}' has no block '{0}'."},
                                    {"Verbeter de naam, of zet {{${0}}} … {{/{0}}} in '{1}'.",
                                     "Correct the name, or put {{${0}}} … {{/{0}}} in '{1}'."}};

inline constexpr Rule not_a_part_name{
    "sjabloon-dynamisch-deel",
    Severity::error,
    {"'{0}' bevat niet de naam van een sjabloon.", "'{0}' does not hold the name of a template."},
    {"Noem het sjabloon zelf: {{>naam}}.", "Name the template itself: {{>naam}}."}};

inline constexpr Rule dynamic_part_missing{
    "sjabloon-dynamisch-deel-ontbreekt",
    Severity::error,
    {"'{0}' kan '{1}' zijn, maar er is geen sjabloon '{1}'.", "'{0}' can be '{1}', but there is no template '{1}'."},
    {"Maak het bestand {1}.mustache.", "Create the file {1}.mustache."}};

inline constexpr Rule part_changes_context{
    "sjabloon-deel-context",
    Severity::error,
    {"'{0}' opent een tag, aanhalingsteken of commentaar en sluit die niet, of andersom.",
     "'{0}' opens a tag, quote or comment and does not close it, or the other way round."},
    {"Zet het begin en het einde in hetzelfde sjabloon.", "Put the beginning and the end in the same template."}};

inline constexpr Rule page_ends_inside{
    "sjabloon-pagina-niet-af",
    Severity::error,
    {"Aan het einde van '{0}' staat nog een tag, aanhalingsteken, commentaar of script open.",
     "At the end of '{0}' a tag, quote, comment or script is still open."},
    {"Zoek wat niet gesloten is; vaak ontbreekt een > of een aanhalingsteken.",
     "Find what is not closed; often a > or a quote is missing."}};

inline constexpr Rule endless_call{"sjabloon-kringloop",
                                   Severity::error,
                                   {"'{0}' roept zichzelf zonder einde aan.", "'{0}' calls itself without end."},
                                   {"Zet {{#naam}} … {{/naam}} om de aanroep, zodat hij ergens ophoudt.",
                                    "Put {{#naam}} … {{/naam}} around the call, so that it stops somewhere."}};

inline constexpr Rule calls_too_deep{"sjabloon-te-diep",
                                     Severity::error,
                                     {"Bij '{0}' roepen sjablonen elkaar meer dan 64 diep aan.",
                                      "At '{0}' templates call each other more than 64 deep."},
                                     {"Voeg sjablonen samen.", "Join some templates."}};

inline constexpr std::array shape_rules{
    &page_template_missing, &template_of_other_kind, &unknown_name,     &field_of_other_schemas, &name_without_parts,
    &not_showable,          &html_outside_text,      &unknown_part,     &unknown_block,          &not_a_part_name,
    &dynamic_part_missing,  &part_changes_context,   &page_ends_inside, &endless_call,           &calls_too_deep};

}  // namespace wegwijs
