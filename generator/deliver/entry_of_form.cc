#include "deliver/entry_of_form.h"

#include <optional>
#include <string_view>

#include "deliver/delivered_entry.h"
#include "deliver/said.h"
#include "deliver/write_changes.h"
#include "source/yaml_edits.h"
#include "text/edit_distance.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

EntryOfForm refused(std::string why) {
  EntryOfForm found;
  found.refusal = std::move(why);
  return found;
}

std::string no_such_entry(const Delivery& delivery, const Collection& collection, Language language) {
  std::vector<std::string_view> known;
  for (const Entry& entry : collection.entries) known.push_back(entry.slug);
  const std::string key = delivery.entry.empty() ? "" : " (" + delivery.entry + ")";
  return said(language, {"De school '{}'{} is er op deze site niet{}.", "This site has no school '{}'{}{}."},
              delivery.title, key, resembling(nearest_word(delivery.entry, known), language));
}

/// A draft with what the school said of itself; the team adds what only it knows.
EntryOfForm new_entry(const Delivery& delivery, const Collection& collection, const Settings& settings,
                      Language language) {
  DeliveredEntry made = delivered_entry(delivery, collection, settings, language);
  if (!made.why_not.empty()) return refused(std::move(made.why_not));
  EntryOfForm found;
  found.path = collection.rule->folder.text + "/" + made.slug + ".yaml";
  found.slug = std::move(made.slug);
  found.title = delivery.title;
  found.values = std::move(made.values);
  found.is_new = true;
  found.misfits = std::move(made.misfits);
  return found;
}

EntryOfForm entry_that_is_there(const Delivery& delivery, const Collection& collection, const FileTree& sources,
                                Language language) {
  const std::optional<std::uint32_t> index = collection.find(delivery.entry);
  const Entry* entry = index ? &collection.entries[*index] : collection.find_withheld(delivery.entry);
  if (entry == nullptr) return refused(no_such_entry(delivery, collection, language));
  EntryOfForm found;
  found.slug = delivery.entry;
  found.title = title_of(*entry, collection.schema);
  if (!delivery.title.empty() && slug_for(delivery.title) != slug_for(found.title)) {
    return refused(
        said(language,
             {"Dit formulier noemt '{}', maar zijn sleutel is van '{}'. Vraag de school om haar eigen formulier.",
              "This form names '{}', but its key is that of '{}'. Ask the school for its own form."},
             delivery.title, found.title));
  }
  found.path = sources.file(entry->file).path;
  std::optional<EntryText> text = read_entry_text(sources.read(entry->file), found.path.ends_with(".md"));
  if (!text)
    return refused(
        said(language, {"In het profiel van deze school staat een fout; herstel die eerst (wegwijs check).",
                        "There is a mistake in the profile of this school; mend that first (wegwijs check)."}));
  found.values = std::move(text->values);
  found.record = entry->record;
  return found;
}

}  // namespace

EntryOfForm entry_of_form(const Delivery& delivery, const Site& site, const FileTree& sources, Date today,
                          Language language) {
  const std::optional<std::uint16_t> number = site.find_collection(delivery.collection);
  if (!number) {
    return refused(
        said(language,
             {"De verzameling '{}' van dit formulier is er op deze site niet. Het hoort bij een andere site.",
              "This site has no collection '{}', of which this form is. It belongs to another site."},
             delivery.collection));
  }
  const std::optional<Date> made_on = read_date(delivery.made_on);
  if (!made_on || *made_on > today) {
    return refused(said(language,
                        {"'{}' kan de dag niet zijn waarop dit formulier is ingevuld. Schrijf hem als {}.",
                         "'{}' cannot be the day on which this form was filled in. Write it as {}."},
                        delivery.made_on, iso_date(today)));
  }
  const Collection& collection = site.collections[*number];
  EntryOfForm found = delivery.is_new ? new_entry(delivery, collection, site.settings, language)
                                      : entry_that_is_there(delivery, collection, sources, language);
  found.collection = &collection;
  found.made_on = *made_on;
  return found;
}

std::string resembling(const std::optional<std::string>& near, Language language) {
  return near ? said(language, {"; lijkt op '{}'", "; resembles '{}'"}, *near) : "";
}

}  // namespace wegwijs
