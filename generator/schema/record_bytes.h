#pragma once

#include <string>

#include "files/byte_stream.h"
#include "schema/record.h"

namespace wegwijs {

/// Appends a record that was read from `own`, before anything was resolved or worked out, for `read_record_bytes` of
/// the same program. False, and `bytes` is of no use, when it cannot be remembered: when it has a table, whose rows
/// stand in another file.
bool append_record(std::string& bytes, const Record& record, FileId own);

/// The record that `append_record` appended; its places are in `own`, whatever number the file had then. Throws
/// `BytesSpoilt`.
Record read_record_bytes(ByteReader& bytes, FileId own);

}  // namespace wegwijs
