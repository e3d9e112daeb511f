#include "products/server_files.h"

#include "products/published_path.h"
#include "products/security_headers.h"
#include "products/server_sites.h"

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

ServedSite served_site(const ProductContext& context) {
  const std::string& base = context.site.settings.base_address;
  ServedSite served;
  served.prefix = path_prefix(base);
  served.is_https = base.starts_with("https://");
  const std::size_t begin = base.find("://") + 3;
  served.host = base.substr(begin, base.find('/', begin) - begin);
  served.host = served.host.substr(0, served.host.find(':'));
  for (const Redirect& redirect : context.plan.redirects) {
    const bool leads_out = redirect.to.find("://") != std::string::npos;
    served.redirects.emplace_back(served.prefix + redirect.from, leads_out ? redirect.to : served.prefix + redirect.to);
  }
  return served;
}

}  // namespace

void plan_server_files(const ProductContext& context, std::vector<Product>& products) {
  const Settings& settings = context.site.settings;
  const HeaderSite site{std::string(path_prefix(settings.base_address)) + "/404.html",
                        settings.base_address.starts_with("https://")};
  const ServedSite served = served_site(context);
  products.push_back({"/_headers", {}, [site] { return headers_for_hosts(site); }});
  products.push_back(
      {"/.htaccess", {}, [site, served] { return headers_for_apache(site) + lines_for_apache(served); }});
  const auto nginx_lines = [site, served] { return headers_for_nginx(site) + lines_for_nginx(served); };
  const auto caddy_lines = [site, served] { return headers_for_caddy(site) + lines_for_caddy(served); };
  products.push_back({"/server/nginx.conf", {}, nginx_lines});
  products.push_back({"/server/Caddyfile", {}, caddy_lines});
  if (!redirects_for_hosts(served).empty())
    products.push_back({"/_redirects", {}, [served] { return redirects_for_hosts(served); }});
  // Where the site shares its host with others, somebody else made the settings of the host.
  if (served.prefix.empty()) {
    products.push_back({"/server/nginx-site.conf", {}, [=] { return nginx_site(served, nginx_lines()); }});
    products.push_back({"/server/apache-site.conf", {}, [served] { return apache_site(served); }});
    products.push_back({"/server/Caddyfile-site", {}, [=] { return caddy_site(served, caddy_lines()); }});
  }
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
