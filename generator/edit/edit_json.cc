#include "edit/edit_json.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "deliver/write_changes.h"
#include "edit/edit_wishes.h"
#include "edit/entry_edits.h"
#include "edit/table_edits.h"
#include "model/read_tables.h"
#include "model/references.h"
#include "products/published_path.h"
#include "schema/field_types.h"
#include "schema/json_schema.h"
#include "views/leaving.h"
#include "views/school_report.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The fields that say whether and when an entry is on the site stand together at the end of the form.
bool is_about_publishing(Role role) {
  return role == Role::draft || role == Role::publish_from || role == Role::publish_until ||
         role == Role::old_addresses || role == Role::address || role == Role::page_template || role == Role::order ||
         role == Role::id;
}

Json field_json(const Field& field, const Schema& schema) {
  Json json{{"id", field.id}, {"soort", type_row(field.type).word}, {"label", field.label.nl}};
  const auto add = [&](const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
  };
  add("gewoon", field.plain.nl == field.label.nl ? "" : field.plain.nl);
  add("hulp", field.help.nl);
  add("vraag", field.question.nl);
  add("eenheid", field.unit);
  add("patroon", field.pattern);
  add("naar", field.target);
  if (field.required) json["verplicht"] = true;
  if (field.is_worked_out()) json["uitgerekend"] = true;
  if (field.max_length > 0) json["lengte"] = field.max_length;
  if (field.group) json["groep"] = schema.groups[*field.group].id;
  if (is_about_publishing(field.role)) json["publiceren"] = true;
  for (const Option& option : field.options)
    json["keuzes"].push_back({{"id", option.id}, {"label", option.label.nl}, {"hulp", option.help.nl}});
  for (const Field& inner : field.fields) json["velden"].push_back(field_json(inner, schema));
  return json;
}

/// "klad", "later", "voorbij" or empty, with words.
Json state_json(const Entry& entry) {
  if (!entry.withheld) return nullptr;
  static constexpr std::string_view words[] = {"klad", "later", "voorbij", "voorbij"};
  return {{"soort", words[static_cast<std::size_t>(entry.withheld->why)]},
          {"tekst", reason_of(*entry.withheld).in(Language::nl)}};
}

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

std::map<std::string, Counts> counts_by_file(const std::vector<FieldMessage>& messages) {
  std::map<std::string, Counts> counts;
  for (const FieldMessage& message : messages) {
    if (message.severity == Severity::error) ++counts[message.path].errors;
    if (message.severity == Severity::warning) ++counts[message.path].warnings;
  }
  return counts;
}

std::string title_or_slug(const Entry& entry, const Schema& schema) {
  const std::string_view title = title_of(entry, schema);
  return std::string(title.empty() ? std::string_view(entry.slug) : title);
}

std::string label_of(const Collection& collection) {
  return collection.schema.label.nl.empty() ? collection.rule->name : collection.schema.label.nl;
}

void add_counts(Json& json, const std::map<std::string, Counts>& counts, const std::string& path) {
  const auto found = counts.find(path);
  if (found == counts.end()) return;
  if (found->second.errors > 0) json["fouten"] = found->second.errors;
  if (found->second.warnings > 0) json["tips"] = found->second.warnings;
}

Json entries_of(const EditSite& site, const Collection& collection, const std::map<std::string, Counts>& counts) {
  Json entries = Json::array();
  const FileTree& tree = site.sources.tree;
  if (collection.rule->is_table) {
    FileId first{};
    for (const SourceFile& file : tree.files_below(collection.rule->folder.text, first)) {
      if (!file.path.ends_with(".csv")) continue;
      Json json{{"naam", stem_of(file.path)}, {"titel", label_of(collection)}, {"tabel", true}};
      add_counts(json, counts, file.path);
      entries.push_back(std::move(json));
    }
    return entries;
  }
  for (const Entry& entry : collection.entries) {
    Json json{{"naam", stem_of(tree.file(entry.file).path)}, {"titel", title_or_slug(entry, collection.schema)}};
    if (entry.withheld) json["staat"] = state_json(entry);
    add_counts(json, counts, tree.file(entry.file).path);
    entries.push_back(std::move(json));
  }
  for (const std::string& slug : collection.unread)
    entries.push_back({{"naam", slug}, {"titel", slug}, {"staat", {{"soort", "kapot"}, {"tekst", "niet leesbaar"}}}});
  return entries;
}

