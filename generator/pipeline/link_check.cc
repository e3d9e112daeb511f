#include "pipeline/link_check.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "pages/plan_rules.h"
#include "pipeline/address_rules.h"
#include "pipeline/unread_pages.h"
#include "products/content_file_rules.h"
#include "products/file_kinds.h"
#include "source/web_address.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/slug.h"
#include "views/leaving.h"

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

std::string_view last_part(std::string_view address) {
  return address.substr(address.rfind('/') + 1);
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

/// The address that was most likely meant: of another site or a mailbox, or of this site with what is missing.
std::string meant_address(const std::string& written, const std::string& page, const PagePlan& plan,
                          const std::vector<std::string>& files) {
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
  return nearest_address(page, plan);
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

/// The place that was most likely meant by `#wanted`.
std::string meant_anchor(const std::string& wanted, const std::vector<std::string>& ids) {
  const std::string slug = slug_for(wanted);
  for (const std::string& id : {slug, "kop-" + slug}) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) return "#" + id;
  }
  const std::vector<std::string_view> views(ids.begin(), ids.end());
  const std::optional<std::string> near = nearest_word(slug, views);
  return near ? "#" + *near : "";
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
        diagnostics_(diagnostics) {
    std::sort(anchors_.begin(), anchors_.end());
    for (const auto& [address, number] : plan_.page_at) folders_.insert(first_folder(address));
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
    // What has a = is told to a script of the page ("#hulp=dyslexie"), or to the program of a document ("gids.pdf#page=3").
    if (target.find('=', hash) != std::string::npos) return true;
    return hash + 1 >= target.size() || std::binary_search(anchors_.begin(), anchors_.end(), number) || is_file(page);
  }

  /// Precondition: the link reaches nothing.
  void check(const InternalLink& link) {
    const std::string& target = findings_.addresses.at(link.target);
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
    if (is_there ? unread_.contains_place(std::string_view(target).substr(hash + 1)) : unread_.contains(page)) return;
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
      report_dead_anchor(page, link.written.empty() ? page : link.written.substr(0, link.written.find('#')),
                         target.substr(hash + 1), where);
      return;
    }
    if (!has_pages_beside(page) && ++told_of_folder_[first_folder(page)] > most_told_of_folder) return;
    const std::string written = link.written.empty() ? page : link.written.substr(0, link.written.find('#'));
    const bool with_suggestion = ++dead_links_ <= most_suggestions;
    const bool is_of_file = page.starts_with("/bestanden/") || kind_of_file(last_part(page)) != nullptr;
    diagnostics_.report(is_of_file ? dead_file_link : dead_link, where, {written},
                        with_suggestion ? meant_address(written, page, plan_, files_) : "");
  }

  bool is_file(const std::string& address) const { return std::binary_search(files_.begin(), files_.end(), address); }

  /// `before`: what the author wrote before the '#'.
  void report_dead_anchor(const std::string& page, const std::string& before, const std::string& wanted,
                          SourceSpan where) {
    const bool with_suggestion = ++dead_links_ <= most_suggestions && plan_.page_at.contains(page);
    const std::vector<std::string> ids = with_suggestion ? ids_of_(page) : std::vector<std::string>();
    const std::string meant = meant_anchor(wanted, ids);
    diagnostics_.report(dead_anchor, where, {page, wanted, in_words(ids)}, meant.empty() ? meant : before + meant);
  }

  static std::string first_folder(std::string_view page) {
    return std::string(page.substr(0, page.find('/', 1) == std::string_view::npos ? 1 : page.find('/', 1) + 1));
  }

  /// Whether the site has pages in the folder of this one. A folder without is one mistake of the settings, not one of
  /// each link that leads there.
  bool has_pages_beside(std::string_view page) const { return folders_.contains(first_folder(page)); }

  void check_all() {
    for (const InternalLink& link : findings_.links) {
      if (link.is_in_text) told_in_texts_.insert(link.target);
    }
    // Many links lead to the same places.
    std::unordered_set<AddressHash> reached;
    for (const auto& [number, address] : findings_.addresses) {
      if (is_reached(number, address)) reached.insert(number);
    }
    for (const InternalLink& link : findings_.links) {
      if (reached.contains(link.target))
        announce_leaving(link);
      else
        check(link);
    }
    for (const auto& [address, where] : findings_.web_addresses) {
      if (is_private_web_address(address)) diagnostics_.report(private_address, where, {address});
    }
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

  void announce_leaving(const InternalLink& link) {
    if (!link.is_in_text || !is_published_ || leaving_.empty()) return;
    const std::string& target = findings_.addresses.at(link.target);
    const std::string page = target.substr(0, target.find('#'));
    const auto found = leaving_.find(page);
    if (found == leaving_.end()) return;
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
  std::unordered_map<std::string, const Entry*> moments_;  // by their place on the page of their calendar
  std::unordered_set<AddressHash> told_in_texts_;          // every target that is in a text
  std::unordered_set<AddressHash> told_;
  std::size_t dead_links_ = 0;
  static constexpr std::size_t most_told_of_folder = 3;
  std::unordered_set<std::string> folders_;  // the first of every page
  std::unordered_map<std::string, std::size_t> told_of_folder_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_links(const PageFindings& findings, const ProductContext& context, const std::vector<std::string>& files,
                 const IdsOfPage& ids_of, Diagnostics& diagnostics) {
  LinkCheck check(findings, findings, context, files, ids_of, diagnostics);
  check.check_settings();
  check.check_all();
}

void check_links_of_withheld(PageFindings withheld, const PageFindings& pages, const ProductContext& context,
                             const std::vector<std::string>& files, const IdsOfPage& ids_of, Diagnostics& diagnostics) {
  if (withheld.links.empty() && withheld.diagnostics.empty()) return;
  Diagnostics softer = std::move(withheld.diagnostics);
  LinkCheck(withheld, pages, context, files, ids_of, softer).check_all();
  softer.soften();
  diagnostics.append(std::move(softer));
}

void note_unlinked_files(const ContentFiles& content, const FileTree& sources, const PageFindings& findings,
                         Diagnostics& diagnostics) {
  for (const ContentFile& one : content.files) {
    const bool is_linked = one.kind == nullptr || findings.addresses.contains(hash_of(one.address));
    if (is_linked) continue;
    const std::string path = sources.path_of(one.file);
    diagnostics.report(file_without_link, {one.file, 0, 0},
                       {path.substr(path.rfind('/') + 1), percent_encoded_address(one.address)});
  }
}

}  // namespace wegwijs
