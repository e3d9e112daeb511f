#include "model/load_collection.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "files/digest_bytes.h"
#include "files/source_names.h"
#include "model/collection_rules.h"
#include "model/entry_reader.h"
#include "model/file_limits.h"
#include "model/read_tables.h"
#include "model/schema_findings.h"
#include "model/table_entries.h"
#include "model/why_withheld.h"
#include "parallel/parallel_map.h"
#include "schema/read_schema.h"
#include "schema/table_rules.h"
#include "text/ascii.h"
#include "text/path_parts.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

SourceSpan start_of(FileId file) {
  return {file, 0, 0};
}

class CollectionLoader {
 public:
  CollectionLoader(const FileTree& sources, const BuildFacts& facts, const CollectionRule& rule,
                   Diagnostics& diagnostics, const LoadMemory* memory)
      : sources_(sources), facts_(facts), diagnostics_(diagnostics), memory_(memory) {
    collection_.rule = &rule;
  }

  Collection load(std::vector<WithheldEntry>& withheld) {
    FileId first{};
    const std::span<const SourceFile> files = sources_.files_below(collection_.rule->folder.text, first);
    collection_.is_readable = read_own_schema(files.size());
    if (!collection_.is_readable) {
      for (const SourceFile& file : files) note_unread(file.path);
      std::sort(collection_.unread.begin(), collection_.unread.end());
      return std::move(collection_);
    }
    if (collection_.rule->is_table) {
      load_tables(files, first, withheld);
      return std::move(collection_);
    }
    std::vector<LoadedFile> loaded = read_entries(files, first);
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
    put_in_order();
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
    put_in_order();
    report_same_ids();
  }

  void load_table(const std::string& path, FileId file, std::vector<WithheldEntry>& withheld) {
    const std::string stem = path.substr(0, path.rfind('.'));
    const std::optional<FileId> common = sources_.find(stem + ".yaml");
    // That of the whole file: what is remembered of a row knows where it stands in it.
    const Digest digest = digest_of_table(file, common);
    const auto read = [&](Diagnostics& found) {
      return read_table_entries(sources_, file, common, collection_.schema, found);
    };
    std::optional<std::vector<Entry>> entries =
        memory_ == nullptr ? read(diagnostics_) : memory_->in_process.tables[file].as_of(digest, diagnostics_, read);
    if (!entries) collection_.is_readable = false;
    if (!entries) return;
    std::size_t over = 0;
    std::size_t number = 0;
    for (Entry& entry : *entries) {
      ++number;
      entry.values_digest = digest;
      if (entry.slug.empty()) entry.slug = slug_for(last_part(stem)) + "-" + std::to_string(number);
      const std::optional<WithheldEntry> why =
          why_withheld(entry, collection_.schema, *collection_.rule, facts_.today, diagnostics_);
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

  /// Of all that its rows are read from.
  Digest digest_of_table(FileId file, std::optional<FileId> common) const {
    std::string all;
    append_digest(all, schema_digest_);
    for (const FileId one : {file, common.value_or(file)}) {
      append_varint(all, static_cast<std::uint32_t>(one));
      if (may_be_read(sources_, one)) append_digest(all, sources_.digest(one));
    }
    return digest_of(all);
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

  std::vector<LoadedFile> read_entries(std::span<const SourceFile> files, FileId first) const {
    const EntryReader reader(sources_, facts_, *collection_.rule, collection_.schema, schema_digest_, memory_);
    return parallel_map<LoadedFile>(files.size(), facts_.threads, [&](std::size_t index) {
      return reader.read(files[index].path, static_cast<FileId>(static_cast<std::size_t>(first) + index));
    });
  }

  void put_in_order() {
    std::stable_sort(collection_.entries.begin(), collection_.entries.end(),
                     [](const Entry& left, const Entry& right) { return left.sort_key < right.sort_key; });
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

  bool read_own_schema(std::size_t files) {
    const std::string& folder = collection_.rule->folder.text;
    if (folder.empty()) return false;  // reported where the settings were read
    const std::optional<FileId> file = sources_.find(folder + "/" + std::string(schema_file_name));
    if (!file) {
      diagnostics_.report(collection_without_schema, collection_.rule->folder.where, {collection_.rule->name, folder});
      return false;
    }
    const bool can_be_read = may_be_read(sources_, *file);
    if (can_be_read) schema_digest_ = sources_.digest(*file);
    const auto read = [&](Diagnostics& found) {
      const std::optional<YamlNode> node = read_yaml(sources_.read(*file), *file, 0, found);
      return node ? read_schema(*node, found) : std::nullopt;
    };
    std::optional<Schema> schema;
    if (can_be_read) {
      schema = memory_ == nullptr ? read(diagnostics_)
                                  : memory_->in_process.schemas[*file].as_of(schema_digest_, diagnostics_, read);
    }
    if (!schema) {
      if (files > 1)
        diagnostics_.report(schema_broken, start_of(*file),
                            {collection_.rule->name, std::to_string(files - 1), folder});
      return false;
    }
    collection_.schema = std::move(*schema);
    if (collection_.schema.id.empty()) collection_.schema.id = collection_.rule->name;
    return true;
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
  Digest schema_digest_;  // of its file
  Collection collection_;
};

}  // namespace

Collection load_collection(const FileTree& sources, const BuildFacts& facts, const CollectionRule& rule,
                           const LoadMemory* memory, std::vector<WithheldEntry>& withheld, Diagnostics& diagnostics) {
  return CollectionLoader(sources, facts, rule, diagnostics, memory).load(withheld);
}

}  // namespace wegwijs
