#include "model/search_words.h"

#include <algorithm>

#include "model/file_limits.h"
#include "model/settings_rules.h"
#include "model/site.h"
#include "schema/key_check.h"
#include "source/yaml_tree.h"
#include "text/dutch_words.h"
#include "text/words.h"

namespace wegwijs {
namespace {

/// A file with words of readers.
struct SearchWordsFile {
  std::string name;
  YamlNode node;
};

class SearchWordsReader {
 public:
  explicit SearchWordsReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  SearchWords read(const std::vector<SearchWordsFile>& files) {
    std::vector<MapReader> tops;
    for (const SearchWordsFile& file : files) {
      tops.emplace_back(file.node, file.name, diagnostics_);
      tops.back().check_keys(
          {"woorden", "vragen", "betekent_niets", "zegt_weinig", "vraagt_om_cijfers", "cijfers_in", "plaatsen"});
    }
    // Small words first, whichever file has them: they decide what a phrase is.
    for (const MapReader& top : tops) read_list(top, "betekent_niets", words_.meaningless);
    for (const MapReader& top : tops) read_all(top);
    return std::move(words_);
  }

 private:
  void read_all(const MapReader& top) {
    if (const YamlNode* places = top.find("plaatsen")) read_places(*places);
    if (const YamlNode* groups = top.find("woorden")) read_groups(*groups);
    for (const YamlNode& node : top.elements("vragen")) read_questions(node);
    read_list(top, "vraagt_om_cijfers", words_.asking_for_numbers);
    read_list(top, "zegt_weinig", words_.background);
    for (const YamlNode& name : top.elements("cijfers_in")) words_.with_numbers.push_back({name.text, name.where});
  }

  void report(const YamlNode& node, std::string_view text, std::string_view key, BilingualText expected) {
    diagnostics_.report(bad_setting, node.where, {std::string(text), std::string(key), expected});
  }

  bool is_small(const std::string& word) const {
    return is_search_stop_word(word) || std::binary_search(words_.meaningless.begin(), words_.meaningless.end(), word);
  }

  /// The words of `text` that a search looks up.
  std::vector<std::string> looked_up_words(std::string_view text) const {
    std::vector<std::string> words;
    for (FoldedWord& word : folded_words(text)) {
      if (!is_small(word.text)) words.push_back(std::move(word.text));
    }
    return words;
  }

  void read_groups(const YamlNode& groups) {
    if (groups.kind != YamlNode::Kind::map) {
      report(groups, groups.text, "woorden", {"een lijst van groepen", "a map of groups"});
      return;
    }
    for (const YamlNode::Entry& group : groups.entries) {
      if (group.value.kind != YamlNode::Kind::map) {
        report(group.value, group.value.text, group.key,
               {"regels als 'bullied: pesten'", "lines such as 'bullied: pesten'"});
        continue;
      }
      for (const YamlNode::Entry& entry : group.value.entries) read_phrase(entry);
    }
  }

  void read_phrase(const YamlNode::Entry& entry) {
    SearchPhrase phrase{looked_up_words(entry.key), {}, "", {}};
    for (FoldedWord& word : folded_words(entry.key)) phrase.with_small.push_back(std::move(word.text));
    if (phrase.with_small.size() == phrase.words.size()) phrase.with_small.clear();
    std::string_view rest = entry.value.text;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      if (word.starts_with('/')) {
        phrase.addresses.emplace_back(word);
      } else if (!word.empty()) {
        phrase.meaning += (phrase.meaning.empty() ? "" : " ") + std::string(word);
      }
    }
    const std::vector<std::string> meaning = looked_up_words(phrase.meaning);
    // One small word by itself (so) may be a name, and is no phrase.
    const std::size_t least_small = phrase.addresses.empty() ? 2 : 1;
    const bool is_small_phrase = phrase.words.empty() && phrase.with_small.size() >= least_small && !meaning.empty();
    const bool means_nothing = phrase.addresses.empty() && meaning.empty();
    if (is_small_phrase) {
      // Small words of the meaning stay: they may be part of a name.
      std::vector<std::string> all;
      for (FoldedWord& word : folded_words(phrase.meaning)) all.push_back(std::move(word.text));
      // A name of small words (het al) is one when nothing else is asked.
      const std::string written = joined(phrase.with_small);
      words_.small_phrases.emplace_back(phrase.addresses.empty() ? written : "^ " + written + " $", joined(all));
      return;
    }
    if (phrase.words.empty() || means_nothing) {
      report(entry.value, phrase.words.empty() ? entry.key : entry.value.text, entry.key,
             {"een woord waarop gezocht wordt, of het adres van een pagina",
              "a word that is looked for, or the address of a page"});
      return;
    }
    words_.phrases.push_back(std::move(phrase));
  }

