#include "model/switched_off.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "model/reference_rules.h"
#include "model/references.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

using Names = std::set<std::string, std::less<>>;

/// The set of every source document that gives one, by slug.
std::unordered_map<std::string, std::string> sets_of_documents(const Site& site) {
  std::unordered_map<std::string, std::string> sets;
  const std::optional<std::uint16_t> documents = document_collection(site);
  if (!documents) return sets;
  const Collection& collection = site.collections[*documents];
  const std::optional<FieldIndex> field = collection.schema.find(Role::source_set);
  if (!field) return sets;
  for (const Entry& document : collection.entries) {
    const WrittenText* set = document.record.get<WrittenText>(*field);
    if (set != nullptr) sets.emplace(document.slug, set->text);
  }
  return sets;
}

/// Whether an entry or a row says itself that it comes from such a source. A default source is that of claims only.
bool rests_on_switched_off(const Record& record, std::span<const Field> fields, const std::vector<bool>& is_off) {
  return std::any_of(record.values().begin(), record.values().end(), [&](const FieldValue& value) {
    const Field& field = fields[value.field];
    const auto* uses = std::get_if<SourceUses>(&value.value);
    return uses != nullptr && field.type == FieldType::source && field.role != Role::default_source &&
           std::any_of(uses->sources.begin(), uses->sources.end(), [&](SourceIndex source) { return is_off[source]; });
  });
}

/// Takes the switched-off sources out of one record and numbers the others anew.
class SourceRemover {
 public:
  /// `is_off` by the number of the source.
  SourceRemover(Record& record, const std::vector<bool>& is_off) : record_(record), is_off_(is_off) {}

  void remove(std::span<const Field> fields) {
    std::vector<Source> kept;
    for (std::size_t index = 0; index < is_off_.size(); ++index) {
      new_numbers_.push_back(static_cast<SourceIndex>(kept.size()));
      if (!is_off_[index]) kept.push_back(std::move(record_.sources()[index]));
    }
    record_.sources() = std::move(kept);
    clean(record_, fields);
  }

 private:
  void clean(Record& record, std::span<const Field> fields) {
    for (FieldValue& value : record.values()) {
      if (auto* claims = std::get_if<Claims>(&value.value)) {
        std::erase_if(claims->claims, [&](const Claim& claim) { return is_off_[claim.source]; });
        for (Claim& claim : claims->claims) claim.source = new_numbers_[claim.source];
      } else if (auto* uses = std::get_if<SourceUses>(&value.value)) {
        std::erase_if(uses->sources, [&](SourceIndex source) { return is_off_[source]; });
        for (SourceIndex& source : uses->sources) source = new_numbers_[source];
      } else if (auto* rows = std::get_if<Rows>(&value.value)) {
        clean_rows(*rows, fields[value.field].fields);
      }
    }
    record.erase_values([](const FieldValue& value) { return is_empty(value.value); });
  }

  void clean_rows(Rows& rows, std::span<const Field> fields) {
    std::erase_if(rows.rows, [&](const Record& row) { return rests_on_switched_off(row, fields, is_off_); });
    for (Record& row : rows.rows) clean(row, fields);
  }

  static bool is_empty(const Value& value) {
    const auto* claims = std::get_if<Claims>(&value);
    const auto* uses = std::get_if<SourceUses>(&value);
    const auto* rows = std::get_if<Rows>(&value);
    return (claims != nullptr && claims->claims.empty()) || (uses != nullptr && uses->sources.empty()) ||
           (rows != nullptr && rows->rows.empty());
  }

  Record& record_;
  const std::vector<bool>& is_off_;
  std::vector<SourceIndex> new_numbers_;
};

class Switch {
 public:
  explicit Switch(Site& site) : site_(site), document_sets_(sets_of_documents(site)) {
    for (const SettingText& set : site.settings.switched_off) {
      if (!set.text.empty()) off_.insert(set.text);
    }
    for (const Collection& collection : site.collections) {
      for (const Entry& entry : collection.withheld) {
        for (const Source& source : entry.record.sources()) {
          if (!source.set.empty()) seen_.insert(source.set);
        }
      }
    }
  }

  void leave_out() {
    for (Collection& collection : site_.collections) {
      std::erase_if(collection.entries, [&](Entry& entry) { return !keep(entry.record, collection.schema.fields); });
    }
  }

  void report_unknown(Diagnostics& diagnostics) const {
    Names known;
    for (const auto& [document, set] : document_sets_) known.insert(set);
    known.insert(seen_.begin(), seen_.end());
    const std::vector<std::string_view> words(known.begin(), known.end());
    for (const SettingText& set : site_.settings.switched_off) {
      if (!known.contains(set.text))
        diagnostics.report(unknown_source_set, set.where, {set.text}, nearest_word(set.text, words).value_or(""));
    }
  }

 private:
  /// Takes out what is switched off; false when nothing of the entry may stay.
  bool keep(Record& record, std::span<const Field> fields) {
    std::vector<bool> is_off;
    for (const Source& source : record.sources()) {
      const std::string& set = set_of(source);
      if (!set.empty()) seen_.insert(set);
      is_off.push_back(off_.contains(set));
    }
    if (std::find(is_off.begin(), is_off.end(), true) == is_off.end()) return true;
    if (rests_on_switched_off(record, fields, is_off)) return false;
    SourceRemover(record, is_off).remove(fields);
    return true;
  }

  const std::string& set_of(const Source& source) const {
    static const std::string none;
    if (!source.is_document) return source.set;
    const auto found = document_sets_.find(source.document.id.text);
    return found == document_sets_.end() ? none : found->second;
  }

  Site& site_;
  std::unordered_map<std::string, std::string> document_sets_;
  Names off_;
  Names seen_;
};

}  // namespace

void leave_out_switched_off(Site& site, Diagnostics& diagnostics) {
  if (site.settings.switched_off.empty()) return;
  Switch switched(site);
  switched.leave_out();
  switched.report_unknown(diagnostics);
}

}  // namespace wegwijs
