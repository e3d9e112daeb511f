#include "schema/read_schema.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "schema/field_types.h"
#include "schema/key_check.h"
#include "schema/key_rules.h"
#include "schema/read_claim_words.h"
#include "schema/read_options.h"
#include "schema/role_words.h"
#include "schema/schema_defaults.h"
#include "schema/schema_rules.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/folding.h"

namespace wegwijs {
namespace {

/// The words of the types, for the message about one that is not known.
std::vector<Words<FieldType>> type_words() {
  std::vector<Words<FieldType>> words;
  for (const FieldTypeRow& row : field_type_rows()) words.emplace_back(row.word, row.type);
  return words;
}

bool needs(FieldType type, FieldNeeds needed) {
  return type_row(type).needs == needed;
}

/// What programmers write for a form: "[0-9]{4}", "^99$", "\\d+", "A*", "(vmbo|havo)". Brackets and signs that stand by
/// themselves, as in "(999) 99-99" and "+31 99", are none.
bool is_regular_expression(std::string_view pattern) {
  if (pattern.starts_with('^') || pattern.ends_with('$') || pattern.find('|') != std::string_view::npos) return true;
  for (std::size_t index = 0; index < pattern.size(); ++index) {
    const char sign = pattern[index];
    const char before = index > 0 ? pattern[index - 1] : ' ';
    const bool follows = is_letter(before) || is_digit(before) || before == ']' || before == ')' || before == '.';
    if (sign == '\\' && index + 1 < pattern.size() && (is_letter(pattern[index + 1]) || before == ' ')) return true;
    if ((sign == '*' || sign == '+' || sign == '?') && follows) return true;
    if (sign == '{' && follows && index + 1 < pattern.size() && is_digit(pattern[index + 1])) return true;
    if (sign == '[' && pattern.find(']', index) != std::string_view::npos) return true;
  }
  return false;
}

/// Reads one schema file; lists and groups first, because fields refer to them.
class SchemaReader {
 public:
  SchemaReader(const YamlNode& node, Diagnostics& diagnostics) : node_(node), diagnostics_(diagnostics) {}

  Schema read() {
    const MapReader top(node_, {"een schema", "a schema"}, diagnostics_);
    top.check_keys({"id", "version", "label", "label_one", "option_lists", "groups", "fields", "unique", "claims",
                    "holds_documents", "readers"});
    schema_.id = top.text("id").value_or("");
    schema_.version = top.text("version").value_or("");
    schema_.label = read_label(node_.find("label"), diagnostics_);
    schema_.label_one = read_label(node_.find("label_one"), diagnostics_);
    schema_.readers = read_label(node_.find("readers"), diagnostics_);
    schema_.holds_documents = top.yes_no("holds_documents", false);
    schema_.claims = read_claim_words(node_.find("claims"), schema_defaults().claims, diagnostics_);
    read_option_lists(node_.find("option_lists"));
    if (node_.kind == YamlNode::Kind::map && node_.find("fields") == nullptr) {
      // Everything below would only say so again.
      if (!is_fields_misspelt()) diagnostics_.report(missing_key, node_.where, {"fields", {"een schema", "a schema"}});
      return std::move(schema_);
    }
    for (const YamlNode& element : top.elements("groups")) read_group(element);
    for (const YamlNode& element : top.elements("fields")) schema_.fields.push_back(read_field(element, true));
    report_repeated_ids(schema_.fields);
    for (const auto& [index, node] : conditions_) schema_.fields[index].applies_to = read_condition(*node);
    read_unique(top);
    if (!schema_.find(Role::title)) diagnostics_.report(schema_title_missing, node_.where);
    add_usual_roles();
    add_standard_fields();
    check_level_field();
    check_fields_named_by_fields();
    return std::move(schema_);
  }

 private:
  bool is_fields_misspelt() const {
    constexpr std::array<std::string_view, 1> wanted{"fields"};
    return std::any_of(node_.entries.begin(), node_.entries.end(),
                       [&](const YamlNode::Entry& entry) { return meant_key(entry.key, wanted) == "fields"; });
  }

  void read_option_lists(const YamlNode* node) {
    if (node == nullptr) return;
    const MapReader reader(*node, "option_lists", diagnostics_);
    for (const YamlNode::Entry& entry : node->entries)
      option_lists_[entry.key] = read_options(entry.value, diagnostics_);
  }

