#include "pages/field_data.h"

#include <algorithm>

#include "pages/table_data.h"
#include "schema/role_words.h"
#include "text/ascii.h"
#include "views/claims.h"
#include "views/moments.h"
#include "views/sources.h"

namespace wegwijs {
namespace {}  // namespace

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

/// The members of an item that depend on its value.
struct FieldDataBuilder::Parts {
  Data text, html, items, link, rows, row_count, claims, first, iso, table;
  bool differs = false;
  bool is_past = false;
  int school_years_ago = 0;
};

Data FieldDataBuilder::item(const Field& field, FieldIndex index, const Value* value) {
  Parts parts;
  if (value != nullptr) fill(field, index, *value, parts);
  const auto label = [&](const Label& one) { return text(one.in(language())); };
  return arena_.map({{"id"_name, Data::text(field.id)},
                     {"label"_name, label(field.label)},
                     {"plain"_name, label(field.plain_or_label())},
                     {"help"_name, label(field.help)},
                     {"question"_name, label(field.question)},
                     {"unit"_name, text(field.unit)},
                     {"partial"_name, Data::text(partial_for(field.type))},
                     {"text"_name, parts.text},
                     {"html"_name, parts.html},
                     {"items"_name, parts.items},
                     {"link"_name, parts.link},
                     {"rows"_name, parts.rows},
                     {"row_count"_name, parts.row_count},
                     {"claims"_name, parts.claims},
                     {"first"_name, parts.first},
                     {"differs"_name, Data::boolean(parts.differs)},
                     {"iso"_name, parts.iso},
                     {"is_past"_name, Data::boolean(parts.is_past)},
                     {"is_last_year"_name, Data::boolean(parts.school_years_ago == 1)},
                     {"is_older"_name, Data::boolean(parts.school_years_ago > 1)},
                     {"table"_name, parts.table}});
}

void FieldDataBuilder::fill(const Field& field, FieldIndex index, const Value& value, Parts& parts) {
  if (const auto* written = std::get_if<WrittenText>(&value)) {
    if (field.type == FieldType::long_text) {
      parts.html = Data::html(notes_.long_text(*written).html);
      return;
    }
    const bool is_web_address = field.type == FieldType::web_address;
    parts.text = is_web_address ? text(readable_address(written->text)) : Data::text(written->text);
    if (is_web_address) parts.link = Data::text(written->text);
    if (field.type == FieldType::mail_address) parts.link = text("mailto:" + written->text);
    if (field.type == FieldType::phone) parts.link = text(phone_link(written->text));
  } else if (const auto* number = std::get_if<Number>(&value)) {
    parts.text = text(number_in_words(*number, language()));
  } else if (const auto* date = std::get_if<Date>(&value)) {
    parts.text = text(date_in_words(*date, language()));
    parts.iso = text(iso_date(*date));
    parts.is_past = *date < context_.today;
    parts.school_years_ago = school_year_at(context_.today) - school_year_at(*date);
  } else if (const auto* time = std::get_if<TimeOfDay>(&value)) {
    parts.text = text(time_in_words(*time, language()));
    parts.iso = text(iso_time(*time));
  } else if (const auto* as_of = std::get_if<AsOf>(&value)) {
    parts.text = text(as_of_in_words(*as_of, language()));
  } else if (const auto* year = std::get_if<SchoolYear>(&value)) {
    parts.text = text(std::to_string(year->first_year) + "-" + std::to_string(year->first_year + 1));
    parts.school_years_ago = school_year_at(context_.today) - year->first_year;
    parts.is_past = parts.school_years_ago > 0;
  } else if (const auto* yes_no = std::get_if<YesNo>(&value)) {
    // "nee" is no text, so that a template can ask {{#veld.text}} for both "not given" and "no".
    parts.text = yes_no->value ? Data::text(yes_in_words(language())) : Data();
  } else if (const auto* texts = std::get_if<Texts>(&value)) {
    parts.items = text_items(*texts);
  } else if (const auto* choices = std::get_if<Choices>(&value)) {
    parts.items = choice_items(field, index, *choices);
  } else if (const auto* references = std::get_if<References>(&value)) {
    parts.items = reference_items(field, *references);
  } else if (const auto* uses = std::get_if<SourceUses>(&value)) {
    parts.items = source_items(*uses);
  } else if (const auto* rows = std::get_if<Rows>(&value)) {
    parts.rows = row_list(field, *rows);
    parts.row_count = text(std::to_string(rows->rows.size()));
  } else if (const auto* claims = std::get_if<Claims>(&value)) {
    std::vector<Data> all;
    for (const Claim& one : claims->claims) all.push_back(claim(one));
    parts.claims = arena_.list(all);
    parts.first = all.front();
    parts.differs = sources_differ(claims->claims);
  } else if (const auto* tables = std::get_if<Tables>(&value)) {
    parts.table = table_data(tables->tables.front(), field, entry_, context_, arena_);
  }
}

Data FieldDataBuilder::list_item(std::vector<Member> members) {
  for (const std::string_view name : list_item_names) {
    const bool is_set =
        std::any_of(members.begin(), members.end(), [&](const Member& member) { return member.name == Name(name); });
    if (!is_set) members.push_back({Name(name), {}});
  }
  return arena_.map(members);
}

Data FieldDataBuilder::text_items(const Texts& texts) {
  std::vector<Data> items;
  for (const WrittenText& line : texts.lines) {
    items.push_back(list_item({{"text"_name, Data::text(line.text)}}));
  }
  return arena_.list(items);
}

Data FieldDataBuilder::choice_items(const Field& field, FieldIndex index, const Choices& choices) {
  std::vector<Data> items;
  for (const std::uint16_t number : choices.options) {
    const Option& option = field.options[number];
    const std::string address = context_.plan.address_of_value(context_.site, entry_.collection, index, number);
    items.push_back(list_item({{"id"_name, Data::text(option.id)},
                               {"text"_name, Data::text(option.label.in(language()))},
                               {"help"_name, text(option.help.in(language()))},
                               {"address"_name, text(address)}}));
  }
  return arena_.list(items);
}

Data FieldDataBuilder::reference_items(const Field& field, const References& references) {
  const std::optional<std::uint16_t> collection = context_.site.find_collection(field.target);
  if (!collection) return {};
  std::vector<Data> items;
  for (const Reference& reference : references.entries) {
    const EntryNumber number{*collection, reference.entry};
    const Entry& target = context_.site.entry(number);
    const Schema& schema = context_.site.schema(number);
    const std::string address = address_of(context_.site, number);
    std::vector<Member> members{{"id"_name, Data::text(target.slug)},
                                {"text"_name, Data::text(title_of(target, schema))},
                                {"summary"_name, text(text_of(target, schema, Role::summary))},
                                {"address"_name, text(address)},
                                {"calendar"_name, text(calendar_file_of(context_.site, number))},
                                {"calendar_place"_name, text(calendar_place_of(context_.site, number))}};
    // An entry with a page of its own is linked, not shown in place; a null 'fields' would hide those of the row around
    // it.
    if (address.empty()) members.push_back({"fields"_name, document_fields(number)});
    items.push_back(list_item(std::move(members)));
  }
  return arena_.list(items);
}

Data FieldDataBuilder::document_fields(EntryNumber document) {
  const Schema& schema = context_.site.schema(document);
  const Record& record = context_.site.entry(document).record;
  std::vector<Member> members;
  FieldDataBuilder builder(context_, arena_, document, notes_);
  for (std::size_t index = 0; index < schema.fields.size(); ++index) {
    const Field& field = schema.fields[index];
    const Value* value = record.value(static_cast<FieldIndex>(index));
    // References within references would go on without end.
    const bool shown = value != nullptr && field.target.empty() && field.fields.empty();
    members.push_back({Name(field.id), shown ? builder.item(field, static_cast<FieldIndex>(index), value) : Data()});
  }
  return arena_.map(members);
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
    list.push_back(arena_.map({{"number"_name, text(std::to_string(list.size() + 1))},
                               {"cells"_name, arena_.list(cells)},
                               {"fields"_name, arena_.map(by_id)}}));
  }
  return arena_.list(list);
}

