#include "pipeline/link_check.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "pages/plan_rules.h"
#include "pipeline/address_rules.h"
#include "pipeline/dead_links.h"
#include "pipeline/meant_address.h"
#include "pipeline/unread_pages.h"
#include "source/web_address.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

Argument in_words(const std::vector<std::string>& ids) {
  constexpr std::size_t most = 10;
  if (ids.empty()) return {"geen", "none"};
  std::string words;
  for (std::size_t index = 0; index < ids.size() && index < most; ++index)
    words += (index > 0 ? ", #" : "#") + ids[index];
  return words + (ids.size() > most ? ", …" : "");
}

class LinkCheck {
 public:
  /// `is_published`: the links of `findings` are on pages; else they are in texts of entries that are not published
  /// today.
  LinkCheck(const PageFindings& findings, bool is_published, const ProductContext& context,
            const ReachablePlaces& places, const IdsOfPage& ids_of, Diagnostics& diagnostics)
      : findings_(findings),
        is_published_(is_published),
        context_(context),
        plan_(context.plan),
        places_(places),
        unread_(context.site),
        ids_of_(ids_of),
        dead_(context.plan, places.files()),
        diagnostics_(diagnostics) {
    const Site& site = context.site;
    const Settings& settings = site.settings;
    for (std::size_t number = 0; number < site.collections.size(); ++number) {
      const Collection& collection = site.collections[number];
      if (collection.rule->calendar.text.empty()) continue;
      for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
        const EntryNumber moment{static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(entry)};
        moments_.emplace(calendar_place_of(site, moment), &collection.entries[entry]);
      }
    }
    add_settings(settings.menu);
    add_settings(settings.footer_menu);
    add_settings(settings.no_results);
    for (const WayIn& way : settings.ways_in) add_settings(way.links);
    for (const WayIn& way : settings.doors) add_settings(way.links);
  }

  /// Precondition: the link reaches nothing.
  void check(const InternalLink& link, const std::string& target) {
    const std::size_t hash = target.find('#');
    const std::string page = target.substr(0, hash);
    const bool is_there = places_.has_page(page);
    const Absence* const absence =
        is_there ? plan_.absent.find_place(std::string_view(target).substr(hash + 1)) : plan_.absent.find(page);
    if (absence != nullptr) {
      if (!is_published_) return;
      // What a template writes is on many pages, and so are the lines of the settings, which are reported by
      // themselves.
      if (!link.is_in_text && (in_settings_.contains(target) || !told_.insert(link.target).second)) return;
      report_absent(is_there ? link_to_absent_place : link_to_absent, link.where,
                    link.written.empty() ? target : link.written, *absence, context_.sources, diagnostics_);
      return;
    }
    if (is_there ? unread_.contains_place(std::string_view(target).substr(hash + 1)) : is_unread(page)) return;
    // What a template writes is on many pages; one of them, or the line of the settings, is enough.
    if (!link.is_in_text && (told_in_texts_.contains(link.target) || !told_.insert(link.target).second)) return;
    const auto setting = in_settings_.find(target);
    const SourceSpan where = !link.is_in_text && setting != in_settings_.end() ? setting->second : link.where;
    const auto moment = moments_.find(target);
    if (is_there && !link.is_in_text && moment != moments_.end()) {
      diagnostics_.report(moment_not_shown, {moment->second->file, 0, 0}, {page, moment->second->slug});
      return;
    }
    if (is_there) {
      const std::vector<std::string> wishes = places_.unknown_wishes(page, std::string_view(target).substr(hash + 1));
      for (const std::string& wish : wishes) report_unknown_wish(page, wish, link.written, target, where);
      if (!wishes.empty()) return;
      report_dead_anchor(page, link.written.empty() ? page : link.written.substr(0, link.written.find('#')),
                         target.substr(hash + 1), where);
      return;
    }
    dead_.add(
        {where, link.written.empty() ? page : link.written.substr(0, link.written.find('#')), page, link.is_in_text});
  }

  void report_unknown_wish(const std::string& page, const std::string& wish, const std::string& written,
                           const std::string& target, SourceSpan where) {
    const std::optional<std::string> near = nearest_word(wish, places_.wishes_of(page));
    // The author may have written the name with other signs; then it is not found as it is.
    std::string meant = written.find(wish) != std::string::npos ? written : target;
    if (near) meant.replace(meant.rfind(wish), wish.size(), *near);
    diagnostics_.report(unknown_wish, where, {page, wish}, near ? std::move(meant) : "");
  }

  /// Whether there is no page because a file or a schema could not be read, which is reported. Of a collection with a
  /// broken schema any entry may have had an address of its own; it is taken for that where no other page is near.
  bool is_unread(const std::string& page) {
    if (unread_.contains(page)) return true;
    if (!unread_.may_be_own_address(page)) return false;
    if (folders_.empty()) {
      for (const auto& [address, number] : plan_.page_at) folders_.insert(first_folder(address));
    }
    return !folders_.contains(first_folder(page));
  }

  /// `before`: what the author wrote before the '#'.
  void report_dead_anchor(const std::string& page, const std::string& before, const std::string& wanted,
                          SourceSpan where) {
    const bool with_suggestion = ++dead_anchors_ <= most_suggestions && plan_.page_at.contains(page);
    const std::vector<std::string> ids = with_suggestion ? ids_of_(page) : std::vector<std::string>();
    const std::string meant = meant_anchor(wanted, ids);
    diagnostics_.report(dead_anchor, where, {page, wanted, in_words(ids)}, meant.empty() ? meant : before + meant);
  }

  /// By block of links, whether it is remarkable (`JudgedLinks`). `before`, when given, is what a check found that had
  /// the same to reach: a remembered block is then as it was.
  std::vector<bool> check_all(const std::vector<bool>* before) {
    std::vector<bool> is_remarkable(findings_.links.size());
    std::vector<std::vector<InternalLink>> remarkable;
    for (std::size_t number = 0; number < findings_.links.size(); ++number) {
      const BlockLinks& block = findings_.links[number];
      if (before != nullptr && block.is_remembered() && !(*before)[number]) continue;
      const bool leads_somewhere = leads_to_remarkable(block);
      if (leads_somewhere) remarkable.push_back(block.links());
      is_remarkable[number] = leads_somewhere || leads_to_private(block);
    }
    for (const std::vector<InternalLink>& links : remarkable) {
      for (const InternalLink& link : links) {
        if (link.is_in_text && remarkable_.contains(link.target)) told_in_texts_.insert(link.target);
      }
    }
    for (const std::vector<InternalLink>& links : remarkable) {
      for (const InternalLink& link : links) {
        const auto target = remarkable_.find(link.target);
        if (target == remarkable_.end()) continue;
        const std::string& address = target->second.address;
        if (!target->second.is_reached) {
          check(link, address);
        } else if (const LeavingPage* const leaving = places_.leaving(address)) {
          announce_leaving(link, address, *leaving);
        }
      }
    }
    dead_.report(diagnostics_);
    std::unordered_set<std::string_view> met;
    for (std::size_t number = 0; number < findings_.links.size(); ++number) {
      if (!is_remarkable[number]) continue;
      findings_.links[number].visit_web_addresses([&](std::string_view address, SourceSpan where) {
        if (is_private_web_address(address) && met.insert(address).second)
          diagnostics_.report(private_address, where, {std::string(address)});
      });
    }
    return is_remarkable;
  }

  /// A line of the settings that leads to an absent page is shown on no page, so the pages have no link to check.
  void check_settings() {
    for (const auto& [address, where] : in_settings_) {
      if (const Absence* const absence = plan_.absence_at(address))
        report_absent(menu_item_to_absent, where, address, *absence, context_.sources, diagnostics_);
    }
  }

 private:
  void add_settings(const std::vector<MenuItem>& items) {
    for (const MenuItem& item : items) in_settings_.emplace(item.address.text, item.address.where);
  }

  /// Whether a link of the block leads to nothing, or to a page that leaves. Many links lead to the same places, which
  /// are looked at once.
  bool leads_to_remarkable(const BlockLinks& block) {
    bool leads = false;
    block.visit_targets([&](AddressHash hash, std::string_view address) {
      if (seen_.insert(hash).second) {
        std::string target(address);
        const bool reaches = places_.is_reached(hash, target);
        if (!reaches || places_.leaving(target) != nullptr)
          remarkable_.emplace(hash, Target{std::move(target), reaches});
      }
      leads = leads || (!remarkable_.empty() && remarkable_.contains(hash));
    });
    return leads;
  }

  static bool leads_to_private(const BlockLinks& block) {
    bool leads = false;
    block.visit_web_addresses(
        [&](std::string_view address, SourceSpan) { leads = leads || is_private_web_address(address); });
    return leads;
  }

  void announce_leaving(const InternalLink& link, const std::string& target, const LeavingPage& leaving) {
    if (!link.is_in_text || !is_published_) return;
    diagnostics_.report(link_to_leaving, link.where,
                        {target.substr(0, target.find('#')),
                         {date_in_words(leaving.last_day, Language::nl), date_in_words(leaving.last_day, Language::en)},
                         context_.sources.path_of(leaving.file)});
  }

  // Nobody repairs so many dead links one by one, and looking for the right words takes time.
  static constexpr std::size_t most_suggestions = 200;

  const PageFindings& findings_;
  const bool is_published_;
  const ProductContext& context_;
  const PagePlan& plan_;
  const ReachablePlaces& places_;
  const UnreadPages unread_;
  const IdsOfPage& ids_of_;
  std::unordered_map<std::string, SourceSpan> in_settings_;
  std::unordered_set<std::string_view> folders_;  // the first parts of addresses of pages; worked out when asked for
  std::unordered_map<std::string, const Entry*> moments_;  // by their place on the page of their calendar
  /// What a link leads to.
  struct Target {
    std::string address;
    bool is_reached = false;
  };
  std::unordered_set<AddressHash> seen_;                // targets
  std::unordered_map<AddressHash, Target> remarkable_;  // those to nothing, or to a page that leaves
  std::unordered_set<AddressHash> told_in_texts_;       // every one of these that is in a text
  std::unordered_set<AddressHash> told_;
  std::size_t dead_anchors_ = 0;
  DeadLinks dead_;
  Diagnostics& diagnostics_;
};

}  // namespace

JudgedLinks check_links(const PageFindings& findings, const ProductContext& context, const ReachablePlaces& places,
                        const IdsOfPage& ids_of, const JudgedLinks& before, Diagnostics& diagnostics) {
  LinkCheck check(findings, true, context, places, ids_of, diagnostics);
  check.check_settings();
  JudgedLinks judged{places.digest(), {}};
  const bool is_comparable = before.reached == judged.reached && before.remarkable.size() == findings.links.size();
  judged.remarkable = check.check_all(is_comparable ? &before.remarkable : nullptr);
  return judged;
}

void check_links_of_withheld(PageFindings withheld, const ProductContext& context, const ReachablePlaces& places,
                             const IdsOfPage& ids_of, Diagnostics& diagnostics) {
  if (withheld.links.empty() && withheld.diagnostics.empty()) return;
  Diagnostics softer = std::move(withheld.diagnostics);
  LinkCheck(withheld, false, context, places, ids_of, softer).check_all(nullptr);
  softer.soften();
  diagnostics.append(std::move(softer));
}

}  // namespace wegwijs
