#pragma once

#include <span>
#include <string_view>

namespace wegwijs {

/// A file of the page of the editor: `generator/edit/page/`.
struct EditPageFile {
  std::string_view name;
  std::string_view bytes;
};

/// All of them, made part of the program when it is built (edit_page_files.cmake). They are no part of any site.
std::span<const EditPageFile> edit_page_files();

}  // namespace wegwijs