  void read_questions(const YamlNode& node) {
    const MapReader reader(node, "vragen", diagnostics_);
    reader.check_keys({"antwoord", "gesteld"});
    AnsweredQuestions questions;
    for (const YamlNode& address : reader.elements("antwoord")) {
      if (!address.text.starts_with('/')) {
        report(address, address.text, "antwoord",
               {"het adres van een pagina, met een / ervoor", "the address of a page, with a / before it"});
        continue;
      }
      questions.answers.push_back({address.text, address.where});
    }
    for (const std::string& question : reader.texts("gesteld")) {
      for (FoldedWord& word : folded_words(question)) questions.words.push_back(std::move(word.text));
    }
    words_.questions.push_back(std::move(questions));
  }

  static std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
  }

  void read_places(const YamlNode& node) {
    const MapReader reader(node, "plaatsen", diagnostics_);
    reader.check_keys({"verzameling", "veld", "namen"});
    words_.places.collection = required(reader, "verzameling");
    words_.places.field = required(reader, "veld");
    for (std::string& name : reader.texts("namen")) {
      if (folded_words(name).size() != 1)
        report(node, name, "namen", {"een plaats van één woord", "a place of one word"});
      else
        words_.places.names.push_back(std::move(name));
    }
  }

  static WrittenText required(const MapReader& reader, std::string_view key) {
    std::optional<std::string> text = reader.required_text(key);
    return text ? WrittenText{std::move(*text), reader.find(key)->where} : WrittenText{};
  }

  void read_list(const MapReader& top, std::string_view key, std::vector<std::string>& list) {
    for (const std::string& text : top.texts(key)) {
      for (FoldedWord& word : folded_words(text)) list.push_back(std::move(word.text));
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }

  Diagnostics& diagnostics_;
  SearchWords words_;
};

}  // namespace

std::vector<FileId> search_words_files(const FileTree& sources) {
  std::vector<FileId> found;
  if (const std::optional<FileId> file = sources.find(search_words_file_name)) found.push_back(*file);
  FileId first{};
  const auto files = sources.files_below(search_words_folder, first);
  for (std::size_t index = 0; index < files.size(); ++index) {
    if (std::string_view(files[index].path).ends_with(".yaml"))
      found.push_back(static_cast<FileId>(static_cast<std::size_t>(first) + index));
  }
  return found;
}

SearchWords read_search_words(const FileTree& sources, Diagnostics& diagnostics) {
  std::vector<SearchWordsFile> files;
  for (const FileId file : search_words_files(sources)) {
    if (!may_be_read(sources, file)) continue;
    std::optional<YamlNode> node = read_yaml(sources.read(file), file, 0, diagnostics);
    if (node) files.push_back({sources.file(file).path, std::move(*node)});
  }
  return SearchWordsReader(diagnostics).read(files);
}

void check_search_words(const Site& site, Diagnostics& diagnostics) {
  const SearchWords& words = site.search_words;
  const auto find_collection = [&](std::string_view key, const WrittenText& name) {
    const std::optional<std::uint16_t> found = site.find_collection(name.text);
    if (!found && !name.text.empty()) {
      diagnostics.report(unknown_in_search_words, name.where,
                         {std::string(key), name.text, BilingualText{"die verzameling", "such collection"}});
    }
    return found;
  };
  for (const WrittenText& name : words.with_numbers) find_collection("cijfers_in", name);
  const WrittenText& field = words.places.field;
  const std::optional<std::uint16_t> number = find_collection("verzameling", words.places.collection);
  if (!number || field.text.empty() || !site.collections[*number].is_readable) return;
  if (site.collections[*number].schema.find(field.text)) return;
  diagnostics.report(unknown_in_search_words, field.where,
                     {"veld", field.text, BilingualText{"dat veld", "such field"}});
}

}  // namespace wegwijs
