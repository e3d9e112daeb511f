#include "pipeline/search_records.h"

#include <algorithm>
#include <iterator>

#include "pages/page_kind.h"
#include "pages/site_links.h"
#include "parallel/parallel_map.h"
#include "pipeline/read_theme.h"
#include "products/content_files.h"
#include "products/security_headers.h"

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

std::optional<std::vector<SearchRecord>> search_records(const FileTree& sources, const BuildFacts& facts,
                                                        Diagnostics& diagnostics) {
  const std::optional<Site> site = load_site(sources, facts, diagnostics);
  if (!site) return std::nullopt;
  const PagePlan plan = plan_pages(sources, *site, diagnostics);
  const ContentFiles content = read_content_files(sources, site->settings, facts.threads, diagnostics);
  const ThemeTexts texts = read_theme_texts(sources, site->settings.language, diagnostics);
  PageContext context{*site, plan, sources, texts, facts.today, true, facts.include_drafts, meta_content_policy()};
  const std::optional<Theme> theme = read_theme(context, diagnostics);
  if (!theme) return std::nullopt;
  const SiteLinks links(*site, sources, content.sizes, theme->ids);
  context.links = &links;
  context.shown = &theme->shown;
  const std::vector<SearchKind> kinds = search_kinds(*site);
  const std::size_t blocks = (plan.pages.size() + pages_per_arena - 1) / pages_per_arena;
  std::vector<BlockOfRecords> found = parallel_map<BlockOfRecords>(
      blocks, facts.threads, [&](std::size_t block) { return records_of(context, kinds, block * pages_per_arena); });
  std::vector<SearchRecord> records;
  for (BlockOfRecords& block : found) {
    std::move(block.records.begin(), block.records.end(), std::back_inserter(records));
    diagnostics.append(std::move(block.diagnostics));
  }
  if (diagnostics.has_errors()) return std::nullopt;
  return records;
}

}  // namespace wegwijs
