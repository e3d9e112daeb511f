#include "pages/frame_data.h"

#include <algorithm>

#include "pages/field_data.h"
#include "pages/page_kind.h"
#include "pages/topic_data.h"
#include "views/changes.h"

namespace wegwijs {
namespace {

constexpr std::size_t changes_on_home = 10;

/// What every page is told, whatever its kind.
class FrameBuilder {
 public:
  FrameBuilder(const PageContext& context, const PageKey& key, DataArena& arena)
      : context_(context),
        site_(context.site),
        key_(key),
        arena_(arena),
        address_(context.plan.address(context.site, key)) {}

  std::vector<Member> build() {
    const Settings& settings = site_.settings;
    const std::string canonical = settings.base_address + address_.substr(1);
    const std::vector<Data> steps = pages_above();
    return {{"lang"_name, Data::text(settings.language == Language::en ? "en" : "nl")},
            {"title"_name, arena_.text(context_.plan.title(site_, key_))},
            {"summary"_name, text(context_.plan.summary(site_, key_))},
            {"is_preview"_name, Data::boolean(context_.is_preview)},
            {"withheld"_name, withheld()},
            {"is_home"_name, Data::boolean(address_ == "/")},
            {"address"_name, arena_.text(address_)},
            {"content_policy"_name, Data::text(context_.content_policy)},
            {"canonical"_name, arena_.text(canonical)},
            {"site"_name, arena_.map({{"title"_name, Data::text(settings.title)},
                                      {"subtitle"_name, text(settings.subtitle)},
                                      {"notice"_name, text(settings.notice)},
                                      {"help_now"_name, help_now()},
                                      {"talk_to"_name, menu(settings.talk_to)},
                                      {"check_at"_name, check_at()}})},
            {"report_mail"_name, text(settings.report_mail)},
            {"search_address"_name, search_address()},
            {"breadcrumb"_name, arena_.list(steps)},
            {"above"_name, steps.empty() ? Data() : steps.back()},
            {"menu"_name, menu(settings.menu)},
            {"footer_menu"_name, menu(settings.footer_menu)},
            {"ways_in"_name, address_ == "/" ? ways(settings.ways_in) : Data()},
            {"doors"_name, ways(settings.doors)},
            {"topics"_name,
             address_ == "/" || key_.kind == &topic_page() ? topic_links(context_, address_, arena_) : Data()},
            {"changes"_name, address_ == "/" ? changes() : Data()},
            {"feed"_name, feed()},
            {"texts"_name, context_.texts.data(arena_)}};
  }

 private:
  Data text(std::string_view text) { return text.empty() ? Data() : arena_.text(text); }

  /// The list of all pages by letter is also where answers to a question are.
  Data search_address() {
    const std::vector<ListingRule>& lists = site_.settings.listings;
    const auto found = std::find_if(lists.begin(), lists.end(),
                                    [](const ListingRule& list) { return list.grouped_by.text == "letter"; });
    return found == lists.end() ? Data() : text(found->address.text);
  }

  Data help_now() {
    const HelpNow& help = site_.settings.help_now;
    if (help.title.empty()) return {};
    std::vector<Data> numbers;
    for (const HelpNumber& number : help.numbers) {
      numbers.push_back(
          arena_.map({{"name"_name, Data::text(number.name)},
                      {"text"_name, text(number.text)},
                      {"phone"_name, text(number.phone)},
                      {"phone_link"_name, number.phone.empty() ? Data() : arena_.text(phone_link(number.phone))},
                      {"address"_name, text(number.address)},
                      {"address_text"_name, text(readable_address(number.address))}}));
    }
    std::string triggers;
    for (const std::string& trigger : help.triggers) triggers += (triggers.empty() ? "" : ";") + trigger;
    return arena_.map(
        {{"title"_name, Data::text(help.title)},
         {"text"_name, text(help.text)},
         {"kind"_name, Data::text(help.kind)},
         {"noted"_name, help.noted ? arena_.text(date_in_words(*help.noted, site_.settings.language)) : Data()},
         {"numbers"_name, arena_.list(numbers)},
         {"triggers"_name, text(triggers)}});
  }

  /// On a page that is in a preview only: why readers do not see it.
  Data withheld() {
    const std::optional<EntryNumber> entry = key_.kind->entry(key_);
    if (!entry) return {};
    const std::optional<WithheldEntry>& why = site_.entry(*entry).withheld;
    return why ? arena_.text(reason_of(*why).in(site_.settings.language)) : Data();
  }

  Data check_at() {
    const MenuItem& item = site_.settings.check_at;
    if (item.address.text.empty()) return {};
    return arena_.map({{"text"_name, Data::text(item.text)}, {"address"_name, Data::text(item.address.text)}});
  }

  /// The pages above this one: home, and the list of its collection.
  std::vector<Data> pages_above() {
    std::vector<Data> steps;
    if (address_ != "/") steps.push_back(step(site_.settings.title, "/"));
    const auto page = [&](std::string_view address) { return context_.plan.page_at.find(std::string(address)); };
    // A page above is one whose address this one's begins with: /scholen/ above /scholen/niveau/havo/.
    for (std::size_t slash = address_.find('/', 1); slash != std::string::npos; slash = address_.find('/', slash + 1)) {
      const std::string above = address_.substr(0, slash + 1);
      const auto found = page(above);
      if (above == address_ || found == context_.plan.page_at.end()) continue;
      steps.push_back(step(context_.plan.title(site_, context_.plan.pages[found->second]), above));
    }
    return steps;
  }

