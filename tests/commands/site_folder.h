#pragma once

#include "files/temporary_folder.h"

namespace wegwijs {

/// Writes a small portal into `folder`: one collection of `pages` pages called pagina-0, pagina-1 …, with a plain theme
/// of its own, so that the tests do not depend on the real one.
void put_site(const TemporaryFolder& folder, int pages = 3);

/// One page of that portal.
void put_page(const TemporaryFolder& folder, int number, std::string_view body = "Tekst.\n");

}  // namespace wegwijs
