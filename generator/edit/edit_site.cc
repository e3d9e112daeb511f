#include "edit/edit_site.h"

#include <algorithm>

#include "files/digest.h"
#include "schema/read_schema.h"
#include "text/path_parts.h"

namespace wegwijs {
namespace {

bool is_below(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

const Entry* entry_at(const Collection& collection, FileId file) {
  for (const std::vector<Entry>* entries : {&collection.entries, &collection.withheld}) {
    const auto found =
        std::find_if(entries->begin(), entries->end(), [&](const Entry& entry) { return entry.file == file; });
    if (found != entries->end()) return &*found;
  }
  return nullptr;
}

}  // namespace

std::string stem_of(std::string_view path) {
  const std::string_view name = last_part(path);
  return std::string(name.substr(0, std::min(name.rfind('.'), name.size())));
}

std::optional<EditSite> read_edit_site(const SourceReader& reader, std::string& why, Language language) {
  std::optional<EditSources> sources = reader(why);
  if (!sources) return std::nullopt;
  BuildFacts facts = sources->facts;
  facts.include_drafts = true;
  Diagnostics diagnostics;
  std::optional<Site> site = load_site(sources->tree, sources->settings, facts, diagnostics);
  if (!site) {
    why = report_as_lines(diagnostics.in_source_order(), sources->tree, language);
    return std::nullopt;
  }
  return EditSite{std::move(*sources), std::move(*site)};
}

FileTree with_bytes(const FileTree& tree, const std::string& path, std::string bytes) {
  std::vector<SourceFile> files(tree.files().begin(), tree.files().end());
  auto found = std::find_if(files.begin(), files.end(), [&](const SourceFile& file) { return file.path == path; });
  if (found == files.end()) found = files.insert(files.end(), {path, path, 0, {}, std::nullopt});
  found->size = bytes.size();
  found->content = std::move(bytes);
  return FileTree(std::move(files), KeepBytes::yes);
}

std::optional<EntryFile> find_entry_file(const EditSite& site, std::string_view collection, std::string_view slug) {
  const std::optional<std::uint16_t> number = site.site.find_collection(collection);
  if (!number) return std::nullopt;
  const Collection& found = site.site.collections[*number];
  FileId first{};
  const std::span<const SourceFile> files = site.sources.tree.files_below(found.rule->folder.text, first);
  for (std::size_t index = 0; index < files.size(); ++index) {
    const std::string& path = files[index].path;
    const bool is_table = path.ends_with(".csv");
    const bool is_entry = path.ends_with(".md") || path.ends_with(".yaml");
    if (last_part(path).starts_with('_') || stem_of(path) != slug) continue;
    if (!is_entry && !(is_table && found.rule->is_table)) continue;
    if (is_table != found.rule->is_table) continue;
    const auto file = static_cast<FileId>(static_cast<std::uint32_t>(first) + index);
    EntryFile result;
    result.collection = found.rule->name;
    result.slug = slug;
    result.path = path;
    result.bytes = site.sources.tree.read(file);
    result.digest = hexadecimal(digest_of(result.bytes));
    result.is_markdown = path.ends_with(".md");
    result.entry = is_table ? nullptr : entry_at(found, file);
    return result;
  }
  return std::nullopt;
}

std::optional<std::string> content_bytes(const EditSite& site, std::string_view path) {
  const std::optional<FileId> file = site.sources.tree.find(path);
  if (!file || path.starts_with(theme_mount) || last_part(path).starts_with('_')) return std::nullopt;
  const bool is_content = std::any_of(site.site.collections.begin(), site.site.collections.end(),
                                      [&](const auto& one) { return is_below(path, one.rule->folder.text); });
  if (!is_content) return std::nullopt;
  return site.sources.tree.read(*file);
}

}  // namespace wegwijs
