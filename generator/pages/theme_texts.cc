#include "pages/theme_texts.h"

#include <algorithm>

#include "model/file_limits.h"
#include "pages/theme_text_rules.h"
#include "source/yaml_tree.h"

namespace wegwijs {
namespace {

std::string file_name(Language language) {
  return std::string(theme_mount) + (language == Language::en ? "texts.en.yaml" : "texts.nl.yaml");
}

std::vector<std::pair<std::string, std::string>> read_words(const FileTree& sources, Language language,
                                                            Diagnostics& diagnostics) {
  const std::string name = file_name(language);
  const std::optional<FileId> file = sources.find(name);
  if (!file) {
    diagnostics.report(theme_texts_missing, {}, {name.substr(theme_mount.size())});
    return {};
  }
  std::vector<std::pair<std::string, std::string>> words;
  if (!may_be_read(sources, *file)) return {};
  const std::optional<YamlNode> node = read_yaml(sources.read(*file), *file, 0, diagnostics);
  if (!node) return {};
  for (const YamlNode::Entry& entry : node->entries) {
    if (entry.value.kind != YamlNode::Kind::scalar)
      diagnostics.report(theme_text_not_text, entry.key_where, {entry.key});
    words.emplace_back(entry.key, entry.value.text);
  }
  return words;
}

}  // namespace

Data ThemeTexts::data(DataArena& arena) const {
  std::vector<Member> members;
  members.reserve(words.size());
  for (const auto& [name, place] : places) members.push_back({name, Data::text(words[place].second)});
  return arena.sorted_map(members);
}

DataShape ThemeTexts::shape() const {
  std::vector<std::pair<std::string, DataShape>> members;
  for (const auto& [key, text] : words) members.emplace_back(key, DataShape::text());
  return DataShape::map(std::move(members));
}

ThemeTexts read_theme_texts(const FileTree& sources, Language language, Diagnostics& diagnostics) {
  ThemeTexts texts{read_words(sources, Language::nl, diagnostics), {}};
  for (std::size_t place = 0; place < texts.words.size(); ++place)
    texts.places.emplace_back(Name(texts.words[place].first), place);
  std::sort(texts.places.begin(), texts.places.end());
  if (language == Language::nl) return texts;
  const auto translated = read_words(sources, language, diagnostics);
  for (auto& [key, text] : texts.words) {
    const auto found =
        std::find_if(translated.begin(), translated.end(), [&](const auto& one) { return one.first == key; });
    if (found == translated.end() || found->second.empty()) {
      diagnostics.report(theme_text_missing, {}, {key, file_name(language).substr(theme_mount.size())});
    } else {
      text = found->second;
    }
  }
  return texts;
}

}  // namespace wegwijs
