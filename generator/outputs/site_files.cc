#include "outputs/site_files.h"

#include <algorithm>

#include "outputs/address_rules.h"
#include "outputs/calendar_files.h"
#include "outputs/page_pass.h"
#include "text/html_escape.h"

namespace wegwijs {
namespace {

/// A folder of the sources whose files are published as they are, below an address.
struct PublishedFolder {
  std::string folder;
  std::string address;
};

std::vector<PublishedFolder> published_folders(const Site& site) {
  std::vector<PublishedFolder> folders{{std::string(theme_mount) + "static", "/"}};
  if (!site.settings.files_folder.empty()) folders.push_back({site.settings.files_folder, "/bestanden/"});
  return folders;
}

template <typename Visit>
void visit_files(const FileTree& sources, const Site& site, const Visit& visit) {
  for (const PublishedFolder& published : published_folders(site)) {
    FileId first{};
    const auto files = sources.files_below(published.folder, first);
    for (std::size_t index = 0; index < files.size(); ++index) {
      const auto id = static_cast<FileId>(static_cast<std::size_t>(first) + index);
      visit(id, published.address + files[index].path.substr(published.folder.size() + 1));
    }
  }
}

std::string robots(const Site& site) {
  return "User-agent: *\nAllow: /\nSitemap: " + site.settings.base_address + "sitemap.xml\n";
}

std::optional<Date> updated_on(const Site& site, const PageKey& key) {
  if (key.kind != PageKind::entry) return std::nullopt;
  const EntryNumber number{key.group, key.number};
  const std::optional<FieldIndex> field = site.schema(number).find(Role::updated);
  const Date* date = field ? site.entry(number).record.get<Date>(*field) : nullptr;
  return date == nullptr ? std::nullopt : std::optional(*date);
}

}  // namespace

std::string sitemap(const Site& site, const PagePlan& plan) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const PageKey& key : plan.pages) {
    const std::string address = plan.address(site, key);
    // Redirects lead elsewhere, and a page that is a file (404.html) is no place to arrive at.
    if (key.kind == PageKind::redirect || !address.ends_with('/')) continue;
    xml += "<url><loc>";
    append_html_escaped(xml, site.settings.base_address + address.substr(1));
    xml += "</loc>";
    if (const std::optional<Date> date = updated_on(site, key)) xml += "<lastmod>" + iso_date(*date) + "</lastmod>";
    xml += "</url>\n";
  }
  return xml + "</urlset>\n";
}

std::vector<std::string> site_file_addresses(const FileTree& sources, const Site& site, const PagePlan& plan,
                                             Date today, Diagnostics& diagnostics) {
  std::vector<std::string> addresses{"/sitemap.xml", "/robots.txt"};
  for (const auto& [address, bytes] : calendar_files(site, today)) addresses.push_back(address);
  visit_files(sources, site, [&](FileId file, const std::string& address) {
    const std::string page = address.ends_with("/index.html") ? address.substr(0, address.size() - 10) : address;
    const bool taken =
        plan.page_at.contains(page) || std::find(addresses.begin(), addresses.end(), address) != addresses.end();
    if (taken) diagnostics.report(file_at_page, {file, 0, 0}, {sources.path_of(file)});
    addresses.push_back(address);
  });
  return addresses;
}

void write_site_files(const FileTree& sources, const Site& site, const PagePlan& plan, Date today, Sink& sink) {
  visit_files(sources, site,
              [&](FileId file, const std::string& address) { sink.write(address.substr(1), sources.read(file)); });
  for (const auto& [address, bytes] : calendar_files(site, today)) sink.write(address.substr(1), bytes);
  sink.write("sitemap.xml", sitemap(site, plan));
  sink.write("robots.txt", robots(site));
}

}  // namespace wegwijs
