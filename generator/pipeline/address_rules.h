#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the addresses on the finished pages.

inline constexpr Rule dead_link{
    "dode-link",
    Severity::error,
    {"Het adres '{0}' bestaat niet op deze site.", "The address '{0}' does not exist on this site."},
    {"Kijk of het adres goed is getypt, met / aan het begin en aan het eind.",
     "Check that the address is typed well, with / at the beginning and the end."}};

inline constexpr Rule dead_file_link{
    "bestand-ontbreekt",
    Severity::error,
    {"Het bestand '{0}' is er niet.", "The file '{0}' is not there."},
    {"Zet het bestand in de map met bestanden, meestal 'content/bestanden'. Staat het daar al? Schrijf de naam precies "
     "zo, ook de hoofdletters: 'content/bestanden/gids.pdf' is '/bestanden/gids.pdf'.",
     "Put the file into the folder of files, usually 'content/bestanden'. Is it there already? Write its name exactly "
     "so, capitals included: 'content/bestanden/gids.pdf' is '/bestanden/gids.pdf'."}};

inline constexpr Rule dead_anchor{
    "dood-anker",
    Severity::error,
    {"De pagina '{0}' bestaat, maar heeft geen plek '#{1}'.", "The page '{0}' exists, but has no place '#{1}'."},
    {"Een kop krijgt zijn adres van zijn tekst: 'Hoe vraagt u het aan?' wordt '#hoe-vraagt-u-het-aan'. Plekken op die "
     "pagina: {2}.",
     "A heading gets its address from its text: 'How to ask' becomes '#how-to-ask'. Places on that page: {2}."}};

inline constexpr Rule unknown_wish{
    "link-keuze-onbekend",
    Severity::error,
    {"De pagina '{0}' kent de keuze '{1}' niet.", "The page '{0}' does not know the choice '{1}'."},
    {"Achter # staat wat daar al gekozen is: na 'hulp=' de namen van onderwerpen in het schema, met komma's ertussen.",
     "After # is what is chosen there already: after 'hulp=' the names of topics in the schema, with commas between."}};

inline constexpr Rule repeated_anchor{
    "anker-dubbel",
    Severity::error,
    {"De pagina '{0}' heeft twee plekken met het id '{1}'.", "The page '{0}' has two places with the id '{1}'."},
    {"Geef de kop een andere tekst, of verander het sjabloon.",
     "Give the heading another text, or change the template."}};

inline constexpr Rule file_at_page{"bestand-op-adres-van-pagina",
                                   Severity::error,
                                   {"'{0}' komt op het adres van een pagina.", "'{0}' lands on the address of a page."},
                                   {"Geef het bestand een andere naam.", "Give the file another name."}};

inline constexpr Rule address_vanished{
    "adres-verdwenen",
    Severity::warning,
    {"Het adres '{0}' was op de vorige site en is er nu niet meer.{1}",
     "The address '{0}' was on the last site and is gone now.{1}"},
    {"Heeft de pagina een nieuw adres? Schrijf dan in haar bestand 'oude_adressen: [{0}]'. Is zij weg? Zet dan in "
     "site.yaml bij 'doorverwijzingen' de regel '{0}: /…/', met de pagina die er nu het meest over vertelt.",
     "Does the page have a new address? Write 'oude_adressen: [{0}]' in its file. Is it gone? Put the line '{0}: /…/' "
     "under 'doorverwijzingen' in site.yaml, with the page that says most about it now."}};

inline constexpr Rule addresses_vanished{
    "adressen-verdwenen",
    Severity::warning,
    {"{0} adressen onder '{1}' waren op de vorige site en zijn er nu niet meer, zoals '{2}'.",
     "{0} addresses below '{1}' were on the last site and are gone now, such as '{2}'."},
    {"Kijk of dit de bedoeling is. Zo ja, zet dan in site.yaml bij 'doorverwijzingen' voor elk adres dat lezers kennen "
     "een regel '{2}: /…/'.",
     "Check that this is meant. If so, put a line '{2}: /…/' under 'doorverwijzingen' in site.yaml for each address "
     "that "
     "readers know."}};

inline constexpr Rule addresses_collide{
    "adres-botst",
    Severity::error,
    {"'{0}' kan niet naast '{1}' bestaan.", "'{0}' cannot exist beside '{1}'."},
    {"Kies een ander adres: een map en een bestand kunnen niet hetzelfde heten, en de bestanden die de site zelf maakt "
     "houden hun naam.",
     "Choose another address: a folder and a file cannot have one name, and the files that the site itself makes keep "
     "theirs."}};

inline constexpr Rule private_address{
    "adres-eigen-netwerk",
    Severity::warning,
    {"Het adres '{0}' werkt alleen binnen een eigen netwerk.",
     "The address '{0}' only works inside a private network."},
    {"Schrijf het adres zoals iedereen het kan openen.", "Write the address that everybody can open."}};

inline constexpr Rule moment_not_shown{
    "moment-niet-op-kalender",
    Severity::error,
    {"De pagina '{0}' laat dit moment niet zien.", "The page '{0}' does not show this moment."},
    {"Noem '{1}' op die pagina in de lijst van momenten, of haal 'datum' hier weg.",
     "Name '{1}' in the list of moments of that page, or remove the date here."}};

inline constexpr Rule more_dead_links{"dode-links-vaak",
                                      Severity::note,
                                      {"Nog {0} links leiden naar iets onder '{1}' dat er niet is.",
                                       "{0} more links lead to something below '{1}' that does not exist."},
                                      {"{2}", "{2}"}};

inline constexpr std::array address_rules{&dead_link,         &dead_file_link,  &dead_anchor,      &unknown_wish,
                                          &repeated_anchor,   &file_at_page,    &address_vanished, &addresses_vanished,
                                          &addresses_collide, &private_address, &moment_not_shown, &more_dead_links};

}  // namespace wegwijs
