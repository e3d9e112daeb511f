#include "model/load_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <tuple>

#include "files/digest_bytes.h"
#include "files/source_names.h"
#include "model/collection_rules.h"
#include "model/file_limits.h"
#include "model/gone_addresses.h"
#include "model/loaded_file.h"
#include "model/read_tables.h"
#include "model/references.h"
#include "model/schema_findings.h"
#include "model/search_words.h"
#include "model/settings_rules.h"
#include "model/switched_off.h"
#include "model/table_entries.h"
#include "model/worked_out_values.h"
#include "parallel/parallel_map.h"
#include "schema/key_check.h"
#include "schema/read_record.h"
#include "schema/read_schema.h"
#include "schema/table_rules.h"
#include "source/front_matter.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/path_parts.h"
#include "text/slug.h"
#include "text/sort_key.h"

namespace wegwijs {
namespace {

SourceSpan start_of(FileId file) {
  return {file, 0, 0};
}

/// Reads the files of one collection.
class CollectionLoader {
 public:
  /// `memory` may be null.
  CollectionLoader(const FileTree& sources, const BuildFacts& facts, const CollectionRule& rule,
                   Diagnostics& diagnostics, const LoadMemory* memory)
      : sources_(sources), facts_(facts), diagnostics_(diagnostics), memory_(memory) {
    collection_.rule = &rule;
  }

  Collection load(std::vector<WithheldEntry>& withheld) {
    FileId first{};
    const std::span<const SourceFile> files = sources_.files_below(collection_.rule->folder.text, first);
    collection_.is_readable = load_schema(files.size());
    if (!collection_.is_readable) {
      for (const SourceFile& file : files) note_unread(file.path);
      std::sort(collection_.unread.begin(), collection_.unread.end());
      return std::move(collection_);
    }
    if (collection_.rule->is_table) {
      load_tables(files, first, withheld);
      return std::move(collection_);
    }
    std::vector<LoadedFile> loaded = parallel_load(files, first);
    report_unused_data_files(loaded, files, first);
    Diagnostics found;
    for (LoadedFile& file : loaded) found.append(std::move(file.diagnostics));
    append_findings_of_files(std::move(found), diagnostics_);
    for (std::size_t index = 0; index < loaded.size(); ++index) {
      LoadedFile& file = loaded[index];
      if (!file.entry) note_unread(files[index].path);
      if (!file.entry) continue;
      const bool is_withheld = file.entry->withheld && !facts_.include_drafts;
      if (is_withheld) withheld.push_back(*file.entry->withheld);
      (is_withheld ? collection_.withheld : collection_.entries).push_back(std::move(*file.entry));
    }
    std::stable_sort(collection_.entries.begin(), collection_.entries.end(),
                     [](const Entry& left, const Entry& right) { return left.sort_key < right.sort_key; });
    std::sort(collection_.unread.begin(), collection_.unread.end());
    report_same_ids();
    return std::move(collection_);
  }

 private:
  /// Every data file of the folder; a .yaml file with the same name holds what all its rows share.
  void load_tables(std::span<const SourceFile> files, FileId first, std::vector<WithheldEntry>& withheld) {
    for (std::size_t index = 0; index < files.size(); ++index) {
      const auto file = static_cast<FileId>(static_cast<std::size_t>(first) + index);
      const std::string& path = files[index].path;
      if (path.ends_with(".csv")) {
        load_table(path, file, withheld);
      } else {
        report_file_beside_tables(path, file);
      }
    }
    std::stable_sort(collection_.entries.begin(), collection_.entries.end(),
                     [](const Entry& left, const Entry& right) { return left.sort_key < right.sort_key; });
    report_same_ids();
  }

