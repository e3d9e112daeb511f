#pragma once

namespace wegwijs {

/// Why a packed document cannot be read.
enum class DocumentFault {
  damaged,  ///< no archive, one that contradicts itself, or a part that is not what it says
  too_many_parts,
  protected_by_password,
  too_large,  ///< once it is unpacked
  foreign,    ///< a part that is no XML, or XML with a document type or deeper than any document
};

/// Thrown by the readers of this folder.
struct RefusedDocument {
  DocumentFault fault;
};

}  // namespace wegwijs
