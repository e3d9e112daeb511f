#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the pictures and documents that are published beside the pages.

inline constexpr Rule file_kind_refused{"bestand-soort",
                                        Severity::error,
                                        {"'{0}' kan niet op de site: {1}.", "'{0}' cannot be on the site: {1}."},
                                        {"Haal het bestand weg, of bewaar het als een soort die wel kan: {2}.",
                                         "Remove the file, or save it as a kind that can be published: {2}."}};

inline constexpr Rule picture_refused{
    "afbeelding-onbruikbaar",
    Severity::error,
    {"De afbeelding '{0}' kan niet op de site: {1}.", "The image '{0}' cannot be on the site: {1}."},
    {"Open haar in een programma voor foto's, bewaar haar opnieuw als JPG of PNG en zet het nieuwe bestand hier.",
     "Open it in a program for photos, save it anew as JPG or PNG and put the new file here."}};

inline constexpr Rule picture_of_other_kind{
    "afbeelding-andere-soort",
    Severity::error,
    {"In '{0}' zit een {1}-afbeelding: de naam klopt niet.", "'{0}' holds a {1} image: its name is not right."},
    {"Noem het bestand '{2}', ook in de teksten.", "Call the file '{2}', in the texts too."}};

inline constexpr Rule svg_refused{
    "svg-onveilig",
    Severity::error,
    {"De tekening '{0}' kan niet op de site: {1} ({2}).", "The drawing '{0}' cannot be on the site: {1} ({2})."},
    {"Bewaar haar opnieuw als 'gewone SVG', zonder scripts en links, of als PNG.",
     "Save it anew as 'plain SVG', without scripts and links, or as PNG."}};

inline constexpr Rule document_refused{
    "document-onbruikbaar",
    Severity::error,
    {"Het document '{0}' kan niet op de site: {1}.", "The document '{0}' cannot be on the site: {1}."},
    {"Open het in het programma waarmee het is gemaakt, bewaar het opnieuw en zet het nieuwe bestand hier.",
     "Open it in the program that made it, save it anew and put the new file here."}};

inline constexpr Rule document_names_maker{
    "document-noemt-maker",
    Severity::note,
    {"In '{0}' staat wie het maakte: '{1}'. Wie het bestand opent, kan dat zien.",
     "'{0}' says who made it: '{1}'. Whoever opens the file can see that."},
    {"Is het de naam van een persoon? Haal hem weg bij 'Eigenschappen' in het programma waarmee u het maakte (en "
     "bij opmerkingen en bijgehouden wijzigingen, als die er zijn), en bewaar het opnieuw. Is het een organisatie, dan "
     "hoeft u niets te doen.",
     "Is it the name of a person? Remove it at 'Properties' in the program that made it (and at remarks and "
     "followed changes, if there are any), and save it anew. If it is an organisation, nothing is needed."}};

inline constexpr Rule file_without_link{
    "bestand-zonder-link",
    Severity::note,
    {"Geen enkele pagina verwijst naar '{0}'; het komt wel op de site.",
     "No page links to '{0}'; it is published all the same."},
    {"Zet er een link naartoe ({1}), of haal het bestand weg.", "Link to it ({1}), or remove the file."}};

inline constexpr Rule files_folder_empty{
    "bestanden-map-leeg",
    Severity::warning,
    {"De map '{0}' van 'bestanden' bestaat niet of is leeg.",
     "The folder '{0}' of 'bestanden' does not exist or is empty."},
    {"Verander de naam, of haal de regel weg: dan is het de map content/bestanden.",
     "Change the name, or remove the line: it is the folder content/bestanden then."}};

inline constexpr std::array content_file_rules{&file_kind_refused, &picture_refused,     &picture_of_other_kind,
                                               &svg_refused,       &file_without_link,   &files_folder_empty,
                                               &document_refused,  &document_names_maker};

}  // namespace wegwijs
