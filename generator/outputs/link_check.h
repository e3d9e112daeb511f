#pragma once

#include <string>
#include <vector>

#include "model/site.h"
#include "outputs/findings.h"
#include "pages/page_plan.h"

namespace wegwijs {

/// Reports every link within the site that leads to no page, no file and no place on a page. `files` are the addresses
/// of what is published beside the pages ("/css/wegwijs.css"). Links to what could not be read are left untold
/// (unread_pages.h). A dead link in the menu is told once, at its line in the settings.
void check_links(const PageFindings& findings, const Site& site, const PagePlan& plan,
                 const std::vector<std::string>& files, Diagnostics& diagnostics);

}  // namespace wegwijs
