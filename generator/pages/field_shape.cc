#include <algorithm>

#include "pages/field_data.h"
#include "schema/field_types.h"
#include "schema/role_words.h"
#include "templates/shape_stack.h"

namespace wegwijs {
namespace {

constexpr std::string_view row_partial = "veld-rijen";

/// The partials of items that have no rows: so that rows within rows come to an end in the shape as they do in the
/// data.
std::vector<std::string> partials_without_rows() {
  std::vector<std::string> partials = field_partials();
  std::erase(partials, row_partial);
  return partials;
}

DataShape item_shape(const ShapeScope& scope, DataShape list_item, DataShape row, bool has_rows) {
  static const DataShape partial = DataShape::partial_name(partials_without_rows());
  DataShape shape = common_item_shape(scope);
  if (!has_rows) shape.set("partial", partial);
  shape.set("items", DataShape::list(std::move(list_item)));
  shape.set("rows", DataShape::list(std::move(row)));
  return shape;
}

/// The rows of a field that has none in this schema: a template for another one may go over them.
DataShape row_of_other_schemas() {
  DataShape row = texts_shape({"number"});
  for (const std::string_view name : {"cells", "fields"}) row.allow_absent(name);
  return row;
}

/// The item of a field without rows or references, asked for by the name of the field.
DataShape item_of_plain_field(const ShapeScope& scope) {
  static const DataShape one = [&] {
    DataShape list_item = list_item_shape(scope);
    list_item.allow_absent("fields");
    return item_shape(scope, std::move(list_item), row_of_other_schemas(), false);
  }();
  return one;
}

}  // namespace

std::string_view partial_for(FieldType type) {
  return type_row(type).partial;
}

std::vector<std::string> field_partials() {
  std::vector<std::string> partials;
  for (const FieldTypeRow& row : field_type_rows()) {
    if (std::find(partials.begin(), partials.end(), row.partial) == partials.end()) partials.emplace_back(row.partial);
  }
  return partials;
}

bool is_shown_in_group(const Field& field) {
  return field.group.has_value() && field.role != Role::title && field.role != Role::summary;
}

int depth_of_rows(std::span<const Field> fields) {
  int depth = 0;
  for (const Field& field : fields) {
    if (!field.fields.empty()) depth = std::max(depth, 1 + depth_of_rows(field.fields));
  }
  return depth;
}

DataShape texts_shape(std::initializer_list<std::string_view> names) {
  std::vector<std::pair<std::string, DataShape>> members;
  for (const std::string_view name : names) members.emplace_back(std::string(name), DataShape::text());
  return DataShape::map(std::move(members));
}

DataShape any_item_shape(const ShapeScope& scope, int depth) {
  static const DataShape without_rows = item_shape(scope, list_item_shape(scope), texts_shape({"number"}), false);
  if (depth == 0) return without_rows;
  DataShape row = texts_shape({"number"});
  row.set("cells", DataShape::list(any_item_shape(scope, depth - 1)));
  row.allow_unnamed("fields");
  return item_shape(scope, list_item_shape(scope), std::move(row), true);
}

DataShape field_item_shape(const ShapeScope& scope, const Field& field) {
  if (field.target.empty() && field.fields.empty()) return item_of_plain_field(scope);
  DataShape list_item = list_item_shape(scope);
  list_item.allow_absent("fields");
  const std::optional<std::uint16_t> target =
      field.target.empty() ? std::nullopt : scope.context.site.find_collection(field.target);
  if (target && scope.context.site.collections[*target].rule->address.text.empty()) {
    DataShape fields = DataShape::map({});
    for (const Field& one : scope.context.site.collections[*target].schema.fields)
      fields.set(one.id, any_item_shape(scope, 0));
    list_item.set("fields", std::move(fields));
  }
  const int depth = depth_of_rows(field.fields);
  DataShape row = row_of_other_schemas();
  if (!field.fields.empty()) {
    row.set("cells", DataShape::list(any_item_shape(scope, depth)));
    row.set("fields", items_by_id_shape(scope, field.fields));
  }
  return item_shape(scope, std::move(list_item), std::move(row), !field.fields.empty());
}

DataShape items_by_id_shape(const ShapeScope& scope, std::span<const Field> fields) {
  DataShape shape = DataShape::map({});
  for (const Field& field : fields) shape.set(field.id, field_item_shape(scope, field));
  // A template may ask for fields that only other schemas have.
  shape.set(std::string(any_other_member), DataShape::text());
  return shape;
}

DataShape items_by_role_shape(const ShapeScope& scope, const Schema& schema) {
  const auto shape_of = [&](std::optional<FieldIndex> field) {
    return field ? field_item_shape(scope, schema.fields[*field]) : item_of_plain_field(scope);
  };
  DataShape shape = DataShape::map({{"levels", shape_of(schema.level_field())}});
  for (const auto& [word, role] : role_words()) shape.set(std::string(word), shape_of(schema.find(role)));
  return shape;
}

}  // namespace wegwijs
