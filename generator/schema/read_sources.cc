#include <algorithm>
#include <array>

#include "schema/claim_rules.h"
#include "schema/key_check.h"
#include "schema/meant_value.h"
#include "schema/read_value.h"
#include "source/web_address.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

std::string text_of(const YamlNode& node, std::string_view key, Diagnostics& diagnostics) {
  const YamlNode* value = node.find(key);
  return value == nullptr ? std::string() : read_filled_text(*value, key, diagnostics).value_or("");
}

std::string read_kind(const YamlNode& node, std::span<const Option> kinds, Diagnostics& diagnostics) {
  std::string kind = text_of(node, "soort", diagnostics);
  if (kind.empty() || find_option(kinds, kind) != nullptr) return kind;
  std::vector<std::string_view> words;
  for (const Option& one : kinds) words.push_back(one.id);
  report_wrong_value(*node.find("soort"), "soort", {listed_ids(kinds, " of "), listed_ids(kinds, " or ")}, diagnostics,
                     nearest_word(kind, words).value_or(""));
  return "";
}

Source read_source(const YamlNode& node, const RecordInProgress& progress) {
  Diagnostics& diagnostics = progress.diagnostics;
  const MapReader reader(node, {"een bron", "a source"}, diagnostics);
  reader.check_keys({"soort", "titel", "url", "plaats", "licentie", source_set_key});
  Source source;
  source.where = node.where;
  source.kind = read_kind(node, progress.schema.claims.source_kinds, diagnostics);
  source.title = text_of(node, "titel", diagnostics);
  source.address = text_of(node, "url", diagnostics);
  source.place = text_of(node, "plaats", diagnostics);
  source.licence = text_of(node, "licentie", diagnostics);
  source.set = text_of(node, source_set_key, diagnostics);
  if (!source.address.empty() && !is_web_address(source.address)) {
    report_wrong_value(
        *node.find("url"), "url",
        {"een volledig webadres, als https://www.school.nl/", "a complete web address, such as https://www.school.nl/"},
        diagnostics, meant_web_address(source.address));
    source.address.clear();
  }
  if (source.title.empty() && source.address.empty() && node.find("url") == nullptr) {
    diagnostics.report(source_without_name, node.where);
  }
  return source;
}

std::string source_example(const Schema& schema) {
  return "'gids: {soort: " + example_among(schema.claims.source_kinds).id + ", titel: …}'";
}

}  // namespace

std::optional<Value> read_sources(const YamlNode& node, RecordInProgress& progress) {
  SourceUses uses;
  std::vector<Source>& sources = progress.record.sources();
  if (node.kind != YamlNode::Kind::map) {
    report_wrong_value(node, "bronnen",
                       {"een regel per bron, als " + source_example(progress.schema),
                        "a line for each source, such as " + source_example(progress.schema)},
                       progress.diagnostics);
    return std::nullopt;
  }
  for (const YamlNode::Entry& entry : node.entries) {
    // Read twice on purpose: first because claims refer to them, then in the order of the fields.
    const auto known =
        std::find_if(sources.begin(), sources.end(), [&](const Source& one) { return one.id == entry.key; });
    if (known != sources.end()) {
      uses.sources.push_back(static_cast<SourceIndex>(known - sources.begin()));
      continue;
    }
    Source source = read_source(entry.value, progress);
    source.id = entry.key;
    source.where = entry.key_where;
    uses.sources.push_back(progress.record.add(std::move(source)));
  }
  return uses;
}

std::optional<SourceIndex> read_source_use(const YamlNode& node, RecordInProgress& progress) {
  const std::vector<Source>& sources = progress.record.sources();
  if (node.kind == YamlNode::Kind::map) {
    // The default source of a file is read twice (read_record.cc); written out, its place tells that it is the same
    // one.
    const auto same =
        std::find_if(sources.begin(), sources.end(), [&](const Source& one) { return one.where == node.where; });
    if (same != sources.end()) return static_cast<SourceIndex>(same - sources.begin());
    return progress.record.add(read_source(node, progress));
  }
  const std::optional<std::string> id = read_filled_text(node, "bron", progress.diagnostics);
  if (!id) return std::nullopt;
  const auto known = std::find_if(sources.begin(), sources.end(), [&](const Source& one) { return one.id == *id; });
  if (known != sources.end()) return static_cast<SourceIndex>(known - sources.begin());
  // Not a source of this file: then it must be a document, which only the whole site can tell (model/references.cc).
  Source source;
  source.id = *id;
  source.is_document = true;
  source.document = {{*id, node.where}, Reference::unresolved};
  source.where = node.where;
  return progress.record.add(std::move(source));
}

}  // namespace wegwijs
