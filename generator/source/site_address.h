#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// What is wrong with an address that an author wrote, for a message "… is not a good value for …: {expected} belongs
/// here", and the address that was probably meant (empty: no idea).
struct AddressFault {
  BilingualText expected;
  std::string meant;
};

// The readers of every address in `site.yaml` and in entries. Empty when the address can be used as it is. What
// they accept can be written below a folder on any disk, whatever is in it.

/// A page: "/over/", "/" or "/404.html". Letters without accents, digits and - _ . ~ between single slashes; no part
/// begins with a dot.
std::optional<AddressFault> page_address_fault(std::string_view address);

/// A page or a series of them: the same with names in braces, "/scholen/{id}/".
std::optional<AddressFault> page_pattern_fault(std::string_view pattern);

/// An address of an earlier site that redirects: as a page, with letters of every script.
std::optional<AddressFault> old_address_fault(std::string_view address);

/// A folder of pages or files: a page that ends with a slash.
std::optional<AddressFault> folder_address_fault(std::string_view address);

/// A file with this extension: "/nieuws/atom.xml".
std::optional<AddressFault> file_address_fault(std::string_view address, std::string_view extension);

/// Where a link leads: a page of the site with perhaps a '#' or '?' part, a web address, or mailto: or tel:.
std::optional<AddressFault> link_target_fault(std::string_view address);

/// Where a redirect leads: a page of the site, or a web address.
std::optional<AddressFault> redirect_target_fault(std::string_view address);

/// Where the site is: http or https, a host with perhaps a port, a path of plain characters. These go into the
/// settings of web servers as they are.
std::optional<AddressFault> base_address_fault(std::string_view address);

}  // namespace wegwijs
