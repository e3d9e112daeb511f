#pragma once

#include <string>
#include <vector>

#include "files/file_tree.h"
#include "files/sink.h"
#include "model/settings.h"
#include "pages/site_links.h"
#include "products/file_kinds.h"

namespace wegwijs {

class MadePictures;

/// A picture or document of the content.
struct ContentFile {
  FileId file{};
  std::string path;     ///< where it is written: "bestanden/één.pdf", in composed form
  std::string address;  ///< canonical: "/bestanden/één.pdf"
  const FileKind* kind = nullptr;
  std::optional<PictureHeader> header;  ///< of a picture; empty for drawings and documents
};

/// What is in the folder with pictures and documents. Files that cannot be published were reported and are in it all
/// the same, so that links to them are not dead as well.
struct ContentFiles {
  std::vector<ContentFile> files;  ///< in order of path
  PictureSizes sizes;              ///< as published
};

/// Looks at every file of the folder by its name and, of pictures, at its header, on at most `threads` threads; reports
/// what cannot be published. Files that a system left there are skipped.
ContentFiles read_content_files(const FileTree& sources, const Settings& settings, std::size_t threads,
                                Diagnostics& diagnostics);

/// Writes them: pictures as publish_picture makes them, everything else as it is. Each is read, made and forgotten by
/// one of `threads` threads; pictures with the same bytes are made once. Reports pictures that cannot be decoded.
/// `made` remembers the pictures of earlier builds; null: there are none.
void write_content_files(const ContentFiles& content, const FileTree& sources, std::size_t threads, Sink& sink,
                         Diagnostics& diagnostics, MadePictures* made = nullptr);

}  // namespace wegwijs
