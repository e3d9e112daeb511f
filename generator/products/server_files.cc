#include "products/server_files.h"

#include "products/published_path.h"
#include "products/security_headers.h"

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

void plan_server_files(const ProductContext& context, std::vector<Product>& products) {
  const Settings& settings = context.site.settings;
  const HeaderSite site{std::string(path_prefix(settings.base_address)) + "/404.html",
                        settings.base_address.starts_with("https://")};
  products.push_back({"/_headers", {}, [site] { return headers_for_hosts(site); }});
  products.push_back({"/.htaccess", {}, [site] { return headers_for_apache(site); }});
  products.push_back({"/server/nginx.conf", {}, [site] { return headers_for_nginx(site); }});
  products.push_back({"/server/Caddyfile", {}, [site] { return headers_for_caddy(site); }});
  const SettingText& contact = settings.security.contact;
  if (!contact.text.empty())
    products.push_back({std::string(security_file), contact.where, [&settings] { return security_text(settings); }});
  if (!context.is_preview) return;
  products.push_back({"/" + std::string(preview_mark_file), {}, [] {
                        return std::string(
                            "Deze map is gemaakt met --drafts: er staan ook kladden en andere pagina's in die niet op "
                            "de site horen.\nPubliceer haar niet; maak de site daarvoor met 'wegwijs build'.\n");
                      }});
}

}  // namespace wegwijs
