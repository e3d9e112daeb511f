#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// What check_markdown_limits and the writer of the HTML refuse. "{0}" is the limit.

inline constexpr Rule markdown_text_too_large{
    "markdown-te-groot",
    Severity::error,
    {"Deze tekst is {1} KB; meer dan {0} KB kan niet.", "This text is {1} KB; more than {0} KB is not possible."},
    {"Verdeel de tekst over meer pagina's.", "Divide the text over several pages."}};

inline constexpr Rule markdown_line_too_long{
    "markdown-regel-te-lang",
    Severity::error,
    {"Deze regel is langer dan {0} KB; dat kan niet met zoveel tekens als * [ < en @.",
     "This line is longer than {0} KB, which is not possible with so many signs as * [ < and @."},
    {"Zet in een lange tekst af en toe een lege regel, zodat er alinea's ontstaan.",
     "Put an empty line in a long text now and then, so that there are paragraphs."}};

inline constexpr Rule markdown_paragraph_too_long{
    "markdown-alinea-te-lang",
    Severity::error,
    {"Hier staat meer dan {0} KB tekst zonder lege regel ertussen; dat kan niet met zoveel tekens als * [ < en @.",
     "More than {0} KB of text stands here without an empty line in it, which is not possible with so many signs as * "
     "[ < "
     "and @."},
    {"Zet er een lege regel tussen, of verdeel de lijst of tabel in stukken.",
     "Put an empty line in it, or divide the list or table into pieces."}};

inline constexpr Rule markdown_table_too_wide{
    "markdown-tabel-te-breed",
    Severity::error,
    {"Op deze regel staan meer dan {0} rechte strepen |.", "There are more than {0} bars | on this line."},
    {"Zo'n brede tabel kan niemand lezen: maak er meer tabellen van.",
     "Nobody can read a table this wide: make several tables of it."}};

inline constexpr Rule markdown_tables_too_large{
    "markdown-tabel-te-groot",
    Severity::error,
    {"De tabellen in deze tekst hebben samen meer dan {0} cellen; lege tellen mee.",
     "The tables in this text have more than {0} cells together, empty ones included."},
    {"Verdeel ze over meer pagina's.", "Divide them over several pages."}};

inline constexpr Rule markdown_too_deep{"markdown-te-diep",
                                        Severity::error,
                                        {"Hier staan meer dan {0} lijsten of citaten in elkaar.",
                                         "More than {0} lists or quotes stand in each other here."},
                                        {"Haal tekens '>', '-' of nummers aan het begin van de regel weg.",
                                         "Remove '>', '-' or numbers at the beginning of the line."}};

inline constexpr Rule markdown_indented_too_far{
    "markdown-inspringing",
    Severity::error,
    {"Deze regel springt verder in dan {0} plaatsen.", "This line is indented by more than {0} columns."},
    {"Haal spaties of tabs aan het begin van de regel weg.", "Remove spaces or tabs at the beginning of the line."}};

inline constexpr Rule markdown_many_delimiter_lines{
    "markdown-tabelregels",
    Severity::error,
    {"Hier staan meer dan {0} regels met alleen streepjes (zoals |---|) zonder lege regel ertussen.",
     "More than {0} lines of only dashes (as |---|) stand here without an empty line in between."},
    {"Zet een lege regel onder elke tabel.", "Put an empty line under every table."}};

inline constexpr Rule markdown_repeated_punctuation{
    "markdown-teken-herhaald",
    Severity::error,
    {"Hier staat het teken '{1}' meer dan {0} keer achter elkaar.",
     "The character '{1}' stands here more than {0} times in a row."},
    {"Maak de rij korter; een streep over de pagina is '---' op een eigen regel.",
     "Make the row shorter; a line across the page is '---' on a line of its own."}};

inline constexpr Rule markdown_many_signs{
    "markdown-tekens-te-veel",
    Severity::error,
    {"In deze alinea staat '{1}' meer dan {0} keer.", "'{1}' stands in this paragraph more than {0} times."},
    {"Zet er een lege regel tussen, of laat een deel weg.", "Put an empty line in between, or leave a part out."}};

