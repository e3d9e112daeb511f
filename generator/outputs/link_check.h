#pragma once

#include <string>
#include <vector>

#include "outputs/findings.h"
#include "pages/page_plan.h"

namespace wegwijs {

/// Reports every link within the site that leads to no page, no file and no place on a page. `files` are the addresses
/// of what is published beside the pages ("/css/wegwijs.css").
void check_links(const PageFindings& findings, const PagePlan& plan, const std::vector<std::string>& files,
                 Diagnostics& diagnostics);

}  // namespace wegwijs