Data FieldDataBuilder::claim(const Claim& claim) {
  const Schema& schema = context_.site.schema(entry_);
  const bool is_dated = claim.as_of.is_known();
  return arena_.map({{"status"_name, Data::text(look_of(claim.means))},
                     {"status_label"_name, Data::text(status_of(schema, claim).label.in(language()))},
                     {"explanation"_name, Data::text(claim.explanation)},
                     {"source"_name, source(sources()[claim.source])},
                     {"date"_name, text(as_of_in_words(claim.as_of, language()))},
                     {"is_dated"_name, Data::boolean(is_dated)},
                     {"is_old"_name, Data::boolean(is_old(claim, context_.today))},
                     {"year"_name, is_dated ? text(std::to_string(claim.as_of.last_day().year)) : Data()},
                     {"scope"_name, text(scope_in_words(schema, claim.scope, language()))},
                     {"amount"_name, text(amount_in_words(schema, claim, language()))},
                     {"condition"_name, text(condition_in_words(schema, claim, language()))},
                     {"from"_name, claim.from ? text(as_of_in_words(*claim.from, language())) : Data()},
                     {"checked"_name, text(checked_in_words(schema, claim, language()))}});
}

Data FieldDataBuilder::source(const Source& source) {
  const SourceDescription description = describe(context_.site, source);
  const Data title = text(description.title.empty() ? readable_address(source.address) : description.title);
  return list_item({{"id"_name, text(source.id)},
                    {"title"_name, title},
                    {"address"_name, text(description.address)},
                    {"kind"_name, text(source_kind_in_words(context_.site.schema(entry_), source.kind, language()))},
                    {"place"_name, text(source.place)},
                    {"date"_name, description.as_of ? text(as_of_in_words(*description.as_of, language())) : Data()},
                    {"publisher"_name, text(description.publisher)},
                    {"note"_name, text(description.note)},
                    {"gone"_name, description.gone_on ? text(date_in_words(*description.gone_on, language())) : Data()},
                    {"text"_name, title}});
}

Data FieldDataBuilder::source_items(const SourceUses& uses) {
  std::vector<Data> items;
  for (const SourceIndex index : uses.sources) items.push_back(source(sources()[index]));
  return arena_.list(items);
}

Data FieldDataBuilder::items_by_role(const Schema& schema, const Data& by_id) {
  const auto item_of = [&](std::optional<FieldIndex> field) {
    const Data* item = field ? by_id.find(Name(schema.fields[*field].id)) : nullptr;
    return item == nullptr ? Data() : *item;
  };
  std::vector<Member> by_role{{"levels"_name, item_of(schema.level_field())}};
  for (const auto& [word, role] : role_words()) by_role.push_back({Name(word), item_of(schema.find(role))});
  return arena_.map(by_role);
}

Data FieldDataBuilder::items_by_id(std::span<const Field> fields, const Record& record) {
  std::vector<Member> members;
  members.reserve(fields.size());
  for (std::size_t index = 0; index < fields.size(); ++index) {
    const auto number = static_cast<FieldIndex>(index);
    const Value* value = record.value(number);
    members.push_back({Name(fields[index].id), value == nullptr ? Data() : item(fields[index], number, value)});
  }
  return arena_.map(members);
}

}  // namespace wegwijs
