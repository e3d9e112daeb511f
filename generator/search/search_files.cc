#include "search/search_files.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "files/byte_stream.h"
#include "files/gzip.h"
#include "files/theme_files.h"
#include "search/search_format.h"
#include "search/search_index.h"
#include "search/search_kinds.h"
#include "text/dutch_words.h"
#include "text/words.h"

namespace wegwijs {
namespace {

constexpr std::string_view module_address = "/zoek/search.js";
constexpr std::string_view root_address = "/zoek/root.bin";

constexpr std::array shard_kinds{ShardKind::terms, ShardKind::cards, ShardKind::correctable};

/// The shards of one kind, and what names them.
struct ShardTable {
  ShardKind kind = ShardKind::terms;
  std::vector<SearchShard> shards;
};

/// The script of the search as it is published; nothing when the theme has none.
std::optional<std::string> search_module(const FileTree& sources) {
  const std::vector<ThemeFile> files = theme_files(sources);
  const ThemeFile* const module = find_theme_file(files, module_address);
  return module == nullptr ? std::nullopt : std::optional(published_bytes(sources, *module));
}

std::string card_bytes(const SearchCard& card) {
  std::string bytes;
  for (const std::string* text : {&card.address, &card.title, &card.language, &card.summary, &card.facts})
    append_text(bytes, *text);
  append_varint(bytes, card.lines.size());
  for (const std::string& line : card.lines) append_text(bytes, line);
  return bytes;
}

void append_phrases(std::string& bytes, const std::vector<StemPhrase>& phrases) {
  if (phrases.empty()) return;
  append_varint(bytes, phrases.size());
  for (const StemPhrase& phrase : phrases) {
    append_text(bytes, phrase.rest);
    append_text(bytes, phrase.meaning);
  }
}

std::vector<ShardElement> elements_of(const SearchIndex& index, ShardKind kind) {
  std::vector<ShardElement> elements;
  switch (kind) {
    case ShardKind::terms:
      for (const SearchTerm& term : index.terms) {
        elements.push_back({term.stem, ""});
        append_varint(elements.back().bytes, std::uint64_t{term.pages} * 2 + (term.phrases.empty() ? 0 : 1));
        append_text(elements.back().bytes, term.postings);
        append_phrases(elements.back().bytes, term.phrases);
      }
      break;
    case ShardKind::cards:
      for (const SearchCard& card : index.cards) elements.push_back({"", card_bytes(card)});
      break;
    case ShardKind::correctable:
      for (const CorrectableWord& word : index.correctable) {
        elements.push_back({word.word, ""});
        append_varint(elements.back().bytes, word.pages);
      }
      break;
  }
  return elements;
}

/// How large shards of a kind are at which a reader waits for the fewest bytes: the larger the index, the more the
/// table of its shards weighs, of which every reader needs all. Below `least` there are more files than bytes saved.
struct ShardSize {
  std::size_t least = 0;
  double bytes_in_table_by_shards_of_a_query = 0;
};

constexpr ShardSize size_of_shards(ShardKind kind) {
  switch (kind) {
    case ShardKind::terms:
      return {250, 0.9};
    case ShardKind::cards:
      // They have no keys in the table, and of every result one is read.
      return {250, 0.1};
    case ShardKind::correctable:
      // All words with a beginning are read at once.
      return {900, 1.5};
  }
  return {};
}

std::size_t shard_size(const std::vector<ShardElement>& elements, ShardKind kind) {
  const ShardSize size = size_of_shards(kind);
  double bytes = 0;
  for (const ShardElement& element : elements) bytes += static_cast<double>(element.key.size() + element.bytes.size());
  return std::max(size.least, static_cast<std::size_t>(std::sqrt(bytes * size.bytes_in_table_by_shards_of_a_query)));
}

ShardTable shards_of(const SearchIndex& index, ShardKind kind) {
  const std::vector<ShardElement> elements = elements_of(index, kind);
  ShardTable table{kind, {}};
  // Should two groups have the same name, other cuts make others.
  for (std::size_t size = shard_size(elements, kind);; ++size) {
    table.shards = cut_into_shards(elements, kind, size);
    const std::vector<ShardGroup> groups = shard_groups(table.shards);
    std::set<std::uint32_t> digests;
    for (const ShardGroup& group : groups) digests.insert(group.digest);
    if (digests.size() == groups.size()) return table;
  }
}

void append_words(std::string& bytes, const SearchWords& words, const std::vector<std::string>& telling) {
  std::set<std::string_view> small_words(search_stop_words().begin(), search_stop_words().end());
  small_words.insert(words.meaningless.begin(), words.meaningless.end());
  for (const std::string& word : telling) small_words.erase(word);
  append_sorted(bytes, std::vector<std::string_view>(small_words.begin(), small_words.end()));
  append_sorted(bytes, std::vector<std::string_view>(telling.begin(), telling.end()));
  append_varint(bytes, words.asking_for_numbers.size());
  for (const std::string& word : words.asking_for_numbers) append_text(bytes, word);
  append_sorted(bytes, std::vector<std::string_view>(words.background.begin(), words.background.end()));
  append_varint(bytes, search_spellings().size() + words.small_phrases.size());
  const auto append_pair = [&](std::string_view written, std::string_view looked_up) {
    append_text(bytes, written);
    append_text(bytes, looked_up);
  };
  for (const auto& [written, looked_up] : words.small_phrases) append_pair(written, looked_up);
  for (const auto& [written, looked_up] : search_spellings()) append_pair(written, looked_up);
}

/// How many entries the site has in each place that readers ask for, by the words of its name.
void append_places(std::string& bytes, const Site& site) {
  const SearchPlaces& places = site.search_words.places;
  const std::optional<std::uint16_t> number = site.find_collection(places.collection.text);
  const Collection* const collection = number ? &site.collections[*number] : nullptr;
  const std::optional<FieldIndex> found =
      collection != nullptr ? collection->schema.find(places.field.text) : std::nullopt;
  append_varint(bytes, found ? places.names.size() : 0);
  if (!found || places.names.empty()) return;
  const FieldIndex field = *found;
  std::map<std::string, std::size_t> counts;
  std::size_t unplaced = 0;
  for (const Entry& entry : collection->entries) {
    const WrittenText* place = entry.record.get<WrittenText>(field);
    if (place == nullptr)
      ++unplaced;
    else
      ++counts[place->text];
  }
  for (const std::string& name : places.names) {
    append_text(bytes, folded_words(name).front().text);
    append_text(bytes, name);
    append_varint(bytes, counts[name]);
  }
  append_varint(bytes, unplaced);
  append_varint(bytes, *number);
}

void append_kinds(std::string& bytes, const Site& site, const std::vector<SearchCard>& cards) {
  const std::vector<SearchKind> kinds = search_kinds(site);
  const std::vector<WrittenText>& with_numbers = site.search_words.with_numbers;
  append_varint(bytes, kinds.size());
  for (std::size_t number = 0; number < kinds.size(); ++number) {
    const SearchKind& kind = kinds[number];
    const std::string& collection = site.collections[collection_of(static_cast<SearchKindNumber>(number))].rule->name;
    const bool has_numbers = std::any_of(with_numbers.begin(), with_numbers.end(),
                                         [&](const WrittenText& name) { return name.text == collection; });
    append_text(bytes, kind.label);
    append_varint(bytes, static_cast<std::uint64_t>(kind.precedence));
    append_varint(bytes, (kind.stands_apart ? 1U : 0U) + (has_numbers ? 2U : 0U));
  }
  std::vector<std::pair<SearchKindNumber, std::size_t>> runs;
  for (const SearchCard& card : cards) {
    if (runs.empty() || runs.back().first != card.kind) runs.emplace_back(card.kind, 0);
    ++runs.back().second;
  }
  append_varint(bytes, runs.size());
  for (const auto& [kind, pages] : runs) {
    append_varint(bytes, kind);
    append_varint(bytes, pages);
  }
}

std::string root_bytes(const Site& site, const SearchIndex& index, const std::vector<ShardTable>& tables,
                       bool in_one_file) {
  std::string bytes;
  append_text(bytes, search_format_tag);
  append_varint(bytes, index.cards.size());
  append_words(bytes, site.search_words, index.telling_small_words);
  append_places(bytes, site);
  append_kinds(bytes, site, index.cards);
  append_varint(bytes, in_one_file ? 1 : 0);
  for (const auto& [kind, shards] : tables) append_shard_keys(bytes, shards, kind);
  for (const auto& [kind, shards] : tables) append_shard_places(bytes, shards, in_one_file);
  if (!in_one_file) return bytes;
  for (const ShardTable& table : tables) {
    for (const SearchShard& shard : table.shards) bytes += shard.bytes;
  }
  return bytes;
}

PageReferences page_references(const Site& site) {
  PageReferences references;
  for (std::size_t collection = 0; collection < site.referred_by.size(); ++collection) {
    for (std::size_t entry = 0; entry < site.referred_by[collection].size(); ++entry) {
      const std::size_t count = site.referred_by[collection][entry].size();
      const EntryNumber number{static_cast<std::uint16_t>(collection), static_cast<std::uint32_t>(entry)};
      if (count > 0) references[address_of(site, number)] = count;
    }
  }
  return references;
}

/// Those that the results show apart.
NamedKinds named_kinds(const Site& site) {
  const std::vector<SearchKind> kinds = search_kinds(site);
  NamedKinds named;
  for (std::size_t number = 0; number < kinds.size(); ++number) {
    if (kinds[number].stands_apart) named.insert(static_cast<SearchKindNumber>(number));
  }
  return named;
}

}  // namespace

bool has_search(const FileTree& sources) {
  const std::vector<ThemeFile> files = theme_files(sources);
  return find_theme_file(files, module_address) != nullptr;
}

std::vector<std::string> search_file_addresses(const FileTree& sources) {
  if (!has_search(sources)) return {};
  return {std::string(root_address)};
}

void write_search_files(const FileTree& sources, const Site& site, std::vector<SearchBlock> pages, Sink& sink) {
  const std::optional<std::string> script = search_module(sources);
  if (!script) return;
  const SearchIndex index = search_index(pages, site.search_words, page_references(site), named_kinds(site));
  // What comes now takes their room.
  pages = {};
  std::vector<ShardTable> tables;
  for (const ShardKind kind : shard_kinds) tables.push_back(shards_of(index, kind));
  const std::string whole = root_bytes(site, index, tables, true);
  // What is so much larger does not fit, and compressing it only to know that takes long.
  constexpr std::size_t most_compression = 10;
  const bool in_one_file = whole.size() <= most_compression * single_file_limit &&
                           smallest_gzip(whole).size() + smallest_gzip(*script).size() <= single_file_limit;
  sink.write(root_address.substr(1), in_one_file ? whole : root_bytes(site, index, tables, false));
  if (in_one_file) return;
  for (const auto& [kind, shards] : tables) {
    const std::vector<std::string> names = shard_file_names(kind, shards);
    for (std::size_t place = 0; place < shards.size(); ++place)
      sink.write(std::string(search_folder) + names[place], shards[place].bytes);
  }
}

}  // namespace wegwijs
