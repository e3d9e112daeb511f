#include "schema/read_record.h"

#include <algorithm>
#include <map>

#include "schema/claim_rules.h"
#include "schema/key_check.h"
#include "schema/read_value.h"
#include "schema/record_rules.h"
#include "text/edit_distance.h"
#include "text/trimmed.h"

namespace wegwijs {
namespace {

const YamlNode* given_under_former_id(const YamlNode& node, const Field& field, Diagnostics& diagnostics) {
  const YamlNode* found = nullptr;
  for (const YamlNode::Entry& entry : node.entries) {
    const auto& ids = field.former_ids;
    if (std::find(ids.begin(), ids.end(), entry.key) == ids.end()) continue;
    if (node.find(field.id) != nullptr) {
      diagnostics.report(field_given_twice, entry.key_where, {entry.key, field.id});
    } else {
      diagnostics.report(renamed_field, entry.key_where, {entry.key, field.id});
      found = &entry.value;
    }
  }
  return found;
}

/// Returns the fields that were probably meant: that these are missing is no second mistake.
std::vector<std::string> report_unknown_fields(const YamlNode& node, std::span<const Field> fields,
                                               const Argument& what, Diagnostics& diagnostics) {
  std::vector<std::string> meant;
  std::vector<std::string_view> known;
  for (const Field& field : fields) {
    known.push_back(field.id);
    known.insert(known.end(), field.former_ids.begin(), field.former_ids.end());
  }
  for (const YamlNode::Entry& entry : node.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    meant.push_back(meant_key(entry.key, known));
    diagnostics.report(unknown_field, entry.key_where, {entry.key, what}, meant.back());
  }
  return meant;
}

/// Where the field is given that needs the missing ones, in one message for all.
void report_missing_with(std::string_view id, SourceSpan where, const std::vector<const Field*>& missing,
                         Diagnostics& diagnostics) {
  std::string names_nl;
  std::string names_en;
  std::string lines;
  for (const Field* field : missing) {
    const bool is_last = field == missing.back() && !names_nl.empty();
    names_nl += (names_nl.empty() ? "" : is_last ? " en " : ", ") + ("'" + field->id + "' (" + field->label.nl + ")");
    names_en += (names_en.empty() ? "" : is_last ? " and " : ", ") + ("'" + field->id + "' (" + field->label.en + ")");
    lines += (lines.empty() ? "" : ", ") + ("'" + field->id + ": …'");
  }
  diagnostics.report(missing_beside, where, {std::string(id), {names_nl, names_en}, lines});
}

/// Whether a draft has the key and not yet a value, as `new` leaves it.
bool is_left_open(const YamlNode& value, const RecordInProgress& progress) {
  const bool is_empty =
      value.kind == YamlNode::Kind::null || (value.kind == YamlNode::Kind::scalar && trimmed(value.text).empty());
  return progress.is_draft && is_empty;
}

/// Sources come first, then the defaults, because claims refer to both; the order of the fields is restored afterwards.
void read_what_claims_refer_to(const YamlNode& node, RecordInProgress& progress) {
  const Schema& schema = progress.schema;
  if (const std::optional<FieldIndex> index = schema.find(Role::sources)) {
    const Field& field = schema.fields[*index];
    const YamlNode* sources = node.find(field.id);
    if (field.type == FieldType::sources && sources != nullptr && !is_left_open(*sources, progress))
      read_sources(*sources, progress);
  }
  if (const std::optional<FieldIndex> index = schema.find(Role::default_source)) {
    const YamlNode* source = node.find(schema.fields[*index].id);
    if (source != nullptr && !is_left_open(*source, progress)) progress.default_source = read_source_use(*source, progress);
  }
  if (const std::optional<FieldIndex> index = schema.find(Role::default_as_of)) {
    const YamlNode* as_of = node.find(schema.fields[*index].id);
    if (as_of != nullptr) progress.default_as_of = read_as_of(as_of->text);
  }
}

/// The value that marks the file as a draft; null when it is none.
const YamlNode* draft_mark(const YamlNode& node, const Schema& schema) {
  const std::optional<FieldIndex> index = schema.find(Role::draft);
  const YamlNode* mark = index ? node.find(schema.fields[*index].id) : nullptr;
  return mark != nullptr && read_yes_no(mark->text).value_or(false) ? mark : nullptr;
}

void report_lacking(std::vector<std::string> lacking, SourceSpan where, Diagnostics& diagnostics) {
  if (lacking.empty()) return;
  std::sort(lacking.begin(), lacking.end());
  lacking.erase(std::unique(lacking.begin(), lacking.end()), lacking.end());
  std::string listed;
  for (const std::string& field : lacking) listed += (listed.empty() ? "" : ", ") + field;
  diagnostics.report(draft_lacks, where, {listed});
}

bool applies_to(const AppliesTo& condition, const Record& record) {
  const Choices* choices = record.get<Choices>(condition.field);
  // Nothing known of the other field: then nobody can say that this one does not apply.
  if (choices == nullptr) return true;
  return std::any_of(choices->options.begin(), choices->options.end(), [&](std::uint16_t option) {
    return std::find(condition.any_of.begin(), condition.any_of.end(), option) != condition.any_of.end();
  });
}

SourceSpan place_of(const FieldValue& value) {
  const auto* claims = std::get_if<Claims>(&value.value);
  return claims == nullptr || claims->claims.empty() ? value.where : claims->claims.front().where;
}

/// Takes out what the file says on a field that does not apply to it, so that no page, list or count has it.
void leave_out_inapplicable(const Schema& schema, Record& record, Diagnostics& diagnostics) {
  std::vector<FieldIndex> left_out;
  record.remove_values([&](const FieldValue& value) {
    const Field& field = schema.fields[value.field];
    if (!field.applies_to || applies_to(*field.applies_to, record)) return false;
    const Field& condition = schema.fields[field.applies_to->field];
    std::string options;
    for (const std::uint16_t option : field.applies_to->any_of)
      options += (options.empty() ? "" : ", ") + condition.options[option].id;
    diagnostics.report(claim_not_applicable, place_of(value), {field.id, condition.id, options});
    left_out.push_back(value.field);
    return true;
  });
  for (const FieldIndex field : left_out) record.add_told(field);
}

}  // namespace

void read_fields(const YamlNode& node, std::span<const Field> fields, const Argument& what, Record& record,
                 RecordInProgress& progress) {
  const std::vector<std::string> meant = report_unknown_fields(node, fields, what, progress.diagnostics);
  record.reserve(node.entries.size());
  std::map<std::string_view, std::vector<const Field*>> missing_with;
  for (std::size_t index = 0; index < fields.size(); ++index) {
    const Field& field = fields[index];
    const YamlNode* value_node = node.find(field.id);
    if (!field.former_ids.empty()) {
      const YamlNode* former = given_under_former_id(node, field, progress.diagnostics);
      if (value_node == nullptr) value_node = former;
    }
    if (value_node == nullptr) {
      const YamlNode* needed_with = field.required_with.empty() ? nullptr : node.find(field.required_with);
      const bool is_misspelt = std::find(meant.begin(), meant.end(), field.id) != meant.end();
      if (is_misspelt) record.add_told(static_cast<FieldIndex>(index));
      if (is_misspelt || (!field.required && needed_with == nullptr)) continue;
      if (progress.is_draft) {
        progress.lacking.push_back(field.id);
      } else if (field.required) {
        progress.diagnostics.report(missing_field, node.where, {field.id, {field.label.nl, field.label.en}});
      } else {
        missing_with[field.required_with].push_back(&field);
      }
      continue;
    }
    if (is_left_open(*value_node, progress)) {
      progress.lacking.push_back(field.id);
      record.add_told(static_cast<FieldIndex>(index));
      continue;
    }
    std::optional<Value> value = read_value(*value_node, field, progress);
    if (value) {
      record.add({static_cast<FieldIndex>(index), value_node->where, std::move(*value)});
    } else {
      record.add_told(static_cast<FieldIndex>(index));
    }
  }
  for (const auto& [id, missing] : missing_with)
    report_missing_with(id, node.find(id)->where, missing, progress.diagnostics);
}

Record read_record(const YamlNode& node, const Schema& schema, Diagnostics& diagnostics) {
  const YamlNode* const draft = draft_mark(node, schema);
  RecordInProgress progress{schema, {}, std::nullopt, std::nullopt, diagnostics, draft != nullptr, {}};
  const Argument what =
      schema.label_one.empty() ? Argument(schema.id) : Argument(schema.label_one.nl, schema.label_one.en);
  if (node.kind != YamlNode::Kind::map) {
    report_wrong_value(node, what.in(Language::nl),
                       {"een groep regels 'sleutel: waarde'", "a group of lines 'key: value'"}, diagnostics);
    return {};
  }
  if (node.entries.empty()) {
    diagnostics.report(empty_record, node.where, {what});
    return {};
  }
  read_what_claims_refer_to(node, progress);
  Record values;
  read_fields(node, schema.fields, what, values, progress);
  values.sources() = std::move(progress.record.sources());
  if (draft != nullptr) report_lacking(std::move(progress.lacking), draft->where, diagnostics);
  leave_out_inapplicable(schema, values, diagnostics);
  return values;
}

}  // namespace wegwijs
