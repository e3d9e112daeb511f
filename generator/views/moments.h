#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace wegwijs {

/// When an entry with a date takes place.
struct Moment {
  Date first;
  Date last;  ///< the same day or a later one
  std::optional<TimeOfDay> from;
  std::optional<TimeOfDay> until;  ///< never without `from`
};

/// Empty for an entry without a date (the role `date`).
std::optional<Moment> moment_of(const Site& site, EntryNumber number);

/// The entry on whose page this one is shown (the role `shown_at`); empty when there is none.
std::optional<EntryNumber> shown_at(const Site& site, EntryNumber number);

/// Whether the entries of `collection` are shown on the pages of `other`.
bool is_shown_in(const Site& site, std::uint16_t collection, std::uint16_t other);

/// The entries of `collection` that are shown on the page of `entry`, in their own order.
std::vector<EntryNumber> entries_shown_at(const Site& site, EntryNumber entry, std::uint16_t collection);

/// The days on which the sources of a collection were read (the role `read_on`): the longest ago; empty when no entry
/// says so.
std::optional<Date> read_longest_ago(const Site& site, std::uint16_t collection);

/// Whether the sources were read longer ago than the settings of the collection allow.
bool is_stale(const CollectionRule& rule, Date read_on, Date today);

/// Whether a web address names a year, and all years in it are of a school year before that of `date`:
/// "/open-dagen-2024/25" for a day in February 2027.
bool names_older_year(std::string_view address, Date date);

/// What its calendar calls an entry: its title and that of the entry on whose page it is shown.
std::string full_title(const Site& site, EntryNumber number);

/// The calendar file of one entry: "/kalender/aanmelden.ics"; empty when its collection is no calendar.
std::string calendar_file_of(const Site& site, EntryNumber number);
/// The one of everything that is still to come.
std::string calendar_file_of_all(const Site& site, std::uint16_t collection);
/// The one of all entries of `collection` that are shown on the page of `entry`: "/scholen/de-brug/open-dagen.ics".
std::string calendar_file_at(const Site& site, EntryNumber entry, std::uint16_t collection);

}  // namespace wegwijs
