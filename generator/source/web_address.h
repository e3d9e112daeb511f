#pragma once

#include <string>
#include <string_view>

namespace wegwijs {

/// Whether a link may lead to `address`: http, https, mailto or tel, or an address within the site. A scheme is looked
/// for as browsers do, behind spaces and control characters, so " java\nscript:" is refused; "//school.nl/", another
/// site without a scheme, is refused as well.
bool is_allowed_address(std::string_view address);

/// Whether `address` leaves the site: it has a scheme, or begins with "//".
bool is_external_address(std::string_view address);

/// Whether `address` is one complete http or https address whose host ends in a top-level domain or is a number: what a
/// `web_address` field may hold. "https://www.school", "https://school,nl" and two addresses joined by a comma are
/// none.
bool is_web_address(std::string_view address);

/// Whether the host of the web address `address` can only be reached inside somebody's own network or machine, as far
/// as its name or number says: localhost, a name that ends in .local, .internal, .lan or .home.arpa, a private IPv4
/// number.
bool is_private_web_address(std::string_view address);

/// `address` with every byte that may not stand in an address as %XX; what is encoded already stays.
std::string percent_encoded_address(std::string_view address);

}  // namespace wegwijs
