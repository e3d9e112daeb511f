#pragma once

#include <string>
#include <vector>

#include "files/file_tree.h"
#include "files/sink.h"
#include "pages/page_plan.h"

namespace wegwijs {

/// What is published beside the pages: the static files of the theme, the files of the content, the calendar
/// files, `sitemap.xml` and `robots.txt`. Returns their addresses ("/css/wegwijs.css"). A file at the address of a page
/// is reported.
std::vector<std::string> site_file_addresses(const FileTree& sources, const Site& site, const PagePlan& plan,
                                             Date today, Diagnostics& diagnostics);

/// Writes them.
void write_site_files(const FileTree& sources, const Site& site, const PagePlan& plan, Date today, Sink& sink);

/// Every address that a search engine may list, in the form of sitemaps.org 0.9.
std::string sitemap(const Site& site, const PagePlan& plan);

}  // namespace wegwijs
