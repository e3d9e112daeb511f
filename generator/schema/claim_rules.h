#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of claims and of the sources they name.

inline constexpr Rule unknown_status{
    "onbekende-status",
    Severity::error,
    {"'{0}' is geen keuze voor '{1}'.", "'{0}' is not an option of '{1}'."},
    {"Kies uit {2}. Niet nagekeken? Laat het veld weg.", "Choose from {2}. Not looked at? Leave it out."}};

inline constexpr Rule short_form_only_yes{
    "korte-vorm-alleen-ja",
    Severity::error,
    {"De korte vorm '{1}: {0}' kan niet: alleen '{2}' mag zonder toelichting.",
     "The short form '{1}: {0}' is not possible: only '{2}' may stand without explanation."},
    {"Schrijf '{1}: [{status: {0}, toelichting: …, bron: …}]'.",
     "Write '{1}: [{status: {0}, toelichting: …, bron: …}]'."}};

inline constexpr Rule amount_of_nothing{
    "omvang-van-niets",
    Severity::warning,
    {"Bij '{1}' staat een omvang ('{0}'), en de status is '{2}'.",
     "'{1}' has an amount ('{0}'), and its status is '{2}'."},
    {"Is het er wel? Kies dan de status die de bron geeft. Is het er niet, haal dan 'omvang' weg.",
     "Is it there? Then choose the status that the source gives. If it is not, remove 'omvang'."}};

inline constexpr Rule amount_unlikely{
    "omvang-kan-niet",
    Severity::warning,
    {"De omvang '{0}' bij '{1}' kan bijna niet: {2}.", "The amount '{0}' at '{1}' can hardly be: {2}."},
    {"Kijk in de bron welk getal het is. Noemt de bron geen getal, of klopt dit toch? Haal 'omvang' dan weg en schrijf "
     "het in de toelichting.",
     "Check in the source which number it is. Does the source name none, or is this right? Then remove 'omvang' and "
     "write it in the explanation."}};

inline constexpr Rule claim_without_source{
    "bewering-zonder-bron",
    Severity::error,
    {"Bij '{0}' staat geen bron.", "'{0}' has no source."},
    {"Zet 'bron: …' bij deze bewering, of één keer bovenaan voor het hele bestand.",
     "Put 'bron: …' at this claim, or once at the top for the whole file."}};

inline constexpr Rule claim_without_explanation{
    "bewering-zonder-toelichting",
    Severity::error,
    {"'{0}: {1}' heeft een toelichting nodig.", "'{0}: {1}' needs an explanation."},
    {"Schrijf in één zin wat de bron precies zegt.", "Write in one sentence what the source says exactly."}};

inline constexpr Rule silence_not_checked{
    "niet-vermeld-niet-gecontroleerd",
    Severity::error,
    {"'{1}' bij '{0}' heeft 'gecontroleerd' nodig: wie las de bron, en wanneer?",
     "'{1}' at '{0}' needs 'gecontroleerd': who read the source, and when?"},
    {"Schrijf 'gecontroleerd: {op: 2026-08-31, door: {2}}', of laat het veld weg als niemand keek.",
     "Write 'gecontroleerd: {op: 2026-08-31, door: {2}}', or leave the field out when nobody looked."}};

inline constexpr Rule explanation_too_long{"toelichting-te-lang",
                                           Severity::error,
                                           {"De toelichting bij '{0}' is {1} tekens; er passen er {2}.",
                                            "The explanation of '{0}' has {1} characters; {2} fit."},
                                           {"Maak hem korter: hij moet in een cel op een telefoon passen.",
                                            "Make it shorter: it must fit in a cell on a phone."}};

inline constexpr Rule from_only_in_development{
    "vanaf-alleen-in-ontwikkeling",
    Severity::error,
    {"'vanaf' hoort alleen bij '{0}'.", "'vanaf' belongs to '{0}' only."},
    {"Haal 'vanaf' weg, of zet het in de toelichting.", "Remove 'vanaf', or put it in the explanation."}};

inline constexpr Rule source_without_name{
    "bron-zonder-naam",
    Severity::error,
    {"Deze bron heeft geen titel en geen webadres.", "This source has neither a title nor an address."},
    {"Geef een 'titel' of een 'url', zodat een lezer de bron kan vinden.",
     "Give a 'titel' or a 'url', so that a reader can find the source."}};

inline constexpr Rule claim_not_applicable{
    "veld-niet-van-toepassing",
    Severity::warning,
    {"'{0}' hoort hier niet: dat is alleen voor '{1}: {2}'. Het komt niet op de site.",
     "'{0}' does not belong here: it is for '{1}: {2}' only. It is not published."},
    {"Haal het weg, of vul '{1}' aan.", "Remove it, or complete '{1}'."}};

inline constexpr Rule unused_source{
    "bron-ongebruikt",
    Severity::warning,
    {"De bron '{0}' wordt nergens in dit bestand gebruikt.", "The source '{0}' is used nowhere in this file."},
    {"Schrijf 'bron: {0}' bij wat eruit komt, of haal de bron weg.",
     "Write 'bron: {0}' at what comes from it, or remove the source."}};

inline constexpr std::array claim_rules{
    &unknown_status,       &short_form_only_yes,  &claim_without_source,     &claim_without_explanation,
    &silence_not_checked,  &explanation_too_long, &from_only_in_development, &source_without_name,
    &claim_not_applicable, &unused_source,        &amount_of_nothing,        &amount_unlikely};

}  // namespace wegwijs