  void read_group(const YamlNode& node) {
    const MapReader reader(node, {"een groep", "a group"}, diagnostics_);
    reader.check_keys({"id", "label", "plain", "help"});
    Group group{reader.required_text("id").value_or(""), read_label(node.find("label"), diagnostics_),
                read_label(node.find("plain"), diagnostics_), read_label(node.find("help"), diagnostics_)};
    if (group.label.empty()) diagnostics_.report(schema_label_missing, node.where, {group.id});
    if (const YamlNode* id = node.find("id")) check_id_form(*id, diagnostics_);
    const bool repeated = find_group(group.id).has_value();
    if (repeated) diagnostics_.report(schema_declared_twice, node.where, {group.id});
    if (!repeated) report_repeated_label(schema_.groups, group, node.where, diagnostics_);
    schema_.groups.push_back(std::move(group));
  }

  std::optional<std::uint16_t> find_group(std::string_view id) const {
    for (std::size_t index = 0; index < schema_.groups.size(); ++index) {
      if (schema_.groups[index].id == id) return static_cast<std::uint16_t>(index);
    }
    return std::nullopt;
  }

  Field read_field(const YamlNode& node, bool top_level) {
    const MapReader reader(node, {"een veld", "a field"}, diagnostics_);
    reader.check_keys({"id",       "type",       "role",       "group",      "label",      "plain",    "help",
                       "question", "options",    "to",         "fields",     "unit",       "basis",    "pattern",
                       "made_of",  "taken_from", "max_length", "former_ids", "applies_to", "required", "required_with",
                       "compare",  "facet",      "search",     "on_page",    "complete"});
    Field field;
    field.where = node.where;
    field.id = reader.required_text("id").value_or("");
    if (const YamlNode* id = node.find("id")) {
      field.where = id->where;
      check_id_form(*id, diagnostics_);
    }
    field.label = read_label(node.find("label"), diagnostics_);
    field.plain = read_label(node.find("plain"), diagnostics_);
    field.help = read_label(node.find("help"), diagnostics_);
    field.question = read_label(node.find("question"), diagnostics_);
    if (field.label.empty()) diagnostics_.report(schema_label_missing, field.where, {field.id});
    field.unit = reader.text("unit").value_or("");
    field.basis = reader.text("basis").value_or("");
    field.pattern = reader.text("pattern").value_or("");
    field.made_of = reader.text("made_of").value_or("");
    field.taken_from = reader.text("taken_from").value_or("");
    if (is_regular_expression(field.pattern))
      diagnostics_.report(schema_pattern_form, node.find("pattern")->where, {field.pattern});
    field.max_length = static_cast<std::size_t>(std::max(0L, reader.whole_number("max_length").value_or(0)));
    field.former_ids = reader.texts("former_ids");
    field.required = reader.yes_no("required", false);
    field.required_with = reader.text("required_with").value_or("");
    field.compare = reader.yes_no("compare", false);
    field.facet = reader.yes_no("facet", false);
    field.search = reader.yes_no("search", false);
    field.on_page = reader.yes_no("on_page", true);
    field.complete = reader.yes_no("complete", false);
    read_type(reader, field);
    read_role(reader, field);
    if (top_level) report_role_twice(reader, field.role);
    if (!top_level && field.role != Role::none)
      diagnostics_.report(schema_role_in_row, reader.find("role")->where, {reader.find("role")->text, field.id});
    read_group_of(reader, field);
    report_without_effect(reader, field);
    const YamlNode* condition = node.find("applies_to");
    if (condition != nullptr && top_level) conditions_.emplace_back(schema_.fields.size(), condition);
    return field;
  }

  template <typename Declared>
  static std::vector<std::string_view> ids_of(const std::vector<Declared>& declared) {
    std::vector<std::string_view> ids;
    for (const Declared& one : declared) ids.push_back(one.id);
    return ids;
  }

  void report_not_declared(const YamlNode& word, std::string where, const std::vector<std::string_view>& declared) {
    diagnostics_.report(schema_not_declared, word.where, {word.text, std::move(where)},
                        nearest_word(word.text, declared).value_or(""));
  }

  void read_type(const MapReader& reader, Field& field) {
    const std::optional<std::string> word = reader.required_text("type");
    if (!word) return;
    const std::optional<FieldType> type = field_type_named(*word);
    if (!type)
      report_unknown_word<FieldType>(*reader.find("type"), type_words(), {"soort veld", "type of field"}, diagnostics_);
    field.type = type.value_or(FieldType::text);
    read_options_of(reader, field, *word);
    read_target_of(reader, field, *word);
    read_fields_of(reader, field, *word);
  }

