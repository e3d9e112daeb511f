#include "edit/entry_mentions.h"

#include <algorithm>

#include "deliver/write_changes.h"
#include "edit/entry_edits.h"
#include "edit/link_edits.h"
#include "edit/table_edits.h"
#include "model/references.h"
#include "source/web_address.h"
#include "source/yaml_edits.h"
#include "text/path_parts.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

using Kind = YamlNode::Kind;

struct AddressParts {
  std::string_view path;
  std::string_view rest;  ///< from the ? or # on
};

AddressParts parts_of(std::string_view address) {
  const std::size_t end = std::min(address.find_first_of("?#"), address.size());
  return {address.substr(0, end), address.substr(end)};
}

std::string without_slash(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return std::string(path);
}

/// What an address in a file of the site becomes.
class AddressChange {
 public:
  AddressChange(const Site& site, const MentionChange& change) : site_(site), change_(change) {}

  /// Empty: it does not lead to the entry, or can stay as it is.
  std::optional<std::string> of(std::string_view written, std::string_view file) const {
    std::optional<std::string> changed = changed_address(written, file);
    if (changed && *changed == written) return std::nullopt;
    return changed;
  }

 private:
  std::optional<std::string> changed_address(std::string_view written, std::string_view file) const {
    if (std::optional<std::string> own = of_whole_address(written)) return own;
    if (written.starts_with('/') && !written.starts_with("//")) {
      if (std::optional<std::string> address = of_address(written)) return address;
      return of_file(written, "", written.substr(1));
    }
    if (is_external_address(written)) return std::nullopt;
    return of_file(written, folder_of(file), written);
  }

  std::optional<std::string> of_address(std::string_view written) const {
    if (change_.old_address.empty()) return std::nullopt;
    const AddressParts old_parts = parts_of(change_.old_address);
    const AddressParts parts = parts_of(written);
    const std::string old_path = without_slash(canonical_address(old_parts.path));
    if (without_slash(canonical_address(parts.path)) != old_path) return std::nullopt;
    // A place on the page of a calendar: the fragment names the entry.
    if (!old_parts.rest.empty())
      return parts.rest == old_parts.rest ? std::optional(change_.new_address) : std::nullopt;
    // The fragment names a heading of a text that goes.
    const bool keeps_rest = !change_.new_path.empty();
    return change_.new_address + (keeps_rest ? std::string(parts.rest) : std::string());
  }

  std::optional<std::string> of_whole_address(std::string_view written) const {
    for (const std::string& base : {site_.settings.base_address, site_.settings.written_base_address}) {
      if (base.size() < 2 || !written.starts_with(base)) continue;
      if (const auto changed = of_address(written.substr(base.size() - 1)))
        return base.substr(0, base.size() - 1) + *changed;
    }
    return std::nullopt;
  }

  std::optional<std::string> of_file(std::string_view written, std::string_view folder, std::string_view path) const {
    const AddressParts parts = parts_of(path);
    if (parts.path.empty() || path_from(folder, parts.path) != change_.old_path) return std::nullopt;
    if (change_.new_path.empty()) return change_.new_address;
    const std::string_view written_path = parts_of(written).path;
    return std::string(written_path.substr(0, written_path.size() - last_part(written_path).size())) +
           std::string(last_part(change_.new_path)) + std::string(parts.rest);
  }

  const Site& site_;
  const MentionChange& change_;
};

/// Changes the references in the values of one file by the fields of its schema.
class ValueChange {
 public:
  ValueChange(const Site& site, const MentionChange& change, const AddressChange& addresses, const Mention& mention,
              ChangePlan& plan)
      : site_(site), change_(change), addresses_(addresses), mention_(mention), plan_(plan) {}

