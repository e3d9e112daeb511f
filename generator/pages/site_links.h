#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "model/site.h"
#include "source/link_targets.h"
#include "templates/theme_ids.h"

namespace wegwijs {

/// The pictures with a size, by canonical address ("/bestanden/hal.jpg").
using PictureSizes = std::map<std::string, PictureSize, std::less<>>;

/// Where the addresses in the texts of a site lead. An address of a source file, relative to the file that it is in or
/// from the root of the portal, leads to the page of that file ("../scholen/de-brug.yaml#hulp") or to where the file is
/// published ("../bestanden/gids.pdf"); a whole address of the site itself becomes one that begins with "/".
class SiteLinks : public LinkTargets {
 public:
  /// All arguments outlive the object.
  SiteLinks(const Site& site, const FileTree& sources, const PictureSizes& pictures, const ThemeIds& ids);

  LinkTarget target_of(std::string_view address, FileId file) const override;
  std::optional<PictureSize> picture_size(std::string_view address) const override;
  bool is_reserved_id(std::string_view id) const override { return ids_.contains(id); }

 private:
  /// The part of `address` behind the base address, with "/" in front; empty when it is another site's.
  std::string own_address(std::string_view address) const;
  /// Where readers find what the source file holds; empty when nowhere.
  std::string published_address(FileId file) const;
  /// The address of a document whose name, with its % signs, is what the author wrote behind "/bestanden/".
  std::string published_as_written(std::string_view path) const;
  LinkTarget target_of_source(const std::string& path, std::string_view written, std::string_view rest) const;
  LinkTarget unknown_source(const std::string& path, std::string_view written) const;

  const Site& site_;
  const FileTree& sources_;
  const PictureSizes& pictures_;
  const ThemeIds& ids_;
  std::unordered_map<std::uint32_t, EntryNumber> entry_of_;  // by file
  std::unordered_map<std::string, FileId> file_of_;          // by canonical path
};

}  // namespace wegwijs