  Data step(std::string_view title, std::string_view address) {
    return arena_.map({{"text"_name, arena_.text(title)}, {"address"_name, arena_.text(address)}});
  }

  Data menu(const std::vector<MenuItem>& items) {
    std::vector<Data> list;
    for (const MenuItem& item : items) {
      const std::string& target = item.address.text;
      if (context_.plan.absence_at(target) != nullptr) continue;
      const bool is_page = target == address_;
      list.push_back(
          arena_.map({{"text"_name, Data::text(item.text)},
                      {"address"_name, Data::text(target)},
                      {"is_first"_name, Data::boolean(list.empty())},
                      {"is_page"_name, Data::boolean(is_page)},
                      {"is_current"_name, Data::boolean(is_page || (target != "/" && address_.starts_with(target)))}}));
    }
    return arena_.list(list);
  }

  Data ways(const std::vector<WayIn>& ways_in) {
    std::vector<Data> ways;
    for (const WayIn& way : ways_in) {
      const bool is_reachable = std::any_of(way.links.begin(), way.links.end(), [&](const MenuItem& item) {
        return context_.plan.absence_at(item.address.text) == nullptr;
      });
      if (!is_reachable) continue;
      ways.push_back(arena_.map({{"text"_name, Data::text(way.title)}, {"links"_name, menu(way.links)}}));
    }
    return arena_.list(ways);
  }

  /// By day, the newest first. The home page itself is left out: who reads this is there.
  Data changes() {
    std::vector<Data> days;
    std::vector<Data> items;
    const std::vector<Change> all = latest_changes(site_, context_.today, changes_on_home);
    for (std::size_t index = 0; index < all.size(); ++index) {
      const Change& change = all[index];
      const std::string place = place_of(site_, change.entry);
      if (place != "/") {
        items.push_back(
            arena_.map({{"text"_name, Data::text(title_of(site_.entry(change.entry), site_.schema(change.entry)))},
                        {"address"_name, arena_.text(place)},
                        {"what"_name, text(change.what)}}));
      }
      const bool is_last = index + 1 == all.size() || all[index + 1].on != change.on;
      if (!is_last || items.empty()) continue;
      days.push_back(arena_.map({{"date"_name, arena_.text(date_in_words(change.on, site_.settings.language))},
                                 {"iso"_name, arena_.text(iso_date(change.on))},
                                 {"items"_name, arena_.list(items)}}));
      items.clear();
    }
    return arena_.list(days);
  }

  /// The feed of the collection that this page belongs to.
  Data feed() {
    const std::optional<std::uint16_t> collection = key_.kind->feed_of(context_.plan, key_);
    if (!collection || site_.collections[*collection].rule->feed.text.empty()) return {};
    return arena_.map({{"address"_name, Data::text(site_.collections[*collection].rule->feed.text)},
                       {"title"_name, arena_.text(feed_title(site_, *collection))}});
  }

  const PageContext& context_;
  const Site& site_;
  const PageKey& key_;
  DataArena& arena_;
  std::string address_;
};

}  // namespace

std::vector<Member> frame_data(const PageContext& context, const PageKey& key, DataArena& arena) {
  return FrameBuilder(context, key, arena).build();
}

DataShape frame_shape(const PageContext& context) {
  DataShape shape = texts_shape({"lang", "title", "summary", "address", "canonical", "report_mail", "search_address",
                                 "content_policy", "withheld"});
  DataShape item = texts_shape({"text", "address"});
  shape.set("breadcrumb", DataShape::list(item));
  shape.set("above", item);
  item.set("is_page", DataShape::boolean());
  item.set("is_first", DataShape::boolean());
  item.set("is_current", DataShape::boolean());
  shape.set("menu", DataShape::list(item));
  shape.set("footer_menu", DataShape::list(item));
  shape.set("ways_in",
            DataShape::list(DataShape::map({{"text", DataShape::text()}, {"links", DataShape::list(item)}})));
  shape.set("doors", DataShape::list(DataShape::map({{"text", DataShape::text()}, {"links", DataShape::list(item)}})));
  shape.set("topics", topic_links_shape());
  DataShape day = texts_shape({"date", "iso"});
  day.set("items", DataShape::list(texts_shape({"text", "address", "what"})));
  shape.set("changes", DataShape::list(std::move(day)));
  shape.set("feed", texts_shape({"address", "title"}));
  shape.set("is_home", DataShape::boolean());
  shape.set("is_preview", DataShape::boolean());
  DataShape site = texts_shape({"title", "subtitle", "notice"});
  DataShape help_now = texts_shape({"title", "text", "kind", "noted", "triggers"});
  help_now.set("numbers",
               DataShape::list(texts_shape({"name", "text", "phone", "phone_link", "address", "address_text"})));
  site.set("help_now", std::move(help_now));
  site.set("talk_to", DataShape::list(item));
  site.set("check_at", texts_shape({"text", "address"}));
  shape.set("site", std::move(site));
  shape.set("texts", context.texts.shape());
  return shape;
}

}  // namespace wegwijs