  void change_fields(YamlNode& map, const std::vector<Field>& fields) {
    std::vector<std::string> gone;
    for (YamlNode::Entry& entry : map.entries) {
      const auto field = std::find_if(fields.begin(), fields.end(), [&](const Field& one) {
        return one.id == entry.key ||
               std::find(one.former_ids.begin(), one.former_ids.end(), entry.key) != one.former_ids.end();
      });
      if (field == fields.end()) continue;
      const bool goes = change_value(entry.value, *field);
      if (goes && field->required) {
        plan_.obstacles.push_back(
            {mention_.path + " heeft '" + field->label.nl + "' nodig, en dat is dit stuk. Kies daar eerst iets anders.",
             mention_.path + " needs '" + std::string(field->label.in(Language::en)) +
                 "', and that is this entry. Choose something else there first."});
      } else if (goes) {
        gone.push_back(entry.key);
      }
    }
    for (const std::string& key : gone) remove_value(map, key);
  }

  bool has_changed() const { return has_changed_; }
  /// Every text in the tree that is an address of the entry, whatever the schema says.
  void change_addresses(YamlNode& node, const Label& where) {
    if (node.kind == Kind::scalar) {
      if (const auto changed = addresses_.of(node.text, mention_.path)) {
        node.text = *changed;
        note(where);
      }
    }
    for (YamlNode& element : node.elements) change_addresses(element, where);
    for (YamlNode::Entry& entry : node.entries) change_addresses(entry.value, where);
  }

 private:
  void note(const Label& where) {
    has_changed_ = true;
    Mention mention = mention_;
    mention.where = where;
    plan_.mentions.push_back(std::move(mention));
  }

  /// Whether nothing is left of the value.
  bool change_value(YamlNode& value, const Field& field) {
    switch (field.type) {
      case FieldType::reference:
      case FieldType::references:
        return field.target == change_.collection && change_names(value, field.label, false);
      case FieldType::source:
      case FieldType::source_list:
        return change_sources(value, field.label);
      case FieldType::claim:
      case FieldType::text_claim:
        change_claims(value, field);
        return false;
      case FieldType::row:
        change_fields(value, field.fields);
        return false;
      case FieldType::rows:
        change_fields(value, field.fields);
        for (YamlNode& row : value.elements) change_fields(row, field.fields);
        return false;
      case FieldType::long_text:
        change_links(value, field.label);
        return false;
      case FieldType::addresses:
      case FieldType::sources:
      case FieldType::table:
        return false;
      default:
        change_addresses(value, field.label);
        return false;
    }
  }

  /// `is_evidence`: something rests on it, so it cannot simply go.
  bool change_names(YamlNode& value, const Label& where, bool is_evidence) {
    if (value.kind == Kind::scalar) {
      if (value.text != change_.old_slug) return false;
      if (change_.new_slug) {
        value.text = *change_.new_slug;
        note(where);
        return false;
      }
      if (is_evidence) {
        plan_.obstacles.push_back(
            {mention_.path + ": '" + where.nl + "' rust op dit stuk als bron. Geef daar eerst een andere bron.",
             mention_.path + ": '" + std::string(where.in(Language::en)) +
                 "' rests on this entry as its source. Give it another source first."});
        return false;
      }
      note(where);
      return true;
    }
    if (value.kind != Kind::sequence) return false;
    std::vector<YamlNode> kept;
    for (YamlNode& element : value.elements) {
      if (change_names(element, where, is_evidence)) continue;
      const bool stands_twice = element.kind == Kind::scalar && change_.new_slug && element.text == *change_.new_slug &&
                                std::any_of(kept.begin(), kept.end(), [&](const YamlNode& other) {
                                  return other.kind == Kind::scalar && other.text == element.text;
                                });
      if (!stands_twice) kept.push_back(std::move(element));
    }
    value.elements = std::move(kept);
    return value.elements.empty();
  }

  bool change_sources(YamlNode& value, const Label& where) {
    const std::optional<std::uint16_t> documents = document_collection(site_);
    return documents && site_.collections[*documents].rule->name == change_.collection &&
           change_names(value, where, true);
  }

  void change_claims(YamlNode& value, const Field& field) {
    if (YamlNode* source = find(value, "bron")) static_cast<void>(change_sources(*source, field.label));
    for (YamlNode& claim : value.elements) change_claims(claim, field);
  }

