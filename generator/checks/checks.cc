#include "checks/checks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "checks/site_texts.h"
#include "parallel/parallel_map.h"

namespace wegwijs {
namespace {

/// Entries that are looked at, and remembered, together: one that changes has its neighbours looked at too.
constexpr RecordNumber entries_per_block = 16;

constexpr std::array checks_of_texts{check_reminders_in, check_privacy_of};

/// Calls `visit(collection, entry)` for the entries of one block.
template <typename Visit>
void for_entries_of_block(const Site& site, std::size_t block, const Visit& visit) {
  const auto first = static_cast<RecordNumber>(block) * entries_per_block;
  const RecordNumber end = std::min(first + entries_per_block, site.records);
  RecordNumber begin_of_collection = 0;
  for (const Collection& collection : site.collections) {
    const auto end_of_collection = begin_of_collection + static_cast<RecordNumber>(collection.entries.size());
    for (RecordNumber number = std::max(first, begin_of_collection); number < std::min(end, end_of_collection);
         ++number)
      visit(collection, collection.entries[number - begin_of_collection]);
    begin_of_collection = end_of_collection;
  }
}

Diagnostics findings_of_block(const CheckContext& context, std::size_t block) {
  Diagnostics found;
  for_entries_of_block(context.site, block, [&](const Collection& collection, const Entry& entry) {
    for (const EntryCheck check : entry_checks()) check(context, collection, entry, found);
    check_texts_of(context, entry, checks_of_texts, found);
  });
  return found;
}

std::size_t blocks_of_entries(const Site& site) {
  return (site.records + entries_per_block - 1) / entries_per_block;
}

/// What `look` finds, which is remembered as `block`; `texts`: the entries whose texts it looks at.
template <typename Look>
Diagnostics remembered(const CheckContext& context, std::size_t block, std::vector<RecordRange> texts,
                       const Look& look) {
  if (context.memory == nullptr) return look();
  if (const std::optional<std::string_view> known = context.memory->find(block)) {
    ByteReader bytes(*known);
    return read_diagnostics(bytes, context.find_rule);
  }
  const RecordReads reads(context.site.records);
  Diagnostics found = look();
  std::string made;
  append_diagnostics(made, found);
  context.memory->keep(block, {reads.ranges(), std::move(texts)}, std::move(made));
  return found;
}

}  // namespace

std::span<const Check> checks() {
  static constexpr std::array all{
      check_unique_values,   //
      check_everyday_terms,  //
      check_stale_reads,     //
  };
  return all;
}

std::span<const EntryCheck> entry_checks() {
  static constexpr std::array all{
      check_calendar_dates,   //
      check_future_dates,     //
      check_passed_futures,   //
      check_years,            //
      check_phone_numbers,    //
      check_claims,           //
      check_leftovers,        //
      check_repeated_values,  //
  };
  return all;
}

std::size_t check_blocks(const Site& site) {
  return blocks_of_entries(site) + 1;
}

void run_checks(const CheckContext& context, Diagnostics& diagnostics) {
  for (const Check check : checks()) check(context, diagnostics);
  const std::size_t blocks = blocks_of_entries(context.site);
  std::vector<Diagnostics> found = parallel_map<Diagnostics>(blocks, context.threads, [&](std::size_t block) {
    const auto first = static_cast<RecordNumber>(block) * entries_per_block;
    return remembered(context, block, {{first, std::min(first + entries_per_block, context.site.records)}},
                      [&] { return findings_of_block(context, block); });
  });
  for (Diagnostics& one : found) diagnostics.append(std::move(one));
  // What all blocks share has the contents of the files beside the entries, those that are withheld among them.
  diagnostics.append(
      remembered(context, blocks, {}, [&] { return findings_beside_entries(context, checks_of_texts); }));
}

}  // namespace wegwijs
