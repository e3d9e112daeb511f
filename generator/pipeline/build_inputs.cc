#include "pipeline/build_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "files/digest_bytes.h"
#include "model/references.h"
#include "pages/page_kind.h"
#include "parallel/parallel_map.h"

namespace wegwijs {
namespace {

/// Films and the like are known by what the disk says of them.
constexpr std::uint64_t largest_read = 4 * 1024 * 1024;

void append(std::string& all, EntryNumber number) {
  append_varint(all, number.collection);
  append_varint(all, number.entry);
}

Digest digest_of_file(const FileTree& sources, FileId file) {
  const SourceFile& source = sources.file(file);
  if (source.size <= largest_read || source.content) return sources.digest(file);
  return digest_of(
      fmt::format("{} {} {} {}", source.size, source.stamp.modified, source.stamp.changed, source.stamp.inode));
}

/// The files that are known by the entries in them.
std::set<FileId> files_of_entries(const Site& site) {
  std::set<FileId> files;
  for (const Collection& collection : site.collections) {
    for (const Entry& entry : collection.entries) files.insert(entry.file);
  }
  return files;
}

void add_files(const FileTree& sources, const Site& site, std::size_t threads, BuildInputs::Parts& parts) {
  const std::set<FileId> of_entries = files_of_entries(site);
  const std::vector<Digest> digests = parallel_map<Digest>(sources.files().size(), threads, [&](std::size_t number) {
    const FileId file{static_cast<std::uint32_t>(number)};
    return of_entries.contains(file) ? Digest() : digest_of_file(sources, file);
  });
  for (std::size_t number = 0; number < digests.size(); ++number) {
    if (digests[number] == Digest()) continue;
    const SourceFile& file = sources.files()[number];
    // Messages name it by `shown_path`.
    std::string part = file.shown_path;
    append_digest(part, digests[number]);
    parts.emplace(file.path, digest_of(part));
  }
}

Digest digest_of_parts(const BuildInputs::Parts& parts) {
  std::string all;
  for (const auto& [name, digest] : parts) {
    append_text(all, name);
    append_digest(all, digest);
  }
  return digest_of(all);
}

/// Which entries there are, in what order, and the contents of those that are known without being looked into.
void append_entries(const Site& site, std::string& all) {
  for (const Collection& collection : site.collections) {
    append_varint(all, collection.entries.size());
    for (const Entry& entry : collection.entries) {
      append_text(all, entry.slug);
      // Numbers of files are part of what is remembered.
      append_varint(all, static_cast<std::uint32_t>(entry.file));
      append_varint(all, entry.withheld ? 1 : 0);
      if (collection.rule->is_glossary) append_digest(all, entry.values_digest);
    }
    append_varint(all, collection.withheld.size());
    for (const Entry& entry : collection.withheld) {
      append_text(all, entry.slug);
      append_digest(all, entry.values_digest);
    }
    append_varint(all, collection.unread.size());
    for (const std::string& name : collection.unread) append_text(all, name);
    append_varint(all, (collection.has_rows ? 1U : 0U) + (collection.is_readable ? 2U : 0U));
  }
}

template <typename Number>
void append_numbers(const std::vector<Number>& numbers, std::string& all) {
  append_varint(all, numbers.size());
  for (const Number number : numbers) append_varint(all, number);
}

void append_plan(const PagePlan& plan, std::string& all) {
  for (const PageKey& key : plan.pages) {
    append_text(all, key.kind->name());
    for (const std::uint32_t number : {std::uint32_t{key.group}, key.number, key.part}) append_varint(all, number);
  }
  std::vector<std::string_view> addresses(plan.pages.size());
  for (const auto& [address, page] : plan.page_at) addresses[page] = address;
  for (const std::string_view address : addresses) append_text(all, address);
  for (const PlannedListing& listing : plan.listings) append_numbers(listing.options, all);
  for (const PlannedComparison& comparison : plan.comparisons) {
    append_numbers(comparison.groups, all);
    append_numbers(comparison.options, all);
  }
  for (const PlannedTopics& topics : plan.topics) {
    append_varint(all, topics.topics.size());
    for (const PlannedTopics::Topic& topic : topics.topics) {
      append_varint(all, topic.field);
      append_varint(all, topic.offering);
    }
  }
  for (const Redirect& redirect : plan.redirects) {
    append_text(all, redirect.from);
    append_text(all, redirect.to);
  }
}

/// Calls `visit(number)` for every entry that is published, in the order of their records.
template <typename Visit>
void for_every_entry(const Site& site, const Visit& visit) {
  for (std::size_t collection = 0; collection < site.collections.size(); ++collection) {
    for (std::size_t entry = 0; entry < site.collections[collection].entries.size(); ++entry)
      visit(EntryNumber{static_cast<std::uint16_t>(collection), static_cast<std::uint32_t>(entry)});
  }
}

}  // namespace

BuildInputs build_inputs(const FileTree& sources, const Site& site, const BuildFacts& facts) {
  BuildInputs inputs;
  add_files(sources, site, facts.threads, inputs.parts);
  inputs.parts.emplace(part_facts, digest_of(fmt::format("{} {} {}", iso_date(facts.today), facts.include_drafts,
                                                         facts.base_address.value_or(""))));
  std::string entries;
  append_entries(site, entries);
  inputs.parts.emplace(part_entries, digest_of(entries));
  inputs.shared = digest_of_parts(inputs.parts);
  inputs.entries.reserve(site.records);
  std::string of_entry;
  for_every_entry(site, [&](EntryNumber number) {
    const Entry& entry = site.entry(number);
    of_entry.clear();
    append_digest(of_entry, entry.values_digest);
    // Values may be taken from what an entry refers to (`taken_from`, `made_of`, the set of a document).
    for_every_reference(site, number, [&](EntryNumber target) {
      append(of_entry, target);
      append_digest(of_entry, site.entry(target).values_digest);
    });
    for (const EntryNumber from : site.referred_by[number.collection][number.entry]) append(of_entry, from);
    inputs.entries.push_back({digest_of(of_entry), entry.body_digest});
  });
  return inputs;
}

BuildInputs planned_inputs(const BuildInputs& inputs, const Site& site, const PagePlan& plan) {
  BuildInputs planned = inputs;
  std::string pages;
  append_plan(plan, pages);
  planned.parts.emplace(part_plan, digest_of(pages));
  planned.shared = digest_of_parts(planned.parts);
  for (const PlannedComparison& comparison : plan.comparisons) {
    RecordNumber record = 0;
    for_every_entry(site, [&](EntryNumber number) {
      EntryDigests& entry = planned.entries[record++];
      const bool has_neighbours = number.collection == comparison.collection && !comparison.neighbours.empty();
      if (!has_neighbours) return;
      std::string beside;
      append_digest(beside, entry.values);
      for (const EntryNumber neighbour : comparison.neighbours[number.entry]) append(beside, neighbour);
      entry.values = digest_of(beside);
    });
  }
  return planned;
}

}  // namespace wegwijs
