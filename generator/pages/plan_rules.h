#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of which pages there are and where.

inline constexpr Rule same_address{
    "adres-dubbel",
    Severity::error,
    {"Het adres '{0}' is al van een andere pagina.", "The address '{0}' belongs to another page already."},
    {"Geef een van de twee een ander adres. De andere komt van {1}.",
     "Give one of the two another address. The other comes from {1}."}};

inline constexpr Rule same_pattern{
    "adrespatroon-dubbel",
    Severity::error,
    {"{0} heeft hetzelfde adres '{1}' als {2} op regel {3}: op '{4}' komen daardoor twee pagina's uit{5}.",
     "{0} has the same address '{1}' as {2} on line {3}: two pages end up at '{4}'{5}."},
    {"Geef een van de twee in 'site.yaml' een eigen adres{6}.",
     "Give one of the two its own address in 'site.yaml'{6}."}};

inline constexpr Rule unusable_address{"adres-onbruikbaar",
                                       Severity::error,
                                       {"Op het adres '{0}' kan geen pagina komen: hier hoort {1}.",
                                        "No page can be at the address '{0}': {1} belongs here."},
                                       {"Verander het adres in 'site.yaml', of de naam van het bestand.",
                                        "Change the address in 'site.yaml', or the name of the file."}};

inline constexpr Rule redirects_in_circle{
    "doorverwijzing-kring",
    Severity::error,
    {"De doorverwijzing van '{0}' komt weer bij '{0}' uit: {1}.", "The redirect of '{0}' leads back to '{0}': {1}."},
    {"Laat een van deze adressen naar een pagina leiden die er is.",
     "Let one of these addresses lead to a page that exists."}};

inline constexpr Rule redirect_to_redirect{
    "doorverwijzing-via",
    Severity::warning,
    {"'{0}' verwijst door naar '{1}', en dat verwijst door naar '{2}'.",
     "'{0}' redirects to '{1}', which redirects to '{2}'."},
    {"Schrijf achter '{0}' meteen '{2}'; de site doet dat al.", "Write '{2}' after '{0}'; the site does so already."}};

inline constexpr Rule answer_to_redirect{
    "antwoord-via-doorverwijzing",
    Severity::warning,
    {"'{0}' is geen pagina: het verwijst door naar '{1}'. Deze vragen leiden nu nergens heen.",
     "'{0}' is no page: it redirects to '{1}'. These questions lead nowhere now."},
    {"Schrijf hier '{1}'.", "Write '{1}' here."}};

inline constexpr Rule unknown_in_listing{"lijst-onbekend",
                                         Severity::error,
                                         {"'{0}' is geen {1}.", "'{0}' is not a {1}."},
                                         {"Mogelijk zijn: {2}.", "Possible are: {2}."}};

inline constexpr Rule too_many_made_pages{
    "te-veel-paginas",
    Severity::error,
    {"De lijsten, vergelijkingen en onderwerpen maken samen meer dan {0} pagina's.",
     "The lists, comparisons and topics make more than {0} pages together."},
    {"Vanaf deze regel past het niet meer: haal er een weg, of deel in op een veld met minder keuzes.",
     "From this rule on they do not fit: leave one out, or divide by a field with fewer options."}};

inline constexpr Rule link_to_absent{
    "link-naar-afwezige-pagina",
    Severity::warning,
    {"'{0}' is nu niet op de site: {1}. De woorden van de link blijven staan, zonder link.",
     "'{0}' is not on the site now: {1}. The words of the link stay, without the link."},
    {"Haal de link weg als de pagina niet (terug)komt.", "Remove the link if the page does not come (back)."}};

inline constexpr Rule link_to_absent_place{
    "link-naar-afwezige-plek",
    Severity::warning,
    {"De plek '{0}' is nu niet op de site: {1}. De link leidt zolang naar het begin van de pagina.",
     "The place '{0}' is not on the site now: {1}. Until it is, the link leads to the top of the page."},
    {"Haal de link weg als de plek niet (terug)komt.", "Remove the link if the place does not come (back)."}};

inline constexpr Rule menu_item_to_absent{
    "menu-naar-afwezige-pagina",
    Severity::warning,
    {"'{0}' is nu niet op de site: {1}. Deze regel blijft zolang weg uit het menu of de lijst.",
     "'{0}' is not on the site now: {1}. Until it is, this line is left out of the menu or list."},
    {"Haal de regel weg als de pagina niet (terug)komt.", "Remove the line if the page does not come (back)."}};

inline constexpr Rule redirect_to_absent{
    "doorverwijzing-naar-afwezige-pagina",
    Severity::warning,
    {"'{0}' is nu niet op de site: {1}. Deze doorverwijzing blijft zolang weg.",
     "'{0}' is not on the site now: {1}. Until it is, this redirect is left out."},
    {"Laat de doorverwijzing naar een andere pagina leiden als deze niet (terug)komt.",
     "Let the redirect lead to another page if this one does not come (back)."}};

inline constexpr Rule link_to_leaving{
    "link-naar-pagina-die-verdwijnt",
    Severity::note,
    {"'{0}' verdwijnt na {1} van de site; de woorden van deze link blijven dan staan, zonder link.",
     "'{0}' leaves the site after {1}; the words of this link then stay, without the link."},
    {"Verander 'publiceren_tot' in '{2}' als de pagina moet blijven.",
     "Change 'publiceren_tot' in '{2}' if the page must stay."}};

inline constexpr std::array plan_rules{
    &same_address,        &same_pattern,       &unusable_address,    &redirects_in_circle, &redirect_to_redirect,
    &answer_to_redirect,  &unknown_in_listing, &too_many_made_pages, &link_to_absent,      &link_to_absent_place,
    &menu_item_to_absent, &redirect_to_absent, &link_to_leaving};

}  // namespace wegwijs