  /// Whether `key` is given exactly when the type of the field needs it; reports otherwise.
  bool given_where_needed(const MapReader& reader, const Field& field, bool needed, std::string_view key,
                          const std::string& type_word) {
    const YamlNode* node = reader.find(key);
    if (node == nullptr && needed)
      diagnostics_.report(schema_needed_by_type, field.where, {std::string(key), type_word});
    if (node != nullptr && !needed)
      diagnostics_.report(schema_not_for_type, node->where, {std::string(key), type_word});
    return node != nullptr && needed;
  }

  void read_options_of(const MapReader& reader, Field& field, const std::string& type_word) {
    if (!field.taken_from.empty() && reader.find("options") == nullptr) return;  // of the entry referred to
    if (!given_where_needed(reader, field, needs(field.type, FieldNeeds::options), "options", type_word)) return;
    const YamlNode& options = *reader.find("options");
    if (options.kind == YamlNode::Kind::sequence) {
      field.options = read_options(options, diagnostics_);
      return;
    }
    const auto found = option_lists_.find(options.text);
    if (found == option_lists_.end()) {
      std::vector<std::string_view> lists;
      for (const auto& [name, list] : option_lists_) lists.push_back(name);
      report_not_declared(options, "option_lists", lists);
    } else {
      field.options = found->second;
    }
  }

  void read_target_of(const MapReader& reader, Field& field, const std::string& type_word) {
    if (given_where_needed(reader, field, needs(field.type, FieldNeeds::target), "to", type_word))
      field.target = reader.text("to").value_or("");
  }

  void read_fields_of(const MapReader& reader, Field& field, const std::string& type_word) {
    if (!given_where_needed(reader, field, needs(field.type, FieldNeeds::fields), "fields", type_word)) return;
    for (const YamlNode& element : reader.elements("fields")) field.fields.push_back(read_field(element, false));
    report_repeated_ids(field.fields);
  }

  void read_role(const MapReader& reader, Field& field) {
    const YamlNode* node = reader.find("role");
    if (node == nullptr) return;
    const std::optional<Role> role = role_named(node->text);
    if (!role) report_unknown_word(*node, role_words(), {"rol", "role"}, diagnostics_);
    field.role = role.value_or(Role::none);
  }

  /// What is asked for by its role is looked for once.
  void report_role_twice(const MapReader& reader, Role role) {
    const std::optional<FieldIndex> other = role == Role::none ? std::nullopt : schema_.find(role);
    if (!other) return;
    const YamlNode& node = *reader.find("role");
    diagnostics_.report(schema_role_twice, node.where, {node.text, schema_.fields[*other].id});
  }

  void read_group_of(const MapReader& reader, Field& field) {
    const YamlNode* node = reader.find("group");
    if (node == nullptr) return;
    field.group = find_group(node->text);
    if (!field.group) report_not_declared(*node, "groups", ids_of(schema_.groups));
  }

  /// Keys that do nothing at a field of this type. Readers choose by every kind of support anyhow (views/facets.h).
  void report_without_effect(const MapReader& reader, const Field& field) {
    const YamlNode* type = reader.find("type");
    if (type == nullptr || !field_type_named(type->text)) return;
    const FieldTypeRow& row = type_row(field.type);
    const auto report = [&](std::string_view key, bool is_given, bool has_effect) {
      if (is_given && !has_effect && reader.find(key) != nullptr)
        diagnostics_.report(schema_without_effect, reader.find(key)->where, {std::string(key), type->text});
    };
    report("facet", field.facet, !row.is_claim);
    report("compare", field.compare, row.is_claim);
    report("search", field.search, row.searched_as != SearchedAs::nothing && row.searched_as != SearchedAs::rows);
    report("pattern", !field.pattern.empty(), row.has_pattern);
    report("max_length", field.max_length > 0, row.has_length);
  }

  void report_repeated_ids(const std::vector<Field>& fields) {
    for (std::size_t index = 0; index < fields.size(); ++index) {
      for (std::size_t earlier = 0; earlier < index; ++earlier) {
        if (fields[earlier].id != fields[index].id) continue;
        diagnostics_.report(schema_declared_twice, fields[index].where, {fields[index].id});
        break;
      }
    }
  }

