#include "pages/frame_data.h"

#include <algorithm>

#include "pages/field_data.h"
#include "pages/page_kind.h"
#include "pages/told.h"
#include "pages/topic_data.h"
#include "text/language_code.h"
#include "views/changes.h"

namespace wegwijs {
namespace {

constexpr std::size_t changes_on_home = 10;

/// An entry of a menu that can be followed.
struct MenuLink {
  const MenuItem& item;
  bool is_first;
};

/// A page above this one.
struct Step {
  std::string title;
  std::string address;
  std::string_view language;  ///< of the title, where it is not that of the site
};

/// What changed on one day.
struct DayOfChanges {
  Date on;
  std::vector<const Change*> changes;
};

/// The language of the title of a page, where it is not that of the site.
std::string_view language_of_page(const Site& site, const PageKey& page) {
  const std::optional<EntryNumber> entry = page.kind->entry(page);
  return entry ? language_of(site, *entry) : std::string_view();
}

/// Tells what every page is told, whatever its kind.
struct FrameTeller : Teller {
  FrameTeller(const PageContext& page_context, const PageKey& page_key, DataArena& data_arena)
      : Teller(page_context, data_arena),
        settings(site.settings),
        key(page_key),
        address(page_context.plan.address(site, page_key)),
        steps(pages_above()) {}

  bool is_home() const { return address == "/"; }
  bool is_reachable(const MenuItem& item) const { return context.plan.absence_at(item.address.text) == nullptr; }

  /// The list of all pages by letter is also where answers to a question are.
  Data search_address() const {
    const std::vector<ListingRule>& lists = settings.listings;
    const auto found = std::find_if(lists.begin(), lists.end(),
                                    [](const ListingRule& list) { return list.grouped_by.text == "letter"; });
    return found == lists.end() ? Data() : text(found->address.text);
  }

  /// On a page that is in a preview only: why readers do not see it.
  Data withheld() const {
    const std::optional<EntryNumber> entry = key.kind->entry(key);
    if (!entry) return {};
    const std::optional<WithheldEntry>& why = site.entry(*entry).withheld;
    return why ? arena.text(reason_of(*why).in(language())) : Data();
  }

  /// Home, and every page whose address this one's begins with: /scholen/ above /scholen/niveau/havo/.
  std::vector<Step> pages_above() const {
    std::vector<Step> above;
    if (!is_home()) above.push_back({settings.title, "/", {}});
    for (std::size_t slash = address.find('/', 1); slash != std::string::npos; slash = address.find('/', slash + 1)) {
      const std::string one = address.substr(0, slash + 1);
      const auto found = context.plan.page_at.find(one);
      if (one == address || found == context.plan.page_at.end()) continue;
      const PageKey& page = context.plan.pages[found->second];
      above.push_back({context.plan.title(site, page), one, language_of_page(site, page)});
    }
    return above;
  }

  std::vector<MenuLink> links_of(const std::vector<MenuItem>& items) const {
    std::vector<MenuLink> links;
    for (const MenuItem& item : items) {
      if (is_reachable(item)) links.push_back({item, links.empty()});
    }
    return links;
  }

  std::vector<const WayIn*> reachable(const std::vector<WayIn>& ways) const {
    std::vector<const WayIn*> found;
    for (const WayIn& way : ways) {
      const bool leads_on =
          std::any_of(way.links.begin(), way.links.end(), [&](const MenuItem& item) { return is_reachable(item); });
      if (leads_on) found.push_back(&way);
    }
    return found;
  }

  /// By day, the newest first. The home page itself is left out: who reads this is there.
  std::vector<DayOfChanges> by_day(const std::vector<Change>& all) const {
    std::vector<DayOfChanges> days;
    for (const Change& change : all) {
      if (place_of(site, change.entry) == "/") continue;
      if (days.empty() || days.back().on != change.on) days.push_back({change.on, {}});
      days.back().changes.push_back(&change);
    }
    return days;
  }

