#pragma once

#include <optional>

#include "files/file_tree.h"
#include "model/load_site.h"
#include "pages/site_links.h"
#include "pipeline/read_theme.h"
#include "products/content_files.h"

namespace wegwijs {

/// A site whose pages are asked what they hold, and are not made. Not copied or moved: its parts refer to each other.
class SiteToLookAt {
 public:
  /// `site` was loaded from `sources`, which outlive this.
  SiteToLookAt(const FileTree& sources, const BuildFacts& facts, Site site, Diagnostics& diagnostics);

  SiteToLookAt(const SiteToLookAt&) = delete;
  SiteToLookAt& operator=(const SiteToLookAt&) = delete;

  const Site& site() const { return site_; }
  const PagePlan& plan() const { return plan_; }

  /// What pages are made from; `has_search`: their words are wanted. Null when the theme has errors, which are
  /// reported. To be called once.
  const PageContext* read_context(bool has_search, Diagnostics& diagnostics);

 private:
  const FileTree& sources_;
  BuildFacts facts_;
  Site site_;
  PagePlan plan_;
  ContentFiles content_;
  ThemeTexts texts_;
  std::optional<Theme> theme_;
  std::optional<SiteLinks> links_;
  std::optional<PageContext> context_;
};

}  // namespace wegwijs
