#include "pipeline/site_to_look_at.h"

#include <utility>

#include "products/security_headers.h"

namespace wegwijs {

SiteToLookAt::SiteToLookAt(const FileTree& sources, const BuildFacts& facts, Site site, Diagnostics& diagnostics)
    : sources_(sources), facts_(facts), site_(std::move(site)), plan_(plan_pages(sources, site_, diagnostics)) {}

const PageContext* SiteToLookAt::read_context(bool has_search, Diagnostics& diagnostics) {
  content_ = read_content_files(sources_, site_.settings, facts_.threads, diagnostics);
  texts_ = read_theme_texts(sources_, site_.settings.language, diagnostics);
  context_.emplace(PageContext{site_, plan_, sources_, texts_, facts_.today, has_search, facts_.include_drafts,
                               meta_content_policy()});
  theme_ = read_theme(*context_, diagnostics);
  if (!theme_) return nullptr;
  links_.emplace(site_, sources_, content_.sizes, theme_->ids);
  context_->links = &*links_;
  context_->shown = &theme_->shown;
  return &*context_;
}

}  // namespace wegwijs
