#pragma once

#include <string_view>

#include "pages/page_data.h"
#include "pages/told.h"

namespace wegwijs {

struct FieldItem;

/// An element of `items` of a field: a line, an option, a reference or a source. What does not apply to it is null.
struct ListItem {
  Data id = {}, text = {}, language = {}, help = {}, summary = {}, address = {}, title = {}, kind = {}, place = {},
       date = {}, publisher = {}, note = {}, gone = {}, calendar = {}, calendar_place = {};
};

/// Makes the field items of one entry, as themes/README.md describes them.
class FieldDataBuilder : public Teller {
 public:
  FieldDataBuilder(const PageContext& page_context, DataArena& data_arena, EntryNumber entry, PageNotes& notes)
      : Teller(page_context, data_arena), entry_(entry), notes_(notes) {}

  /// The item of one field; `value` may be null (a claim field that nobody looked at).
  Data item(const Field& field, FieldIndex index, const Value* value);
  /// A map from field id to item, with null for what the entry does not give.
  Data items_by_id(std::span<const Field> fields, const Record& record);
  /// The same items (`by_id`) by role: null for a role that the schema gives to no field. `levels`: the field of the
  /// levels.
  Data items_by_role(const Schema& schema, const Data& by_id);
  /// One claim of the entry.
  Data claim(const Claim& claim);
  /// The source of a claim of the entry.
  Data source_of(const Claim& claim) { return source(sources()[claim.source]); }

  const Schema& schema() const { return site.schema(entry_); }

 private:
  void fill(const Field& field, FieldIndex index, const Value& value, FieldItem& item);
  Data choice_items(const Field& field, FieldIndex index, const Choices& choices);
  Data reference_items(const Field& field, const References& references);
  Data document_fields(EntryNumber document);
  Data row_list(const Field& field, const Rows& rows);
  Data source(const Source& source);
  Data source_items(const SourceUses& uses);
  Data text_items(const Texts& texts);

  /// Rows have sources of their file, not of themselves.
  const std::vector<Source>& sources() const { return site.entry(entry_).record.sources(); }

  EntryNumber entry_;
  PageNotes& notes_;
};

/// `tel:` and the number, so that a telephone calls it from anywhere it can be called from.
std::string phone_link(std::string_view phone);
/// An address as people read it: without scheme and without a slash at the end.
std::string_view readable_address(std::string_view address);
/// The partial that shows a field of this type.
std::string_view partial_for(FieldType type);
/// Every partial that `partial_for` can give: a closed set, which every theme has completely.
std::vector<std::string> field_partials();

/// Whether the field is shown among those of its group: title and summary have places of their own.
bool is_shown_in_group(const Field& field);

/// What every field item is told, whatever the type of its field; rows and references of a schema come on top of it.
DataShape common_item_shape(const ShapeScope& scope);
/// The shape of the item of one field.
DataShape field_item_shape(const ShapeScope& scope, const Field& field);
/// The shape of an item of any field: what a template meets that goes over the fields of a group. `depth` is how many
/// rows stand within rows.
DataShape any_item_shape(const ShapeScope& scope, int depth);
/// The map from field id to item.
DataShape items_by_id_shape(const ShapeScope& scope, std::span<const Field> fields);
DataShape items_by_role_shape(const ShapeScope& scope, const Schema& schema);
/// A map of texts.
DataShape texts_shape(std::initializer_list<std::string_view> names);
/// A `ListItem`; the source of a claim is one too.
DataShape list_item_shape(const ShapeScope& scope);
DataShape claim_shape(const ShapeScope& scope);
int depth_of_rows(std::span<const Field> fields);

}  // namespace wegwijs
