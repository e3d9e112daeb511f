#include "model/references.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "model/reference_rules.h"
#include "schema/schema_defaults.h"
#include "text/edit_distance.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

/// The entries of every collection by slug: made once, because references are many.
class SlugIndex {
 public:
  explicit SlugIndex(const Site& site) {
    for (const Collection& collection : site.collections) {
      auto& slugs = by_collection_.emplace_back();
      for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
        slugs.emplace(collection.entries[entry].slug, static_cast<std::uint32_t>(entry));
      }
      titles_.emplace_back();
    }
  }
  const std::unordered_map<std::string_view, std::uint32_t>& slugs(std::uint16_t collection) const {
    return by_collection_[collection];
  }

  /// By the form that a title has in addresses, so that capitals and signs make no difference. A title that two entries
  /// share names neither.
  const std::map<std::string, std::uint32_t>& titles(const Site& site, std::uint16_t number) {
    std::map<std::string, std::uint32_t>& titles = titles_[number];
    const Collection& collection = site.collections[number];
    if (!titles.empty() || collection.entries.empty()) return titles;
    for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
      const auto [place, is_new] = titles.emplace(slug_for(title_of(collection.entries[entry], collection.schema)),
                                                  static_cast<std::uint32_t>(entry));
      if (!is_new) place->second = Reference::unresolved;
    }
    return titles;
  }

 private:
  std::vector<std::unordered_map<std::string_view, std::uint32_t>> by_collection_;
  std::vector<std::map<std::string, std::uint32_t>> titles_;  ///< made when they are first asked for
};

class Resolver {
 public:
  Resolver(const FileTree& sources, Site& site, Diagnostics& diagnostics)
      : sources_(sources), site_(site), index_(site), diagnostics_(diagnostics) {}

  void resolve() {
    for (Collection& collection : site_.collections) {
      for (Entry& entry : collection.entries) resolve(entry, collection, diagnostics_);
      // The same checks apply to what is not published today, but only as warnings.
      Diagnostics softer;
      for (Entry& entry : collection.withheld) resolve(entry, collection, softer);
      softer.soften();
      diagnostics_.append(std::move(softer));
    }
  }

 private:
  void resolve(Entry& entry, const Collection& collection, Diagnostics& diagnostics) {
    from_withheld_ = entry.withheld.has_value();
    resolve_sources(entry.record, diagnostics);
    resolve_record(entry.record, collection.schema.fields, diagnostics);
  }

  void resolve_record(Record& record, std::span<const Field> fields, Diagnostics& diagnostics) {
    for (FieldValue& value : record.values()) {
      const Field& field = fields[value.field];
      if (auto* references = std::get_if<References>(&value.value)) {
        for (Reference& reference : references->entries) resolve_reference(reference, field, diagnostics);
        std::erase_if(references->entries, [](const Reference& reference) { return !reference.is_resolved(); });
      } else if (auto* rows = std::get_if<Rows>(&value.value)) {
        for (Record& row : rows->rows) resolve_record(row, field.fields, diagnostics);
      }
    }
  }

  void resolve_reference(Reference& reference, const Field& field, Diagnostics& diagnostics) {
    const std::optional<std::uint16_t> collection = site_.find_collection(field.target);
    if (!collection) {
      report_unknown_collection(field.where, field.id, field.target, diagnostics);
      return;
    }
    const auto& slugs = index_.slugs(*collection);
    const auto found = slugs.find(reference.id.text);
    if (found != slugs.end()) {
      reference.entry = found->second;
      return;
    }
    const Collection& target = site_.collections[*collection];
    if (reference.may_be_title && resolve_title(reference, *collection)) return;
    const std::string slug = reference.may_be_title ? slug_for(reference.id.text) : reference.id.text;
    if (target.is_unread(slug)) return;
    if (const Entry* withheld = target.find_withheld(slug)) {
      report_withheld(reference.id.where, reference.id.text, *withheld, diagnostics);
      return;
    }
    if (reference.may_be_title) {
      report_unknown_title(reference, *collection, diagnostics);
      return;
    }
    diagnostics.report(dangling_reference, reference.id.where,
                       {reference.id.text, field.target, target.rule->folder.text},
                       ++told_ <= most_suggestions ? nearest(reference.id.text, slugs) : "");
  }

  bool resolve_title(Reference& reference, std::uint16_t collection) {
    const auto& titles = index_.titles(site_, collection);
    const auto found = titles.find(slug_for(reference.id.text));
    if (found == titles.end() || found->second == Reference::unresolved) return false;
    reference.entry = found->second;
    reference.id.text = site_.collections[collection].entries[found->second].slug;
    return true;
  }

  void report_unknown_title(const Reference& reference, std::uint16_t number, Diagnostics& diagnostics) {
    const Collection& target = site_.collections[number];
    std::vector<std::string_view> known;
    for (const Entry& entry : target.entries) {
      known.push_back(title_of(entry, target.schema));
      known.push_back(entry.slug);
    }
    std::sort(known.begin(), known.end());
    diagnostics.report(
        unknown_title, reference.id.where, {reference.id.text, target.rule->name, target.rule->folder.text},
        ++told_ <= most_suggestions ? nearest_word(reference.id.text, known).value_or("") : std::string());
  }

  /// Once for a field, however many values it has: the cause is in the settings.
  void report_unknown_collection(SourceSpan where, const std::string& field, const std::string& target,
                                 Diagnostics& diagnostics) {
    const bool is_told = std::find(told_fields_.begin(), told_fields_.end(), where) != told_fields_.end();
    if (is_told) return;
    told_fields_.push_back(where);
    std::vector<std::string_view> known;
    for (const Collection& collection : site_.collections) known.push_back(collection.rule->name);
    diagnostics.report(unknown_collection, where, {field, target}, nearest_word(target, known).value_or(""));
  }

