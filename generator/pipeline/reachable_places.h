#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/digest.h"
#include "pipeline/block_links.h"
#include "products/product.h"

namespace wegwijs {

/// A page whose entry is not published any more after a day.
struct LeavingPage {
  FileId file{};
  Date last_day;
};

/// What a link within the site may lead to: the pages, the places on them, the files, and what a script of a page is
/// told behind the '#'. Const after it is made.
class ReachablePlaces {
 public:
  /// `anchors`: the places on pages, in any order. `files`: the addresses of what is published beside the pages
  /// ("/css/wegwijs.css"), canonical and sorted. They and the context must outlive this.
  ReachablePlaces(const ProductContext& context, std::vector<AddressHash> anchors,
                  const std::vector<std::string>& files);

  const std::vector<std::string>& files() const { return files_; }
  bool is_file(const std::string& address) const;
  /// Whether the page at an address is there, or the file.
  bool has_page(const std::string& address) const;
  /// Whether what is at `target`, whose hash is `number`, is there, the place on the page included.
  bool is_reached(AddressHash number, const std::string& target) const;
  /// The page of `target` when it leaves; null when it stays, or is not there.
  const LeavingPage* leaving(const std::string& target) const;

  /// The ids of what can be wished for on a page: the claims of the collection that it is about.
  std::vector<std::string_view> wishes_of(const std::string& page) const;
  /// The wishes in what is after the '#' ("hulp=dyslexie,adhd&open=nee") that the page does not know.
  std::vector<std::string> unknown_wishes(const std::string& page, std::string_view chosen) const;

  /// Of all that decides whether a link is reached, beside the plan of the pages.
  Digest digest() const;

 private:
  const Site& site_;
  const PagePlan& plan_;
  std::vector<AddressHash> anchors_;       // sorted
  const std::vector<std::string>& files_;  // sorted
  std::map<std::string, LeavingPage> leaving_;
};

}  // namespace wegwijs