  void load_table(const std::string& path, FileId file, std::vector<WithheldEntry>& withheld) {
    const std::string stem = path.substr(0, path.rfind('.'));
    const std::optional<FileId> common = sources_.find(stem + ".yaml");
    std::optional<std::vector<Entry>> entries =
        read_table_entries(sources_, file, common, collection_.schema, diagnostics_);
    if (!entries) collection_.is_readable = false;
    if (!entries) return;
    // That of the whole file: what is remembered of a row knows where it stands in it.
    const Digest digest = digest_of(sources_.read(file) + (common ? sources_.read(*common) : std::string()));
    std::size_t over = 0;
    std::size_t number = 0;
    for (Entry& entry : *entries) {
      ++number;
      entry.values_digest = digest;
      if (entry.slug.empty()) entry.slug = slug_for(last_part(stem)) + "-" + std::to_string(number);
      const std::optional<WithheldEntry> why = why_withheld(entry, diagnostics_);
      if (why && why->why == Withheld::over) {
        ++over;
      } else if (why && !facts_.include_drafts) {
        withheld.push_back(*why);
      } else {
        collection_.entries.push_back(std::move(entry));
      }
    }
    collection_.has_rows = !collection_.entries.empty();
    if (over > 0) withheld.push_back({file, Withheld::over, std::nullopt, over});
  }

  void report_file_beside_tables(const std::string& path, FileId file) {
    const std::string_view name = last_part(path);
    if (name == schema_file_name || is_left_by_system(name)) return;
    const std::string table = path.substr(0, path.rfind('.')) + ".csv";
    if (path.ends_with(".yaml") && sources_.find(table)) return;
    if (!path.ends_with(".yaml")) {
      diagnostics_.report(no_table_file, start_of(file), {std::string(name)});
      return;
    }
    diagnostics_.report(file_beside_tables, start_of(file), {std::string(name), std::string(last_part(table))});
  }

  std::vector<LoadedFile> parallel_load(std::span<const SourceFile> files, FileId first) {
    return parallel_map<LoadedFile>(files.size(), facts_.threads, [&](std::size_t index) {
      LoadedFile loaded;
      const auto file = static_cast<FileId>(static_cast<std::size_t>(first) + index);
      load_file(files[index].path, file, loaded);
      return loaded;
    });
  }

  void note_unread(std::string_view path) {
    const std::string_view name = last_part(path);
    const std::size_t dot = name.rfind('.');
    const std::string ending = lower_case(name.substr(dot == std::string_view::npos ? name.size() : dot));
    // An ending that is nearly right is reported, and is not the reason why others cannot find the entry.
    const bool may_be_entry =
        ending == ".md" || ending == ".yaml" || ending == ".yml" || ending == ".markdown" || ending == ".mdown";
    if (name != schema_file_name && may_be_entry) collection_.unread.push_back(slug_for(name.substr(0, dot)));
  }

  bool load_schema(std::size_t files) {
    const std::string& folder = collection_.rule->folder.text;
    if (folder.empty()) return false;  // reported where the settings were read
    const std::optional<FileId> file = sources_.find(folder + "/" + std::string(schema_file_name));
    if (!file) {
      diagnostics_.report(collection_without_schema, collection_.rule->folder.where, {collection_.rule->name, folder});
      return false;
    }
    const bool can_be_read = may_be_read(sources_, *file);
    const std::string bytes = can_be_read ? sources_.read(*file) : std::string();
    const std::optional<YamlNode> node = can_be_read ? read_yaml(bytes, *file, 0, diagnostics_) : std::nullopt;
    std::optional<Schema> schema = node ? read_schema(*node, diagnostics_) : std::nullopt;
    if (!schema) {
      if (files > 1)
        diagnostics_.report(schema_broken, start_of(*file),
                            {collection_.rule->name, std::to_string(files - 1), folder});
      return false;
    }
    collection_.schema = std::move(*schema);
    if (collection_.schema.id.empty()) collection_.schema.id = collection_.rule->name;
    reader_ = digest_of(fmt::format("{} {} {} {}", iso_date(facts_.today), facts_.include_drafts,
                                    collection_.rule->leaves_out_past, bytes));
    return true;
  }

