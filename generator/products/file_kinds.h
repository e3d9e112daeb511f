#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "pictures/picture_header.h"

namespace wegwijs {

/// A kind of file that authors may publish beside the pages.
struct FileKind {
  std::string_view extension;  ///< ".pdf", in lower case
  std::string_view media_type;
  std::optional<PictureFormat> picture = std::nullopt;  ///< what a file of this name must be
};

/// All of them; why each may be published is said in the table itself.
std::span<const FileKind> file_kinds();

/// The kind of the file, by its extension in any case; null when it is none that may be published.
const FileKind* kind_of_file(std::string_view name);

/// Why a file of this name may not be published, in words that complete "… cannot be on the site: ". Precondition:
/// `kind_of_file` is null.
BilingualText refusal_of(std::string_view name);

}  // namespace wegwijs
