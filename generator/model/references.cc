#include "model/references.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "diagnostic/few_of_many.h"
#include "model/reference_rules.h"
#include "schema/schema_defaults.h"
#include "source/web_address.h"
#include "text/edit_distance.h"
#include "text/path_parts.h"
#include "text/slug.h"
#include "text/trimmed.h"

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
    report_missing();
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
    // Its schema or its folder is what must be mended; nothing of it is known.
    if (!target.is_readable) return;
    if (reference.may_be_title && (resolve_title(reference, *collection) || is_told(reference, *collection))) return;
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
    note_missing(dangling_reference, reference.id.where, {reference.id.text, field.target, target.rule->folder.text},
                 diagnostics, [&] { return nearest(reference.id.text, slugs); });
  }

  /// Keeps what leads to nothing until all of it is known: what is named often is told once. `nearest` gives what was
  /// most likely meant.
  template <typename Nearest>
  void note_missing(const Rule& rule, SourceSpan where, const std::vector<std::string>& words, Diagnostics& diagnostics,
                    const Nearest& nearest) {
    std::vector<std::string> key{std::string(rule.id)};
    key.insert(key.end(), words.begin(), words.end());
    const bool is_of_withheld = &diagnostics != &diagnostics_;
    const auto found = missing_.find(key);
    if (!is_of_withheld && found != missing_.end()) {
      found->second.places.push_back(where);
      return;
    }
    const std::string suggestion = ++told_ <= most_suggestions ? nearest() : std::string();
    if (is_of_withheld) {
      diagnostics.report(rule, where, {words.begin(), words.end()}, suggestion);
    } else {
      missing_.emplace(std::move(key), Missing{&rule, words, suggestion, {where}});
    }
  }

  void report_missing() {
    for (auto& [key, missing] : missing_) {
      std::sort(missing.places.begin(), missing.places.end(), [](const SourceSpan& left, const SourceSpan& right) {
        return std::tie(left.file, left.begin) < std::tie(right.file, right.begin);
      });
    }
    // Many names of one file that all lead to nothing are one mistake: a column under the wrong name, a wrong table.
    constexpr std::size_t many = 10;
    std::map<FileId, std::vector<const Missing*>> names;
    for (const auto& [key, missing] : missing_) {
      if (missing.rule == &unknown_title) names[missing.places.front().file].push_back(&missing);
    }
    Diagnostics found;
    for (const auto& [key, missing] : missing_) {
      const auto others = names.find(missing.places.front().file);
      const bool is_one_of_many = missing.rule == &unknown_title && others->second.size() > many;
      if (is_one_of_many && &missing != others->second.front()) continue;
      if (is_one_of_many)
        diagnostics_.report(more_unknown_titles, missing.places.front(), {std::to_string(others->second.size() - 1)});
      for (const SourceSpan& place : missing.places)
        found.report(*missing.rule, place, {missing.words.begin(), missing.words.end()}, missing.suggestion);
    }
    using Cause = std::pair<const Rule*, std::vector<Argument>>;
    const auto cause_of = [](const Diagnostic& one) { return std::optional(Cause{one.rule, one.arguments}); };
    const auto tell_rest = [](const Cause& cause, const ManyFindings& findings, Diagnostics& told) {
      told.report(named_elsewhere, findings.last_told.where, {cause.second.front(), std::to_string(findings.others())});
    };
    append_few_of_many(std::move(found), {5, 3}, cause_of, tell_rest, diagnostics_);
  }

  bool resolve_title(Reference& reference, std::uint16_t collection) {
    const auto& titles = index_.titles(site_, collection);
    const auto found = titles.find(slug_for(reference.id.text));
    if (found == titles.end() || found->second == Reference::unresolved) return false;
    reference.entry = found->second;
    reference.id.text = site_.collections[collection].entries[found->second].slug;
    return true;
  }

  /// Whether a title leads to nothing for a reason that is told where it is: two entries share it, or the entry of this
  /// name has none.
  bool is_told(const Reference& reference, std::uint16_t number) {
    const std::string slug = slug_for(reference.id.text);
    const auto title = index_.titles(site_, number).find(slug);
    if (title != index_.titles(site_, number).end() && title->second == Reference::unresolved) return true;
    const auto entry = index_.slugs(number).find(slug);
    if (entry == index_.slugs(number).end()) return false;
    const Collection& target = site_.collections[number];
    const std::optional<FieldIndex> field = target.schema.find(Role::title);
    return field && target.entries[entry->second].record.get<WrittenText>(*field) == nullptr;
  }

  void report_unknown_title(const Reference& reference, std::uint16_t number, Diagnostics& diagnostics) {
    const Collection& target = site_.collections[number];
    note_missing(unknown_title, reference.id.where, {reference.id.text, target.rule->name, target.rule->folder.text},
                 diagnostics, [&] {
                   std::vector<std::string_view> known;
                   for (const Entry& entry : target.entries) {
                     known.push_back(title_of(entry, target.schema));
                     known.push_back(entry.slug);
                   }
                   std::sort(known.begin(), known.end());
                   return nearest_word(reference.id.text, known).value_or("");
                 });
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
      if (is_web_address(source.id)) {
        diagnostics.report(source_is_address, source.where, {source.id}, source_at(record, source.id));
        continue;
      }
      note_missing(unknown_source, source.where, {source.id}, diagnostics,
                   [&] { return nearest_word(source.id, known).value_or(""); });
    }
  }

  /// The id of the source of `record` that is at `address`; empty when there is none.
  static std::string source_at(const Record& record, std::string_view address) {
    const auto without_end = [](std::string_view one) {
      return one.ends_with('/') ? one.substr(0, one.size() - 1) : one;
    };
    for (const Source& one : record.sources()) {
      if (!one.is_document && without_end(one.address) == without_end(address)) return one.id;
    }
    return "";
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
    // An address of the site, or the path of the file.
    id = trimmed(id, "/");
    id = last_part(id);
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
  struct Missing {
    const Rule* rule;
    std::vector<std::string> words;  ///< of its message
    std::string suggestion;
    std::vector<SourceSpan> places;
  };
  std::map<std::vector<std::string>, Missing> missing_;  ///< by rule and words
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
