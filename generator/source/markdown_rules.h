#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of Markdown texts; what is refused for its size is in markdown_guard_rules.h.

inline constexpr Rule raw_html{
    "markdown-html",
    Severity::error,
    {"HTML in een tekst wordt niet overgenomen: '{0}'.", "HTML in a text is not taken over: '{0}'."},
    {"Schrijf het in Markdown, of zet een \\ voor het teken '<' als u dat teken zelf bedoelt.",
     "Write it in Markdown, or put a \\ before the '<' if you mean that character itself."}};

inline constexpr Rule page_title_in_text{
    "markdown-kop-1",
    Severity::error,
    {"Een kop met één # is de titel van de pagina, en die staat al in 'titel'.",
     "A heading with one # is the title of the page, which 'titel' gives already."},
    {"Gebruik ## voor een kop in de tekst.", "Use ## for a heading in the text."}};

inline constexpr Rule refused_address{"adres-soort",
                                      Severity::error,
                                      {"Het adres '{0}' begint met iets anders dan https, http, mailto of tel.",
                                       "The address '{0}' begins with something else than https, http, mailto or tel."},
                                      {"Gebruik een gewoon webadres, of een adres op deze site dat met / begint.",
                                       "Use an ordinary web address, or an address on this site that begins with /."}};

inline constexpr Rule image_without_text{
    "afbeelding-zonder-beschrijving",
    Severity::error,
    {"De afbeelding '{0}' heeft geen beschrijving voor wie haar niet kan zien.",
     "The image '{0}' has no description for who cannot see it."},
    {"Zet tussen de haken [ ] wat er te zien is. Is de afbeelding alleen versiering? Schrijf dan "
     "![]({0} \"decoratief\").",
     "Put between the brackets [ ] what can be seen. Does the image only adorn? Then write ![]({0} \"decoratief\")."}};

inline constexpr Rule image_text_says_nothing{
    "afbeelding-beschrijving-leeg",
    Severity::warning,
    {"De beschrijving '{0}' zegt niet wat er op de afbeelding te zien is.",
     "The description '{0}' does not say what the image shows."},
    {"Schrijf tussen de haken [ ] wat iemand mist die haar niet ziet, zoals [Leerlingen in de hal].",
     "Write between the brackets [ ] what somebody misses who cannot see it, as [Pupils in the hall]."}};

inline constexpr Rule looks_like_markup{
    "markdown-lijkt-op",
    Severity::warning,
    {"'{0}' blijft gewone tekst, want {1}.", "'{0}' stays ordinary text, because {1}."},
    {"{2}", "{2}"}};

inline constexpr Rule becomes_something_else{"markdown-wordt-iets-anders",
                                             Severity::warning,
                                             {"'{0}' wordt {1}, want {2}.", "'{0}' becomes {1}, because {2}."},
                                             {"{3}", "{3}"}};

inline constexpr Rule lost_text{
    "markdown-tekst-verdwijnt",
    Severity::warning,
    {"'{0}' komt niet op de pagina, want {1}.", "'{0}' does not reach the page, because {1}."},
    {"{2}", "{2}"}};

inline constexpr Rule skipped_heading_level{
    "markdown-kop-niveau",
    Severity::warning,
    {"De kop '{0}' heeft {1}, maar daarboven ontbreekt een kop met {2}.",
     "The heading '{0}' has {1}, but there is no heading with {2} above it."},
    {"Begin deze kop met {2}. Wie de pagina laat voorlezen, denkt anders dat er een stuk mist.",
     "Begin this heading with {2}. Someone who has the page read aloud would think that a part is missing."}};

inline constexpr Rule comment_left_out{
    "markdown-commentaar",
    Severity::note,
    {"Het commentaar '{0}' komt niet op de pagina.", "The comment '{0}' does not reach the page."},
    {"U hoeft niets te doen. Moet de tekst wel op de pagina? Haal dan '<!--' en '-->' weg.",
     "You need not do anything. Should the text be on the page? Then remove '<!--' and '-->'."}};

inline constexpr Rule open_comment{
    "markdown-commentaar-open",
    Severity::error,
    {"Het commentaar '{0}' heeft geen eigen einde '-->'.", "The comment '{0}' has no end '-->' of its own."},
    {"Zet '-->' waar het commentaar ophoudt. Bedoelt u '<!--' letterlijk? Zet er dan een \\ voor.",
     "Put '-->' where the comment ends. Do you mean '<!--' as it is? Then put a \\ before it."}};

inline constexpr std::array markdown_rules{&looks_like_markup,
                                           &becomes_something_else,
                                           &lost_text,
                                           &skipped_heading_level,
                                           &comment_left_out,
                                           &open_comment,
                                           &raw_html,
                                           &page_title_in_text,
                                           &refused_address,
                                           &image_without_text,
                                           &image_text_says_nothing};

}  // namespace wegwijs
