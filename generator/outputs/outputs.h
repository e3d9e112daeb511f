#pragma once

#include <string>
#include <vector>

#include "files/file_tree.h"
#include "files/sink.h"
#include "outputs/content_files.h"
#include "outputs/findings.h"
#include "pages/page_plan.h"

namespace wegwijs {

/// What the files that are made beside the pages are made from. Everything in it outlives the call.
struct OutputContext {
  const FileTree& sources;
  const Site& site;
  const PagePlan& plan;
  Date today;
  const ContentFiles& content;  ///< pictures and documents
  bool is_preview = false;      ///< drafts and what is not due are in it: not for publishing, and no robot may read it
};

/// A kind of file that is published beside the pages: one row in the table of `outputs.cc`.
struct FinishOutput {
  /// Adds where the files will stand ("/sitemap.xml"). Called before the pages are made, so that links to them are no
  /// dead ones; must not depend on what the pages hold.
  void (*addresses)(const OutputContext& context, std::vector<std::string>& addresses);
  /// Writes the files. Called once after all pages are made and found good. An output may use up its own part of the
  /// findings.
  void (*write)(const OutputContext& context, PageFindings& findings, Sink& sink);
};

/// The canonical addresses of everything that is published beside the pages, sorted. A static file of the theme or the
/// content at the address of a page or of another file is reported.
std::vector<std::string> output_addresses(const OutputContext& context, Diagnostics& diagnostics);

/// Writes them all.
void write_outputs(const OutputContext& context, PageFindings findings, Sink& sink);

}  // namespace wegwijs
