#include "pipeline/search_records.h"

#include <algorithm>
#include <iterator>

#include "pages/page_kind.h"
#include "parallel/parallel_map.h"
#include "pipeline/site_to_look_at.h"

namespace wegwijs {
namespace {

/// Pages that share an arena.
constexpr std::size_t pages_per_arena = 32;

struct BlockOfRecords {
  std::vector<SearchRecord> records;
  Diagnostics diagnostics;
};

BlockOfRecords records_of(const PageContext& context, const std::vector<SearchKind>& kinds, std::size_t first) {
  BlockOfRecords block;
  DataArena arena;
  const std::size_t end = std::min(first + pages_per_arena, context.plan.pages.size());
  for (std::size_t number = first; number < end; ++number) {
    const PageKey& key = context.plan.pages[number];
    arena.reset();
    PageNotes notes;
    notes.links = context.links;
    // The texts of a page are read while its data are made.
    static_cast<void>(page_data(context, key, arena, notes));
    block.diagnostics.append(std::move(notes.diagnostics));
    if (notes.search.title.empty()) continue;
    block.records.push_back(
        {context.plan.address(context.site, key), kinds[search_kind_of(context.plan, key)], std::move(notes.search)});
  }
  return block;
}

}  // namespace

std::optional<std::vector<SearchRecord>> search_records(const FileTree& sources, const BuildFacts& facts, Site site,
                                                        Diagnostics& diagnostics) {
  SiteToLookAt look(sources, facts, std::move(site), diagnostics);
  const PageContext* const context = look.read_context(true, diagnostics);
  if (context == nullptr) return std::nullopt;
  const std::vector<SearchKind> kinds = search_kinds(look.site());
  const std::size_t blocks = (look.plan().pages.size() + pages_per_arena - 1) / pages_per_arena;
  std::vector<BlockOfRecords> found = parallel_map<BlockOfRecords>(
      blocks, facts.threads, [&](std::size_t block) { return records_of(*context, kinds, block * pages_per_arena); });
  std::vector<SearchRecord> records;
  for (BlockOfRecords& block : found) {
    std::move(block.records.begin(), block.records.end(), std::back_inserter(records));
    diagnostics.append(std::move(block.diagnostics));
  }
  if (diagnostics.has_errors()) return std::nullopt;
  return records;
}

}  // namespace wegwijs
