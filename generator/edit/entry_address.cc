#include "edit/entry_address.h"

#include <algorithm>

#include "schema/field_types.h"
#include "schema/new_entry.h"
#include "text/slug.h"
#include "views/claims.h"

namespace wegwijs {
namespace {

bool is_address_taken(const EditSite& site, std::string_view address, Label& by) {
  for (const Collection& collection : site.site.collections) {
    for (const Entry& entry : collection.entries) {
      if (address_of(collection, entry) != address) continue;
      by.nl = "'" + std::string(title_of(entry, collection.schema)) + "'";
      return true;
    }
  }
  return std::any_of(site.site.settings.redirects.begin(), site.site.settings.redirects.end(), [&](const auto& pair) {
    by = {"een doorverwijzing in site.yaml", "a redirect in site.yaml"};
    return pair.first.text == address;
  });
}

}  // namespace

std::string address_by_name(const Collection& collection, std::string_view slug) {
  const std::string& pattern = collection.rule->address.text;
  const std::size_t place = pattern.find("{id}");
  if (place == std::string::npos) return "";
  return pattern.substr(0, place) + std::string(slug) + pattern.substr(place + 4);
}

bool is_written_as_markdown(const Collection& collection) {
  const std::vector<Entry>& known = collection.entries.empty() ? collection.withheld : collection.entries;
  if (!known.empty()) return known.front().body.end > 0;
  const bool has_claims = std::any_of(collection.schema.fields.begin(), collection.schema.fields.end(),
                                      [](const Field& field) { return is_claim(field); });
  return !has_claims && !collection.rule->address.text.empty();
}

Label why_not_name(const EditSite& site, const Collection& collection, std::string_view slug) {
  if (!is_slug(slug)) {
    const std::string instead = slug_for(slug);
    return {"Een adres bestaat uit kleine letters, cijfers en streepjes" +
                (instead.empty() ? std::string(".") : ": bijvoorbeeld '" + instead + "'."),
            "An address is made of small letters, digits and hyphens" +
                (instead.empty() ? std::string(".") : ": for instance '" + instead + "'.")};
  }
  constexpr std::size_t longest = 100;
  if (slug.size() > longest)
    return {"Dit adres is te lang: hooguit 100 tekens.", "This address is too long: 100 characters at most."};
  if (find_entry_file(site, collection.rule->name, slug))
    return {"Er is al een bestand dat '" + std::string(slug) + "' heet. Kies een ander adres.",
            "There is a file called '" + std::string(slug) + "' already. Choose another address."};
  const std::string address = address_by_name(collection, slug);
  Label by;
  if (!address.empty() && is_address_taken(site, address, by))
    return {"Het adres " + address + " is al van " + by.nl + ". Kies een ander adres.",
            "The address " + address + " is that of " + std::string(by.in(Language::en)) + " already. Choose another."};
  return {};
}

NewEntry new_entry(const EditSite& site, std::string_view collection, std::string_view title, std::string_view slug) {
  NewEntry made;
  const std::optional<std::uint16_t> number = site.site.find_collection(collection);
  if (!number || site.site.collections[*number].rule->is_table) {
    made.why_not = "In deze verzameling komen geen nieuwe stukken.";
    return made;
  }
  const Collection& found = site.site.collections[*number];
  if (!found.is_readable) {
    made.why_not = "Het schema van deze verzameling kan niet gelezen worden.";
    return made;
  }
  if (title.empty() || title.find_first_of("\r\n") != std::string_view::npos) {
    made.why_not = "Geef het een titel van één regel.";
    return made;
  }
  made.slug = slug.empty() ? slug_for(title) : std::string(slug);
  if (made.slug.empty()) {
    made.why_not = "Van deze titel is geen adres te maken. Vul zelf een naam in: kleine letters, cijfers en streepjes.";
    return made;
  }
  made.why_not = why_not_name(site, found, made.slug).nl;
  made.address = address_by_name(found, made.slug);
  const bool is_markdown = is_written_as_markdown(found);
  made.change.path = found.rule->folder.text + "/" + made.slug + (is_markdown ? ".md" : ".yaml");
  made.change.after = new_entry_text(found.schema, is_markdown, std::string(title), Language::nl);
  return made;
}

}  // namespace wegwijs
