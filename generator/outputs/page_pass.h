#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "files/sink.h"
#include "outputs/findings.h"
#include "pages/page_data.h"
#include "templates/template.h"

namespace wegwijs {

/// Makes every page of the plan: fills its data, renders it, writes it and forgets it; returns what the later checks
/// and outputs need. Pages are cut into blocks by number, not by thread, and blocks are joined in order, so any number
/// of threads gives the same bytes and the same findings.
PageFindings make_pages(const PageContext& context, const TemplateSet& templates, std::size_t threads, Sink& sink);

/// Every id on the page at `address`, which is one of the plan: the page is made once more, for a message.
std::vector<std::string> ids_on_page(const PageContext& context, const TemplateSet& templates,
                                     const std::string& address);

/// Where the page at `address` is written: "/scholen/" → "scholen/index.html".
std::string file_of(std::string_view address);

/// The path part of the base address without the slash at its end: empty for a site at the root of its host.
std::string_view path_prefix(std::string_view base_address);

}  // namespace wegwijs
