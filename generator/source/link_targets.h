#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Width and height in pixels, as the picture is shown.
struct PictureSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

/// Where an address in a text leads.
struct LinkTarget {
  std::string address;         ///< what is written on the page
  const Rule* rule = nullptr;  ///< what to report of the address as the author wrote it; null: nothing
  std::vector<Argument> arguments = {};
  std::string suggestion = {};
  bool is_refused = false;  ///< the address leads nowhere: the text stays, without the link
};

/// What the Markdown reader needs to know about the site that a text is part of. May be asked from several threads.
class LinkTargets {
 public:
  virtual ~LinkTargets() = default;
  /// Where `address`, as written in `file`, leads: an address of a source file ("over.md") becomes that of its page.
  virtual LinkTarget target_of(std::string_view address, FileId file) const = 0;
  /// The size of the picture that is published at `address`; empty when there is none or it has no size of its own.
  virtual std::optional<PictureSize> picture_size(std::string_view address) const = 0;
  /// Whether the theme uses `id` on a page, so that no heading may take it.
  virtual bool is_reserved_id(std::string_view id) const = 0;
};

}  // namespace wegwijs
