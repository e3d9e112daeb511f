#include "pipeline/link_check.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "pages/page_kind.h"
#include "pages/plan_rules.h"
#include "pipeline/address_rules.h"
#include "pipeline/dead_links.h"
#include "pipeline/meant_address.h"
#include "pipeline/unread_pages.h"
#include "products/content_file_rules.h"
#include "schema/field_types.h"
#include "source/web_address.h"
#include "text/edit_distance.h"
#include "text/path_parts.h"
#include "views/leaving.h"

namespace wegwijs {
namespace {

/// The files that may say where postcodes lie, one for each first digit: "/bestanden/postcodes/1.csv" for
/// "/bestanden/postcodes/{cijfer}.csv". Empty for a pattern without the digit.
std::vector<std::string> files_of_places(const std::string& pattern) {
  constexpr std::string_view digit = "{cijfer}";
  std::vector<std::string> files;
  const std::size_t place = pattern.find(digit);
  for (char number = '0'; number <= '9' && place != std::string::npos; ++number)
    files.push_back(pattern.substr(0, place) + number + pattern.substr(place + digit.size()));
  return files;
}

struct LeavingPage {
  FileId file{};
  Date last_day;
};

std::map<std::string, LeavingPage> pages_that_leave(const ProductContext& context) {
  std::map<std::string, LeavingPage> pages;
  for (const LeavingEntry& leaving : entries_that_leave(context.site, context.today)) {
    const std::string address = address_of(context.site, leaving.entry);
    if (!address.empty()) pages.emplace(address, LeavingPage{context.site.entry(leaving.entry).file, leaving.last_day});
  }
  return pages;
}

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
  /// `findings` has the links, `pages` the places that they may lead to.
  LinkCheck(const PageFindings& findings, const PageFindings& pages, const ProductContext& context,
            const std::vector<std::string>& files, const IdsOfPage& ids_of, Diagnostics& diagnostics)
      : findings_(findings),
        is_published_(&findings == &pages),
        context_(context),
        plan_(context.plan),
        leaving_(pages_that_leave(context)),
        unread_(context.site),
        anchors_(pages.anchors),
        files_(files),
        ids_of_(ids_of),
        dead_(context.plan, files),
        diagnostics_(diagnostics) {
    std::sort(anchors_.begin(), anchors_.end());
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

  /// Whether the page at an address is there, or the file.
  bool has_page(const std::string& page) const { return plan_.page_at.contains(page) || is_file(page); }

  /// Whether what is at `target`, whose hash is `number`, is there, the place on the page included.
  bool is_reached(AddressHash number, const std::string& target) const {
    const std::size_t hash = target.find('#');
    if (hash == std::string::npos) return has_page(target);
    const std::string page = target.substr(0, hash);
    if (!has_page(page)) return false;
    // What has a = is told to a script of the page ("#hulp=dyslexie"), or to the program of a document
    // ("gids.pdf#page=3").
    if (target.find('=', hash) != std::string::npos)
      return unknown_wishes(page, std::string_view(target).substr(hash + 1)).empty();
    return hash + 1 >= target.size() || std::binary_search(anchors_.begin(), anchors_.end(), number) || is_file(page);
  }

  /// Precondition: the link reaches nothing.
  void check(const InternalLink& link, const std::string& target) {
    const std::size_t hash = target.find('#');
    const std::string page = target.substr(0, hash);
    const bool is_there = has_page(page);
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
      const std::vector<std::string> wishes = unknown_wishes(page, std::string_view(target).substr(hash + 1));
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
    const std::optional<std::string> near = nearest_word(wish, wishes_of(page));
    // The author may have written the name with other signs; then it is not found as it is.
    std::string meant = written.find(wish) != std::string::npos ? written : target;
    if (near) meant.replace(meant.rfind(wish), wish.size(), *near);
    diagnostics_.report(unknown_wish, where, {page, wish}, near ? std::move(meant) : "");
  }

  /// The ids of what can be wished for on a page: the claims of the collection that it is about.
  std::vector<std::string_view> wishes_of(const std::string& page) const {
    const auto found = plan_.page_at.find(page);
    if (found == plan_.page_at.end()) return {};
    const PageKey& key = plan_.pages[found->second];
    const std::optional<std::uint16_t> collection = key.kind->collection(plan_, key);
    return collection ? claim_ids(context_.site.collections[*collection].schema) : std::vector<std::string_view>();
  }

  /// The wishes in what is after the # ("hulp=dyslexie,adhd&open=nee") that the page does not know.
  std::vector<std::string> unknown_wishes(const std::string& page, std::string_view chosen) const {
    constexpr std::string_view wishes = "hulp=";  // as static/js/address.js of the theme writes it
    std::vector<std::string> unknown;
    while (!chosen.empty()) {
      std::string_view part = chosen.substr(0, chosen.find('&'));
      chosen.remove_prefix(std::min(part.size() + 1, chosen.size()));
      if (!part.starts_with(wishes)) continue;
      part.remove_prefix(wishes.size());
      const std::vector<std::string_view> known = wishes_of(page);
      while (!part.empty() && !known.empty()) {
        const std::string_view wish = part.substr(0, part.find(','));
        part.remove_prefix(std::min(wish.size() + 1, part.size()));
        if (std::find(known.begin(), known.end(), wish) == known.end()) unknown.emplace_back(wish);
      }
    }
    return unknown;
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

  bool is_file(const std::string& address) const { return std::binary_search(files_.begin(), files_.end(), address); }

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
        if (target->second.is_reached) {
          announce_leaving(link, target->second.address);
        } else {
          check(link, target->second.address);
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

  Digest digest_of_what_is_reached() const {
    std::string all;
    for (const std::string& file : files_) append_text(all, file);
    append_varint(all, anchors_.size());
    for (const AddressHash anchor : anchors_) append_whole(all, anchor);
    for (const auto& [page, leaving] : leaving_) append_text(all, page);
    return digest_of(all);
  }

  /// A line of the settings that leads to an absent page is shown on no page, so the pages have no link to check.
  void check_settings() {
    for (const Collection& collection : context_.site.collections) {
      for (const ListingRule& listing : collection.rule->listings) {
        if (listing.finder) check_places(listing.finder->places_address);
      }
    }
    for (const auto& [address, where] : in_settings_) {
      if (const Absence* const absence = plan_.absence_at(address))
        report_absent(menu_item_to_absent, where, address, *absence, context_.sources, diagnostics_);
    }
  }

 private:
  /// A script fetches the file of a digit, and says nothing when there is none at all.
  void check_places(const SettingText& pattern) {
    if (pattern.text.empty()) return;
    const std::vector<std::string> files = files_of_places(pattern.text);
    if (std::any_of(files.begin(), files.end(), [&](const std::string& file) { return is_file(file); })) return;
    diagnostics_.report(dead_file_link, pattern.where, {pattern.text},
                        meant_places(files.empty() ? pattern.text : files.front()));
  }

  /// The pattern of the files that were most likely meant: the nearest one, with its digit taken out.
  std::string meant_places(const std::string& wanted) const {
    std::string meant = meant_address(wanted, wanted, "", plan_, files_);
    const std::size_t digit = meant.find_last_of("0123456789");
    return digit == std::string::npos ? "" : meant.replace(digit, 1, "{cijfer}");
  }

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
        const bool reaches = is_reached(hash, target);
        if (!reaches || is_leaving(target)) remarkable_.emplace(hash, Target{std::move(target), reaches});
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

  bool is_leaving(const std::string& target) const {
    return !leaving_.empty() && leaving_.contains(target.substr(0, target.find('#')));
  }

  /// Precondition: the page at `target` leaves.
  void announce_leaving(const InternalLink& link, const std::string& target) {
    if (!link.is_in_text || !is_published_) return;
    const std::string page = target.substr(0, target.find('#'));
    const auto found = leaving_.find(page);
    const Date day = found->second.last_day;
    diagnostics_.report(link_to_leaving, link.where,
                        {page,
                         {date_in_words(day, Language::nl), date_in_words(day, Language::en)},
                         context_.sources.path_of(found->second.file)});
  }

  // Nobody repairs so many dead links one by one, and looking for the right words takes time.
  static constexpr std::size_t most_suggestions = 200;

  const PageFindings& findings_;
  const bool is_published_;  // else the links are of entries that are not
  const ProductContext& context_;
  const PagePlan& plan_;
  const std::map<std::string, LeavingPage> leaving_;
  const UnreadPages unread_;
  std::vector<AddressHash> anchors_;       // sorted
  const std::vector<std::string>& files_;  // sorted
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

JudgedLinks check_links(const PageFindings& findings, const ProductContext& context,
                        const std::vector<std::string>& files, const IdsOfPage& ids_of, const JudgedLinks& before,
                        Diagnostics& diagnostics) {
  LinkCheck check(findings, findings, context, files, ids_of, diagnostics);
  check.check_settings();
  JudgedLinks judged{check.digest_of_what_is_reached(), {}};
  const bool is_comparable = before.reached == judged.reached && before.remarkable.size() == findings.links.size();
  judged.remarkable = check.check_all(is_comparable ? &before.remarkable : nullptr);
  return judged;
}

void check_links_of_withheld(PageFindings withheld, const PageFindings& pages, const ProductContext& context,
                             const std::vector<std::string>& files, const IdsOfPage& ids_of, Diagnostics& diagnostics) {
  if (withheld.links.empty() && withheld.diagnostics.empty()) return;
  Diagnostics softer = std::move(withheld.diagnostics);
  LinkCheck(withheld, pages, context, files, ids_of, softer).check_all(nullptr);
  softer.soften();
  diagnostics.append(std::move(softer));
}

void note_unlinked_files(const ContentFiles& content, const FileTree& sources, const Site& site,
                         const PageFindings& findings, Diagnostics& diagnostics) {
  std::vector<std::string> fetched;
  for (const Collection& collection : site.collections) {
    for (const ListingRule& listing : collection.rule->listings) {
      if (!listing.finder) continue;
      for (std::string& file : files_of_places(listing.finder->places_address.text)) fetched.push_back(std::move(file));
    }
  }
  std::unordered_set<AddressHash> linked;
  if (!content.files.empty()) {
    for (const BlockLinks& block : findings.links)
      block.visit_targets([&](AddressHash hash, std::string_view) { linked.insert(hash); });
  }
  for (const ContentFile& one : content.files) {
    const bool is_linked = one.kind == nullptr || linked.contains(hash_of(one.address)) ||
                           std::find(fetched.begin(), fetched.end(), one.address) != fetched.end();
    if (is_linked) continue;
    const std::string path = sources.path_of(one.file);
    diagnostics.report(file_without_link, {one.file, 0, 0},
                       {std::string(last_part(path)), percent_encoded_address(one.address)});
  }
}

}  // namespace wegwijs
