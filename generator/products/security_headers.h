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

/// For a site at https: browsers then never ask for it without encryption, for a year from each visit. Of this host
/// alone: other hosts of its owner are not ours to decide about.
inline constexpr ResponseHeader always_https{"Strict-Transport-Security", "max-age=31536000"};

/// The content policy for a <meta> element: without frame-ancestors, which browsers ignore there.
std::string_view meta_content_policy();

/// What the lines of a site depend on.
struct HeaderSite {
  std::string not_found_page;  ///< its address with the path prefix of the site
  bool is_https = false;       ///< the list then holds `always_https` too
};

/// The same list and `ask_anew` as web servers and hosts read it.
std::string headers_for_hosts(const HeaderSite& site);   ///< `_headers` of Netlify and Cloudflare Pages
std::string headers_for_apache(const HeaderSite& site);  ///< `.htaccess`
std::string headers_for_nginx(const HeaderSite& site);   ///< for a server block
std::string headers_for_caddy(const HeaderSite& site);   ///< for a site block

}  // namespace wegwijs
