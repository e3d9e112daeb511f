#include "commands/told_language.h"

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "commands/installed_files.h"
#include "files/disk.h"
#include "model/file_limits.h"
#include "model/settings.h"
#include "source/yaml_tree.h"

namespace wegwijs {
namespace {

std::optional<Language> language_called(std::string_view word) {
  if (word == "nl") return Language::nl;
  if (word == "en") return Language::en;
  return std::nullopt;
}

/// The value of the last `--option value` or `--option=value`.
std::optional<std::string> value_of(std::string_view option, int argument_count, const char* const* arguments) {
  std::optional<std::string> value;
  for (int index = 1; index < argument_count; ++index) {
    const std::string_view argument = arguments[index];
    if (argument == option && index + 1 < argument_count) value = arguments[index + 1];
    if (argument.starts_with(option) && argument.substr(option.size()).starts_with('=')) {
      value = argument.substr(option.size() + 1);
    }
  }
  return value;
}

std::optional<Language> language_of_site(const std::filesystem::path& root) {
  try {
    Diagnostics untold;  // whoever reads the site reports them
    const FileTree settings = read_tree(root, {std::string(settings_file_name)}, {}, {}, untold);
    const std::optional<FileId> file = settings.find(settings_file_name);
    if (!file || !may_be_read(settings, *file)) return std::nullopt;
    const std::optional<YamlNode> node = read_yaml(settings.read(*file), *file, 0, untold);
    const YamlNode* language = node && node->kind == YamlNode::Kind::map ? node->find("taal") : nullptr;
    return language == nullptr ? std::nullopt : language_called(language->text);
  } catch (const std::system_error&) {
    return std::nullopt;
  }
}

}  // namespace

Language told_language(int argument_count, const char* const* arguments) {
  if (const auto word = value_of("--lang", argument_count, arguments)) {
    if (const auto language = language_called(*word)) return *language;
  }
  const std::optional<std::string> root = value_of("--root", argument_count, arguments);
  return language_of_site(root ? std::filesystem::path(*root) : root_from_here()).value_or(Language::nl);
}

}  // namespace wegwijs