  void load_file(std::string_view path, FileId file, LoadedFile& loaded) const {
    const std::string_view name = last_part(path);
    if (name == schema_file_name) return;
    const std::size_t dot = name.rfind('.');
    const std::string_view extension = dot == std::string_view::npos ? std::string_view() : name.substr(dot);
    const std::string slug(name.substr(0, dot));
    const bool is_data_file = extension == ".csv" && can_have_tables(collection_.schema.fields);
    if (extension != ".md" && extension != ".yaml" && !is_data_file) {
      if (is_left_by_system(name)) return;
      const bool is_yaml = extension == ".yml" || extension == ".YAML" || extension == ".YML";
      const bool is_markdown = extension == ".MD" || extension == ".markdown" || extension == ".mdown";
      loaded.diagnostics.report(unexpected_file, start_of(file), {std::string(name)},
                                is_yaml       ? slug + ".yaml"
                                : is_markdown ? slug_for(slug) + ".md"
                                              : "");
      return;
    }
    if (!is_slug(slug)) {
      loaded.diagnostics.report(bad_file_name, start_of(file), {slug, slug_for(slug)});
      return;
    }
    if (is_data_file) return;  // read with the entry that names it
    const std::optional<std::string_view> known =
        memory_ == nullptr ? std::nullopt : memory_->files.find(file, reader_);
    if (known) {
      loaded = loaded_file_from(*known, file, memory_->find_rule);
      if (loaded.entry) loaded.entry->slug = slug;
      assert(bytes_of(loaded, file) == bytes_of(read_anew(path, file, extension == ".md", slug), file));
      return;
    }
    loaded = read_anew(path, file, extension == ".md", slug);
    if (memory_ != nullptr) memory_->files.keep(file, reader_, bytes_of(loaded, file));
  }

  LoadedFile read_anew(std::string_view path, FileId file, bool is_markdown, const std::string& slug) const {
    LoadedFile loaded;
    Entry entry;
    entry.slug = slug;
    entry.file = file;
    if (!read_entry(is_markdown, entry, loaded.diagnostics)) return loaded;
    read_tables(sources_, path, entry.record, loaded.diagnostics);
    check_id(entry, loaded.diagnostics);
    entry.withheld = why_withheld(entry, loaded.diagnostics);
    // What is not published must not block what is.
    if (entry.withheld && !facts_.include_drafts) loaded.diagnostics.soften();
    entry.sort_key = sort_key_of(entry);
    loaded.entry = std::move(entry);
    return loaded;
  }

  bool read_entry(bool is_markdown, Entry& entry, Diagnostics& diagnostics) const {
    if (!may_be_read(sources_, entry.file)) return false;
    const std::string bytes = sources_.read(entry.file);
    if (read_entry_from(bytes, is_markdown, entry, diagnostics)) {
      note_digests(bytes, entry);
      return true;
    }
    // A file that is still being written must not hold up the others, even while its YAML is not right yet.
    if (is_marked_as_draft(bytes)) diagnostics.soften();
    return false;
  }

  /// Of the file, and of the data files that its tables name.
  void note_digests(std::string_view bytes, Entry& entry) const {
    const bool has_body = entry.body.end > entry.body.begin;
    const std::string_view body = has_body ? bytes.substr(entry.body.begin) : std::string_view();
    // Other pages may look whether there is anything to read.
    const bool is_blank = body.find_first_not_of(" \t\r\n") == std::string_view::npos;
    std::string values(bytes.substr(0, bytes.size() - body.size()));
    values += is_blank ? '0' : '1';
    if (can_have_tables(collection_.schema.fields)) {
      for (const std::string& path : data_files_of(sources_.file(entry.file).path, entry.record)) {
        const std::optional<FileId> file = sources_.find(path);
        if (file && may_be_read(sources_, *file)) values += hexadecimal(digest_of(sources_.read(*file)));
      }
    }
    entry.values_digest = digest_of(values);
    entry.body_digest = digest_of(body);
  }