  static YamlNode* find(YamlNode& map, std::string_view key) {
    const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                    [&](const YamlNode::Entry& entry) { return entry.key == key; });
    return found == map.entries.end() ? nullptr : &found->value;
  }

  void change_links(YamlNode& value, const Label& where) {
    if (value.kind != Kind::scalar) return;
    std::size_t count = 0;
    value.text = with_links(
        value.text, [&](std::string_view written) { return addresses_.of(written, mention_.path); }, count);
    for (; count > 0; --count) note({"link bij " + where.nl, "link in " + std::string(where.in(Language::en))});
  }

  const Site& site_;
  const MentionChange& change_;
  const AddressChange& addresses_;
  const Mention& mention_;
  ChangePlan& plan_;
  bool has_changed_ = false;
};

/// The bytes with other values; an obstacle when they cannot be written.
std::string with_values(const std::string& bytes, const EntryText& text, const YamlNode& wanted, const Mention& mention,
                        ChangePlan& plan) {
  const auto edits = yaml_edits(bytes, text.begin, text.end, text.values, wanted);
  if (edits) return with_edits(bytes, *edits);
  plan.obstacles.push_back(cannot_change(mention.path));
  return bytes;
}

void change_entry_file(const EditSite& site, const MentionChange& change, const AddressChange& addresses,
                       const Collection& collection, const std::string& path, ChangePlan& plan) {
  const std::optional<std::string> bytes = planned_bytes(site, plan, path);
  if (!bytes) return;
  const bool is_markdown = path.ends_with(".md");
  Mention mention{path, path, {}};
  for (const Entry& entry : collection.entries) {
    if (site.sources.tree.file(entry.file).path == path && !collection.rule->is_table)
      mention.title = title_of(entry, collection.schema);
  }
  std::string changed = *bytes;
  bool is_changed = false;
  if (const std::optional<EntryText> text = read_entry_text(*bytes, is_markdown)) {
    YamlNode wanted = text->values;
    ValueChange values(site.site, change, addresses, mention, plan);
    values.change_fields(wanted, collection.schema.fields);
    if (values.has_changed()) changed = with_values(*bytes, *text, wanted, mention, plan);
    is_changed = values.has_changed();
  } else if (bytes->find(change.old_slug) != std::string::npos) {
    plan.notes.push_back({path + " kan niet gelezen worden; kijk daar zelf of het dit stuk noemt.",
                          path + " cannot be read; look for yourself whether it names this entry."});
    return;
  }
  if (is_markdown) {
    std::size_t count = 0;
    const std::string text = text_below_header(changed);
    const std::string with = with_links(
        text, [&](std::string_view written) { return addresses.of(written, path); }, count);
    if (count > 0) changed = with_text_below_header(changed, with);
    is_changed = is_changed || count > 0;
    mention.where = {"link in de tekst", "link in the text"};
    for (; count > 0; --count) plan.mentions.push_back(mention);
  }
  if (is_changed) plan_bytes(site, plan, path, std::move(changed));
}

std::vector<std::string> names_in_cell(std::string_view cell) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= cell.size();) {
    const std::size_t end = std::min(cell.find(',', begin), cell.size());
    std::string_view name = cell.substr(begin, end - begin);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    names.emplace_back(name);
    begin = end + 1;
  }
  return names;
}

