#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the links and pictures in a text, judged by their form. Whether an address within the site exists is checked
// over all pages (pipeline/address_rules.h).

inline constexpr Rule link_without_text{
    "link-zonder-tekst",
    Severity::error,
    {"De link naar '{0}' heeft geen tekst: lezers zien haar niet.",
     "The link to '{0}' has no text: readers cannot see it."},
    {"Zet tussen de haken [ ] waar de link naartoe gaat.", "Write between the brackets [ ] where the link leads."}};

inline constexpr Rule link_words_say_nothing{
    "link-tekst-zegt-niets",
    Severity::warning,
    {"De tekst '{0}' van deze link zegt niet waar zij naartoe gaat.",
     "The words '{0}' of this link do not say where it leads."},
    {"Wie laat voorlezen, hoort links soms zonder de zin eromheen. Zet tussen de haken wat daar staat, zoals [de gids "
     "voor ouders].",
     "Whoever has a page read aloud may hear links without the sentence around them. Put what is there between the "
     "brackets, as [the guide for parents]."}};

inline constexpr Rule link_in_link{"link-in-link",
                                   Severity::warning,
                                   {"'{0}' staat in de woorden van een andere link en werkt daar niet.",
                                    "'{0}' stands in the words of another link and does not work there."},
                                   {"Zet de twee links naast elkaar, of haal de tekens < en > hier weg.",
                                    "Put the two links beside each other, or remove the signs < and > here."}};

inline constexpr Rule link_without_address{
    "link-zonder-adres",
    Severity::error,
    {"Bij '{0}' staat tussen de haken ( ) geen adres.", "At '{0}' there is no address between the parentheses ( )."},
    {"Zet het adres tussen de haken ( ), of haal de haken weg.",
     "Write the address between the parentheses ( ), or remove the brackets."}};

inline constexpr Rule broken_web_address{
    "webadres-klopt-niet",
    Severity::error,
    {"Het adres '{0}' klopt niet: {1}.", "The address '{0}' is not right: {1}."},
    {"Kopieer het hele adres uit de adresbalk van uw browser, zoals https://www.voorbeeld.nl/pagina.",
     "Copy the whole address from the address bar of your browser, such as https://www.example.org/page."}};

inline constexpr Rule broken_mail_address{
    "mailadres-klopt-niet",
    Severity::error,
    {"'{0}' is geen mailadres waar iemand naartoe kan schrijven.", "'{0}' is no mail address that can be written to."},
    {"Schrijf het zo: mailto:naam@voorbeeld.nl.", "Write it like this: mailto:name@example.org."}};

inline constexpr Rule broken_phone_number{
    "telefoonlink-klopt-niet",
    Severity::error,
    {"'{0}' is geen telefoonnummer dat gebeld kan worden.", "'{0}' is no telephone number that can be called."},
    {"Schrijf na tel: alleen cijfers, met streepjes of een + aan het begin, zoals tel:020-1234567.",
     "Write only digits after tel:, with hyphens or a + at the beginning, such as tel:020-1234567."}};

inline constexpr Rule picture_from_elsewhere{
    "afbeelding-van-elders",
    Severity::error,
    {"De afbeelding '{0}' staat op een andere website; browsers laten haar op deze site niet zien.",
     "The image '{0}' is on another website; browsers do not show it on this site."},
    {"Zet het bestand zelf in 'content/bestanden' (als u het mag gebruiken) en schrijf "
     "![beschrijving](/bestanden/naam.jpg).",
     "Put the file into 'content/bestanden' (if you may use it) and write ![description](/bestanden/name.jpg)."}};

inline constexpr Rule own_full_address{
    "eigen-adres-volledig",
    Severity::warning,
    {"'{0}' is een adres van deze site zelf.", "'{0}' is an address of this site itself."},
    {"Laat het begin weg: '{1}' werkt ook als de site verhuist, en in een voorbeeld.",
     "Leave out the beginning: '{1}' also works when the site moves, and in a preview."}};

inline constexpr Rule source_without_page{
    "link-bestand-zonder-pagina",
    Severity::error,
    {"Het bestand '{0}' heeft geen eigen pagina op de site.", "The file '{0}' has no page of its own on the site."},
    {"Verwijs naar een pagina waarop dit staat, of haal de link weg.",
     "Link to a page that shows this, or remove the link."}};

inline constexpr Rule source_unknown{
    "link-bestand-onbekend",
    Severity::error,
    {"Het bestand '{0}' is er niet: gezocht is '{1}'.", "The file '{0}' does not exist: '{1}' was looked for."},
    {"Het adres van een bestand begint bij de map van deze tekst; een adres op de site begint met /.",
     "The address of a file begins at the folder of this text; an address on the site begins with /."}};

inline constexpr std::array link_rules{&link_without_text,   &link_without_address,  &broken_web_address,
                                       &broken_mail_address, &broken_phone_number,   &picture_from_elsewhere,
                                       &own_full_address,    &source_without_page,   &source_unknown,
                                       &link_in_link,        &link_words_say_nothing};

}  // namespace wegwijs
