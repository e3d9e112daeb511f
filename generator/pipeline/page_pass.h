#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/sink.h"
#include "model/block_memory.h"
#include "pages/page_data.h"
#include "pipeline/findings.h"
#include "products/product.h"
#include "templates/template.h"

namespace wegwijs {

/// So many pages share an arena and what they found, and are kept or made anew together. With fewer, a whole build
/// costs more and leaves more on the disk; a build after an edit makes fewer pages.
inline constexpr std::size_t usual_pages_per_block = 16;

/// What earlier builds made, for those that begin with it; null: nothing is remembered.
struct PassMemory {
  BlockMemory* pages = nullptr;     ///< begun with `page_blocks` blocks
  BlockMemory* products = nullptr;  ///< begun with a block for each product
  std::size_t pages_per_block = usual_pages_per_block;
};

/// Makes everything that is published but the search, in one parallel pass: each page of the plan is filled, rendered,
/// written and forgotten, each product made and written; joins come last. Returns what the later checks and the search
/// need. Pages are cut into blocks by number, not by thread, and blocks are joined in order, so any number of threads
/// gives the same bytes and the same findings. A block, or a product, that is as it was is kept.
PageFindings make_pages_and_products(const PageContext& context, const TemplateSet& templates,
                                     const std::vector<Product>& products, std::size_t threads, Sink& sink,
                                     const PassMemory& memory = {});

/// In how many blocks the pages are made.
std::size_t page_blocks(const PagePlan& plan, std::size_t pages_per_block);
/// The number of the page at `address` in the plan; empty when there is no such page.
std::optional<std::size_t> number_of_page(const PagePlan& plan, const std::string& address);

/// Every id on the page at `address`, which is one of the plan: the page is made once more, for a message.
std::vector<std::string> ids_on_page(const PageContext& context, const TemplateSet& templates,
                                     const std::string& address);

}  // namespace wegwijs
