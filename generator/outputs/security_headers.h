#pragma once

#include <array>
#include <string>
#include <string_view>

namespace wegwijs {

struct ResponseHeader {
  std::string_view name;
  std::string_view value;
};

/// What every answer of the published site should carry: the one list from which the preview server, the files for web
/// servers and the pages themselves take it.
const std::array<ResponseHeader, 6>& security_headers();

/// Files keep their names when what they say changes. Without this a browser guesses how long it may show what it kept,
/// and shows a date that was corrected since. The preview server has no use for it: it forbids to keep anything.
inline constexpr ResponseHeader ask_anew{"Cache-Control", "no-cache"};

/// The content policy for a <meta> element: without frame-ancestors, which browsers ignore there.
std::string_view meta_content_policy();

/// The same list and `ask_anew` as web servers and hosts read it. `not_found_page` is its address with the path prefix
/// of the site.
std::string headers_for_hosts();                                  ///< `_headers` of Netlify and Cloudflare Pages
std::string headers_for_apache(std::string_view not_found_page);  ///< `.htaccess`
std::string headers_for_nginx(std::string_view not_found_page);   ///< for a server block
std::string headers_for_caddy();                                  ///< for a site block

}  // namespace wegwijs