/// A kind of thing that asks attention, with the entries that it is about.
class Attention {
 public:
  void add(const std::string& kind, const std::string& words, Json place) {
    auto found = std::find_if(list_.begin(), list_.end(), [&](const Json& one) { return one["soort"] == kind; });
    if (found == list_.end())
      found = list_.insert(list_.end(), Json{{"soort", kind}, {"titel", words}, {"stukken", Json::array()}});
    (*found)["stukken"].push_back(std::move(place));
  }
  Json take() { return Json(std::move(list_)); }

 private:
  std::vector<Json> list_;
};

void add_findings(const EditSite& site, EntryNumber number, Attention& attention) {
  const Collection& collection = site.site.collections[number.collection];
  const Entry& entry = site.site.entry(number);
  const SchoolReport report = report_on(site.site, number, site.sources.facts.today);
  std::map<FindingKind, std::vector<FieldIndex>> fields;
  for (const Finding& finding : report.findings) fields[finding.kind].push_back(finding.field);
  for (const auto& [kind, found] : fields) {
    const Field& first = collection.schema.fields[found.front()];
    attention.add(std::string(finding_id(kind)), std::string(finding_in_words(kind)),
                  {{"verzameling", collection.rule->name},
                   {"naam", entry.slug},
                   {"titel", title_or_slug(entry, collection.schema)},
                   {"aantal", found.size()},
                   {"veld", first.id},
                   {"over", first.label.nl}});
  }
}

bool has_claims(const Schema& schema) {
  return std::any_of(schema.fields.begin(), schema.fields.end(),
                     [](const Field& field) { return is_claim(field) && field.group; });
}

Json values_json(const YamlNode& values, const Schema& schema) {
  Json json = Json::object();
  for (const Field& field : schema.fields) {
    if (const YamlNode* value = value_of_field(values, field)) json[field.id] = Json::parse(json_of(*value));
  }
  return json;
}

/// The data files of an entry as grids.
Json tables_json(const EditSite& site, const EntryFile& file) {
  Json tables = Json::array();
  std::vector<std::string> paths;
  if (file.path.ends_with(".csv")) {
    paths.push_back(file.path);
  } else if (file.entry != nullptr) {
    paths = data_files_of(file.path, file.entry->record);
  }
  for (const std::string& path : paths) {
    const std::optional<std::string> bytes = content_bytes(site, path);
    const std::optional<Grid> grid = bytes ? grid_of(*bytes) : std::nullopt;
    if (!grid) continue;
    tables.push_back({{"pad", path}, {"versie", grid->digest}, {"kop", grid->header}, {"rijen", grid->rows}});
  }
  return tables;
}

}  // namespace

std::string overview_json(const EditSite& site, const std::vector<FieldMessage>& messages) {
  const std::map<std::string, Counts> counts = counts_by_file(messages);
  Json collections = Json::array();
  for (const Collection& collection : site.site.collections) {
    collections.push_back(
        {{"naam", collection.rule->name},
         {"label", label_of(collection)},
         {"een", collection.schema.label_one.nl.empty() ? label_of(collection) : collection.schema.label_one.nl},
         {"map", collection.rule->folder.text},
         {"tabel", collection.rule->is_table},
         {"stukken", entries_of(site, collection, counts)}});
  }
  return written({{"titel", site.site.settings.title},
                  {"vandaag", iso_date(site.sources.facts.today)},
                  {"voorvoegsel", path_prefix(site.sources.facts.base_address.value_or(""))},
                  {"toont_klad", site.sources.facts.include_drafts},
                  {"bestanden", !site.site.settings.files_folder.text.empty()},
                  {"verzamelingen", std::move(collections)}});
}