  /// Whether a line of the file says that it is a draft, for a file whose YAML cannot be read.
  bool is_marked_as_draft(std::string_view bytes) const {
    const std::optional<FieldIndex> draft = collection_.schema.find(Role::draft);
    if (!draft) return false;
    const std::string mark = collection_.schema.fields[*draft].id + ": ";
    for (std::size_t begin = 0; begin < bytes.size(); begin = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1) {
      std::string_view line = bytes.substr(begin, bytes.find('\n', begin) - begin);
      if (!line.starts_with(mark)) continue;
      line.remove_prefix(mark.size());
      if (read_yes_no(line.substr(0, line.find_first_of(" \r"))).value_or(false)) return true;
    }
    return false;
  }

  bool read_entry_from(std::string_view bytes, bool is_markdown, Entry& entry, Diagnostics& diagnostics) const {
    if (is_markdown) {
      const std::optional<FrontMatter> front_matter = read_front_matter(bytes, entry.file, diagnostics);
      if (!front_matter) return false;
      entry.body = front_matter->body;
      entry.record = read_record(front_matter->values, collection_.schema, diagnostics);
      return true;
    }
    const std::optional<YamlNode> node = read_yaml(bytes, entry.file, 0, diagnostics);
    if (!node) return false;
    entry.body = {entry.file, 0, 0};
    entry.record = read_record(*node, collection_.schema, diagnostics);
    return true;
  }

  void check_id(const Entry& entry, Diagnostics& diagnostics) const {
    const std::optional<FieldIndex> field = collection_.schema.find(Role::id);
    const WrittenText* id = field ? entry.record.get<WrittenText>(*field) : nullptr;
    if (id != nullptr && id->text != entry.slug) diagnostics.report(id_differs, id->where, {id->text, entry.slug});
  }

  std::optional<WithheldEntry> why_withheld(const Entry& entry, Diagnostics& diagnostics) const {
    const std::optional<Date> from = date_of(entry, collection_.schema, Role::publish_from);
    const std::optional<Date> until = date_of(entry, collection_.schema, Role::publish_until);
    if (from && until && *until < *from) {
      const std::optional<FieldIndex> field = collection_.schema.find(Role::publish_until);
      diagnostics.report(dates_reversed, entry.record.where(*field).value_or(start_of(entry.file)),
                         {iso_date(*until), iso_date(*from)});
    }
    if (is_over(entry)) return WithheldEntry{entry.file, Withheld::over, last_day_of(entry)};
    const std::optional<FieldIndex> draft = collection_.schema.find(Role::draft);
    const YesNo* is_draft = draft ? entry.record.get<YesNo>(*draft) : nullptr;
    if (is_draft != nullptr && is_draft->value) return WithheldEntry{entry.file, Withheld::draft, std::nullopt};
    // A bare date is the start of that day; the end of it for 'publiceren_tot'.
    if (from && facts_.today < *from) return WithheldEntry{entry.file, Withheld::future, from};
    if (until && *until < facts_.today) return WithheldEntry{entry.file, Withheld::expired, until};
    return std::nullopt;
  }

  std::optional<Date> last_day_of(const Entry& entry) const {
    const std::optional<Date> until = date_of(entry, collection_.schema, Role::until);
    return until ? until : date_of(entry, collection_.schema, Role::date);
  }

  bool is_over(const Entry& entry) const {
    const std::optional<Date> last = last_day_of(entry);
    return collection_.rule->leaves_out_past && last && *last < facts_.today;
  }

  std::string sort_key_of(const Entry& entry) const {
    const std::optional<FieldIndex> field = collection_.schema.find(Role::order);
    const Number* order = field ? entry.record.get<Number>(*field) : nullptr;
    // Entries without an order come after those with one.
    const std::string rank = order == nullptr ? "~" : fmt::format("{:020.6f}", order->value + 1e9);
    return rank + dutch_sort_key(title_of(entry, collection_.schema)) + '\0' + entry.slug;
  }

