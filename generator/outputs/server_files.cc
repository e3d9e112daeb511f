#include "outputs/server_files.h"

#include "outputs/page_pass.h"
#include "outputs/security_headers.h"

namespace wegwijs {

namespace {

constexpr std::string_view security_file = "/.well-known/security.txt";

/// RFC 9116. The day of `geldig_tot` still counts, wherever on earth the reader is.
std::string security_text(const Settings& settings) {
  const SecurityContact& security = settings.security;
  return "Contact: " + security.contact.text + "\nExpires: " + iso_date(security.valid_until) +
         "T23:59:59Z\nPreferred-Languages: nl, en\nCanonical: " + settings.base_address +
         std::string(security_file.substr(1)) + "\n";
}

}  // namespace

void server_file_addresses(const OutputContext& context, std::vector<std::string>& addresses) {
  addresses.insert(addresses.end(), {"/_headers", "/.htaccess", "/server/nginx.conf", "/server/Caddyfile"});
  if (!context.site.settings.security.contact.text.empty()) addresses.emplace_back(security_file);
  if (context.is_preview) addresses.push_back("/" + std::string(preview_mark_file));
}

void write_server_files(const OutputContext& context, PageFindings& /*findings*/, Sink& sink) {
  const Settings& settings = context.site.settings;
  const HeaderSite site{std::string(path_prefix(settings.base_address)) + "/404.html",
                        settings.base_address.starts_with("https://")};
  sink.write("_headers", headers_for_hosts(site));
  sink.write(".htaccess", headers_for_apache(site));
  sink.write("server/nginx.conf", headers_for_nginx(site));
  sink.write("server/Caddyfile", headers_for_caddy(site));
  if (!settings.security.contact.text.empty()) sink.write(security_file.substr(1), security_text(settings));
  if (context.is_preview) {
    sink.write(preview_mark_file,
               "Deze map is gemaakt met --drafts: er staan ook kladden en andere pagina's in die niet op de site "
               "horen.\nPubliceer haar niet; maak de site daarvoor met 'wegwijs build'.\n");
  }
}

}  // namespace wegwijs