  void resolve_sources(Record& record, Diagnostics& diagnostics) {
    const std::optional<std::uint16_t> documents = document_collection(site_);
    for (Source& source : record.sources()) {
      if (!source.is_document) continue;
      if (documents) {
        const auto& slugs = index_.slugs(*documents);
        const auto found = slugs.find(source.document.id.text);
        if (found != slugs.end()) source.document.entry = found->second;
      }
      if (source.document.is_resolved()) continue;
      if (documents && site_.collections[*documents].is_unread(source.document.id.text)) continue;
      if (documents && stands_for_withheld(source, site_.collections[*documents], diagnostics)) continue;
      // Without the collection of documents every one of them is unknown, for one reason.
      if (!documents && ++told_without_documents_ > most_told_without_documents) continue;
      std::vector<std::string_view> known;
      for (const Source& one : record.sources()) {
        if (!one.is_document && !one.id.empty()) known.push_back(one.id);
      }
      const bool looks_among_documents = documents && ++told_ <= most_suggestions;
      if (looks_among_documents) {
        std::vector<std::string_view> slugs;
        for (const auto& [slug, entry] : index_.slugs(*documents)) slugs.push_back(slug);
        std::sort(slugs.begin(), slugs.end());
        known.insert(known.end(), slugs.begin(), slugs.end());
      }
      diagnostics.report(unknown_source, source.where, {source.id}, nearest_word(source.id, known).value_or(""));
    }
  }

  /// A document that is not published today is still where a claim comes from: its title stays, without a link.
  bool stands_for_withheld(Source& source, const Collection& documents, Diagnostics& diagnostics) const {
    const Entry* withheld = documents.find_withheld(source.document.id.text);
    if (withheld == nullptr) return false;
    report_withheld(source.where, source.id, *withheld, diagnostics);
    source.is_document = false;
    source.title = title_of(*withheld, documents.schema);
    return true;
  }

  /// Not reported for an entry that is not published itself.
  void report_withheld(SourceSpan where, const std::string& name, const Entry& withheld,
                       Diagnostics& diagnostics) const {
    if (!from_withheld_)
      diagnostics.report(reference_to_withheld, where,
                         {name, sources_.path_of(withheld.file), reason_of(*withheld.withheld)});
  }

  static std::string nearest(std::string_view id, const std::unordered_map<std::string_view, std::uint32_t>& slugs) {
    std::vector<std::string_view> known;
    for (const auto& [slug, entry] : slugs) known.push_back(slug);
    std::sort(known.begin(), known.end());
    return nearest_word(id, known).value_or("");
  }

  const FileTree& sources_;
  Site& site_;
  SlugIndex index_;
  Diagnostics& diagnostics_;
  /// Looking for the right name takes time, and thousands of wrong ones are not one editor's slips.
  static constexpr std::size_t most_suggestions = 200;
  std::size_t told_ = 0;
  bool from_withheld_ = false;
  static constexpr std::size_t most_told_without_documents = 3;
  std::size_t told_without_documents_ = 0;
  std::vector<SourceSpan> told_fields_;
};

/// Calls `visit(collection, entry)` for every resolved reference of a record, those in rows included.
template <typename Visit>
void visit_references(const Site& site, const Record& record, std::span<const Field> fields, const Visit& visit) {
  for (const FieldValue& value : record.values()) {
    const Field& field = fields[value.field];
    if (const auto* references = std::get_if<References>(&value.value)) {
      const std::optional<std::uint16_t> target = site.find_collection(field.target);
      for (const Reference& reference : references->entries) visit(target.value(), reference.entry);
    } else if (const auto* rows = std::get_if<Rows>(&value.value)) {
      for (const Record& row : rows->rows) visit_references(site, row, field.fields, visit);
    }
  }
}

}  // namespace

std::optional<std::uint16_t> document_collection(const Site& site) {
  for (std::size_t index = 0; index < site.collections.size(); ++index) {
    if (site.collections[index].schema.holds_documents) return static_cast<std::uint16_t>(index);
  }
  return site.find_collection(schema_defaults().documents);
}

void collect_back_references(Site& site) {
  for (const Collection& collection : site.collections) site.referred_by.emplace_back(collection.entries.size());
  for (std::size_t collection = 0; collection < site.collections.size(); ++collection) {
    for (std::size_t entry = 0; entry < site.collections[collection].entries.size(); ++entry) {
      const EntryNumber from{static_cast<std::uint16_t>(collection), static_cast<std::uint32_t>(entry)};
      visit_references(
          site, site.entry(from).record, site.schema(from).fields, [&](std::uint16_t target, std::uint32_t number) {
            std::vector<EntryNumber>& back = site.referred_by[target][number];
            const bool is_repeated =
                !back.empty() && back.back().collection == from.collection && back.back().entry == from.entry;
            if (!is_repeated) back.push_back(from);
          });
    }
  }
}

void for_every_reference(const Site& site, EntryNumber entry, const std::function<void(EntryNumber)>& visit) {
  const Record& record = site.entry(entry).record;
  visit_references(site, record, site.schema(entry).fields, [&](std::uint16_t collection, std::uint32_t number) {
    visit({collection, number});
  });
  const std::optional<std::uint16_t> documents = document_collection(site);
  if (!documents) return;
  for (const Source& source : record.sources()) {
    if (source.is_document && source.document.is_resolved()) visit({*documents, source.document.entry});
  }
}

void resolve_references(const FileTree& sources, Site& site, Diagnostics& diagnostics) {
  Resolver(sources, site, diagnostics).resolve();
}

}  // namespace wegwijs
