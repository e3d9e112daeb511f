#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// What a finished page offers and asks of other pages: read off its bytes, so that what a template wrote counts too.
struct HtmlAddresses {
  std::vector<std::string> ids;        ///< every id, in order
  std::vector<std::string> addresses;  ///< every href, src, action and refresh address, entities decoded, in order
};

HtmlAddresses addresses_in(std::string_view html);

/// `html` with `prefix` ("/wegwijs", no slash at the end) before every address that begins with one slash: for a site
/// that is not at the root of its host.
std::string with_prefix(std::string_view html, std::string_view prefix);

/// `html` without the links (`<a href>`) whose address `is_absent` names: what is between their tags stays. Addresses
/// are given as written, entities decoded.
std::string without_links(std::string_view html, const std::function<bool(const std::string&)>& is_absent);

/// `address` as a browser understands it on the page at `page`: without query, "." and ".." resolved, the fragment
/// kept. Both begin with '/'.
std::string resolved_address(std::string_view page, std::string_view address);

}  // namespace wegwijs
