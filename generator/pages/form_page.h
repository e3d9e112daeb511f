#pragma once

#include <string>
#include <string_view>

#include "files/file_tree.h"
#include "model/site.h"

namespace wegwijs {

/// Where the school of an entry fills in what it knows ("/scholen/de-brug/aanvullen/", "/schools/the-bridge/add/"). Every collection with topics of
/// support and pages of its own has such forms when the theme has a template for them; empty when there is none.
std::string form_address_of(const Site& site, const FileTree& sources, EntryNumber number);

/// The form of an entry that has, or once had, its page at `address`; empty when no such form can have been.
std::string former_form_address(const Site& site, const FileTree& sources, std::string_view address);

/// The template of these pages; a theme without it has no forms.
inline constexpr std::string_view form_template = "aanvullen";

}  // namespace wegwijs
