#pragma once

#include "diagnostic/diagnostic.h"

namespace wegwijs::near_miss {

/// A reason, and how to repair what it names.
struct Advice {
  BilingualText reason;
  BilingualText repair;
};

inline constexpr Advice broken_link{
    {"een link sluit met ), en een adres met een spatie staat tussen < en >",
     "a link ends with ), and an address with a space is put between < and >"},
    {"Schrijf [tekst](/adres/), of [tekst](</adres met spatie/>) als er een spatie in hoort.",
     "Write [text](/address/), or [text](</address with space/>) if a space belongs in it."}};
inline constexpr Advice reversed_link{{"in een link staat eerst de tekst tussen [ ] en dan het adres tussen ( )",
                                       "a link has first its text between [ ] and then its address between ( )"},
                                      {"Schrijf [tekst](/adres/).", "Write [text](/address/)."}};
inline constexpr Advice spaced_link{{"tussen ] en ( mag geen spatie staan", "no space may stand between ] and ("},
                                    {"Haal de spatie tussen ] en ( weg.", "Remove the space between ] and (."}};
inline constexpr Advice unknown_footnote{
    {"een voetnoot met deze naam staat niet in de tekst", "there is no footnote of this name in the text"},
    {"Zet onder de tekst een regel die begint met dezelfde naam en een dubbele punt, zoals [^naam]: uitleg.",
     "Put a line below the text that begins with the same name and a colon, as [^name]: explanation."}};
inline constexpr Advice unknown_reference{
    {"een verwijzing met deze naam staat niet in de tekst", "there is no reference of this name in the text"},
    {"Schrijf [tekst](/adres/), of zet onder de tekst een regel als [naam]: /adres/.",
     "Write [text](/address/), or put a line as [name]: /address/ below the text."}};
inline constexpr Advice unspaced_heading{
    {"achter de # van een kop hoort een spatie", "a space belongs after the # of a heading"},
    {"Zet een spatie achter de laatste #.", "Put a space after the last #."}};
inline constexpr Advice deep_heading{
    {"een kop heeft twee tot zes keer #", "a heading has two to six times #"},
    {"Haal # weg tot er twee, drie of vier staan.", "Remove # until there are two, three or four."}};
inline constexpr Advice hard_space_in_mark{{"achter het teken staat een harde spatie, die er als een gewone uitziet",
                                            "there is a hard space after the sign, which looks like an ordinary one"},
                                           {"Haal de spatie achter het teken weg en typ een gewone.",
                                            "Remove the space after the sign and type an ordinary one."}};
inline constexpr Advice wiki_link{
    {"een link schrijft u hier als [tekst](/adres/)", "a link is written here as [text](/address/)"},
    {"Schrijf [tekst](/adres/).", "Write [text](/address/)."}};
inline constexpr Advice shortcode{
    {"opdrachten van een ander programma worden hier niet uitgevoerd",
     "commands of another program are not carried out here"},
    {"Haal de opdracht weg, of schrijf de tekst zelf uit.", "Remove the command, or write the text itself."}};
inline constexpr Advice loose_mark{{"binnen dit teken mag aan het begin en het eind geen spatie staan",
                                    "within this sign no space may stand at the beginning and the end"},
                                   {"Haal de spatie aan de binnenkant weg.", "Remove the space on the inside."}};
inline constexpr Advice stuck_mark{{"tussen een leesteken en een letter werkt dit teken niet",
                                    "this sign does not work between punctuation and a letter"},
                                   {"Zet een spatie aan de buitenkant, of neem het leesteken buiten de nadruk.",
                                    "Put a space on the outside, or take the punctuation out of the emphasis."}};
inline constexpr Advice list_item{
    {"een opsomming begint hier met een streepje en een spatie", "a list begins here with a hyphen and a space"},
    {"Begin elke regel van de lijst met '- '.", "Begin every line of the list with '- '."}};
inline constexpr Advice numbered_item{
    {"achter het nummer van een lijst hoort een spatie", "a space belongs after the number of a list"},
    {"Zet achter elk nummer een spatie, zoals '1. '.", "Put a space after every number, as '1. '."}};
inline constexpr Advice table_without_rule{
    {"onder de koppen van een tabel hoort een regel als |---|---|",
     "a line like |---|---| belongs under the headings of a table"},
    {"Zet onder de eerste regel een regel met evenveel vakken van streepjes, zoals |---|---|.",
     "Put a line with as many cells of hyphens below the first line, as |---|---|."}};
inline constexpr Advice raised_text{
    {"hoge cijfers kunnen hier niet met ^", "raised figures cannot be made here with ^"},
    {"Typ het hoge cijfer zelf, zoals in m², of schrijf het voluit.",
     "Type the raised figure itself, as in m², or write it in full."}};
inline constexpr Advice marked_text{
    {"markeren kan hier niet met ==", "text cannot be marked here with =="},
    {"Zet ** om de woorden heen als ze moeten opvallen.", "Put ** around the words if they should stand out."}};
inline constexpr Advice language_mark{
    {"een taal schrijft u als {lang=en}: een bekende code van twee of drie letters, direct achter [tekst]",
     "a language is written as {lang=en}: a known code of two or three letters, right after [text]"},
    {"Schrijf bijvoorbeeld [Welcome]{lang=en} of [مرحبا]{lang=ar}.",
     "Write for example [Welcome]{lang=en} or [مرحبا]{lang=ar}."}};

}  // namespace wegwijs::near_miss