/// The rows of a table of which every row is an entry. Rows may name an entry by its title, which a rename leaves
/// alone.
void change_table(const EditSite& site, const MentionChange& change, const Collection& collection,
                  const std::string& path, std::string_view title, ChangePlan& plan) {
  const std::optional<std::string> bytes = planned_bytes(site, plan, path);
  const std::optional<Grid> grid = bytes ? grid_of(*bytes) : std::nullopt;
  if (!grid) return;
  std::vector<std::vector<std::string>> rows = grid->rows;
  std::size_t count = 0;
  for (std::size_t column = 0; column < grid->header.size(); ++column) {
    const std::optional<FieldIndex> index = collection.schema.find(grid->header[column]);
    if (!index || collection.schema.fields[*index].target != change.collection) continue;
    for (std::vector<std::string>& row : rows) {
      std::vector<std::string> names = names_in_cell(row[column]);
      bool is_found = false;
      for (std::string& name : names) {
        const bool is_it = name == change.old_slug || (!change.new_slug && name == title);
        const bool is_by_name = name == change.old_slug;
        is_found = is_found || is_it;
        if (is_it && change.new_slug && is_by_name) name = *change.new_slug;
      }
      if (!is_found) continue;
      ++count;
      std::string cell;
      for (const std::string& name : names) cell += (cell.empty() ? "" : ", ") + name;
      row[column] = cell;
    }
  }
  if (count == 0) return;
  if (!change.new_slug) {
    plan.obstacles.push_back(
        {path + " heeft regels over dit stuk (" + std::to_string(count) + "). Haal die eerst uit de tabel.",
         path + " has rows about this entry (" + std::to_string(count) + "). Take those out of the table first."});
    return;
  }
  const std::optional<std::string> wanted = with_rows(*bytes, rows);
  if (!wanted) {
    plan.obstacles.push_back(cannot_change(path));
    return;
  }
  for (std::size_t one = 0; one < count; ++one)
    plan.mentions.push_back({path, path, {"regel van de tabel", "row of the table"}});
  plan_bytes(site, plan, path, *wanted);
}

/// Settings and the words of readers: any text that is an address of the entry. What the keys say stays.
void change_single_file(const EditSite& site, const MentionChange& change, const AddressChange& addresses,
                        const std::string& path, ChangePlan& plan) {
  const std::optional<std::string> bytes = planned_bytes(site, plan, path);
  const std::optional<EntryText> text = bytes ? read_entry_text(*bytes, false) : std::nullopt;
  if (!text) return;
  const Mention mention{path, path, {}};
  YamlNode wanted = text->values;
  ValueChange values(site.site, change, addresses, mention, plan);
  values.change_addresses(wanted, {path, {}});
  if (values.has_changed()) plan_bytes(site, plan, path, with_values(*bytes, *text, wanted, mention, plan));
}

}  // namespace

std::optional<std::string> planned_bytes(const EditSite& site, const ChangePlan& plan, std::string_view path) {
  const auto planned = std::find_if(plan.changes.begin(), plan.changes.end(),
                                    [&](const FileChange& change) { return change.path == path; });
  if (planned != plan.changes.end()) return planned->after;
  const std::optional<FileId> file = site.sources.tree.find(path);
  if (!file) return std::nullopt;
  return site.sources.tree.read(*file);
}

void plan_bytes(const EditSite& site, ChangePlan& plan, const std::string& path, std::string bytes) {
  const auto planned = std::find_if(plan.changes.begin(), plan.changes.end(),
                                    [&](const FileChange& change) { return change.path == path; });
  if (planned != plan.changes.end()) {
    planned->after = std::move(bytes);
    return;
  }
  const std::optional<FileId> file = site.sources.tree.find(path);
  plan.changes.push_back({path, file ? std::optional(site.sources.tree.read(*file)) : std::nullopt, std::move(bytes)});
}

void change_mentions(const EditSite& site, const MentionChange& change, std::string_view skipped, ChangePlan& plan) {
  const AddressChange addresses(site.site, change);
  std::string title;
  if (const auto file = find_entry_file(site, change.collection, change.old_slug); file && file->entry != nullptr)
    title = title_of(*file->entry, site.site.collections[*site.site.find_collection(change.collection)].schema);
  for (const Collection& collection : site.site.collections) {
    FileId first{};
    for (const SourceFile& file : site.sources.tree.files_below(collection.rule->folder.text, first)) {
      if (file.path == skipped || last_part(file.path).starts_with('_')) continue;
      const bool is_table = file.path.ends_with(".csv");
      const bool is_entry = file.path.ends_with(".md") || file.path.ends_with(".yaml");
      if (is_table && collection.rule->is_table) change_table(site, change, collection, file.path, title, plan);
      if (is_entry) change_entry_file(site, change, addresses, collection, file.path, plan);
    }
  }
  change_single_file(site, change, addresses, std::string(settings_file_name), plan);
  for (const FileId file : search_words_files(site.sources.tree))
    change_single_file(site, change, addresses, site.sources.tree.file(file).path, plan);
}

}  // namespace wegwijs
