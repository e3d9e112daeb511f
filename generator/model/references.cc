#include "model/references.h"

#include <algorithm>

#include <unordered_map>

#include "text/edit_distance.h"

namespace wegwijs {
namespace {

constexpr Rule dangling_reference{"verwijzing-naar-niets",
                                  Severity::error,
                                  {"'{0}' bestaat niet in '{1}'.", "'{0}' does not exist in '{1}'."},
                                  {"De naam is die van een bestand in de map '{2}', zonder extensie.",
                                   "The name is that of a file in the folder '{2}', without extension."}};
constexpr Rule unknown_collection{"verzameling-bestaat-niet",
                                  Severity::error,
                                  {"Het veld '{0}' verwijst naar '{1}', en die verzameling is er niet.",
                                   "The field '{0}' refers to '{1}', and there is no such collection."},
                                  {"Kijk bij 'verzamelingen' in site.yaml.", "See 'verzamelingen' in site.yaml."}};
constexpr Rule unknown_source{"onbekende-bron",
                              Severity::error,
                              {"De bron '{0}' is nergens verklaard.", "The source '{0}' is declared nowhere."},
                              {"Zet hem bij 'bronnen' in dit bestand, of maak er een brondocument van.",
                               "Put it under 'bronnen' in this file, or make it a source document."}};

/// The entries of every collection by slug: made once, because references are many.
class SlugIndex {
 public:
  explicit SlugIndex(const Site& site) {
    for (const Collection& collection : site.collections) {
      auto& slugs = by_collection_.emplace_back();
      for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
        slugs.emplace(collection.entries[entry].slug, static_cast<std::uint32_t>(entry));
      }
    }
  }
  const std::unordered_map<std::string_view, std::uint32_t>& slugs(std::uint16_t collection) const {
    return by_collection_[collection];
  }

 private:
  std::vector<std::unordered_map<std::string_view, std::uint32_t>> by_collection_;
};

class Resolver {
 public:
  Resolver(Site& site, Diagnostics& diagnostics) : site_(site), index_(site), diagnostics_(diagnostics) {}

  void resolve() {
    for (Collection& collection : site_.collections) {
      for (Entry& entry : collection.entries) {
        resolve_sources(entry.record);
        resolve_record(entry.record, collection.schema.fields);
      }
    }
  }

 private:
  void resolve_record(Record& record, std::span<const Field> fields) {
    for (FieldValue& value : record.values()) {
      const Field& field = fields[value.field];
      if (auto* references = std::get_if<References>(&value.value)) {
        for (Reference& reference : references->entries) resolve_reference(reference, field);
        std::erase_if(references->entries, [](const Reference& reference) { return !reference.is_resolved(); });
      } else if (auto* rows = std::get_if<Rows>(&value.value)) {
        for (Record& row : rows->rows) resolve_record(row, field.fields);
      }
    }
  }

  void resolve_reference(Reference& reference, const Field& field) {
    const std::optional<std::uint16_t> collection = site_.find_collection(field.target);
    if (!collection) {
      diagnostics_.report(unknown_collection, field.where, {field.id, field.target});
      return;
    }
    const auto& slugs = index_.slugs(*collection);
    const auto found = slugs.find(reference.id.text);
    if (found != slugs.end()) {
      reference.entry = found->second;
      return;
    }
    const Collection& target = site_.collections[*collection];
    diagnostics_.report(dangling_reference, reference.id.where,
                        {reference.id.text, field.target, target.rule->folder.text}, nearest(reference.id.text, slugs));
  }

  void resolve_sources(Record& record) {
    const std::optional<std::uint16_t> documents = site_.find_collection(document_collection);
    for (Source& source : record.sources()) {
      if (!source.is_document) continue;
      if (documents) {
        const auto& slugs = index_.slugs(*documents);
        const auto found = slugs.find(source.document.id.text);
        if (found != slugs.end()) source.document.entry = found->second;
      }
      if (source.document.is_resolved()) continue;
      std::vector<std::string_view> known;
      for (const Source& one : record.sources()) {
        if (!one.is_document && !one.id.empty()) known.push_back(one.id);
      }
      diagnostics_.report(unknown_source, source.where, {source.id}, nearest_word(source.id, known).value_or(""));
    }
  }

  static std::string nearest(std::string_view id, const std::unordered_map<std::string_view, std::uint32_t>& slugs) {
    std::vector<std::string_view> known;
    for (const auto& [slug, entry] : slugs) known.push_back(slug);
    std::sort(known.begin(), known.end());
    return nearest_word(id, known).value_or("");
  }

  Site& site_;
  SlugIndex index_;
  Diagnostics& diagnostics_;
};

}  // namespace

void resolve_references(Site& site, Diagnostics& diagnostics) {
  Resolver(site, diagnostics).resolve();
}

}  // namespace wegwijs
