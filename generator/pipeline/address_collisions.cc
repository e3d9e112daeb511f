#include "pipeline/address_collisions.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "pipeline/address_rules.h"
#include "products/published_path.h"

namespace wegwijs {
namespace {

/// Collects what is written where; keys are paths in the published folder.
class Collisions {
 public:
  Collisions(const ProductContext& context, Diagnostics& diagnostics) : context_(context), diagnostics_(diagnostics) {}

  void add_page(const std::string& address, SourceSpan where) {
    at_.try_emplace(file_of(address), Written{address, where});
  }

  /// A file beside the pages. A page at its path comes from an author, so that one is reported.
  void add_made(const std::string& address, SourceSpan origin) {
    const auto [place, is_new] = at_.try_emplace(address.substr(1), Written{address, origin});
    if (is_new) return;
    const SourceSpan where = place->second.where.file == no_file ? origin : place->second.where;
    report(where, place->second.address, address);
  }

  /// A file that is published as it is.
  void add_copied(const std::string& address, FileId file) {
    const std::string path = file_of(address);
    const bool is_taken = context_.plan.page_at.contains(page_of(address)) || at_.contains(path);
    if (is_taken) diagnostics_.report(file_at_page, {file, 0, 0}, {context_.sources.path_of(file)});
    at_.try_emplace(path, Written{address, {}});
  }

  /// A path that is also the folder of another one.
  void report_files_in_the_way() {
    std::unordered_set<std::string_view> folders;
    for (const auto& [path, written] : at_) {
      // Who has the folder has those above it.
      for (std::string_view rest = path; rest.find('/') != std::string_view::npos;) {
        rest = rest.substr(0, rest.rfind('/'));
        if (!folders.insert(rest).second) break;
      }
    }
    const bool is_any_in_the_way =
        std::any_of(at_.begin(), at_.end(), [&](const auto& one) { return folders.contains(one.first); });
    if (!is_any_in_the_way) return;
    // Sorted by path, what is in a folder comes after the folder.
    std::vector<const std::pair<const std::string, Written>*> sorted;
    for (const auto& one : at_) sorted.push_back(&one);
    std::sort(sorted.begin(), sorted.end(),
              [](const auto* left, const auto* right) { return left->first < right->first; });
    for (const auto* one : sorted) {
      const auto& [path, written] = *one;
      for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const auto file = at_.find(path.substr(0, slash));
        if (file == at_.end()) continue;
        const bool by_file = written.where.file == no_file;
        const Written& blamed = by_file ? file->second : written;
        const Written& other = by_file ? written : file->second;
        if (told_.insert(file->first).second) report(blamed.where, blamed.address, other.address);
      }
    }
  }

 private:
  static std::string page_of(const std::string& address) {
    constexpr std::string_view page_file = "index.html";
    return address.ends_with("/" + std::string(page_file)) ? address.substr(0, address.size() - page_file.size())
                                                           : address;
  }

  struct Written {
    std::string address;
    SourceSpan where;
  };

  void report(SourceSpan where, const std::string& address, const std::string& other) {
    diagnostics_.report(addresses_collide, where, {address, other});
  }

  const ProductContext& context_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, Written> at_;
  std::set<std::string> told_;
};

}  // namespace

void report_address_collisions(const ProductContext& context, const std::vector<Product>& made,
                               const std::vector<Product>& copied, const std::vector<std::string>& of_search,
                               Diagnostics& diagnostics) {
  Collisions collisions(context, diagnostics);
  for (const PageKey& key : context.plan.pages)
    collisions.add_page(context.plan.address(context.site, key), context.plan.origin(context.site, key));
  for (const Product& product : made) collisions.add_made(product.address, product.origin);
  for (const std::string& address : of_search) collisions.add_made(address, {});
  for (const Product& product : copied) collisions.add_copied(product.address, product.origin.file);
  for (const ContentFile& content : context.content.files) collisions.add_copied(content.address, content.file);
  collisions.report_files_in_the_way();
}

}  // namespace wegwijs
