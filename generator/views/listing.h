#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/site.h"

namespace wegwijs {

/// One line of a list: an entry, under its own name or under another or old name of it.
struct ListedEntry {
  EntryNumber entry;
  std::string other_name;  ///< empty: under its own title
};

/// Entries under one heading. The label comes from an option of the schema, or from the alphabet.
struct ListedGroup {
  const Option* option = nullptr;  ///< null: no heading, or a letter or a day
  std::string letter;
  std::optional<Date> day;
  std::vector<ListedEntry> entries;
};

struct Listing {
  std::vector<ListedGroup> groups;
  std::size_t entries = 0;  ///< each counted once, other names not at all
};

/// How the entries of a listing are divided.
enum class Division : std::uint8_t { none, by_option, by_letter };

/// Divides `entries` (in the order in which they are given) over the options of `grouped_by`, in the order of the
/// schema; an entry with two of them is listed twice. Groups without entries are left out; entries without a value come
/// last, in a group without heading.
Listing divided_by_option(const Site& site, const std::vector<EntryNumber>& entries, FieldIndex grouped_by);

/// Divides `entries` by the day in `grouped_by`, the earliest first; those without one come last, in a group without
/// heading.
Listing divided_by_day(const Site& site, const std::vector<EntryNumber>& entries, FieldIndex grouped_by);

/// All of `entries`, and their other and old names, in one Dutch alphabet, divided by first letter.
Listing divided_by_letter(const Site& site, const std::vector<EntryNumber>& entries);

/// Sorts by date (the role `date`), newest first; entries without one come last, in the order that they had.
void sort_newest_first(const Site& site, std::vector<EntryNumber>& entries);

/// One group without heading.
Listing undivided(const std::vector<EntryNumber>& entries);

/// The entries of a collection that have `option` in `field`.
std::vector<EntryNumber> entries_with(const Site& site, std::uint16_t collection, FieldIndex field,
                                      std::uint16_t option);

/// Every published entry of a collection.
std::vector<EntryNumber> entries_of(const Site& site, std::uint16_t collection);

}  // namespace wegwijs
