#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// Whether a link may lead to `address`: http, https, mailto or tel, or an address within the site. A scheme is looked
/// for as browsers do, after spaces and control characters, so " java\nscript:" is refused; "//school.nl/", another
/// site without a scheme, is refused as well.
bool is_allowed_address(std::string_view address);

/// Whether `address` leaves the site: it has a scheme, or begins with "//".
bool is_external_address(std::string_view address);

/// Whether `address` is one complete http or https address whose host ends in a top-level domain or is a number: what a
/// `web_address` field may hold. "https://www.school", "https://school,nl" and two addresses joined by a comma are
/// not.
bool is_web_address(std::string_view address);

/// Whether the host of the web address `address` can only be reached inside somebody's own network or machine, as far
/// as its name or number says: localhost, a name that ends in .local, .internal, .lan or .home.arpa, a private IPv4
/// number.
bool is_private_web_address(std::string_view address);
/// What is wrong with the form of an http or https address, in words that complete "… is not right: "; empty when a
/// browser can go there, and for every other kind of address. A host needs a name with a top-level domain or an IP
/// address.
std::optional<BilingualText> fault_of_web_address(std::string_view address);

/// The web address that was most likely meant by one with a fault ("https:/a.nl/" → "https://a.nl/"); empty: unknown.
std::string mended_web_address(std::string_view address);

/// Whether `text` is the name of a host in the internet: labels with dots between them, the last of them of letters.
bool is_host_name(std::string_view text);

/// Whether a mailto: address has at least one recipient, and each an @ and a host name.
bool is_mail_link(std::string_view address);

/// Whether a tel: address is a number: digits with signs that only divide them.
bool is_phone_link(std::string_view address);

/// The one spelling of an address within the site that all its spellings share, for comparing: its path and fragment
/// are decoded and composed (normal_form.h), and only what would change its meaning stays encoded: % # ? / and control
/// characters. The query stays as it is.
std::string canonical_address(std::string_view address);

/// The canonical address of a file at `path` ("/bestanden/100 %.pdf"): a name, in which no % encodes anything.
std::string address_of_path(std::string_view path);

/// `address` with every byte that is not allowed in an address as %XX; what is encoded already stays.
std::string percent_encoded_address(std::string_view address);

}  // namespace wegwijs
