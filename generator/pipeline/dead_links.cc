#include "pipeline/dead_links.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "diagnostic/few_of_many.h"
#include "pipeline/address_rules.h"
#include "pipeline/meant_address.h"
#include "products/file_kinds.h"
#include "source/link_rules.h"
#include "text/path_parts.h"

namespace wegwijs {
namespace {

using LinkPlace = std::pair<FileId, std::uint32_t>;

std::string name_of_page(std::string_view page) {
  const std::string_view name = page.substr(folder_above(page).size());
  return std::string(name.substr(0, name.find('/')));
}

/// The one mistake that many dead links have in common, somewhere else than in the texts: pages that are now elsewhere,
/// or a folder of the site that nothing is in.
struct DeadFolder {
  std::string folder;
  std::string now;  ///< where pages of these names are; empty when nowhere

  friend auto operator<=>(const DeadFolder&, const DeadFolder&) = default;
};

Argument advice_on(const DeadFolder& dead) {
  if (dead.now.empty()) {
    return {
        "Onder dit adres staat geen enkele pagina. Is een verzameling of lijst weg, of heeft die in 'site.yaml' een "
        "ander adres?",
        "No page is below this address. Is a collection or listing gone, or does it have another address in "
        "'site.yaml'?"};
  }
  return {"Pagina's met die namen staan nu onder '" + dead.now +
              "'. Is in 'site.yaml' het adres van een verzameling veranderd? Zet het terug, of verander deze links.",
          "Pages of these names are below '" + dead.now +
              "' now. Was the address of a collection changed in 'site.yaml'? Put it back, or change these links."};
}

/// Where pages are now that dead links look for in other folders.
class MovedPages {
 public:
  MovedPages(const PagePlan& plan, const std::vector<DeadLink>& links) {
    for (const auto& [address, number] : plan.page_at)
      folders_of_[name_of_page(address)].emplace_back(folder_above(address));
    std::map<std::string, std::map<std::string, std::size_t>> votes;
    std::set<std::string_view> pages;
    for (const DeadLink& link : links) {
      const auto found = folders_of_.find(name_of_page(link.page));
      if (found == folders_of_.end() || !pages.insert(link.page).second) continue;
      for (const std::string& folder : found->second) ++votes[std::string(folder_above(link.page))][folder];
    }
    for (const auto& [folder, candidates] : votes) {
      const auto best = std::max_element(candidates.begin(), candidates.end(), [](const auto& left, const auto& right) {
        return left.second < right.second;
      });
      now_.emplace(folder, best->first);
    }
  }

  /// The page of the same name in the folder where most of its neighbours are now, or the only page of that name; empty
  /// when there is none.
  std::string of(const std::string& page) const {
    const std::string name = name_of_page(page);
    const auto found = folders_of_.find(name);
    if (name.empty() || found == folders_of_.end()) return "";
    const std::vector<std::string>& folders = found->second;
    const auto now = now_.find(std::string(folder_above(page)));
    const bool is_there = now != now_.end() && std::find(folders.begin(), folders.end(), now->second) != folders.end();
    if (is_there) return now->second + name + "/";
    return folders.size() == 1 ? folders.front() + name + "/" : "";
  }

 private:
  std::map<std::string, std::vector<std::string>> folders_of_;  ///< by the name of a page
  std::map<std::string, std::string> now_;                      ///< by the folder of dead links
};

/// Takes out of `diagnostics` that the address at one of `places` is written as a whole.
void take_back_whole_addresses(const std::set<LinkPlace>& places, Diagnostics& diagnostics) {
  Diagnostics others;
  for (const Diagnostic& one : diagnostics.all()) {
    const bool is_of_dead = one.rule == &own_full_address && places.contains({one.where.file, one.where.begin});
    if (!is_of_dead) others.add(one);
  }
  diagnostics = std::move(others);
}

}  // namespace

void DeadLinks::report(Diagnostics& diagnostics) {
  if (links_.empty()) return;
  // Nobody repairs so many dead links one by one, and looking for the right words takes time.
  constexpr std::size_t most_suggestions = 200;
  const MovedPages moved(plan_, links_);
  std::set<std::string_view> folders;
  for (const auto& [address, number] : plan_.page_at) folders.insert(first_folder(address));
  for (const std::string& file : files_) folders.insert(first_folder(file));
  const bool has_other_errors = diagnostics.has_errors();
  std::map<LinkPlace, DeadFolder> causes;
  std::set<LinkPlace> in_texts;
  Diagnostics dead;
  for (const DeadLink& link : links_) {
    const bool is_of_file = link.page.starts_with("/bestanden/") || kind_of_file(last_part(link.page)) != nullptr;
    if (is_of_file && !link.is_in_text && has_other_errors) continue;
    const LinkPlace place{link.where.file, link.where.begin};
    const std::string now = moved.of(link.page);
    if (!now.empty()) {
      causes.emplace(place, DeadFolder{std::string(folder_above(link.page)), std::string(folder_above(now))});
    } else if (!folders.contains(first_folder(link.page))) {
      causes.emplace(place, DeadFolder{std::string(first_folder(link.page)), ""});
    }
    if (link.is_in_text) in_texts.insert(place);
    const bool with_suggestion = dead.all().size() < most_suggestions;
    dead.report(is_of_file ? dead_file_link : dead_link, link.where, {link.written},
                with_suggestion ? meant_address(link.written, link.page, now, plan_, files_) : "");
  }
  take_back_whole_addresses(in_texts, diagnostics);
  const auto cause_of = [&](const Diagnostic& one) {
    const auto found = causes.find({one.where.file, one.where.begin});
    return found == causes.end() ? std::nullopt : std::optional(found->second);
  };
  const auto tell_rest = [](const DeadFolder& cause, const ManyFindings& links, Diagnostics& told) {
    told.report(more_dead_links, links.last_told.where,
                {std::to_string(links.others()), cause.folder, advice_on(cause)});
  };
  append_few_of_many(std::move(dead), {3, 3}, cause_of, tell_rest, diagnostics);
}

}  // namespace wegwijs
