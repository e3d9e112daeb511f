#include "edit/removal.h"

#include <algorithm>

#include "deliver/write_changes.h"
#include "edit/entry_mentions.h"
#include "model/read_tables.h"
#include "source/yaml_edits.h"

namespace wegwijs {
namespace {

struct Target {
  std::string address;
  const Collection* collection = nullptr;  ///< of the entry at that address; null: it is no entry
  const Entry* entry = nullptr;
};

std::optional<Target> find_target(const EditSite& site, const std::string& address, const Entry& going) {
  for (const Collection& collection : site.site.collections) {
    for (const Entry& entry : collection.entries) {
      if (&entry != &going && !entry.withheld && address_of(collection, entry) == address)
        return Target{address, &collection, &entry};
    }
    for (const ListingRule& listing : collection.rule->listings) {
      if (listing.address.text == address) return Target{address};
    }
  }
  const auto& lists = site.site.settings.listings;
  const bool is_list =
      std::any_of(lists.begin(), lists.end(), [&](const ListingRule& one) { return one.address.text == address; });
  return is_list || address == "/" ? std::optional(Target{address}) : std::nullopt;
}

std::vector<std::string> texts_in(const YamlNode* value) {
  std::vector<std::string> texts;
  if (value == nullptr) return texts;
  if (value->kind == YamlNode::Kind::scalar) texts.push_back(value->text);
  for (const YamlNode& element : value->elements) texts.push_back(element.text);
  return texts;
}

/// The home page, and what a server shows where there is nothing: neither can lead elsewhere.
bool is_needed_by_every_site(std::string_view address) {
  return address == "/" || address == "/404.html";
}

/// Makes `addresses` lead to the target: at its entry, or in the settings.
void add_redirects(const EditSite& site, const Target& target, const std::vector<std::string>& addresses,
                   ChangePlan& plan) {
  const std::string path =
      target.entry == nullptr ? std::string(settings_file_name) : site.sources.tree.file(target.entry->file).path;
  const std::string bytes = planned_bytes(site, plan, path).value_or("");
  const bool is_markdown = path.ends_with(".md");
  const std::optional<EntryText> text = read_entry_text(bytes, is_markdown);
  if (!text) {
    plan.obstacles.push_back({path + " kan niet gelezen worden; daar hoort de doorverwijzing.",
                              path + " cannot be read; the redirect belongs there."});
    return;
  }
  YamlNode wanted = text->values;
  if (target.entry == nullptr) {
    const YamlNode* known = wanted.find("doorverwijzingen");
    YamlNode redirects = known != nullptr && known->kind == YamlNode::Kind::map ? *known : yaml_map();
    for (const std::string& address : addresses) set_value(redirects, address, yaml_text(target.address));
    set_value(wanted, "doorverwijzingen", std::move(redirects));
  } else {
    const std::optional<FieldIndex> index = target.collection->schema.find(Role::old_addresses);
    if (!index) return;
    const Field& field = target.collection->schema.fields[*index];
    YamlNode list = yaml_list();
    for (const std::string& known : texts_in(value_of_field(wanted, field))) list.elements.push_back(yaml_text(known));
    for (const std::string& address : addresses) list.elements.push_back(yaml_text(address));
    set_field(wanted, target.collection->schema, field, std::move(list));
  }
  const auto edits = yaml_edits(bytes, text->begin, text->end, text->values, wanted);
  if (!edits) {
    plan.obstacles.push_back(cannot_change(path));
    return;
  }
  plan_bytes(site, plan, path, with_edits(bytes, *edits));
}

/// The data files of the entry that no other entry has.
std::vector<std::string> own_data_files(const EditSite& site, const EntryFile& file) {
  std::vector<std::string> own = data_files_of(file.path, file.entry->record);
  for (const Collection& collection : site.site.collections) {
    for (const Entry& entry : collection.entries) {
      if (&entry == file.entry) continue;
      for (const std::string& used : data_files_of(site.sources.tree.file(entry.file).path, entry.record))
        std::erase(own, used);
    }
  }
  return own;
}

}  // namespace

std::string proposed_target(const Collection& collection) {
  for (const ListingRule& listing : collection.rule->listings) {
    if (listing.address.text.find('{') == std::string::npos) return listing.address.text;
  }
  return collection.rule->calendar.text.empty() ? "/" : collection.rule->calendar.text;
}

ChangePlan plan_removal(const EditSite& site, const EntryFile& file, std::string_view wanted_target) {
  const Collection& collection = site.site.collections[*site.site.find_collection(file.collection)];
  ChangePlan plan;
  plan.old_path = file.path;
  if (file.path.ends_with(".csv"))
    plan.obstacles.push_back(
        {"een tabel met regels gaat niet in zijn geheel weg.", "a table of rows does not go as a whole."});
  if (file.entry == nullptr) plan.obstacles.push_back(cannot_be_read(file.path));
  if (!plan.is_possible()) return plan;

  plan.old_address = address_of(collection, *file.entry);
  if (is_needed_by_every_site(plan.old_address) && !file.entry->withheld) {
    plan.obstacles.push_back({"elke site heeft een pagina op " + plan.old_address + " nodig. Verander wat erop staat.",
                              "every site needs a page at " + plan.old_address + ". Change what it says."});
    return plan;
  }
  plan.new_address = wanted_target.empty() ? proposed_target(collection) : std::string(wanted_target);
  const std::optional<Target> target = find_target(site, plan.new_address, *file.entry);
  if (!target) {
    plan.obstacles.push_back({"op " + plan.new_address + " is geen pagina of lijst. Kies een ander adres.",
                              "there is no page or list at " + plan.new_address + ". Choose another address."});
    return plan;
  }
  MentionChange change;
  change.collection = file.collection;
  change.old_slug = file.slug;
  if (target->collection == &collection) change.new_slug = target->entry->slug;
  change.old_path = file.path;
  change.old_address = plan.old_address;
  if (plan.old_address.empty() && !collection.rule->calendar.text.empty())
    change.old_address = collection.rule->calendar.text + "#" + calendar_anchor_of(*file.entry);
  change.new_address = plan.new_address;
  change_mentions(site, change, file.path, plan);

  std::vector<std::string> addresses;
  if (!plan.old_address.empty()) {
    addresses.push_back(plan.old_address);
    const std::optional<EntryText> text = read_entry_text(file.bytes, file.is_markdown);
    const std::optional<FieldIndex> index = collection.schema.find(Role::old_addresses);
    if (text && index) {
      for (std::string& former : texts_in(value_of_field(text->values, collection.schema.fields[*index])))
        addresses.push_back(std::move(former));
    }
    std::erase(addresses, plan.new_address);
  }
  if (!addresses.empty()) add_redirects(site, *target, addresses, plan);
  plan.changes.push_back({file.path, file.bytes, std::nullopt});
  for (const std::string& path : own_data_files(site, file)) {
    if (const std::optional<std::string> bytes = content_bytes(site, path)) {
      plan.changes.push_back({path, *bytes, std::nullopt});
      plan.notes.push_back(
          {path + " hoort alleen hierbij en gaat mee weg.", path + " belongs to this alone and goes with it."});
    }
  }
  refuse_new_mistakes(site, plan);
  if (!plan.is_possible()) plan.changes.clear();
  return plan;
}

}  // namespace wegwijs
