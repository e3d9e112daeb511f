#pragma once

#include <string_view>

#include "edit/change_plan.h"

namespace wegwijs {

/// What has to change when an entry gets another name: the file, its `id`, every reference in every file, links in
/// texts too; its old address is added to its `oude_adressen`, so that it leads to the new one.
ChangePlan plan_rename(const EditSite& site, const EntryFile& file, std::string_view new_slug);

}  // namespace wegwijs
