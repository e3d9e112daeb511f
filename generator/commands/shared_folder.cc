#include "commands/shared_folder.h"

#include "files/disk.h"
#include "model/settings_rules.h"
#include "schema/read_schema.h"

namespace wegwijs {
namespace {

std::string place_of(const SourceFile& file) {
  return std::filesystem::path(file.disk_path).lexically_normal().generic_string();
}

}  // namespace

std::optional<std::filesystem::path> shared_folder(const std::filesystem::path& root, const Settings& settings,
                                                   Diagnostics& diagnostics) {
  if (!settings.shared) return std::filesystem::path();
  const SettingText& written = *settings.shared;
  std::filesystem::path folder = root / written.text;
  if (!written.text.empty() && std::filesystem::is_directory(folder)) return folder;
  diagnostics.report(bad_setting, written.where,
                     {written.text,
                      "gedeeld",
                      {"een map met schema's en thema's, gezien vanaf site.yaml, zoals ../gedeeld",
                       "a folder with schemas and themes, seen from site.yaml, such as ../gedeeld"}});
  return std::nullopt;
}

FileTree with_shared_schemas(const FileTree& own, const std::filesystem::path& shared,
                             const std::vector<std::string>& collections, Diagnostics& diagnostics, KeepBytes keep) {
  if (shared.empty()) return own;
  std::vector<std::string> missing;
  for (const std::string& collection : collections) {
    std::string schema = collection + "/" + std::string(schema_file_name);
    if (!own.find(schema)) missing.push_back(std::move(schema));
  }
  const FileTree there = read_tree(shared, missing, {}, {}, diagnostics);
  std::vector<SourceFile> files(own.files().begin(), own.files().end());
  for (SourceFile file : there.files()) {
    file.shown_path = place_of(file);
    files.push_back(std::move(file));
  }
  return FileTree(std::move(files), keep);
}

FileTree named_by_place(const FileTree& tree, KeepBytes keep) {
  std::vector<SourceFile> files(tree.files().begin(), tree.files().end());
  for (SourceFile& file : files) file.shown_path = place_of(file);
  return FileTree(std::move(files), keep);
}

}  // namespace wegwijs
