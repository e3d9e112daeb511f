#pragma once

#include <string>
#include <vector>

#include "edit/edit_site.h"
#include "edit/field_messages.h"

namespace wegwijs {

/// What a look at one file of `tree` finds: reading, the checks over records, and its Markdown. Dead links need all
/// pages, so the build says those.
std::vector<FieldMessage> messages_of_file(const EditSources& sources, const FileTree& tree, const std::string& path);

}  // namespace wegwijs
