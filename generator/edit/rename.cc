#include "edit/rename.h"

#include <algorithm>

#include "deliver/write_changes.h"
#include "edit/entry_address.h"
#include "edit/entry_mentions.h"
#include "source/yaml_edits.h"

namespace wegwijs {
namespace {

/// The old addresses that the entry should have after its address became another.
YamlNode old_addresses(const YamlNode* now, const std::string& old_address, const std::string& new_address) {
  YamlNode list = yaml_list();
  if (now != nullptr && now->kind == YamlNode::Kind::sequence) list = *now;
  if (now != nullptr && now->kind == YamlNode::Kind::scalar) list.elements.push_back(*now);
  std::erase_if(list.elements, [&](const YamlNode& one) { return one.text == new_address || one.text == old_address; });
  list.elements.push_back(yaml_text(old_address));
  return list;
}

void set_by_role(YamlNode& values, const Schema& schema, Role role, std::optional<YamlNode> value) {
  if (const std::optional<FieldIndex> index = schema.find(role))
    set_field(values, schema, schema.fields[*index], std::move(value));
}

const YamlNode* value_by_role(const YamlNode& values, const Schema& schema, Role role) {
  const std::optional<FieldIndex> index = schema.find(role);
  return index ? value_of_field(values, schema.fields[*index]) : nullptr;
}

}  // namespace

ChangePlan plan_rename(const EditSite& site, const EntryFile& file, std::string_view new_slug) {
  const Collection& collection = site.site.collections[*site.site.find_collection(file.collection)];
  const Schema& schema = collection.schema;
  ChangePlan plan;
  plan.old_path = file.path;
  plan.new_path =
      file.path.substr(0, file.path.rfind('/') + 1) + std::string(new_slug) + file.path.substr(file.path.rfind('.'));
  const Label why_not = new_slug == file.slug ? Label{"zo heet het al.", "that is its name already."}
                                              : why_not_name(site, collection, new_slug);
  if (!why_not.empty()) plan.obstacles.push_back(why_not);
  if (file.path.ends_with(".csv"))
    plan.obstacles.push_back(
        {"een tabel met regels heeft geen eigen adres.", "a table of rows has no address of its own."});
  const std::optional<EntryText> text = read_entry_text(file.bytes, file.is_markdown);
  if (!text || file.entry == nullptr) plan.obstacles.push_back(cannot_be_read(file.path));
  if (!plan.is_possible()) return plan;

  const bool has_own_address = value_by_role(text->values, schema, Role::address) != nullptr;
  plan.old_address = address_of(collection, *file.entry);
  plan.new_address = has_own_address ? plan.old_address : address_by_name(collection, new_slug);
  MentionChange change{file.collection, file.slug,        std::string(new_slug), file.path,
                       plan.new_path,   plan.old_address, plan.new_address};
  if (plan.old_address.empty() && !collection.rule->calendar.text.empty()) {
    const std::string anchor = calendar_anchor_of(*file.entry);
    Entry renamed;
    renamed.slug = new_slug;
    change.old_address = collection.rule->calendar.text + "#" + anchor;
    change.new_address = collection.rule->calendar.text + "#" + calendar_anchor_of(renamed);
  }
  change_mentions(site, change, "", plan);

  std::string bytes = planned_bytes(site, plan, file.path).value_or(file.bytes);
  if (const std::optional<EntryText> changed = read_entry_text(bytes, file.is_markdown)) {
    YamlNode wanted = changed->values;
    if (const YamlNode* id = value_by_role(wanted, schema, Role::id); id != nullptr && id->text == file.slug)
      set_by_role(wanted, schema, Role::id, yaml_text(std::string(new_slug)));
    if (!plan.old_address.empty() && plan.old_address != plan.new_address)
      set_by_role(wanted, schema, Role::old_addresses,
                  old_addresses(value_by_role(changed->values, schema, Role::old_addresses), plan.old_address,
                                plan.new_address));
    if (const auto edits = yaml_edits(bytes, changed->begin, changed->end, changed->values, wanted)) {
      bytes = with_edits(bytes, *edits);
    } else {
      plan.obstacles.push_back(cannot_change(file.path));
    }
  }
  std::erase_if(plan.changes, [&](const FileChange& one) { return one.path == file.path; });
  plan.changes.push_back({plan.new_path, std::nullopt, std::move(bytes)});
  plan.changes.push_back({file.path, file.bytes, std::nullopt});
  refuse_new_mistakes(site, plan);
  if (!plan.is_possible()) plan.changes.clear();
  return plan;
}

}  // namespace wegwijs
