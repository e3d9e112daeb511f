#include "model/site.h"

#include <algorithm>

#include "text/language_code.h"

namespace wegwijs {

Argument reason_of(const WithheldEntry& entry) {
  const auto with_day = [&](std::string_view nl, std::string_view en, Date day) {
    return Argument(std::string(nl) + date_in_words(day, Language::nl),
                    std::string(en) + date_in_words(day, Language::en));
  };
  switch (entry.why) {
    case Withheld::draft:
      break;
    case Withheld::future:
      return with_day("komt pas op ", "comes on ", *entry.day);
    case Withheld::expired:
      return with_day("is verlopen sinds ", "expired on ", days_after(*entry.day, 1));
    case Withheld::over:
      return with_day("is voorbij sinds ", "has been over since ", days_after(*entry.day, 1));
  }
  return {"is klad", "is a draft"};
}

bool Collection::is_unread(std::string_view slug) const {
  if (!is_readable && unread.empty()) return true;
  return std::binary_search(unread.begin(), unread.end(), slug);
}

std::optional<std::uint32_t> Collection::find(std::string_view slug) const {
  // Entries are in the order of their titles; a site has few references, so a plain search is enough here.
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.slug == slug; });
  if (found == entries.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - entries.begin());
}

const Entry* Collection::find_withheld(std::string_view slug) const {
  const auto found =
      std::find_if(withheld.begin(), withheld.end(), [&](const Entry& entry) { return entry.slug == slug; });
  return found == withheld.end() ? nullptr : &*found;
}

std::optional<std::uint16_t> Site::find_collection(std::string_view name) const {
  for (std::size_t index = 0; index < collections.size(); ++index) {
    if (collections[index].rule->name == name) return static_cast<std::uint16_t>(index);
  }
  return std::nullopt;
}

std::string_view text_of(const Entry& entry, const Schema& schema, Role role) {
  const std::optional<FieldIndex> field = schema.find(role);
  const WrittenText* text = field ? entry.record.get<WrittenText>(*field) : nullptr;
  return text == nullptr ? std::string_view() : std::string_view(text->text);
}

std::optional<Date> date_of(const Entry& entry, const Schema& schema, Role role) {
  const std::optional<FieldIndex> field = schema.find(role);
  const Date* date = field ? entry.record.get<Date>(*field) : nullptr;
  return date == nullptr ? std::nullopt : std::optional(*date);
}

std::string_view title_of(const Entry& entry, const Schema& schema) {
  return text_of(entry, schema, Role::title);
}

std::string_view language_of(const Site& site, EntryNumber number) {
  const std::string_view code = text_of(site.entry(number), site.schema(number), Role::language);
  const std::string_view of_site = site.settings.language == Language::en ? "en" : "nl";
  return code != of_site && is_language_code(code) ? code : std::string_view();
}

TermLinks glossary_of(const Site& site) {
  TermLinks terms;
  for (std::size_t number = 0; number < site.collections.size(); ++number) {
    const Collection& collection = site.collections[number];
    if (!collection.rule->is_glossary) continue;
    for (std::size_t index = 0; index < collection.entries.size(); ++index) {
      const Entry& entry = collection.entries[index];
      const std::string address =
          address_of(site, {static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(index)});
      const std::string_view title = title_of(entry, collection.schema);
      const std::uint32_t term =
          terms.add_term({address, std::string(title), std::string(text_of(entry, collection.schema, Role::summary))});
      terms.add(title, term);
      for (const Role role : {Role::abbreviation, Role::former_names, Role::also_known_as}) {
        const std::optional<FieldIndex> field = collection.schema.find(role);
        if (!field) continue;
        if (const WrittenText* text = entry.record.get<WrittenText>(*field)) terms.add(text->text, term);
        if (const Texts* texts = entry.record.get<Texts>(*field)) {
          for (const WrittenText& line : texts->lines) terms.add(line.text, term);
        }
      }
    }
  }
  return terms;
}

std::string feed_title(const Site& site, std::uint16_t collection) {
  return site.settings.title + ": " + std::string(site.collections[collection].schema.label.in(site.settings.language));
}

std::string address_of(const Site& site, EntryNumber number) {
  return address_of(site.collections[number.collection], site.entry(number));
}

std::string address_of(const Collection& collection, const Entry& entry) {
  const std::string& pattern = collection.rule->address.text;
  if (pattern.empty()) return "";
  const std::string_view own = text_of(entry, collection.schema, Role::address);
  if (!own.empty()) return std::string(own);
  const std::size_t place = pattern.find("{id}");
  if (place == std::string::npos) return pattern;
  return pattern.substr(0, place) + entry.slug + pattern.substr(place + 4);
}

std::string calendar_anchor_of(const Entry& entry) {
  return "moment-" + entry.slug;
}

std::string calendar_place_of(const Site& site, EntryNumber number) {
  const std::string& folder = site.collections[number.collection].rule->calendar.text;
  return folder.empty() ? "" : folder + "#" + calendar_anchor_of(site.entry(number));
}

std::string place_of(const Site& site, EntryNumber number) {
  const std::string page = address_of(site, number);
  return page.empty() ? calendar_place_of(site, number) : page;
}

}  // namespace wegwijs
