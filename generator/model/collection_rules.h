#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of the files of a collection.

inline constexpr Rule collection_without_schema{
    "map-leeg",
    Severity::error,
    {"De verzameling '{0}' heeft geen '{1}/_schema.yaml'.", "The collection '{0}' has no '{1}/_schema.yaml'."},
    {"Kijk of 'map' in site.yaml klopt, en of het schema er staat.",
     "Check 'map' in site.yaml, and that the schema is there."}};

inline constexpr Rule schema_broken{
    "schema-onbruikbaar",
    Severity::error,
    {"De bestanden in '{2}' ({1}) zijn nog niet nagekeken, want het schema van '{0}' klopt niet.",
     "The files in '{2}' ({1}) were not checked yet, because the schema of '{0}' is wrong."},
    {"Herstel eerst het schema en probeer opnieuw.", "Mend the schema first and try again."}};

inline constexpr Rule bad_file_name{"bestandsnaam",
                                    Severity::error,
                                    {"'{0}' kan geen adres worden.", "'{0}' cannot become an address."},
                                    {"Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld '{1}'.",
                                     "Use small letters, digits and hyphens, for example '{1}'."}};

inline constexpr Rule unexpected_file{
    "bestand-onverwacht",
    Severity::error,
    {"'{0}' is geen .md of .yaml.", "'{0}' is no .md or .yaml."},
    {"In deze map horen alleen teksten. Zet plaatjes en documenten in de map content/bestanden.",
     "Only texts belong in this folder. Put images and documents in the folder content/bestanden."}};

inline constexpr Rule file_beside_tables{
    "bestand-naast-tabel",
    Severity::error,
    {"'{0}' hoort bij geen tabel: '{1}' is er niet.", "'{0}' belongs to no table: there is no '{1}'."},
    {"In deze map staan tabellen (.csv). Een .yaml-bestand heeft dezelfde naam als zijn tabel.",
     "This folder holds tables (.csv). A .yaml file has the same name as its table."}};

inline constexpr Rule no_table_file{
    "bestand-geen-tabel",
    Severity::error,
    {"'{0}' is geen tabel (.csv).", "'{0}' is no table (.csv)."},
    {"In deze map staan alleen tabellen. Bewaar een rekenblad als 'CSV UTF-8'; een kopie of een ander bestand hoort in "
     "een andere map.",
     "This folder only holds tables. Save a spreadsheet as 'CSV UTF-8'; a copy or another file belongs in another "
     "folder."}};

inline constexpr Rule mistake_in_many_files{
    "fout-in-veel-bestanden",
    Severity::note,
    {"Dit staat in nog {0} bestanden van deze map.", "This is so in {0} more files of this folder."},
    {"Is er net iets in '_schema.yaml' veranderd? Kijk dan daar eerst: een veld of een keuze die weg is of anders "
     "heet, en een veld dat nu verplicht is, geeft in elk bestand een fout.",
     "Was '_schema.yaml' changed just now? Look there first: a field or an option that is gone or has another name, "
     "and a field that is required now, is a mistake in every file."}};

inline constexpr Rule same_id{
    "id-dubbel",
    Severity::error,
    {"Het id '{0}' is al van '{1}'.", "The id '{0}' is taken by '{1}'."},
    {"Geef een van de twee bestanden een andere naam.", "Give one of the two files another name."}};

inline constexpr Rule id_differs{
    "id-anders-dan-bestand",
    Severity::error,
    {"Het id '{0}' is niet de naam van het bestand ('{1}').", "The id '{0}' is not the name of the file ('{1}')."},
    {"Maak ze gelijk, of laat 'id' weg.", "Make them the same, or leave 'id' out."}};

inline constexpr Rule dates_reversed{
    "datums-omgekeerd",
    Severity::error,
    {"'publiceren_tot' ({0}) ligt voor 'publiceren_vanaf' ({1}).",
     "'publiceren_tot' ({0}) is before 'publiceren_vanaf' ({1})."},
    {"Verwissel de datums, of haal een van de twee weg.", "Swap the dates, or remove one of them."}};

inline constexpr std::array collection_rules{
    &collection_without_schema, &schema_broken, &bad_file_name, &unexpected_file, &file_beside_tables, &no_table_file,
    &mistake_in_many_files,     &same_id,       &id_differs,    &dates_reversed};

}  // namespace wegwijs
