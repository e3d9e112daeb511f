#pragma once

#include <span>

#include "model/site.h"

namespace wegwijs {

/// A judgement about the records of a whole site.
using Check = void (*)(const Site& site, Date today, Diagnostics& diagnostics);

/// Every check, in the order in which they run. A new one is a file of its own and a line here.
std::span<const Check> checks();

/// `today` is the day in the time zone of the site.
void run_checks(const Site& site, Date today, Diagnostics& diagnostics);

/// Two entries that share a combination of fields that the schema declares unique (brin and vestiging).
void check_unique_values(const Site& site, Date today, Diagnostics& diagnostics);

/// A period without begin or with its end before it, and a date outside the school year that its entry names.
void check_calendar_dates(const Site& site, Date today, Diagnostics& diagnostics);

/// A day on which a source is said to have spoken, or somebody to have looked, that is still to come.
void check_future_dates(const Site& site, Date today, Diagnostics& diagnostics);

/// Another name of a term that is an everyday word, so that texts link to the term where they mean something else.
void check_everyday_terms(const Site& site, Date today, Diagnostics& diagnostics);

/// A sentence that looks ahead to a year that is over ("de subsidie loopt tot eind 2025").
void check_passed_futures(const Site& site, Date today, Diagnostics& diagnostics);
/// A collection whose source was read longer ago than its settings allow.
void check_stale_reads(const Site& site, Date today, Diagnostics& diagnostics);

}  // namespace wegwijs
