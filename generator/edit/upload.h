#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "edit/edit_site.h"
#include "files/file_changes.h"

namespace wegwijs {

/// A picture or document that somebody wants beside the pages.
struct UploadedFile {
  FileChange change;
  std::string address;      ///< "/bestanden/hal.jpg"
  std::uint32_t width = 0;  ///< of a picture, as it will be published
  std::uint32_t height = 0;
  std::string why_not;  ///< a sentence; empty: it can be kept
};

/// Judges the file as a build would: its kind by its name and its first bytes, the size of a picture, what an SVG
/// holds. Its name becomes one that can stand in an address; one that is taken gets a number, and the same bytes are
/// kept once.
UploadedFile uploaded_file(const EditSite& site, std::string_view name, std::string_view bytes);

}  // namespace wegwijs
