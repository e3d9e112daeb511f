#include "outputs/link_check.h"

#include <algorithm>
#include <unordered_set>

#include "outputs/address_rules.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

std::string nearest_address(std::string_view wanted, const PagePlan& plan) {
  const std::size_t folder_end = wanted.find('/', 1);
  const std::string_view folder = wanted.substr(0, folder_end == std::string_view::npos ? 1 : folder_end + 1);
  std::vector<std::string_view> near;
  for (const auto& [address, page] : plan.page_at) {
    if (address.starts_with(folder) || address == std::string(wanted) + "/") near.push_back(address);
  }
  std::sort(near.begin(), near.end());
  return nearest_word(wanted, near).value_or("");
}

}  // namespace

void check_links(const PageFindings& findings, const PagePlan& plan, const std::vector<std::string>& files,
                 Diagnostics& diagnostics) {
  std::unordered_set<AddressHash> anchors(findings.anchors.begin(), findings.anchors.end());
  const std::unordered_set<std::string> known_files(files.begin(), files.end());
  for (const InternalLink& link : findings.links) {
    const std::string& target = findings.addresses.at(link.target);
    const std::size_t hash = target.find('#');
    const std::string page = target.substr(0, hash);
    if (!plan.page_at.contains(page) && !known_files.contains(page)) {
      diagnostics.report(dead_link, link.where, {page}, nearest_address(page, plan));
    } else if (hash != std::string::npos && hash + 1 < target.size() && !anchors.contains(link.target)) {
      diagnostics.report(dead_anchor, link.where, {page, target.substr(hash + 1)});
    }
  }
}

}  // namespace wegwijs
