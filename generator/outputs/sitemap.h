#pragma once

#include "outputs/outputs.h"

namespace wegwijs {

/// `sitemap.xml` (sitemaps.org protocol) with every page that readers can arrive at, and the `robots.txt` that names
/// it.
void sitemap_addresses(const OutputContext& context, std::vector<std::string>& addresses);
void write_sitemap(const OutputContext& context, PageFindings& findings, Sink& sink);

}  // namespace wegwijs
