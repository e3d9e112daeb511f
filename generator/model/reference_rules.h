#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of what one file says about another.

inline constexpr Rule dangling_reference{
    "verwijzing-naar-niets",
    Severity::error,
    {"'{0}' bestaat niet in '{1}'.", "'{0}' does not exist in '{1}'."},
    {"Schrijf de naam van een bestand uit de map '{2}', zonder .md of .yaml erachter.",
     "Write the name of a file in the folder '{2}', without .md or .yaml behind it."}};

inline constexpr Rule reference_to_withheld{
    "verwijzing-naar-achtergehouden",
    Severity::warning,
    {"'{0}' is nu niet op de site: '{1}' {2}. Deze verwijzing blijft zolang weg.",
     "'{0}' is not on the site now: '{1}' {2}. Until it is, this reference is left out."},
    {"Haal de verwijzing weg als de pagina niet (terug)komt.",
     "Remove the reference if the page does not come (back)."}};

inline constexpr Rule unknown_title{
    "naam-van-niets",
    Severity::error,
    {"'{0}' is geen naam of id in '{1}'.", "'{0}' is not a name or id in '{1}'."},
    {"Schrijf de naam precies zoals hij op de site staat, of de naam van het bestand in de map '{2}'.",
     "Write the name exactly as it is on the site, or the name of the file in the folder '{2}'."}};

inline constexpr Rule unknown_collection{
    "verzameling-bestaat-niet",
    Severity::error,
    {"Het veld '{0}' verwijst naar '{1}', en die verzameling is er niet.",
     "The field '{0}' refers to '{1}', and there is no such collection."},
    {"Kijk bij 'verzamelingen' in site.yaml.", "See 'verzamelingen' in site.yaml."}};

inline constexpr Rule unknown_source{
    "onbekende-bron",
    Severity::error,
    {"De bron '{0}' staat niet bij 'bronnen' in dit bestand en is geen brondocument.",
     "The source '{0}' is not among the 'bronnen' of this file and is no source document."},
    {"Zet hem bij 'bronnen', als: {0}: {titel: \"Gids 2026-2027\"}. Of maak er een "
     "brondocument van.",
     "Put it under 'bronnen', as: {0}: {titel: \"Gids 2026-2027\"}. Or make it a source "
     "document."}};

inline constexpr Rule named_elsewhere{
    "verwijzing-vaak",
    Severity::note,
    {"'{0}' wordt op nog {1} andere plekken genoemd.", "'{0}' is named at {1} more places."},
    {"Is het bestand weg of heet het anders? Zet het terug, dan kloppen ze allemaal. Moet het weg of anders heten? "
     "Dat doen './wegwijs remove' en './wegwijs rename', met alle plekken erbij.",
     "Is the file gone or renamed? Put it back, and all of them are right. Must it go or have another name? That is "
     "what './wegwijs remove' and './wegwijs rename' do, with all those places."}};

inline constexpr Rule more_unknown_titles{
    "naam-van-niets-vaak",
    Severity::note,
    {"In dit bestand leiden nog {0} andere namen naar niets.", "In this file {0} more names lead to nothing."},
    {"Staat de kolom onder de goede naam, en is dit de goede tabel?",
     "Does the column stand under the right name, and is this the right table?"}};

inline constexpr Rule source_is_address{
    "bron-is-adres",
    Severity::error,
    {"Bij 'bron' staat een webadres ('{0}'), en daar hoort de naam van een bron.",
     "'bron' has a web address ('{0}'), where the name of a source belongs."},
    {"Zet het adres één keer bij 'bronnen', met een korte naam ervoor, als: website: {titel: \"…\", url: \"{0}\"}. "
     "Schrijf hier die naam.",
     "Put the address once under 'bronnen', with a short name before it, as: website: {titel: \"…\", url: \"{0}\"}. "
     "Write that name here."}};

inline constexpr Rule unknown_source_set{
    "reeks-bestaat-niet",
    Severity::error,
    {"Bij 'uit' staat de reeks '{0}', en geen enkele bron hoort daarbij.",
     "'uit' names the set '{0}', and no source belongs to it."},
    {"Schrijf de naam zoals die bij een bron achter 'reeks' staat, of haal de regel weg.",
     "Write the name as it is given at a source after 'reeks', or remove the line."}};

inline constexpr std::array reference_rules{&dangling_reference, &reference_to_withheld, &unknown_title,
                                            &unknown_collection, &unknown_source,        &unknown_source_set,
                                            &named_elsewhere,    &more_unknown_titles,   &source_is_address};

}  // namespace wegwijs