  std::optional<AppliesTo> read_condition(const YamlNode& node) {
    const MapReader reader(node, "applies_to", diagnostics_);
    reader.check_keys({"field", "any_of"});
    const std::optional<std::string> id = reader.required_text("field");
    if (!id) return std::nullopt;
    const std::optional<FieldIndex> field = schema_.find(*id);
    if (!field) {
      report_not_declared(*reader.find("field"), "fields", ids_of(schema_.fields));
      return std::nullopt;
    }
    AppliesTo condition{*field, {}};
    // One option may stand without brackets.
    const YamlNode* any_of = reader.find("any_of");
    const bool is_one = any_of != nullptr && any_of->kind == YamlNode::Kind::scalar;
    for (const YamlNode& word : is_one ? std::span(any_of, 1) : reader.elements("any_of")) {
      const std::optional<std::uint16_t> option = schema_.fields[*field].option(word.text);
      if (option) condition.any_of.push_back(*option);
      if (!option) report_not_declared(word, "options", ids_of(schema_.fields[*field].options));
    }
    return condition;
  }

  void check_fields_named_by_fields() {
    for (const Field& field : schema_.fields) {
      const std::optional<FieldIndex> from = schema_.find(field.taken_from);
      if (!field.taken_from.empty() && (!from || !needs(schema_.fields[*from].type, FieldNeeds::target)))
        report_not_declared(named(field.taken_from, field), "fields", ids_of(schema_.fields));
      for (const std::string& name : names_in_braces(field.made_of)) {
        if (!schema_.find(name)) report_not_declared(named(name, field), "fields", ids_of(schema_.fields));
      }
    }
  }

  static YamlNode named(std::string name, const Field& field) {
    YamlNode node;
    node.text = std::move(name);
    node.where = field.where;
    return node;
  }

  void read_unique(const MapReader& top) {
    for (const YamlNode& combination : top.elements("unique")) {
      std::vector<FieldIndex> fields;
      // One field may stand without brackets of its own.
      const bool is_list = combination.kind == YamlNode::Kind::sequence;
      for (const YamlNode& element : is_list ? std::span(combination.elements) : std::span(&combination, 1)) {
        const std::optional<FieldIndex> field = schema_.find(element.text);
        if (field) fields.push_back(*field);
        if (!field) report_not_declared(element, "fields", ids_of(schema_.fields));
      }
      schema_.unique.push_back(std::move(fields));
    }
  }

  /// The roles that fields have by their usual ids, where the schema gives them to no field.
  void add_usual_roles() {
    for (const auto& [id, role] : schema_defaults().roles) {
      const std::optional<FieldIndex> field = schema_.find(id);
      if (field && schema_.fields[*field].role == Role::none && !schema_.find(role)) schema_.fields[*field].role = role;
    }
  }

  /// A field of levels that the schema names itself must be there, and have options.
  void check_level_field() {
    const YamlNode* claims = node_.find("claims");
    const YamlNode* scope = claims == nullptr ? nullptr : claims->find("scope");
    const YamlNode* levels = scope == nullptr ? nullptr : scope->find("levels");
    if (levels == nullptr) return;
    const std::optional<FieldIndex> field = schema_.find(levels->text);
    if (field && needs(schema_.fields[*field].type, FieldNeeds::options)) return;
    std::vector<std::string_view> known;
    for (const Field& one : schema_.fields) {
      if (needs(one.type, FieldNeeds::options)) known.push_back(one.id);
    }
    report_not_declared(*levels, "fields", known);
  }

  void add_standard_fields() {
    for (const Field& field : standard_fields()) {
      if (!schema_.find(field.role) && !schema_.find(field.id)) schema_.fields.push_back(field);
    }
  }

  const YamlNode& node_;
  Diagnostics& diagnostics_;
  Schema schema_;
  std::map<std::string, std::vector<Option>, std::less<>> option_lists_;
  std::vector<std::pair<std::size_t, const YamlNode*>> conditions_;
};

/// Rows of one schema, or parts of one row, that a reader cannot tell apart.
void report_repeated_labels(const std::vector<Field>& fields, Diagnostics& diagnostics) {
  std::map<std::string, const Field*> first_with;
  for (const Field& field : fields) {
    report_repeated_labels(field.fields, diagnostics);
    const auto [found, is_new] = first_with.emplace(folded(field.label.nl), &field);
    // The standard fields have no place in this file.
    if (!is_new && field.where.file != no_file)
      diagnostics.report(schema_label_repeated, field.where, {field.id, found->second->id, field.label.nl});
  }
}

}  // namespace

std::optional<Schema> read_schema(const YamlNode& node, Diagnostics& diagnostics) {
  Diagnostics found;
  Schema schema = SchemaReader(node, found).read();
  const bool usable = !found.has_errors();
  if (usable) report_repeated_labels(schema.fields, found);
  diagnostics.append(std::move(found));
  if (!usable) return std::nullopt;
  return schema;
}

}  // namespace wegwijs
