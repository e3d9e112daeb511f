#include "outputs/security_headers.h"

#include <fmt/format.h>

namespace wegwijs {
namespace {

constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for "
    "'script'; trusted-types 'none'";
constexpr std::string_view ignored_in_meta = "frame-ancestors 'none'; ";

}  // namespace

const std::array<SecurityHeader, 6>& security_headers() {
  static constexpr std::array<SecurityHeader, 6> headers{{
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

std::string headers_for_hosts() {
  std::string text = "/*\n";
  for (const SecurityHeader& header : security_headers()) text += fmt::format("  {}: {}\n", header.name, header.value);
  return text;
}

std::string headers_for_apache(std::string_view not_found_page) {
  std::string text = fmt::format("ErrorDocument 404 {}\n<IfModule mod_headers.c>\n", not_found_page);
  for (const SecurityHeader& header : security_headers())
    text += fmt::format("  Header always set {} \"{}\"\n", header.name, header.value);
  return text + "</IfModule>\n";
}

std::string headers_for_nginx(std::string_view not_found_page) {
  std::string text = fmt::format("error_page 404 {};\n", not_found_page);
  for (const SecurityHeader& header : security_headers())
    text += fmt::format("add_header {} \"{}\" always;\n", header.name, header.value);
  return text;
}

std::string headers_for_caddy() {
  std::string text = "header {\n";
  for (const SecurityHeader& header : security_headers())
    text += fmt::format("  {} \"{}\"\n", header.name, header.value);
  return text + "}\n";
}

}  // namespace wegwijs
