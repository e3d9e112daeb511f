#include "pipeline/meant_address.h"

#include <algorithm>
#include <array>

#include "products/file_kinds.h"
#include "source/web_address.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/path_parts.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

/// `wanted` in the folder of the site that is most like its own `folder`, or that folder itself; empty when no page is
/// there.
std::string with_nearest_folder(std::string_view folder, std::string_view wanted, const PagePlan& plan) {
  std::vector<std::string_view> folders;
  for (const auto& [address, page] : plan.page_at) {
    const std::string_view all = address;
    folders.push_back(all.substr(0, all.find('/', 1) + 1));
  }
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  const std::string nearest = nearest_word(folder, folders).value_or("");
  if (nearest.empty()) return "";
  std::string address = nearest + std::string(wanted.substr(folder.size()));
  if (plan.page_at.contains(address)) return address;
  return plan.page_at.contains(nearest) ? nearest : "";
}

/// The picture or document that was most likely meant: one of the same name in another folder or in other capitals,
/// else the one whose name is most like it.
std::string nearest_file(std::string_view wanted, const std::vector<std::string>& files) {
  const std::string name = lower_case(last_part(wanted));
  if (name.empty()) return "";
  std::vector<std::string_view> content;
  for (const std::string& file : files) {
    if (file.starts_with("/bestanden/")) content.push_back(file);
  }
  const auto same = std::find_if(content.begin(), content.end(),
                                 [&](std::string_view file) { return lower_case(last_part(file)) == name; });
  if (same != content.end()) return std::string(*same);
  return wanted.starts_with("/bestanden/") ? nearest_word(wanted, content).value_or("") : "";
}

/// Whether `written` begins with the name of another website, as "school.nl/open-dag" does.
bool begins_with_host(std::string_view written) {
  const std::string_view host = written.substr(0, written.find_first_of("/?#"));
  constexpr std::array<std::string_view, 3> sources{".md", ".yaml", ".yml"};
  const bool is_file = kind_of_file(host) != nullptr ||
                       std::any_of(sources.begin(), sources.end(), [&](auto ending) { return host.ends_with(ending); });
  return is_host_name(host) && !is_file;
}

std::string nearest_address(std::string_view wanted, const PagePlan& plan) {
  const std::size_t folder_end = wanted.find('/', 1);
  const std::string_view folder = wanted.substr(0, folder_end == std::string_view::npos ? 1 : folder_end + 1);
  std::vector<std::string_view> near;
  for (const auto& [address, page] : plan.page_at) {
    if (address.starts_with(folder) || address == std::string(wanted) + "/") near.push_back(address);
  }
  std::sort(near.begin(), near.end());
  if (!near.empty()) return nearest_word(wanted, near).value_or("");
  return with_nearest_folder(folder, wanted, plan);
}

/// `written` without what a word processor or a file manager makes of an address: curly quotes around it, backslashes,
/// ".html" behind the name of a page.
std::string with_usual_signs(std::string written) {
  std::replace(written.begin(), written.end(), '\\', '/');
  for (const std::string_view quote : {"“", "”", "„", "‘", "’", "\""}) {
    if (written.starts_with(quote)) written.erase(0, quote.size());
    if (written.ends_with(quote)) written.erase(written.size() - quote.size());
  }
  for (const std::string_view ending : {".html", ".htm", ".php", ".aspx"}) {
    if (!written.ends_with(ending)) continue;
    written.erase(written.size() - ending.size());
    if (written.ends_with("/index")) written.erase(written.size() - std::string_view("index").size());
    if (!written.ends_with('/')) written += '/';
  }
  return written;
}

}  // namespace

std::string_view folder_above(std::string_view address) {
  const std::size_t end = address.size() > 1 ? address.size() - 2 : 0;
  return address.substr(0, address.rfind('/', end) + 1);
}

std::string_view first_folder(std::string_view address) {
  const std::size_t end = address.find('/', 1);
  return address.substr(0, end == std::string_view::npos ? 1 : end + 1);
}

std::string meant_address(const std::string& written, const std::string& page, const std::string& moved_to,
                          const PagePlan& plan, const std::vector<std::string>& files) {
  const bool has_slash = written.find('/') != std::string::npos;
  if (written.starts_with("www.") || begins_with_host(written)) return "https://" + written;
  if (!has_slash && written.find('@') != std::string::npos) return "mailto:" + written;
  for (const std::string& address : {"/" + written, "/" + written + "/", page + "/", lower_case(page)}) {
    if (plan.page_at.contains(address)) return address;
  }
  if (std::string usual = with_usual_signs(written); usual != written) {
    const bool is_there = plan.page_at.contains(usual) || std::binary_search(files.begin(), files.end(), usual);
    if (is_there) return usual;
    return std::string(usual.starts_with('/') ? nearest_address(usual, plan) : "");
  }
  if (std::string file = nearest_file(page, files); !file.empty()) return file;
  if (!moved_to.empty()) return moved_to;
  return nearest_address(page, plan);
}

std::string meant_anchor(const std::string& wanted, const std::vector<std::string>& ids) {
  const std::string slug = slug_for(wanted);
  for (const std::string& id : {slug, "kop-" + slug}) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) return "#" + id;
  }
  const std::vector<std::string_view> views(ids.begin(), ids.end());
  const std::optional<std::string> near = nearest_word(slug, views);
  return near ? "#" + *near : "";
}

}  // namespace wegwijs
