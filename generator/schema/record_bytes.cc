#include "schema/record_bytes.h"

#include <bit>
#include <concepts>
#include <type_traits>
#include <utility>

namespace wegwijs {
namespace {

/// Appends what it is given.
class Writer {
 public:
  template <typename Type>
  using Of = const Type;

  Writer(std::string& bytes, FileId own) : bytes_(bytes), own_(own) {}

  bool can_be_remembered() const { return can_be_remembered_; }
  void refuse() { can_be_remembered_ = false; }

  void text(const std::string& text) { append_text(bytes_, text); }
  template <std::integral Number>
  void number(Number number) {
    append_varint(bytes_, static_cast<std::make_unsigned_t<Number>>(number));
  }
  void number(double number) { append_whole(bytes_, std::bit_cast<std::uint64_t>(number)); }
  bool flag(bool flag) {
    number(flag ? 1U : 0U);
    return flag;
  }
  /// Its file is `own`, or none.
  void span(SourceSpan span) {
    const bool is_own = span.file == own_;
    if (!is_own && span != SourceSpan()) refuse();
    append_varint(bytes_, is_own ? span.begin + std::uint64_t{1} : 0);
    if (is_own) append_varint(bytes_, span.end - span.begin);
  }
  template <typename Type, typename Pass>
  void list(const std::vector<Type>& list, const Pass& pass) {
    number(list.size());
    for (const Type& one : list) pass(one);
  }
  template <typename Type, typename Pass>
  void optional(const std::optional<Type>& one, const Pass& pass) {
    if (flag(one.has_value())) pass(*one);
  }
  template <typename Pass>
  void value(const Value& value, const Pass& pass) {
    number(value.index());
    std::visit(pass, value);
  }

 private:
  std::string& bytes_;
  const FileId own_;
  bool can_be_remembered_ = true;
};

/// Fills what it is given with what a `Writer` appended.
class Reader {
 public:
  template <typename Type>
  using Of = Type;

  Reader(ByteReader& bytes, FileId own) : bytes_(bytes), own_(own) {}

  [[noreturn]] void refuse() { throw BytesSpoilt(); }

  std::size_t count() { return bytes_.count(); }
  void text(std::string& text) { text.assign(bytes_.text()); }
  template <std::integral Number>
  void number(Number& number) {
    number = static_cast<Number>(static_cast<std::make_unsigned_t<Number>>(bytes_.varint()));
  }
  void number(double& number) { number = std::bit_cast<double>(bytes_.whole()); }
  bool flag(bool& flag) {
    flag = bytes_.varint() != 0;
    return flag;
  }
  void span(SourceSpan& span) {
    const std::uint64_t begin = bytes_.varint();
    if (begin == 0) return;
    span.file = own_;
    span.begin = static_cast<std::uint32_t>(begin - 1);
    span.end = static_cast<std::uint32_t>(span.begin + bytes_.varint());
  }
  template <typename Type, typename Pass>
  void list(std::vector<Type>& list, const Pass& pass) {
    list.resize(count());
    for (Type& one : list) pass(one);
  }
  template <typename Type, typename Pass>
  void optional(std::optional<Type>& one, const Pass& pass) {
    bool has_value = false;
    if (flag(has_value)) pass(one.emplace());
  }
  template <typename Pass>
  void value(Value& value, const Pass& pass) {
    const std::uint64_t index = bytes_.varint();
    begin_alternative(value, index, std::make_index_sequence<std::variant_size_v<Value>>());
    std::visit(pass, value);
  }

 private:
  template <std::size_t... Indexes>
  void begin_alternative(Value& value, std::uint64_t index, std::index_sequence<Indexes...>) {
    const bool is_one = ((index == Indexes && (value.emplace<Indexes>(), true)) || ...);
    if (!is_one) throw BytesSpoilt();
  }

  ByteReader& bytes_;
  const FileId own_;
};

/// The members of a record, in the order in which they are written and read. Each type is taken apart with a name for
/// every member, so that one that is new does not compile until it has its place here.
template <typename Archive>
class RecordMembers {
 public:
  template <typename Type>
  using Of = typename Archive::template Of<Type>;

  explicit RecordMembers(Archive& archive) : archive_(archive) {}

  void pass(Of<Record>& record);

