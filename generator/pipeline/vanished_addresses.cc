#include "pipeline/vanished_addresses.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

#include "pages/page_kind.h"
#include "pipeline/address_rules.h"
#include "pipeline/meant_address.h"
#include "pipeline/unread_pages.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

/// The address of a published file that readers keep or that others link to: a page or a document. Empty for what only
/// serves pages (styles, scripts, the search index), for data, which machines read, and for calendar files, which go
/// when their days are over.
std::optional<std::string> address_for_readers(std::string_view path) {
  constexpr std::string_view page_file = "index.html";
  const std::string address = "/" + std::string(path);
  if (address.ends_with("/" + std::string(page_file))) return address.substr(0, address.size() - page_file.size());
  if (address.ends_with(".html") || address.starts_with("/bestanden/")) return address;
  return std::nullopt;
}

class VanishedAddresses {
 public:
  VanishedAddresses(const std::vector<std::string>& previous, const ProductContext& context,
                    const std::vector<std::string>& files)
      : context_(context), unread_(context.site) {
    for (const std::string& path : previous) {
      const std::optional<std::string> address = address_for_readers(path);
      if (!address) continue;
      const bool is_there =
          context.plan.page_at.contains(*address) || std::binary_search(files.begin(), files.end(), *address);
      if (is_there || is_to_return(*address)) continue;
      gone_[std::string(folder_above(*address))].push_back(*address);
    }
    if (!gone_.empty()) note_new_pages(previous);
  }

  void report(Diagnostics& diagnostics) {
    const std::optional<FileId> settings = context_.sources.find(settings_file_name);
    const SourceSpan where{settings.value_or(no_file), 0, 0};
    // A collection or a list that is gone is one cause, however many pages it had.
    constexpr std::size_t most_told_apart = 3;
    for (auto& [folder, addresses] : gone_) {
      std::sort(addresses.begin(), addresses.end());
      if (addresses.size() > most_told_apart) {
        diagnostics.report(addresses_vanished, where, {std::to_string(addresses.size()), folder, addresses.front()});
        continue;
      }
      for (const std::string& address : addresses)
        diagnostics.report(address_vanished, where, {address, hint(folder, address, addresses.size())});
    }
  }

 private:
  void note_new_pages(const std::vector<std::string>& previous) {
    std::unordered_set<std::string> known;
    for (const std::string& path : previous) {
      if (std::optional<std::string> address = address_for_readers(path)) known.insert(std::move(*address));
    }
    for (const auto& [address, page] : context_.plan.page_at) {
      const bool is_redirect = context_.plan.pages[page].kind->leads_elsewhere();
      if (!is_redirect && !known.contains(address)) new_[std::string(folder_above(address))].push_back(address);
    }
  }

  bool is_to_return(const std::string& address) const {
    const Absence* const absence = context_.plan.absence_at(address);
    return (absence != nullptr && absence->withheld != nullptr) || unread_.contains(address);
  }

  /// The page that most likely took its place: the only new one in its folder, or the one with the nearest name.
  Argument hint(const std::string& folder, const std::string& address, std::size_t gone_there) {
    const auto found = new_.find(folder);
    if (found == new_.end()) return "";
    std::vector<std::string>& candidates = found->second;
    std::sort(candidates.begin(), candidates.end());
    const std::vector<std::string_view> words(candidates.begin(), candidates.end());
    const bool is_only_one = candidates.size() == 1 && gone_there == 1;
    const std::string nearest = is_only_one ? candidates.front() : nearest_word(address, words).value_or("");
    if (nearest.empty()) return "";
    return {" Nieuw is '" + nearest + "'.", " '" + nearest + "' is new."};
  }

  const ProductContext& context_;
  const UnreadPages unread_;
  std::map<std::string, std::vector<std::string>> gone_;  // by folder
  std::map<std::string, std::vector<std::string>> new_;   // by folder; known where something is gone
};

}  // namespace

void report_vanished_addresses(const std::vector<std::string>& previous, const ProductContext& context,
                               const std::vector<std::string>& files, Diagnostics& diagnostics) {
  if (!previous.empty()) VanishedAddresses(previous, context, files).report(diagnostics);
}

}  // namespace wegwijs