  /// A data file that no entry names, unless an entry could not be read: that one may be the one that names it.
  void report_unused_data_files(const std::vector<LoadedFile>& loaded, std::span<const SourceFile> files,
                                FileId first) {
    if (!can_have_tables(collection_.schema.fields)) return;
    std::vector<std::string> used;
    for (std::size_t index = 0; index < files.size(); ++index) {
      const std::string_view name = last_part(files[index].path);
      if (name == schema_file_name || name.ends_with(".csv")) continue;
      if (!loaded[index].entry) return;
      for (std::string& file : data_files_of(files[index].path, loaded[index].entry->record))
        used.push_back(std::move(file));
    }
    for (std::size_t index = 0; index < files.size(); ++index) {
      const std::string& path = files[index].path;
      if (!path.ends_with(".csv") || std::find(used.begin(), used.end(), path) != used.end()) continue;
      const auto file = static_cast<FileId>(static_cast<std::size_t>(first) + index);
      diagnostics_.report(table_file_unused, start_of(file), {std::string(last_part(path))});
    }
  }

  void report_same_ids() {
    std::vector<const Entry*> by_slug;
    for (const Entry& entry : collection_.entries) by_slug.push_back(&entry);
    std::sort(by_slug.begin(), by_slug.end(), [](const Entry* left, const Entry* right) {
      return std::tie(left->slug, left->file) < std::tie(right->slug, right->file);
    });
    for (std::size_t index = 1; index < by_slug.size(); ++index) {
      if (by_slug[index - 1]->slug != by_slug[index]->slug) continue;
      diagnostics_.report(same_id, start_of(by_slug[index]->file),
                          {by_slug[index]->slug, sources_.path_of(by_slug[index - 1]->file)});
    }
  }

  const FileTree& sources_;
  const BuildFacts& facts_;
  Diagnostics& diagnostics_;
  const LoadMemory* const memory_;
  Digest reader_;  // of all that reading an entry depends on beside its file
  Collection collection_;
};

Digest digest_of_search_words(const FileTree& sources) {
  std::string all;
  for (const FileId file : search_words_files(sources)) {
    append_varint(all, static_cast<std::uint32_t>(file));
    if (may_be_read(sources, file)) append_digest(all, sources.digest(file));
  }
  return digest_of(all);
}

/// They are many, and change seldom.
SearchWords known_search_words(const FileTree& sources, ReadSearchWords& known, Diagnostics& diagnostics) {
  const Digest files = digest_of_search_words(sources);
  if (known.files != files) {
    known = {};
    known.words = read_search_words(sources, known.found);
    known.files = files;
  }
  diagnostics.append(Diagnostics(known.found));
  return known.words;
}

void number_records(Site& site) {
  for (Collection& collection : site.collections) {
    for (Entry& entry : collection.entries) entry.record.set_number(site.records++);
  }
}

}  // namespace

std::optional<Site> load_site(const FileTree& sources, const BuildFacts& facts, Diagnostics& diagnostics) {
  std::optional<Settings> settings = read_settings(sources, diagnostics);
  if (!settings) return std::nullopt;
  return load_site(sources, std::move(*settings), facts, diagnostics);
}

std::optional<Site> load_site(const FileTree& sources, Settings settings, const BuildFacts& facts,
                              Diagnostics& diagnostics, const LoadMemory* memory) {
  if (!check_file_limits(sources, diagnostics)) return std::nullopt;
  Site site;
  site.settings = std::move(settings);
  if (facts.base_address) site.settings.base_address = *facts.base_address;
  const SecurityContact& security = site.settings.security;
  if (!security.contact.text.empty() && security.valid_until < facts.today)
    diagnostics.report(security_contact_expired, security.until_where, {iso_date(security.valid_until)});
  for (const CollectionRule& rule : site.settings.collections) {
    site.collections.push_back(CollectionLoader(sources, facts, rule, diagnostics, memory).load(site.withheld));
  }
  leave_out_switched_off(site, diagnostics);
  resolve_references(sources, site, diagnostics);
  work_out_values(site, diagnostics);
  site.gone_addresses = read_gone_addresses(sources, diagnostics);
  site.search_words = memory == nullptr ? read_search_words(sources, diagnostics)
                                        : known_search_words(sources, memory->search_words, diagnostics);
  check_search_words(site, diagnostics);
  collect_back_references(site);
  site.terms = glossary_of(site);
  number_records(site);
  return site;
}

}  // namespace wegwijs