  const Settings& settings;
  const PageKey& key;
  std::string address;
  std::vector<Step> steps;
};

constexpr Told<FrameTeller, Step> step_members[] = {
    {"text", as_text, given<&Step::title>},
    {"address", as_text, given<&Step::address>},
    {"language", as_text, given<&Step::language>},
};

constexpr Told<FrameTeller, LanguagePart> part_members[] = {
    {"text", as_text, given<&LanguagePart::text>},
    {"language", as_text, given<&LanguagePart::language>},
};

constexpr Told<FrameTeller, MenuLink> menu_members[] = {
    {"text", as_text, [](FrameTeller&, const MenuLink& link) { return Data::text(link.item.text); }},
    {"parts", as_list<part_members>,
     [](FrameTeller& page, const MenuLink& link) { return tell_each(part_members, page, link.item.parts); }},
    {"address", as_text, [](FrameTeller&, const MenuLink& link) { return Data::text(link.item.address.text); }},
    {"is_first", as_yes_no, given<&MenuLink::is_first>},
    {"is_page", as_yes_no,
     [](FrameTeller& page, const MenuLink& link) { return Data::boolean(link.item.address.text == page.address); }},
    {"is_current", as_yes_no,
     [](FrameTeller& page, const MenuLink& link) {
       const std::string& target = link.item.address.text;
       return Data::boolean(target == page.address || (target != "/" && page.address.starts_with(target)));
     }},
};

Data menu(FrameTeller& page, const std::vector<MenuItem>& items) {
  return tell_each(menu_members, page, page.links_of(items));
}

constexpr Told<FrameTeller, const WayIn*> way_members[] = {
    {"text", as_text, [](FrameTeller&, const WayIn* const& way) { return Data::text(way->title); }},
    {"links", as_list<menu_members>, [](FrameTeller& page, const WayIn* const& way) { return menu(page, way->links); }},
};

constexpr Told<FrameTeller, const Change*> change_members[] = {
    {"text", as_text,
     [](FrameTeller& page, const Change* const& change) {
       return Data::text(title_of(page.site.entry(change->entry), page.site.schema(change->entry)));
     }},
    {"address", as_text,
     [](FrameTeller& page, const Change* const& change) { return page.text(place_of(page.site, change->entry)); }},
    {"language", as_text,
     [](FrameTeller& page, const Change* const& change) { return page.text(language_of(page.site, change->entry)); }},
    {"what", as_text, [](FrameTeller& page, const Change* const& change) { return page.text(change->what); }},
};

constexpr Told<FrameTeller, DayOfChanges> day_members[] = {
    {"date", as_text,
     [](FrameTeller& page, const DayOfChanges& day) { return page.text(date_in_words(day.on, page.language())); }},
    {"iso", as_text, [](FrameTeller& page, const DayOfChanges& day) { return page.text(iso_date(day.on)); }},
    {"items", as_list<change_members>,
     [](FrameTeller& page, const DayOfChanges& day) { return tell_each(change_members, page, day.changes); }},
};

constexpr Told<FrameTeller, HelpNumber> help_number_members[] = {
    {"name", as_text, [](FrameTeller&, const HelpNumber& number) { return Data::text(number.name); }},
    {"text", as_text, given<&HelpNumber::text>},
    {"phone", as_text, given<&HelpNumber::phone>},
    {"phone_link", as_text,
     [](FrameTeller& page, const HelpNumber& number) {
       return number.phone.empty() ? Data() : page.text(phone_link(number.phone));
     }},
    {"address", as_text, given<&HelpNumber::address>},
    {"address_text", as_text,
     [](FrameTeller& page, const HelpNumber& number) { return page.text(readable_address(number.address)); }},
};

constexpr Told<FrameTeller, HelpNow> help_now_members[] = {
    {"title", as_text, given<&HelpNow::title>},
    {"text", as_text, given<&HelpNow::text>},
    {"kind", as_text, given<&HelpNow::kind>},
    {"noted", as_text,
     [](FrameTeller& page, const HelpNow& help) {
       return help.noted ? page.text(date_in_words(*help.noted, page.language())) : Data();
     }},
    {"numbers", as_list<help_number_members>,
     [](FrameTeller& page, const HelpNow& help) { return tell_each(help_number_members, page, help.numbers); }},
    {"triggers", as_text,
     [](FrameTeller& page, const HelpNow& help) {
       std::string triggers;
       for (const std::string& trigger : help.triggers) triggers += (triggers.empty() ? "" : ";") + trigger;
       return page.text(triggers);
     }},
};

constexpr Told<FrameTeller, MenuItem> check_at_members[] = {
    {"text", as_text, [](FrameTeller&, const MenuItem& item) { return Data::text(item.text); }},
    {"address", as_text, [](FrameTeller&, const MenuItem& item) { return Data::text(item.address.text); }},
};

constexpr Told<FrameTeller> site_members[] = {
    {"title", as_text, [](FrameTeller& page) { return Data::text(page.settings.title); }},
    {"subtitle", as_text, [](FrameTeller& page) { return page.text(page.settings.subtitle); }},
    {"notice", as_text, [](FrameTeller& page) { return page.text(page.settings.notice); }},
    {"help_now", as_map<help_now_members>,
     [](FrameTeller& page) {
       const HelpNow& help = page.settings.help_now;
       return help.title.empty() ? Data() : tell(help_now_members, page, help);
     }},
    {"talk_to", as_list<menu_members>, [](FrameTeller& page) { return menu(page, page.settings.talk_to); }},
    {"check_at", as_map<check_at_members>,
     [](FrameTeller& page) {
       const MenuItem& item = page.settings.check_at;
       return item.address.text.empty() ? Data() : tell(check_at_members, page, item);
     }},
};

struct Feed {
  std::string address;
  std::string title;
};

constexpr Told<FrameTeller, Feed> feed_members[] = {
    {"address", as_text, given<&Feed::address>},
    {"title", as_text, given<&Feed::title>},
};

/// The feed of the collection that this page belongs to.
Data feed(FrameTeller& page) {
  const std::optional<std::uint16_t> collection = page.key.kind->feed_of(page.context.plan, page.key);
  if (!collection || page.site.collections[*collection].rule->feed.text.empty()) return {};
  const std::string& address = page.site.collections[*collection].rule->feed.text;
  return tell(feed_members, page, Feed{address, feed_title(page.site, *collection)});
}

DataShape words_shape(const ShapeScope& scope) {
  return scope.context.texts.shape();
}

constexpr Told<FrameTeller> frame_members[] = {
    {"lang", as_text, [](FrameTeller& page) { return Data::text(page.language() == Language::en ? "en" : "nl"); }},
    {"title", as_text, [](FrameTeller& page) { return page.text(page.context.plan.title(page.site, page.key)); }},
    {"title_language", as_text, [](FrameTeller& page) { return page.text(language_of_page(page.site, page.key)); }},
    {"summary", as_text, [](FrameTeller& page) { return page.text(page.context.plan.summary(page.site, page.key)); }},
    {"is_preview", as_yes_no, [](FrameTeller& page) { return Data::boolean(page.context.is_preview); }},
    {"withheld", as_text, [](FrameTeller& page) { return page.withheld(); }},
    {"is_home", as_yes_no, [](FrameTeller& page) { return Data::boolean(page.is_home()); }},
    {"address", as_text, [](FrameTeller& page) { return page.text(page.address); }},
    {"content_policy", as_text, [](FrameTeller& page) { return Data::text(page.context.content_policy); }},
    {"canonical", as_text,
     [](FrameTeller& page) { return page.text(page.settings.base_address + page.address.substr(1)); }},
    {"site", as_map<site_members>, [](FrameTeller& page) { return tell(site_members, page); }},
    {"report_mail", as_text, [](FrameTeller& page) { return page.text(page.settings.report_mail); }},
    {"search_address", as_text, [](FrameTeller& page) { return page.search_address(); }},
    {"breadcrumb", as_list<step_members>, [](FrameTeller& page) { return tell_each(step_members, page, page.steps); }},
    {"above", as_map<step_members>,
     [](FrameTeller& page) { return page.steps.empty() ? Data() : tell(step_members, page, page.steps.back()); }},
    {"menu", as_list<menu_members>, [](FrameTeller& page) { return menu(page, page.settings.menu); }},
    {"footer_menu", as_list<menu_members>, [](FrameTeller& page) { return menu(page, page.settings.footer_menu); }},
    {"ways_in", as_list<way_members>,
     [](FrameTeller& page) {
       return page.is_home() ? tell_each(way_members, page, page.reachable(page.settings.ways_in)) : Data();
     }},
    {"doors", as_list<way_members>,
     [](FrameTeller& page) { return tell_each(way_members, page, page.reachable(page.settings.doors)); }},
    {"topics", topic_links_shape,
     [](FrameTeller& page) {
       const bool has_topics = page.is_home() || page.key.kind == &topic_page();
       return has_topics ? topic_links(page.context, page.address, page.arena) : Data();
     }},
    {"changes", as_list<day_members>,
     [](FrameTeller& page) {
       if (!page.is_home()) return Data();
       const std::vector<Change> all = latest_changes(page.site, page.context.today, changes_on_home);
       return tell_each(day_members, page, page.by_day(all));
     }},
    {"feed", as_map<feed_members>, feed},
    {"texts", words_shape, [](FrameTeller& page) { return page.context.texts.data(page.arena); }},
};

}  // namespace

std::vector<Member> frame_data(const PageContext& context, const PageKey& key, DataArena& arena) {
  FrameTeller teller(context, key, arena);
  std::vector<Member> members;
  add_told(frame_members, members, teller);
  return members;
}

DataShape frame_shape(const ShapeScope& scope) {
  return as_map<frame_members>(scope);
}

}  // namespace wegwijs
