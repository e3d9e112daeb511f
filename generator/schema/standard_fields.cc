#include "schema/read_schema.h"

namespace wegwijs {
namespace {

Field standard_field(std::string id, FieldType type, Role role, Label label) {
  Field field;
  field.id = std::move(id);
  field.type = type;
  field.role = role;
  field.label = std::move(label);
  return field;
}

std::vector<Field> make_standard_fields() {
  return {
      standard_field("id", FieldType::text, Role::id, {"Id", "Id"}),
      standard_field("datum", FieldType::date, Role::date, {"Datum", "Date"}),
      standard_field("bijgewerkt", FieldType::date, Role::updated, {"Bijgewerkt", "Updated"}),
      standard_field("klad", FieldType::yes_no, Role::draft, {"Klad", "Draft"}),
      standard_field("publiceren_vanaf", FieldType::date, Role::publish_from, {"Publiceren vanaf", "Publish from"}),
      standard_field("publiceren_tot", FieldType::date, Role::publish_until,
                     {"Publiceren tot en met", "Publish until"}),
      standard_field("oude_adressen", FieldType::addresses, Role::old_addresses, {"Oude adressen", "Old addresses"}),
      standard_field("adres", FieldType::text, Role::address, {"Adres", "Address"}),
      standard_field("sjabloon", FieldType::text, Role::page_template, {"Sjabloon", "Template"}),
      standard_field("volgorde", FieldType::number, Role::order, {"Volgorde", "Order"}),
  };
}

}  // namespace

std::span<const Field> standard_fields() {
  static const std::vector<Field> fields = make_standard_fields();
  return fields;
}

}  // namespace wegwijs
