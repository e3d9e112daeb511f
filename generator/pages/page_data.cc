#include "pages/page_data.h"

#include <algorithm>

#include "pages/comparison_data.h"
#include "pages/entry_data.h"
#include "pages/field_data.h"
#include "pages/listing_data.h"
#include "pages/neighbour_data.h"
#include "pages/note_search_text.h"
#include "pages/question_data.h"
#include "pages/shortlist_data.h"
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
            {"breadcrumb"_name, breadcrumb()},
            {"menu"_name, menu(settings.menu)},
            {"footer_menu"_name, menu(settings.footer_menu)},
            {"ways_in"_name, ways_in()},
            {"topics"_name,
             address_ == "/" || key_.kind == PageKind::topic ? topic_links(context_, address_, arena_) : Data()},
            {"changes"_name, address_ == "/" ? changes() : Data()},
            {"feed"_name, feed()},
            {"texts"_name, context_.texts.data(arena_)}};
  }

 private:
  Data text(std::string_view text) { return text.empty() ? Data() : arena_.text(text); }

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
    if (key_.kind != PageKind::entry) return {};
    const std::optional<WithheldEntry>& why = site_.entry({key_.group, key_.number}).withheld;
    return why ? arena_.text(reason_of(*why).in(site_.settings.language)) : Data();
  }

  Data check_at() {
    const MenuItem& item = site_.settings.check_at;
    if (item.address.text.empty()) return {};
    return arena_.map({{"text"_name, Data::text(item.text)}, {"address"_name, Data::text(item.address.text)}});
  }

  /// The pages above this one: home, and the list of its collection.
  Data breadcrumb() {
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
    return arena_.list(steps);
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
                      {"is_page"_name, Data::boolean(is_page)},
                      {"is_current"_name, Data::boolean(is_page || (target != "/" && address_.starts_with(target)))}}));
    }
    return arena_.list(list);
  }

  Data ways_in() {
    if (address_ != "/") return {};
    std::vector<Data> ways;
    for (const WayIn& way : site_.settings.ways_in) {
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
    std::optional<std::uint16_t> collection;
    if (key_.kind == PageKind::entry) collection = key_.group;
    if (key_.kind == PageKind::listing && context_.plan.listings[key_.group].collections.size() == 1)
      collection = context_.plan.listings[key_.group].collections.front();
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

DataShape frame_shape(const PageContext& context) {
  DataShape shape =
      texts_shape({"lang", "title", "summary", "address", "canonical", "report_mail", "content_policy", "withheld"});
  DataShape item = texts_shape({"text", "address"});
  shape.set("breadcrumb", DataShape::list(item));
  item.set("is_page", DataShape::boolean());
  item.set("is_current", DataShape::boolean());
  shape.set("menu", DataShape::list(item));
  shape.set("footer_menu", DataShape::list(item));
  shape.set("ways_in",
            DataShape::list(DataShape::map({{"text", DataShape::text()}, {"links", DataShape::list(item)}})));
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

}  // namespace

const MarkdownText& PageNotes::long_text(const WrittenText& text) {
  const auto [found, is_new] = long_texts.try_emplace(&text);
  if (is_new) {
    found->second =
        read_markdown(text.text, text.where.file, text.where.begin, diagnostics, terms ? &*terms : nullptr, links);
    const std::vector<AddressUse>& used = found->second.addresses;
    addresses.insert(addresses.end(), used.begin(), used.end());
  }
  return found->second;
}

Data page_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes) {
  std::vector<Member> members = FrameBuilder(context, key, arena).build();
  switch (key.kind) {
    case PageKind::entry:
      add_entry_data(context, {key.group, key.number}, arena, notes, members);
      add_neighbour_data(context, {key.group, key.number}, arena, notes, members);
      add_shortlist_data(context, key.group, arena, members);
      break;
    case PageKind::listing:
      add_listing_data(context, key, arena, notes, members);
      add_shortlist_data(context, context.plan.listings[key.group].collections.front(), arena, members);
      break;
    case PageKind::comparison:
      add_comparison_data(context, key, arena, notes, members);
      add_shortlist_data(context, context.plan.comparisons[key.group].collection, arena, members);
      break;
    case PageKind::comparison_index:
      add_comparison_index_data(context, key, arena, members);
      add_question_data(context, context.plan.comparisons[key.group].collection, arena, members);
      add_shortlist_data(context, context.plan.comparisons[key.group].collection, arena, members);
      break;
    case PageKind::questions:
      add_question_data(context, key.group, arena, members);
      add_shortlist_data(context, key.group, arena, members);
      break;
    case PageKind::topic:
      add_topic_data(context, key, arena, notes, members);
      break;
    case PageKind::redirect: {
      const std::string& target = context.plan.redirects[key.number].to;
      const auto page = context.plan.page_at.find(target);
      const std::string title = page == context.plan.page_at.end()
                                    ? target
                                    : context.plan.title(context.site, context.plan.pages[page->second]);
      members.push_back({"target"_name, Data::text(target)});
      members.push_back({"target_title"_name, arena.text(title)});
      break;
    }
  }
  if (context.has_search) note_search_text(context, key, notes);
  return arena.map(members);
}

DataShape page_shape(const PageContext& context, const PageKey& key) {
  DataShape shape = frame_shape(context);
  switch (key.kind) {
    case PageKind::entry:
      add_entry_shape(context, key.group, shape);
      add_neighbour_shape(shape);
      add_shortlist_shape(shape);
      break;
    case PageKind::listing:
      add_listing_shape(context, key, shape);
      add_shortlist_shape(shape);
      break;
    case PageKind::comparison:
      add_comparison_shape(shape);
      add_shortlist_shape(shape);
      break;
    case PageKind::comparison_index:
      add_comparison_index_shape(shape);
      add_question_shape(shape);
      add_shortlist_shape(shape);
      break;
    case PageKind::questions:
      add_question_shape(shape);
      add_shortlist_shape(shape);
      break;
    case PageKind::topic:
      add_topic_shape(shape);
      break;
    case PageKind::redirect:
      shape.set("target", DataShape::text());
      shape.set("target_title", DataShape::text());
      break;
  }
  return shape;
}

}  // namespace wegwijs
