#include "model/entry_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "files/source_names.h"
#include "model/collection_rules.h"
#include "model/file_limits.h"
#include "model/read_tables.h"
#include "model/why_withheld.h"
#include "schema/key_check.h"
#include "schema/read_record.h"
#include "schema/read_schema.h"
#include "source/front_matter.h"
#include "text/path_parts.h"
#include "text/slug.h"
#include "text/sort_key.h"

namespace wegwijs {

EntryReader::EntryReader(const FileTree& sources, const BuildFacts& facts, const CollectionRule& rule,
                         const Schema& schema, const Digest& schema_digest, const LoadMemory* memory)
    : sources_(sources),
      facts_(facts),
      rule_(rule),
      schema_(schema),
      memory_(memory),
      reader_(digest_of(fmt::format("{} {} {} {}", iso_date(facts.today), facts.include_drafts, rule.leaves_out_past,
                                    hexadecimal(schema_digest)))) {}

LoadedFile EntryReader::read(std::string_view path, FileId file) const {
  LoadedFile loaded;
  const std::string_view name = last_part(path);
  if (!is_of_entry(name, file, loaded.diagnostics)) return loaded;
  const bool is_markdown = name.ends_with(".md");
  const std::string slug(name.substr(0, name.rfind('.')));
  const std::optional<std::string_view> known = memory_ == nullptr ? std::nullopt : memory_->files.find(file, reader_);
  if (known) {
    loaded = loaded_file_from(*known, file, memory_->find_rule);
    if (loaded.entry) loaded.entry->slug = slug;
    assert(bytes_of(loaded, file) == bytes_of(read_anew(path, file, is_markdown, slug), file));
    return loaded;
  }
  loaded = read_anew(path, file, is_markdown, slug);
  if (memory_ != nullptr) memory_->files.keep(file, reader_, bytes_of(loaded, file));
  return loaded;
}

bool EntryReader::is_of_entry(std::string_view name, FileId file, Diagnostics& diagnostics) const {
  if (name == schema_file_name) return false;
  const std::size_t dot = name.rfind('.');
  const std::string_view extension = dot == std::string_view::npos ? std::string_view() : name.substr(dot);
  const std::string slug(name.substr(0, dot));
  // Read with the entry that names it.
  const bool is_data_file = extension == ".csv" && can_have_tables(schema_.fields);
  if (extension != ".md" && extension != ".yaml" && !is_data_file) {
    if (is_left_by_system(name)) return false;
    const bool is_yaml = extension == ".yml" || extension == ".YAML" || extension == ".YML";
    const bool is_markdown = extension == ".MD" || extension == ".markdown" || extension == ".mdown";
    diagnostics.report(unexpected_file, {file, 0, 0}, {std::string(name)},
                       is_yaml       ? slug + ".yaml"
                       : is_markdown ? slug_for(slug) + ".md"
                                     : "");
    return false;
  }
  if (!is_slug(slug)) {
    diagnostics.report(bad_file_name, {file, 0, 0}, {slug, slug_for(slug)});
    return false;
  }
  return !is_data_file;
}

LoadedFile EntryReader::read_anew(std::string_view path, FileId file, bool is_markdown, const std::string& slug) const {
  LoadedFile loaded;
  Entry entry;
  entry.slug = slug;
  entry.file = file;
  if (!read_entry(is_markdown, entry, loaded.diagnostics)) return loaded;
  read_tables(sources_, path, entry.record, loaded.diagnostics);
  check_id(entry, loaded.diagnostics);
  entry.withheld = why_withheld(entry, schema_, rule_, facts_.today, loaded.diagnostics);
  // What is not published must not block what is.
  if (entry.withheld && !facts_.include_drafts) loaded.diagnostics.soften();
  entry.sort_key = sort_key_of(entry);
  loaded.entry = std::move(entry);
  return loaded;
}

bool EntryReader::read_entry(bool is_markdown, Entry& entry, Diagnostics& diagnostics) const {
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
void EntryReader::note_digests(std::string_view bytes, Entry& entry) const {
  const bool has_body = entry.body.end > entry.body.begin;
  const std::string_view body = has_body ? bytes.substr(entry.body.begin) : std::string_view();
  // Other pages may look whether there is anything to read.
  const bool is_blank = body.find_first_not_of(" \t\r\n") == std::string_view::npos;
  std::string values(bytes.substr(0, bytes.size() - body.size()));
  values += is_blank ? '0' : '1';
  if (can_have_tables(schema_.fields)) {
    for (const std::string& path : data_files_of(sources_.file(entry.file).path, entry.record)) {
      const std::optional<FileId> file = sources_.find(path);
      if (file && may_be_read(sources_, *file)) values += hexadecimal(digest_of(sources_.read(*file)));
    }
  }
  entry.values_digest = digest_of(values);
  entry.body_digest = digest_of(body);
}

/// Whether a line of the file says that it is a draft, for a file whose YAML cannot be read.
bool EntryReader::is_marked_as_draft(std::string_view bytes) const {
  const std::optional<FieldIndex> draft = schema_.find(Role::draft);
  if (!draft) return false;
  const std::string mark = schema_.fields[*draft].id + ": ";
  for (std::size_t begin = 0; begin < bytes.size(); begin = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1) {
    std::string_view line = bytes.substr(begin, bytes.find('\n', begin) - begin);
    if (!line.starts_with(mark)) continue;
    line.remove_prefix(mark.size());
    if (read_yes_no(line.substr(0, line.find_first_of(" \r"))).value_or(false)) return true;
  }
  return false;
}

bool EntryReader::read_entry_from(std::string_view bytes, bool is_markdown, Entry& entry,
                                  Diagnostics& diagnostics) const {
  if (is_markdown) {
    const std::optional<FrontMatter> front_matter = read_front_matter(bytes, entry.file, diagnostics);
    if (!front_matter) return false;
    entry.body = front_matter->body;
    entry.record = read_record(front_matter->values, schema_, diagnostics);
    return true;
  }
  const std::optional<YamlNode> node = read_yaml(bytes, entry.file, 0, diagnostics);
  if (!node) return false;
  entry.body = {entry.file, 0, 0};
  entry.record = read_record(*node, schema_, diagnostics);
  return true;
}

void EntryReader::check_id(const Entry& entry, Diagnostics& diagnostics) const {
  const std::optional<FieldIndex> field = schema_.find(Role::id);
  const WrittenText* id = field ? entry.record.get<WrittenText>(*field) : nullptr;
  if (id != nullptr && id->text != entry.slug) diagnostics.report(id_differs, id->where, {id->text, entry.slug});
}

std::string EntryReader::sort_key_of(const Entry& entry) const {
  const std::optional<FieldIndex> field = schema_.find(Role::order);
  const Number* order = field ? entry.record.get<Number>(*field) : nullptr;
  // Entries without an order come after those with one.
  const std::string rank = order == nullptr ? "~" : fmt::format("{:020.6f}", order->value + 1e9);
  return rank + dutch_sort_key(title_of(entry, schema_)) + '\0' + entry.slug;
}

}  // namespace wegwijs
