#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "files/file_tree.h"
#include "pages/page_plan.h"
#include "products/content_files.h"
#include "schema/record_reads.h"

namespace wegwijs {

/// What the products are made from. Everything in it outlives the build, and nothing changes after planning.
struct ProductContext {
  const FileTree& sources;
  const Site& site;
  const PagePlan& plan;
  Date today;
  const ContentFiles& content;  ///< pictures and documents
  bool is_preview = false;      ///< drafts and what is not due are in it: not for publishing, and no robot may read it
};

/// Which source files a product reads while it is made. All look into the records as they like.
enum class FilesRead : std::uint8_t {
  none,
  of_theme,  ///< and any other that is not the file of an entry
  any        ///< such a product is made in every build: what it was made from is not known
};

/// One file that is published beside the pages. All are planned before the first one is made, so that links to them are
/// not dead and two of them at one address are found.
struct Product {
  std::string address;  ///< canonical: "/data/scholen.json"
  SourceSpan origin;    ///< what has it published: a setting or a file; no file for what every site has
  /// Gives the bytes. Called at most once, on any thread, in any order; throws std::system_error when a source cannot
  /// be read. Must not depend on what the pages hold. What it captured is known from the records that were looked into
  /// while it was planned, and from what all pages share (`pipeline/build_inputs.h`).
  std::function<std::string()> make;
  /// Made after all that are not joins. It may use what those left, but must do without: one that is as it was is not
  /// made again, and leaves nothing.
  bool is_join = false;
  FilesRead files_read = FilesRead::none;
  /// Those that were looked into while the products of its kind were planned.
  std::shared_ptr<const std::vector<RecordRange>> planned_from = {};
};

/// Adds the products of one kind: one row in the table of `products.cc`.
using PlanProducts = void (*)(const ProductContext& context, std::vector<Product>& products);

/// Those that are made, in the order of the table.
std::vector<Product> plan_products(const ProductContext& context);

}  // namespace wegwijs
