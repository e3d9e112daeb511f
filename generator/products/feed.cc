#include "products/feed.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/html_escape.h"
#include "views/listing.h"

namespace wegwijs {
namespace {

std::string moment_of(Date date) {
  return iso_date(date) + "T00:00:00Z";
}

Date changed_on(const Entry& entry, const Schema& schema, Date published) {
  return std::max(published, date_of(entry, schema, Role::updated).value_or(published));
}

/// The newest dated entries with a page.
std::vector<EntryNumber> fed_entries(const Site& site, std::uint16_t collection) {
  std::vector<EntryNumber> entries = entries_of(site, collection);
  std::erase_if(entries, [&](EntryNumber number) {
    return !date_of(site.entry(number), site.schema(number), Role::date) || address_of(site, number).empty();
  });
  sort_newest_first(site, entries);
  if (entries.size() > feed_entry_limit) entries.resize(feed_entry_limit);
  return entries;
}

/// Writes the feed of one collection.
class FeedWriter {
 public:
  FeedWriter(const Site& site, std::uint16_t number)
      : site_(site), number_(number), collection_(site.collections[number]) {}

  std::string write() {
    const std::vector<EntryNumber> entries = fed_entries(site_, number_);
    // An empty feed must also give a date of change, and nothing ever changed.
    Date changed{1970, 1, 1};
    for (const EntryNumber number : entries) {
      changed = std::max(changed, changed_on(site_.entry(number), collection_.schema, published_on(number)));
    }
    add_head(changed);
    for (const EntryNumber number : entries) add_entry(number);
    return xml_ + "</feed>\n";
  }

 private:
  Date published_on(EntryNumber number) const {
    return date_of(site_.entry(number), collection_.schema, Role::date).value();
  }

  std::string absolute(std::string_view address) const {
    return xml_text(site_.settings.base_address + std::string(address.substr(1)));
  }

  /// RFC 4151: the host, a day on which it was ours, and what stays the same of the entry.
  std::string tag(Date day, std::string_view name) const {
    const std::string& base = site_.settings.base_address;
    const std::size_t host = base.find("://") + 3;
    const std::size_t end = base.find_first_of(":/", host);
    return fmt::format("tag:{},{}:{}", xml_text(std::string_view(base).substr(host, end - host)), iso_date(day),
                       xml_text(name));
  }

  void add_head(Date changed) {
    constexpr Date first_of_the_site{2026, 1, 1};
    const std::string& address = collection_.rule->feed.text;
    xml_ += fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        site_.settings.language == Language::en ? "en" : "nl");
    xml_ += fmt::format("<title>{}</title>\n<id>{}</id>\n", xml_text(feed_title(site_, number_)),
                        tag(first_of_the_site, collection_.rule->name));
    xml_ += fmt::format("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n", absolute(address));
    xml_ += fmt::format("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", absolute(page_address()));
    xml_ += fmt::format("<updated>{}</updated>\n<author><name>{}</name></author>\n", moment_of(changed),
                        xml_text(site_.settings.title));
  }

  /// The page that lists the collection; without one, the home page.
  std::string_view page_address() const {
    for (const ListingRule& rule : collection_.rule->listings) {
      if (rule.field().empty()) return rule.address.text;
    }
    return "/";
  }

  void add_entry(EntryNumber number) {
    const Entry& entry = site_.entry(number);
    const Date published = published_on(number);
    const std::string_view summary = text_of(entry, collection_.schema, Role::summary);
    const std::string_view code = language_of(site_, number);
    const std::string language = code.empty() ? "" : fmt::format(" xml:lang=\"{}\"", xml_text(code));
    xml_ += fmt::format("<entry>\n<title{}>{}</title>\n<id>{}</id>\n", language,
                        xml_text(title_of(entry, collection_.schema)),
                        tag(published, collection_.rule->name + "/" + entry.slug));
    xml_ +=
        fmt::format("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", absolute(address_of(site_, number)));
    xml_ += fmt::format("<published>{}</published>\n<updated>{}</updated>\n", moment_of(published),
                        moment_of(changed_on(entry, collection_.schema, published)));
    if (!summary.empty()) xml_ += fmt::format("<summary{}>{}</summary>\n", language, xml_text(summary));
    xml_ += "</entry>\n";
  }

  const Site& site_;
  std::uint16_t number_;
  const Collection& collection_;
  std::string xml_;
};

}  // namespace

std::string xml_text(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::string allowed;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool is_control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    // U+FFFE and U+FFFF.
    const bool is_no_character =
        text.substr(at).starts_with("\xEF\xBF\xBE") || text.substr(at).starts_with("\xEF\xBF\xBF");
    if (is_control || is_no_character)
      allowed += replacement;
    else
      allowed += text[at];
    if (is_no_character) at += 2;
  }
  return html_escaped(allowed);
}

void plan_feeds(const ProductContext& context, std::vector<Product>& products) {
  for (std::size_t index = 0; index < context.site.collections.size(); ++index) {
    const SettingText& feed = context.site.collections[index].rule->feed;
    if (feed.text.empty()) continue;
    const auto number = static_cast<std::uint16_t>(index);
    products.push_back(
        {feed.text, feed.where, [&site = context.site, number] { return FeedWriter(site, number).write(); }});
  }
}

}  // namespace wegwijs