inline constexpr Rule markdown_much_emphasis{"markdown-nadruk-te-veel",
                                             Severity::error,
                                             {"In deze alinea staan meer dan {0} tekens *, _ of ~.",
                                              "There are more than {0} signs *, _ or ~ in this paragraph."},
                                             {"Zet er een lege regel tussen, of laat een deel van de nadruk weg.",
                                              "Put an empty line in between, or leave out some of the emphasis."}};

inline constexpr Rule markdown_much_emphasis_in_text{
    "markdown-nadruk-in-tekst",
    Severity::error,
    {"In de alinea's met meer dan {1} tekens *, _ of ~ staan er samen meer dan {0}.",
     "The paragraphs with more than {1} signs *, _ or ~ have more than {0} together."},
    {"Zet lege regels in deze alinea's, of laat een deel van de nadruk weg.",
     "Put empty lines into these paragraphs, or leave out some of the emphasis."}};

inline constexpr Rule markdown_many_addresses{
    "markdown-adressen-aaneen",
    Severity::error,
    {"Hier staan meer dan {0} webadressen aan elkaar vast.", "More than {0} web addresses stand here without a space."},
    {"Zet een spatie tussen de adressen.", "Put a space between the addresses."}};

inline constexpr Rule markdown_definition_too_long{
    "markdown-verwijzing-te-lang",
    Severity::error,
    {"Bij deze verwijzing ([naam]: adres) hoort meer dan {0} KB tekst.",
     "More than {0} KB of text belongs to this reference ([name]: address)."},
    {"Zet een lege regel onder de verwijzing, of maak het adres of de titel korter.",
     "Put an empty line under the reference, or make its address or title shorter."}};

inline constexpr Rule markdown_copies_too_large{
    "markdown-verwijzingen-te-veel",
    Severity::error,
    {"De verwijzingen in deze tekst worden samen groter dan {0} KB.",
     "The references in this text become larger than {0} KB together."},
    {"Maak het langste adres achter '[naam]:' korter.", "Make the longest address behind '[name]:' shorter."}};

inline constexpr Rule markdown_open_footnote{
    "markdown-voetnoot-open",
    Severity::error,
    {"Deze verwijzing naar een voetnoot ('[^…') houdt niet op deze regel op.",
     "This reference to a footnote ('[^…') does not end on this line."},
    {"Zet '[^naam]' met beide haken op één regel en laat tekens zoals [ < ` en \\ uit de naam; is het geen voetnoot, "
     "schrijf dan '\\['.",
     "Write '[^name]' with both brackets on one line, without signs such as [ < ` and \\ in the name; if it is no "
     "footnote, write '\\['."}};

inline constexpr Rule markdown_output_too_large{
    "markdown-uitvoer-te-groot",
    Severity::error,
    {"De pagina wordt vanaf hier groter dan {0} KB.", "From here on the page becomes larger than {0} KB."},
    {"Kijk of hier iets heel vaak herhaald wordt, of verdeel de tekst over meer pagina's.",
     "See whether something is repeated very often here, or divide the text over several pages."}};

inline constexpr Rule markdown_many_mistakes{
    "markdown-meer-fouten",
    Severity::error,
    {"In deze tekst staan meer dan {0} fouten; de rest wordt niet genoemd.",
     "There are more than {0} mistakes in this text; the others are not told."},
    {"Herstel de genoemde fouten en probeer opnieuw.", "Mend the mistakes that are told and try again."}};

inline constexpr std::array markdown_guard_rules{
    &markdown_text_too_large,   &markdown_line_too_long,        &markdown_paragraph_too_long,
    &markdown_table_too_wide,   &markdown_tables_too_large,     &markdown_too_deep,
    &markdown_indented_too_far, &markdown_many_delimiter_lines, &markdown_repeated_punctuation,
    &markdown_many_signs,       &markdown_much_emphasis,        &markdown_much_emphasis_in_text,
    &markdown_many_addresses,   &markdown_definition_too_long,  &markdown_copies_too_large,
    &markdown_open_footnote,    &markdown_output_too_large,     &markdown_many_mistakes};

}  // namespace wegwijs