std::string attention_json(const EditSite& site, const std::vector<FieldMessage>& messages) {
  Attention attention;
  std::map<std::string, const Entry*> entry_at_path;
  const std::map<std::string, Counts> counts = counts_by_file(messages);
  for (std::size_t number = 0; number < site.site.collections.size(); ++number) {
    const Collection& collection = site.site.collections[number];
    for (const Entry& entry : collection.entries) {
      const auto found = counts.find(site.sources.tree.file(entry.file).path);
      if (found == counts.end() || collection.rule->is_table) continue;
      const Json place{{"verzameling", collection.rule->name},
                       {"naam", entry.slug},
                       {"titel", title_or_slug(entry, collection.schema)},
                       {"aantal", found->second.errors > 0 ? found->second.errors : found->second.warnings}};
      if (found->second.errors > 0) {
        attention.add("fouten", "Fouten: de site wordt pas vernieuwd als ze weg zijn", place);
      } else if (found->second.warnings > 0) {
        attention.add("tips", "Tips van de controle", place);
      }
    }
  }
  for (const LeavingEntry& leaving : entries_that_leave(site.site, site.sources.facts.today)) {
    const Collection& collection = site.site.collections[leaving.entry.collection];
    const Entry& entry = site.site.entry(leaving.entry);
    attention.add("gaat-weg", "Gaat binnenkort van de site",
                  {{"verzameling", collection.rule->name},
                   {"naam", entry.slug},
                   {"titel", title_or_slug(entry, collection.schema)},
                   {"over", "na " + iso_date(leaving.last_day)}});
  }
  for (std::size_t number = 0; number < site.site.collections.size(); ++number) {
    const Collection& collection = site.site.collections[number];
    if (collection.rule->is_table || !has_claims(collection.schema)) continue;
    for (std::size_t index = 0; index < collection.entries.size(); ++index)
      add_findings(site, {static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(index)}, attention);
  }
  return written({{"aandacht", attention.take()}});
}

std::string entry_json(const EditSite& site, const EntryFile& file) {
  const Collection& collection = site.site.collections[*site.site.find_collection(file.collection)];
  const Schema& schema = collection.schema;
  Json json{{"verzameling", file.collection},
            {"naam", file.slug},
            {"pad", file.path},
            {"versie", file.digest},
            {"een", schema.label_one.nl.empty() ? label_of(collection) : schema.label_one.nl},
            {"titel", file.entry == nullptr ? file.slug : title_or_slug(*file.entry, schema)}};
  json["tabellen"] = tables_json(site, file);
  if (file.path.ends_with(".csv")) return written(json);
  const std::optional<EntryText> text = read_entry_text(file.bytes, file.is_markdown);
  if (!text || !collection.is_readable) {
    json["bestand"] = file.bytes;
    return written(json);
  }
  if (file.entry != nullptr) {
    json["adres"] = address_of(collection, *file.entry);
    json["staat"] = state_json(*file.entry);
  }
  for (const Group& group : schema.groups)
    json["groepen"].push_back(
        {{"id", group.id}, {"label", (group.plain.empty() ? group.label : group.plain).nl}, {"hulp", group.help.nl}});
  for (const Field& field : schema.fields) json["velden"].push_back(field_json(field, schema));
  json["waarden"] = values_json(text->values, schema);
  const Json form = Json::parse(json_schema_of(schema, Language::nl, ""), nullptr, false);
  json["definities"] = form.value("definitions", Json::object());
  const auto table = std::find_if(schema.fields.begin(), schema.fields.end(),
                                  [](const Field& field) { return field.type == FieldType::table; });
  if (table != schema.fields.end()) json["definities"]["table"] = form["properties"][table->id];
  if (file.is_markdown) json["tekst"] = text_below_header(file.bytes);
  return written(json);
}

std::string choices_json(const EditSite& site, std::string_view collection) {
  Json choices = Json::array();
  const std::optional<std::uint16_t> number =
      collection.empty() ? document_collection(site.site) : site.site.find_collection(collection);
  if (number) {
    const Collection& found = site.site.collections[*number];
    for (const Entry& entry : found.entries)
      choices.push_back({{"id", entry.slug}, {"titel", title_or_slug(entry, found.schema)}});
  }
  return written({{"keuzes", std::move(choices)}});
}

std::string messages_json(const std::vector<FieldMessage>& messages) {
  Json list = Json::array();
  for (const FieldMessage& message : messages) {
    static constexpr std::string_view kinds[] = {"fout", "tip", "opmerking"};
    list.push_back({{"veld", message.field},
                    {"regel", message.line},
                    {"ernst", kinds[static_cast<std::size_t>(message.severity)]},
                    {"naam", message.rule},
                    {"tekst", message.message},
                    {"hulp", message.help}});
  }
  return written(list);
}

}  // namespace wegwijs
