#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wegwijs {

/// What the settings of a web server depend on beside the headers.
struct ServedSite {
  std::string host;    ///< "wegwijs.example"
  std::string prefix;  ///< the path of the site without the slash at its end: empty at the root of its host
  bool is_https = false;
  /// From and to, with the prefix: former addresses that a server answers with 301.
  std::vector<std::pair<std::string, std::string>> redirects;
};

/// Lines for inside a server: kinds of files, compressed forms, redirects.
std::string lines_for_nginx(const ServedSite& site);
std::string lines_for_apache(const ServedSite& site);
std::string lines_for_caddy(const ServedSite& site);
/// `_redirects` of Netlify and Cloudflare Pages; empty without redirects.
std::string redirects_for_hosts(const ServedSite& site);

/// Whole settings, to be put in place as they are: ports 80 and 443, and logs without what a reader asked after "?".
/// `headers` are the lines of the headers for this server. For a site at the root of its host.
std::string nginx_site(const ServedSite& site, const std::string& headers);
std::string apache_site(const ServedSite& site);
std::string caddy_site(const ServedSite& site, const std::string& headers);

}  // namespace wegwijs
