#pragma once

#include "model/site.h"

namespace wegwijs {

/// Name of the collection whose entries may be given as a source anywhere: the documents that pages cite.
inline constexpr std::string_view document_collection = "bronnen";

/// Fills `Site::referred_by` from the resolved references.
void collect_back_references(Site& site);

/// Resolves every reference of every record to the number of its entry; reports those to nothing, with the nearest id.
/// A reference to an entry that is not published today is left out, which is a warning that names the file and the
/// reason. `sources` gives the paths for messages.
void resolve_references(const FileTree& sources, Site& site, Diagnostics& diagnostics);

}  // namespace wegwijs
