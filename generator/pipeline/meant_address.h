#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/page_plan.h"

namespace wegwijs {

/// The folder that a page or a file is in: "/a/" of "/a/b/" and of "/a/b.pdf"; "/" of itself.
std::string_view folder_above(std::string_view address);

/// The first part of an address: "/a/" of "/a/b/"; "/" of a page or a file that is in no folder.
std::string_view first_folder(std::string_view address);

/// The address that an author most likely meant who wrote `written`, where no page is at `page`: of another site or a
/// mailbox, or of this site with what is missing; empty when nothing is near. `moved_to`: the only page of that name in
/// another folder, or empty. `files`: the addresses beside the pages, sorted.
std::string meant_address(const std::string& written, const std::string& page, const std::string& moved_to,
                          const PagePlan& plan, const std::vector<std::string>& files);

/// The place on a page, as "#id", that was most likely meant by `#wanted`; empty when none of `ids` is near.
std::string meant_anchor(const std::string& wanted, const std::vector<std::string>& ids);

}  // namespace wegwijs
