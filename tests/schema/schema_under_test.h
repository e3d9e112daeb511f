#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "file_under_test.h"
#include "schema/read_record.h"
#include "schema/read_schema.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// The schema that `yaml` declares; fails the test when anything is reported.
inline Schema schema_of(const std::string& yaml) {
  FileUnderTest file(yaml, "_schema.yaml");
  const std::optional<YamlNode> node = read_yaml(file.bytes(), file.id(), 0, file.diagnostics);
  std::optional<Schema> schema = node ? read_schema(*node, file.diagnostics) : std::nullopt;
  REQUIRE(file.report() == "");
  REQUIRE(schema.has_value());
  return std::move(*schema);
}

/// A schema with a title field `naam` and the given fields, one `{id: …, type: …}` each on its own line.
inline Schema schema_with(const std::string& fields) {
  return schema_of(
      "id: school\nlabel_one: {nl: een school}\nfields:\n  - {id: naam, type: text, role: title, label: Naam}\n" +
      fields);
}

/// One file read by a schema: the record and what was reported of it, both under the path `school.yaml`.
class RecordUnderTest {
 public:
  RecordUnderTest(Schema schema, const std::string& yaml) : schema_(std::move(schema)), file_(yaml, "school.yaml") {
    const std::optional<YamlNode> node = read_yaml(file_.bytes(), file_.id(), 0, file_.diagnostics);
    REQUIRE(node.has_value());
    record_ = read_record(*node, schema_, file_.diagnostics);
  }

  const Record& record() const { return record_; }
  std::string report() const { return file_.report(); }
  std::string place(SourceSpan span) const { return file_.place(span); }
  /// The value of the field called `id`; null when there is none of this type.
  template <typename Alternative>
  const Alternative* get(std::string_view id) const {
    const std::optional<FieldIndex> field = schema_.find(id);
    REQUIRE(field.has_value());
    return record_.get<Alternative>(*field);
  }
  /// Whether the record has any value for the field called `id`.
  bool has(std::string_view id) const { return record_.value(schema_.find(id).value()) != nullptr; }

 private:
  Schema schema_;
  FileUnderTest file_;
  Record record_;
};

}  // namespace wegwijs
