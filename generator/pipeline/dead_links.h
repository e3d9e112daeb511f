#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "pages/page_plan.h"

namespace wegwijs {

/// A link within the site that leads to no page and no file.
struct DeadLink {
  SourceSpan where;
  std::string written;  ///< what the author wrote before the '#'
  std::string page;     ///< the address that it means
  bool is_in_text = false;
};

/// Collects the dead links of a site and reports them when all are known: many of them may have one cause.
class DeadLinks {
 public:
  /// `files` are the addresses beside the pages, sorted. Both must outlive the object.
  DeadLinks(const PagePlan& plan, const std::vector<std::string>& files) : plan_(plan), files_(files) {}

  void add(DeadLink link) { links_.push_back(std::move(link)); }
  /// Reports each, with the address that was most likely meant. Where pages are somewhere else now, or a folder of the
  /// site has nothing in it, the first few are told and the others counted. That an address of the site is written as a
  /// whole is taken out of `diagnostics` where it leads to nothing. Links of a template to files follow from another
  /// mistake where there is one, and are told only when there is none.
  void report(Diagnostics& diagnostics);

 private:
  const PagePlan& plan_;
  const std::vector<std::string>& files_;
  std::vector<DeadLink> links_;
};

}  // namespace wegwijs
