#include "products/security_headers.h"

#include <fmt/format.h>

namespace wegwijs {
namespace {

constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for "
    "'script'; trusted-types 'none'";
constexpr std::string_view ignored_in_meta = "frame-ancestors 'none'; ";

/// A line for each header that a published site sends; `form` gets its name and its value.
std::string header_lines(std::string_view form, const HeaderSite& site) {
  std::string lines;
  for (const ResponseHeader& header : security_headers())
    lines += fmt::format(fmt::runtime(form), header.name, header.value);
  if (site.is_https) lines += fmt::format(fmt::runtime(form), always_https.name, always_https.value);
  return lines + fmt::format(fmt::runtime(form), ask_anew.name, ask_anew.value);
}

}  // namespace

const std::array<ResponseHeader, 6>& security_headers() {
  static constexpr std::array<ResponseHeader, 6> headers{{
      {"Content-Security-Policy", content_policy},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
  }};
  return headers;
}

std::string_view meta_content_policy() {
  static const std::string policy = [] {
    std::string text(content_policy);
    return text.erase(text.find(ignored_in_meta), ignored_in_meta.size());
  }();
  return policy;
}

std::string headers_for_hosts(const HeaderSite& site) {
  return "/*\n" + header_lines("  {}: {}\n", site);
}

std::string headers_for_apache(const HeaderSite& site) {
  return fmt::format("ErrorDocument 404 {}\n<IfModule mod_headers.c>\n", site.not_found_page) +
         header_lines("  Header always set {} \"{}\"\n", site) + "</IfModule>\n";
}

std::string headers_for_nginx(const HeaderSite& site) {
  return fmt::format("error_page 404 {};\n", site.not_found_page) +
         header_lines("add_header {} \"{}\" always;\n", site);
}

std::string headers_for_caddy(const HeaderSite& site) {
  return "header {\n" + header_lines("  {} \"{}\"\n", site) + "}\n";
}

}  // namespace wegwijs
