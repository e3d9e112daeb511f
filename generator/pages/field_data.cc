#include "pages/field_data.h"

#include <algorithm>

#include "pages/table_data.h"
#include "schema/role_words.h"
#include "text/ascii.h"
#include "views/claims.h"
#include "views/moments.h"
#include "views/sources.h"

namespace wegwijs {
namespace {

constexpr Told<FieldDataBuilder, ListItem> list_item_members[] = {
    {"id", as_text, given<&ListItem::id>},
    {"text", as_text, given<&ListItem::text>},
    {"language", as_text, given<&ListItem::language>},
    {"help", as_text, given<&ListItem::help>},
    {"summary", as_text, given<&ListItem::summary>},
    {"address", as_text, given<&ListItem::address>},
    {"title", as_text, given<&ListItem::title>},
    {"kind", as_text, given<&ListItem::kind>},
    {"place", as_text, given<&ListItem::place>},
    {"date", as_text, given<&ListItem::date>},
    {"publisher", as_text, given<&ListItem::publisher>},
    {"note", as_text, given<&ListItem::note>},
    {"gone", as_text, given<&ListItem::gone>},
    {"calendar", as_text, given<&ListItem::calendar>},
    {"calendar_place", as_text, given<&ListItem::calendar_place>},
};

constexpr Told<FieldDataBuilder, Claim> claim_members[] = {
    {"status", as_text, [](FieldDataBuilder&, const Claim& claim) { return Data::text(look_of(claim.means)); }},
    {"status_label", as_text,
     [](FieldDataBuilder& one, const Claim& claim) {
       return Data::text(status_of(one.schema(), claim).label.in(one.language()));
     }},
    {"explanation", as_text, [](FieldDataBuilder&, const Claim& claim) { return Data::text(claim.explanation); }},
    {"source", list_item_shape, [](FieldDataBuilder& one, const Claim& claim) { return one.source_of(claim); }},
    {"date", as_text,
     [](FieldDataBuilder& one, const Claim& claim) { return one.text(as_of_in_words(claim.as_of, one.language())); }},
    {"is_dated", as_yes_no,
     [](FieldDataBuilder&, const Claim& claim) { return Data::boolean(claim.as_of.is_known()); }},
    {"is_old", as_yes_no,
     [](FieldDataBuilder& one, const Claim& claim) { return Data::boolean(is_old(claim, one.context.today)); }},
    {"year", as_text,
     [](FieldDataBuilder& one, const Claim& claim) {
       return claim.as_of.is_known() ? one.text(std::to_string(claim.as_of.last_day().year)) : Data();
     }},
    {"scope", as_text,
     [](FieldDataBuilder& one, const Claim& claim) {
       return one.text(scope_in_words(one.schema(), claim.scope, one.language()));
     }},
    {"amount", as_text,
     [](FieldDataBuilder& one, const Claim& claim) {
       return one.text(amount_in_words(one.schema(), claim, one.language()));
     }},
    {"condition", as_text,
     [](FieldDataBuilder& one, const Claim& claim) {
       return one.text(condition_in_words(one.schema(), claim, one.language()));
     }},
    {"from", as_text,
     [](FieldDataBuilder& one, const Claim& claim) {
       return claim.from ? one.text(as_of_in_words(*claim.from, one.language())) : Data();
     }},
    {"checked", as_text,
     [](FieldDataBuilder& one, const Claim& claim) {
       return one.text(checked_in_words(one.schema(), claim, one.language()));
     }},
};

DataShape as_partial(const ShapeScope& /*scope*/) {
  return DataShape::partial_name(field_partials());
}

/// Which ones depends on the schema.
DataShape as_rows(const ShapeScope& /*scope*/) {
  return DataShape::list(DataShape::map({}));
}

}  // namespace

/// The members of an item that depend on its value, and its field.
struct FieldItem {
  const Field& field;
  Data text = {}, html = {}, items = {}, link = {}, rows = {}, row_count = {}, claims = {}, first = {}, iso = {},
       table = {};
  bool differs = false;
  bool is_past = false;
  int school_years_ago = 0;
};

namespace {

constexpr Told<FieldDataBuilder, FieldItem> item_members[] = {
    {"id", as_text, [](FieldDataBuilder&, const FieldItem& item) { return Data::text(item.field.id); }},
    {"label", as_text, [](FieldDataBuilder& one, const FieldItem& item) { return one.words(item.field.label); }},
    {"plain", as_text,
     [](FieldDataBuilder& one, const FieldItem& item) { return one.words(item.field.plain_or_label()); }},
    {"help", as_text, [](FieldDataBuilder& one, const FieldItem& item) { return one.words(item.field.help); }},
    {"question", as_text, [](FieldDataBuilder& one, const FieldItem& item) { return one.words(item.field.question); }},
    {"unit", as_text, [](FieldDataBuilder& one, const FieldItem& item) { return one.text(item.field.unit); }},
    {"partial", as_partial,
     [](FieldDataBuilder&, const FieldItem& item) { return Data::text(partial_for(item.field.type)); }},
    {"text", as_text, given<&FieldItem::text>},
    {"html", as_html, given<&FieldItem::html>},
    {"items", as_list_of<list_item_shape>, given<&FieldItem::items>},
    {"link", as_text, given<&FieldItem::link>},
    {"rows", as_rows, given<&FieldItem::rows>},
    {"row_count", as_text, given<&FieldItem::row_count>},
    {"claims", as_list_of<claim_shape>, given<&FieldItem::claims>},
    {"first", claim_shape, given<&FieldItem::first>},
    {"differs", as_yes_no, given<&FieldItem::differs>},
    {"iso", as_text, given<&FieldItem::iso>},
    {"is_past", as_yes_no, given<&FieldItem::is_past>},
    {"is_last_year", as_yes_no,
     [](FieldDataBuilder&, const FieldItem& item) { return Data::boolean(item.school_years_ago == 1); }},
    {"is_older", as_yes_no,
     [](FieldDataBuilder&, const FieldItem& item) { return Data::boolean(item.school_years_ago > 1); }},
    {"table", table_shape, given<&FieldItem::table>},
};

}  // namespace

DataShape list_item_shape(const ShapeScope& scope) {
  static const DataShape one = [&] {
    DataShape shape = as_map<list_item_members>(scope);
    shape.allow_unnamed("fields");  // of an entry without a page: which ones depends on the field
    return shape;
  }();
  return one;
}

DataShape claim_shape(const ShapeScope& scope) {
  static const DataShape one = as_map<claim_members>(scope);
  return one;
}

DataShape common_item_shape(const ShapeScope& scope) {
  static const DataShape one = as_map<item_members>(scope);
  return one;
}

std::string_view readable_address(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
  }
  if (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

std::string phone_link(std::string_view phone) {
  std::string digits;
  for (const char character : phone) {
    if (is_digit(character) || (character == '+' && digits.empty())) digits.push_back(character);
  }
  // Numbers are Dutch: one zero in front stands for the country code. A number that is free or paid for by the minute
  // (0800, 0900) is not reached with that code.
  const bool is_service = digits.starts_with("0800") || digits.starts_with("0900");
  if (digits.starts_with('0') && !digits.starts_with("00") && !is_service) digits = "+31" + digits.substr(1);
  return "tel:" + digits;
}

Data FieldDataBuilder::item(const Field& field, FieldIndex index, const Value* value) {
  FieldItem item{field};
  if (value != nullptr) fill(field, index, *value, item);
  return tell(item_members, *this, item);
}

void FieldDataBuilder::fill(const Field& field, FieldIndex index, const Value& value, FieldItem& item) {
  if (const auto* written = std::get_if<WrittenText>(&value)) {
    if (field.type == FieldType::long_text) {
      item.html = Data::html(notes_.long_text(*written).html);
      return;
    }
    const bool is_web_address = field.type == FieldType::web_address;
    item.text = is_web_address ? text(readable_address(written->text)) : Data::text(written->text);
    if (is_web_address) item.link = Data::text(written->text);
    if (field.type == FieldType::mail_address) item.link = text("mailto:" + written->text);
    if (field.type == FieldType::phone) item.link = text(phone_link(written->text));
  } else if (const auto* number = std::get_if<Number>(&value)) {
    item.text = text(number_in_words(*number, language()));
  } else if (const auto* date = std::get_if<Date>(&value)) {
    item.text = text(date_in_words(*date, language()));
    item.iso = text(iso_date(*date));
    item.is_past = *date < context.today;
    item.school_years_ago = school_year_at(context.today) - school_year_at(*date);
  } else if (const auto* time = std::get_if<TimeOfDay>(&value)) {
    item.text = text(time_in_words(*time, language()));
    item.iso = text(iso_time(*time));
  } else if (const auto* as_of = std::get_if<AsOf>(&value)) {
    item.text = text(as_of_in_words(*as_of, language()));
  } else if (const auto* year = std::get_if<SchoolYear>(&value)) {
    item.text = text(std::to_string(year->first_year) + "-" + std::to_string(year->first_year + 1));
    item.school_years_ago = school_year_at(context.today) - year->first_year;
    item.is_past = item.school_years_ago > 0;
  } else if (const auto* yes_no = std::get_if<YesNo>(&value)) {
    // "nee" is no text, so that a template can ask {{#veld.text}} for both "not given" and "no".
    item.text = yes_no->value ? Data::text(yes_in_words(language())) : Data();
  } else if (const auto* texts = std::get_if<Texts>(&value)) {
    item.items = text_items(*texts);
  } else if (const auto* choices = std::get_if<Choices>(&value)) {
    item.items = choice_items(field, index, *choices);
  } else if (const auto* references = std::get_if<References>(&value)) {
    item.items = reference_items(field, *references);
  } else if (const auto* uses = std::get_if<SourceUses>(&value)) {
    item.items = source_items(*uses);
  } else if (const auto* rows = std::get_if<Rows>(&value)) {
    item.rows = row_list(field, *rows);
    item.row_count = text(std::to_string(rows->rows.size()));
  } else if (const auto* claims = std::get_if<Claims>(&value)) {
    std::vector<Data> all;
    for (const Claim& one : claims->claims) all.push_back(claim(one));
    item.claims = arena.list(all);
    item.first = all.front();
    item.differs = sources_differ(claims->claims);
  } else if (const auto* tables = std::get_if<Tables>(&value)) {
    item.table = table_data(tables->tables.front(), field, entry_, context, arena);
  }
}

Data FieldDataBuilder::text_items(const Texts& texts) {
  std::vector<ListItem> items;
  for (const WrittenText& line : texts.lines) items.push_back({.text = Data::text(line.text)});
  return tell_each(list_item_members, *this, items);
}

Data FieldDataBuilder::choice_items(const Field& field, FieldIndex index, const Choices& choices) {
  std::vector<ListItem> items;
  for (const std::uint16_t number : choices.options) {
    const Option& option = field.options[number];
    items.push_back({.id = Data::text(option.id),
                     .text = Data::text(option.label.in(language())),
                     .help = words(option.help),
                     .address = text(context.plan.address_of_value(site, entry_.collection, index, number))});
  }
  return tell_each(list_item_members, *this, items);
}

Data FieldDataBuilder::reference_items(const Field& field, const References& references) {
  const std::optional<std::uint16_t> collection = site.find_collection(field.target);
  if (!collection) return {};
  std::vector<Data> items;
  for (const Reference& reference : references.entries) {
    const EntryNumber number{*collection, reference.entry};
    const Entry& target = site.entry(number);
    const std::string address = address_of(site, number);
    const ListItem item{.id = Data::text(target.slug),
                        .text = Data::text(title_of(target, site.schema(number))),
                        .language = text(language_of(site, number)),
                        .summary = text(text_of(target, site.schema(number), Role::summary)),
                        .address = text(address),
                        .calendar = text(calendar_file_of(site, number)),
                        .calendar_place = text(calendar_place_of(site, number))};
    std::vector<Member> members;
    add_told(list_item_members, members, *this, item);
    // An entry with a page of its own is linked, not shown in place; a null 'fields' would hide those of the row around
    // it.
    if (address.empty()) members.push_back({"fields"_name, document_fields(number)});
    items.push_back(arena.map(members));
  }
  return arena.list(items);
}

Data FieldDataBuilder::document_fields(EntryNumber document) {
  const Schema& schema = site.schema(document);
  const Record& record = site.entry(document).record;
  std::vector<Member> members;
  FieldDataBuilder builder(context, arena, document, notes_);
  for (std::size_t index = 0; index < schema.fields.size(); ++index) {
    const Field& field = schema.fields[index];
    const Value* value = record.value(static_cast<FieldIndex>(index));
    // References within references would go on without end.
    const bool shown = value != nullptr && field.target.empty() && field.fields.empty();
    members.push_back({Name(field.id), shown ? builder.item(field, static_cast<FieldIndex>(index), value) : Data()});
  }
  return arena.map(members);
}

Data FieldDataBuilder::row_list(const Field& field, const Rows& rows) {
  std::vector<Data> list;
  for (const Record& row : rows.rows) {
    std::vector<Data> cells;
    std::vector<Member> by_id;
    for (std::size_t index = 0; index < field.fields.size(); ++index) {
      const Value* value = row.value(static_cast<FieldIndex>(index));
      const Data cell = value == nullptr ? Data() : item(field.fields[index], static_cast<FieldIndex>(index), value);
      if (value != nullptr) cells.push_back(cell);
      by_id.push_back({Name(field.fields[index].id), cell});
    }
    list.push_back(arena.map({{"number"_name, text(std::to_string(list.size() + 1))},
                              {"cells"_name, arena.list(cells)},
                              {"fields"_name, arena.map(by_id)}}));
  }
  return arena.list(list);
}

Data FieldDataBuilder::claim(const Claim& claim) {
  return tell(claim_members, *this, claim);
}

Data FieldDataBuilder::source(const Source& source) {
  const SourceDescription description = describe(site, source);
  const Data title = text(description.title.empty() ? readable_address(source.address) : description.title);
  const ListItem item{
      .id = text(source.id),
      .text = title,
      .address = text(description.address),
      .title = title,
      .kind = text(source_kind_in_words(schema(), source.kind, language())),
      .place = text(source.place),
      .date = description.as_of ? text(as_of_in_words(*description.as_of, language())) : Data(),
      .publisher = text(description.publisher),
      .note = text(description.note),
      .gone = description.gone_on ? text(date_in_words(*description.gone_on, language())) : Data(),
  };
  return tell(list_item_members, *this, item);
}

Data FieldDataBuilder::source_items(const SourceUses& uses) {
  std::vector<Data> items;
  for (const SourceIndex index : uses.sources) items.push_back(source(sources()[index]));
  return arena.list(items);
}

Data FieldDataBuilder::items_by_role(const Schema& schema, const Data& by_id) {
  const auto item_of = [&](std::optional<FieldIndex> field) {
    const Data* item = field ? by_id.find(Name(schema.fields[*field].id)) : nullptr;
    return item == nullptr ? Data() : *item;
  };
  std::vector<Member> by_role{{"levels"_name, item_of(schema.level_field())}};
  for (const auto& [word, role] : role_words()) by_role.push_back({Name(word), item_of(schema.find(role))});
  return arena.map(by_role);
}

Data FieldDataBuilder::items_by_id(std::span<const Field> fields, const Record& record) {
  std::vector<Member> members;
  members.reserve(fields.size());
  for (std::size_t index = 0; index < fields.size(); ++index) {
    const auto number = static_cast<FieldIndex>(index);
    const Value* value = record.value(number);
    members.push_back({Name(fields[index].id), value == nullptr ? Data() : item(fields[index], number, value)});
  }
  return arena.map(members);
}

}  // namespace wegwijs
