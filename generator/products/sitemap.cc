#include "products/sitemap.h"

#include "pages/page_kind.h"
#include "text/html_escape.h"

namespace wegwijs {
namespace {

std::string robots(const Site& site, bool is_preview) {
  if (is_preview) return "User-agent: *\nDisallow: /\n";
  return "User-agent: *\nAllow: /\nSitemap: " + site.settings.base_address + "sitemap.xml\n";
}

std::optional<Date> updated_on(const Site& site, const PageKey& key) {
  const std::optional<EntryNumber> entry = key.kind->entry(key);
  return entry ? date_of(site.entry(*entry), site.schema(*entry), Role::updated) : std::nullopt;
}

std::string sitemap(const Site& site, const PagePlan& plan) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const PageKey& key : plan.pages) {
    const std::string address = plan.address(site, key);
    // Redirects lead elsewhere, and a page that is a file (404.html) is not one to arrive at.
    if (key.kind->leads_elsewhere() || key.kind->is_for_its_school_only() || !address.ends_with('/')) continue;
    const std::optional<EntryNumber> entry = key.kind->entry(key);
    if (entry && site.entry(*entry).withheld) continue;
    xml += "<url><loc>";
    append_html_escaped(xml, site.settings.base_address + address.substr(1));
    xml += "</loc>";
    if (const std::optional<Date> date = updated_on(site, key)) xml += "<lastmod>" + iso_date(*date) + "</lastmod>";
    xml += "</url>\n";
  }
  return xml + "</urlset>\n";
}

}  // namespace

void plan_sitemap(const ProductContext& context, std::vector<Product>& products) {
  products.push_back({"/sitemap.xml", {}, [&context] { return sitemap(context.site, context.plan); }});
  products.push_back({"/robots.txt", {}, [&context] { return robots(context.site, context.is_preview); }});
}

}  // namespace wegwijs
