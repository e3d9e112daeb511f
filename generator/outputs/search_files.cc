#include "outputs/search_files.h"

#include <algorithm>
#include <optional>

#include "outputs/byte_stream.h"
#include "outputs/compressed_file.h"
#include "outputs/script_file.h"
#include "outputs/search_format.h"
#include "outputs/search_index.h"
#include "outputs/search_kinds.h"
#include "text/dutch_words.h"

namespace wegwijs {
namespace {

constexpr std::string_view module_address = "/zoek/search.js";
constexpr std::string_view root_address = "/zoek/root.bin";

// A question needs a few shards of terms and up to ten of cards, so cards are cut smaller.
constexpr std::size_t term_shard_bytes = 1500;
constexpr std::size_t card_shard_bytes = 1500;
constexpr std::size_t correctable_shard_bytes = 3000;

struct Shards {
  std::vector<SearchShard> terms, cards, correctable;
};

std::optional<FileId> search_module(const FileTree& sources) {
  return sources.find(std::string(theme_mount) + "static" + std::string(module_address));
}

std::string card_bytes(const SearchCard& card) {
  std::string bytes;
  for (const std::string* text : {&card.address, &card.title, &card.summary, &card.facts}) append_text(bytes, *text);
  append_varint(bytes, card.lines.size());
  for (const std::string& line : card.lines) append_text(bytes, line);
  return bytes;
}

Shards shards_of(const SearchIndex& index) {
  ShardWriter terms(term_shard_bytes), cards(card_shard_bytes), correctable(correctable_shard_bytes);
  for (const SearchTerm& term : index.terms) {
    std::string bytes;
    append_varint(bytes, term.pages);
    append_text(bytes, term.postings);
    terms.add_packed(term.stem, bytes);
  }
  for (std::size_t page = 0; page < index.cards.size(); ++page)
    cards.add(std::to_string(page), card_bytes(index.cards[page]));
  for (const CorrectableWord& word : index.correctable) {
    std::string bytes;
    append_varint(bytes, word.pages);
    correctable.add_packed(word.word, bytes);
  }
  return {terms.take(), cards.take(), correctable.take()};
}

void append_words(std::string& bytes) {
  append_varint(bytes, search_stop_words().size());
  for (const std::string_view word : search_stop_words()) append_text(bytes, word);
  append_varint(bytes, search_spellings().size());
  for (const auto& [written, looked_up] : search_spellings()) {
    append_text(bytes, written);
    append_text(bytes, looked_up);
  }
}

void append_kinds(std::string& bytes, const std::vector<SearchKind>& kinds, const std::vector<SearchCard>& cards) {
  append_varint(bytes, kinds.size());
  for (const SearchKind& kind : kinds) {
    append_text(bytes, kind.label);
    append_varint(bytes, static_cast<std::uint64_t>(kind.precedence));
    append_varint(bytes, kind.stands_apart ? 1 : 0);
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

std::string root_bytes(const Site& site, const SearchIndex& index, const Shards& shards, bool in_one_file) {
  std::string bytes;
  append_text(bytes, search_format_tag);
  append_varint(bytes, index.cards.size());
  append_words(bytes);
  append_kinds(bytes, search_kinds(site), index.cards);
  for (const auto* table : {&shards.terms, &shards.cards, &shards.correctable})
    append_shard_table(bytes, *table, in_one_file);
  if (!in_one_file) return bytes;
  for (const auto* table : {&shards.terms, &shards.cards, &shards.correctable}) {
    for (const SearchShard& shard : *table) bytes += shard.bytes;
  }
  return bytes;
}

void write_file(Sink& sink, std::string_view address, std::string_view bytes) {
  const std::string path(address.substr(1));
  sink.write(path, bytes);
  write_compressed_forms(sink, path, bytes);
}

void write_shards(Sink& sink, ShardKind kind, const std::vector<SearchShard>& shards) {
  for (const SearchShard& shard : shards) write_file(sink, "/zoek/" + shard_file_name(kind, shard.bytes), shard.bytes);
}

}  // namespace

bool has_search(const FileTree& sources) {
  return search_module(sources).has_value();
}

void search_file_addresses(const OutputContext& context, std::vector<std::string>& addresses) {
  if (!has_search(context.sources)) return;
  addresses.emplace_back(root_address);
  for (const char* ending : {".gz", ".br"}) {
    addresses.push_back(std::string(root_address) + ending);
    addresses.push_back(std::string(module_address) + ending);
  }
}

void write_search_files(const OutputContext& context, PageFindings& findings, Sink& sink) {
  const std::optional<FileId> module = search_module(context.sources);
  if (!module) return;
  const std::string script = published_script(context.sources.read(*module));
  const SearchIndex index = search_index(std::move(findings.search));
  const Shards shards = shards_of(index);
  const std::string whole = root_bytes(context.site, index, shards, true);
  const bool in_one_file = gzip_file(whole).size() + gzip_file(script).size() <= single_file_limit;
  write_compressed_forms(sink, std::string(module_address.substr(1)), script);
  write_file(sink, root_address, in_one_file ? whole : root_bytes(context.site, index, shards, false));
  if (in_one_file) return;
  write_shards(sink, ShardKind::terms, shards.terms);
  write_shards(sink, ShardKind::cards, shards.cards);
  write_shards(sink, ShardKind::correctable, shards.correctable);
}

}  // namespace wegwijs
