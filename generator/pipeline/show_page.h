#pragma once

#include <optional>
#include <string>

#include "files/file_tree.h"
#include "model/load_site.h"

namespace wegwijs {

/// Where a page comes from, for `wegwijs show`.
struct ShownPage {
  std::string kind;  ///< "entry"
  std::string title;
  std::string page_template;
  FileId template_file{};
  SourceSpan named_at;  ///< what names the template; no file when it is always the same
  SourceSpan origin;    ///< the file or setting that the page comes from
  std::string data;     ///< what the template is given, one name a line; empty when it was not asked for
};

/// The result of the question.
struct ShowResult {
  std::optional<ShownPage> page;
  std::string nearest;  ///< of the addresses of pages, when there is no page there
};

/// Finds the page at `address` ("/scholen/de-brug/"; the slashes at the ends may be left out). Nothing is written.
/// `site` was loaded from `sources`. Empty when its theme has mistakes, which are reported.
std::optional<ShowResult> show_page(const FileTree& sources, const BuildFacts& facts, Site site,
                                    const std::string& address, bool with_data, Diagnostics& diagnostics);

}  // namespace wegwijs
