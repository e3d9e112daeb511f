#pragma once

#include <span>

#include "files/file_tree.h"
#include "model/block_memory.h"
#include "model/diagnostic_bytes.h"
#include "model/site.h"

namespace wegwijs {

/// What a check may look at: the records, and the bytes of the files that they were read from.
struct CheckContext {
  const FileTree& sources;
  const Site& site;
  Date today;  ///< the day in the time zone of the site
  std::size_t threads = 1;
  /// Remembers the findings about entries and texts, in `check_blocks` blocks; begun and finished by the caller. Null:
  /// everything is looked at.
  BlockMemory* memory = nullptr;
  FindRule find_rule = nullptr;  ///< for `memory`
};

/// In how many blocks the site is checked: those of the entries, and one of the texts beside them.
std::size_t check_blocks(const Site& site);

/// A judgement about a whole site.
using Check = void (*)(const CheckContext& context, Diagnostics& diagnostics);

/// A judgement about one entry. What it looks at beside the records of the site (`RecordReads` knows which) and the
/// text of the entry itself is the same for all entries. Called from several threads at once.
using EntryCheck = void (*)(const CheckContext& context, const Collection& collection, const Entry& entry,
                            Diagnostics& diagnostics);

/// Every check, in the order in which they run. A new one is a file of its own and a line here.
std::span<const Check> checks();
std::span<const EntryCheck> entry_checks();

/// Runs all of them, and those of texts (site_texts.h).
void run_checks(const CheckContext& context, Diagnostics& diagnostics);

/// Two entries that share a combination of fields that the schema declares unique (brin and vestiging), or a title.
void check_unique_values(const CheckContext& context, Diagnostics& diagnostics);

/// Another name of a term that is an everyday word, so that texts link to the term where they mean something else.
void check_everyday_terms(const CheckContext& context, Diagnostics& diagnostics);

/// A collection whose source was read longer ago than its settings allow.
void check_stale_reads(const CheckContext& context, Diagnostics& diagnostics);

/// A period without begin or with its end before it, and a date outside the school year that its entry names.
void check_calendar_dates(const CheckContext& context, const Collection& collection, const Entry& entry,
                          Diagnostics& diagnostics);

/// A day on which a source is said to have spoken, somebody to have looked, or an entry to have changed, that is still
/// to come; and news dated in the future that is not scheduled.
void check_future_dates(const CheckContext& context, const Collection& collection, const Entry& entry,
                        Diagnostics& diagnostics);

/// A sentence that looks ahead to a year that is over ("de subsidie loopt tot eind 2025").
void check_passed_futures(const CheckContext& context, const Collection& collection, const Entry& entry,
                          Diagnostics& diagnostics);

/// Years that must be typing errors, and a promise ('vanaf') whose day has passed.
void check_years(const CheckContext& context, const Collection& collection, const Entry& entry,
                 Diagnostics& diagnostics);

/// Telephone numbers that cannot exist and are not declared in `site.yaml`.
void check_phone_numbers(const CheckContext& context, const Collection& collection, const Entry& entry,
                         Diagnostics& diagnostics);

/// Claims for levels that their entry does not have, the same claim twice, two answers of one source, and an
/// explanation that gives another answer than the status.
void check_claims(const CheckContext& context, const Collection& collection, const Entry& entry,
                  Diagnostics& diagnostics);

/// What an author meant to fill in later, what says nothing ("n.v.t."), and signs of markup in a text that is shown
/// literally.
void check_leftovers(const CheckContext& context, const Collection& collection, const Entry& entry,
                     Diagnostics& diagnostics);

/// Lists that name something twice, and references of an entry to itself.
void check_repeated_values(const CheckContext& context, const Collection& collection, const Entry& entry,
                           Diagnostics& diagnostics);

}  // namespace wegwijs
