#pragma once

#include <functional>

#include "model/site.h"

namespace wegwijs {

/// The collection whose entries may be given as a source anywhere: the documents that pages cite. The first whose
/// schema says so (`holds_documents`), or else the one with the usual name; empty when there is none.
std::optional<std::uint16_t> document_collection(const Site& site);

/// Fills `Site::referred_by` from the resolved references.
void collect_back_references(Site& site);

/// Calls `visit(target)` for every entry that the entry refers to, its documents among them.
void for_every_reference(const Site& site, EntryNumber entry, const std::function<void(EntryNumber)>& visit);

/// Resolves every reference of every record to the number of its entry; reports those to nothing, with the nearest id.
/// A reference to an entry that is not published today is left out, which is a warning that names the file and the
/// reason. `sources` gives the paths for messages.
void resolve_references(const FileTree& sources, Site& site, Diagnostics& diagnostics);

}  // namespace wegwijs
