#include "outputs/link_check.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "outputs/address_rules.h"
#include "outputs/unread_pages.h"
#include "text/ascii.h"
#include "text/edit_distance.h"

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

/// The address that was most likely meant: of another site or a mailbox, or of this site with what is missing.
std::string meant_address(const std::string& written, const std::string& page, const PagePlan& plan) {
  const bool has_slash = written.find('/') != std::string::npos;
  if (written.starts_with("www.")) return "https://" + written;
  if (!has_slash && written.find('@') != std::string::npos) return "mailto:" + written;
  for (const std::string& address : {"/" + written, "/" + written + "/", page + "/", lower_case(page)}) {
    if (plan.page_at.contains(address)) return address;
  }
  return nearest_address(page, plan);
}

class LinkCheck {
 public:
  LinkCheck(const PageFindings& findings, const Site& site, const PagePlan& plan, const std::vector<std::string>& files,
            Diagnostics& diagnostics)
      : findings_(findings),
        plan_(plan),
        unread_(site),
        anchors_(findings.anchors.begin(), findings.anchors.end()),
        files_(files.begin(), files.end()),
        diagnostics_(diagnostics) {
    const Settings& settings = site.settings;
    for (const MenuItem& item : settings.menu) in_settings_.emplace(item.address.text, item.address.where);
    for (const MenuItem& item : settings.footer_menu) in_settings_.emplace(item.address.text, item.address.where);
    for (const WayIn& way : settings.ways_in) {
      for (const MenuItem& item : way.links) in_settings_.emplace(item.address.text, item.address.where);
    }
  }

  void check(const InternalLink& link) {
    const std::string& target = findings_.addresses.at(link.target);
    const std::size_t hash = target.find('#');
    const std::string page = target.substr(0, hash);
    const bool is_there = plan_.page_at.contains(page) || files_.contains(page);
    const bool anchor_is_there =
        hash == std::string::npos || hash + 1 >= target.size() || anchors_.contains(link.target);
    if (is_there && anchor_is_there) return;
    if (is_there ? unread_.contains_place(std::string_view(target).substr(hash + 1)) : unread_.contains(page)) return;
    // What a template writes stands on many pages; one of them, or the line of the settings, is enough.
    if (!link.is_in_text && (told_in_texts_.contains(link.target) || !told_.insert(link.target).second)) return;
    const auto setting = in_settings_.find(target);
    const SourceSpan where = !link.is_in_text && setting != in_settings_.end() ? setting->second : link.where;
    if (is_there) {
      diagnostics_.report(dead_anchor, where, {page, target.substr(hash + 1)});
      return;
    }
    const std::string written = link.written.empty() ? page : link.written.substr(0, link.written.find('#'));
    // Whoever has so many dead links does not mend them one by one, and looking for the right words takes time.
    constexpr std::size_t most_suggestions = 200;
    const bool with_suggestion = ++dead_links_ <= most_suggestions;
    diagnostics_.report(dead_link, where, {written}, with_suggestion ? meant_address(written, page, plan_) : "");
  }

  void check_all() {
    for (const InternalLink& link : findings_.links) {
      if (link.is_in_text) told_in_texts_.insert(link.target);
    }
    for (const InternalLink& link : findings_.links) check(link);
  }

 private:
  const PageFindings& findings_;
  const PagePlan& plan_;
  const UnreadPages unread_;
  const std::unordered_set<AddressHash> anchors_;
  const std::unordered_set<std::string> files_;
  std::unordered_map<std::string, SourceSpan> in_settings_;
  std::unordered_set<AddressHash> told_in_texts_;  // every target that stands in a text
  std::unordered_set<AddressHash> told_;
  std::size_t dead_links_ = 0;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_links(const PageFindings& findings, const Site& site, const PagePlan& plan,
                 const std::vector<std::string>& files, Diagnostics& diagnostics) {
  LinkCheck(findings, site, plan, files, diagnostics).check_all();
}

}  // namespace wegwijs
