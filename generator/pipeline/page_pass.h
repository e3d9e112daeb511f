#pragma once

#include <string>
#include <vector>

#include "files/sink.h"
#include "pages/page_data.h"
#include "pipeline/findings.h"
#include "pipeline/page_memory.h"
#include "products/product.h"
#include "templates/template.h"

namespace wegwijs {

/// Makes everything that is published but the search, in one parallel pass: each page of the plan is filled, rendered,
/// written and forgotten, each product made and written; joins come last. Returns what the later checks and the search
/// need. Pages are cut into blocks by number, not by thread, and blocks are joined in order, so any number of threads
/// gives the same bytes and the same findings. `memory` keeps blocks from one build to the next; null: all are made.
PageFindings make_pages_and_products(const PageContext& context, const TemplateSet& templates,
                                     const std::vector<Product>& products, std::size_t threads, Sink& sink,
                                     PageMemory* memory = nullptr);

/// Every id on the page at `address`, which is one of the plan: the page is made once more, for a message.
std::vector<std::string> ids_on_page(const PageContext& context, const TemplateSet& templates,
                                     const std::string& address);

}  // namespace wegwijs
