#pragma once

#include <dirent.h>

#include <memory>

#include "files/descriptor.h"

namespace wegwijs {

struct FolderCloser {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

/// A folder whose names are being read. Move-only.
using OpenFolder = std::unique_ptr<DIR, FolderCloser>;

/// The folder behind `opened`, which it takes over. Null, with `errno`, when it is no folder.
inline OpenFolder open_folder(Descriptor opened) {
  OpenFolder folder(::fdopendir(opened.number()));
  if (folder) static_cast<void>(opened.release());
  return folder;
}

}  // namespace wegwijs