 private:
  template <std::integral Number>
  void pass(Number& number) {
    archive_.number(number);
  }
  template <typename Enumeration>
    requires std::is_enum_v<Enumeration>
  void pass(Enumeration& one) {
    auto number = static_cast<std::underlying_type_t<Enumeration>>(one);
    archive_.number(number);
    if constexpr (!std::is_const_v<Enumeration>) one = static_cast<Enumeration>(number);
  }
  void pass(Of<bool>& flag) { archive_.flag(flag); }
  void pass(Of<std::string>& text) { archive_.text(text); }
  void pass(Of<SourceSpan>& span) { archive_.span(span); }
  template <typename Type>
  void pass(const std::vector<Type>& list) {
    archive_.list(list, [this](auto& one) { this->pass(one); });
  }
  template <typename Type>
  void pass(std::vector<Type>& list) {
    archive_.list(list, [this](auto& one) { this->pass(one); });
  }
  template <typename Type>
  void pass(const std::optional<Type>& one) {
    archive_.optional(one, [this](auto& value) { this->pass(value); });
  }
  template <typename Type>
  void pass(std::optional<Type>& one) {
    archive_.optional(one, [this](auto& value) { this->pass(value); });
  }
  template <typename... Members>
  void pass_all(Members&... members) {
    (pass(members), ...);
  }

  void pass(Of<WrittenText>& one) {
    auto& [text, where] = one;
    pass_all(text, where);
  }
  void pass(Of<Texts>& one) {
    auto& [lines] = one;
    pass(lines);
  }
  void pass(Of<Number>& one) {
    auto& [written, value] = one;
    pass(written);
    archive_.number(value);
  }
  void pass(Of<Date>& one) {
    auto& [year, month, day] = one;
    pass_all(year, month, day);
  }
  void pass(Of<TimeOfDay>& one) {
    auto& [hour, minute] = one;
    pass_all(hour, minute);
  }
  void pass(Of<AsOf>& one) {
    auto& [precision, first] = one;
    pass_all(precision, first);
  }
  void pass(Of<SchoolYear>& one) {
    auto& [first_year] = one;
    pass(first_year);
  }
  void pass(Of<YesNo>& one) {
    auto& [value] = one;
    pass(value);
  }
  void pass(Of<Choices>& one) {
    auto& [options] = one;
    pass(options);
  }
  void pass(Of<Reference>& one) {
    auto& [id, entry, may_be_title] = one;  // the entry is resolved later
    pass_all(id, may_be_title);
  }
  void pass(Of<References>& one) {
    auto& [entries] = one;
    pass(entries);
  }
  void pass(Of<Checked>& one) {
    auto& [on, by, by_own, where] = one;
    pass_all(on, by, by_own, where);
  }
  void pass(Of<Scope>& one) {
    auto& [levels, levels_where, years] = one;
    pass_all(levels, levels_where, years);
  }
  void pass(Of<Claim>& one) {
    auto& [status, means, explanation, explanation_where, source, as_of, as_of_where, scope, amount, amount_unit,
           condition, from, from_where, checked, where] = one;
    pass_all(status, means, explanation, explanation_where, source, as_of, as_of_where, scope, amount, amount_unit,
             condition, from, from_where, checked, where);
  }
  void pass(Of<Claims>& one) {
    auto& [claims] = one;
    pass(claims);
  }
  void pass(Of<SourceUses>& one) {
    auto& [sources] = one;
    pass(sources);
  }
  void pass(Of<Rows>& one) {
    auto& [rows] = one;
    pass(rows);
  }
  void pass(Of<Tables>&) { archive_.refuse(); }
  void pass(Of<Source>& one) {
    auto& [id, kind, title, address, place, licence, set, document, is_document, where] = one;
    pass_all(id, kind, title, address, place, licence, set, document, is_document, where);
  }
  void pass(Of<FieldValue>& one) {
    auto& [field, where, value] = one;
    pass_all(field, where);
    archive_.value(value, [this](auto& alternative) { this->pass(alternative); });
  }

  Archive& archive_;
};

template <>
void RecordMembers<Writer>::pass(const Record& record) {
  archive_.number(record.values().size());
  for (const FieldValue& value : record.values()) pass(value);
  archive_.number(record.told().size());
  for (const FieldIndex field : record.told()) pass(field);
  pass(record.sources());
}

template <>
void RecordMembers<Reader>::pass(Record& record) {
  std::size_t values = archive_.count();
  record.reserve(values);
  for (; values > 0; --values) {
    FieldValue value;
    pass(value);
    record.add(std::move(value));
  }
  for (std::size_t told = archive_.count(); told > 0; --told) {
    FieldIndex field{};
    pass(field);
    record.add_told(field);
  }
  pass(record.sources());
}

}  // namespace

bool append_record(std::string& bytes, const Record& record, FileId own) {
  Writer writer(bytes, own);
  RecordMembers<Writer>(writer).pass(record);
  return writer.can_be_remembered();
}

Record read_record_bytes(ByteReader& bytes, FileId own) {
  Record record;
  Reader reader(bytes, own);
  RecordMembers<Reader>(reader).pass(record);
  return record;
}

}  // namespace wegwijs
