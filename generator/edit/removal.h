#pragma once

#include <string>
#include <string_view>

#include "edit/change_plan.h"

namespace wegwijs {

/// What has to change when an entry goes: its file, the data files that only it uses, every reference to it. Its
/// address and its former ones lead to `target`; without one to the list of its collection, or the first page of the
/// site. References take the entry at `target` instead where it is of the same collection; otherwise they go, and where
/// one is needed that is an obstacle.
ChangePlan plan_removal(const EditSite& site, const EntryFile& file, std::string_view target);

/// Where readers of the entry are best sent to when it goes.
std::string proposed_target(const Collection& collection);

}  // namespace wegwijs
