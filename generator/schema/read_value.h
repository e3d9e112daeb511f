#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "schema/record.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// What reading the values of one file needs to know: the record in the making (sources are added to it) and the file's
/// defaults for claims.
struct RecordInProgress {
  const Schema& schema;
  Record record;
  std::optional<SourceIndex> default_source;
  std::optional<AsOf> default_as_of;
  Diagnostics& diagnostics;
  bool is_draft = false;             ///< what a draft lacks is collected below instead of reported as a mistake
  std::vector<std::string> lacking;  ///< ids of the required fields that a draft does not have yet
};

/// Elements of one list: eight times the longest real one. A page shows all of them, and some are compared two by two.
inline constexpr std::size_t list_limit = 200;

/// Claims on one row: six levels, each told by four sources. Every page about the row compares them two by two.
inline constexpr std::size_t claim_limit = 24;

/// Reads one value as the type of `field`; reports and gives nothing when it does not fit.
std::optional<Value> read_value(const YamlNode& node, const Field& field, RecordInProgress& progress);

/// Reads every key of the map `node` as the field of that name; reports keys that are no field. `what` names the place
/// in words. The values are added to `record` in the order of the fields.
void read_fields(const YamlNode& node, std::span<const Field> fields, const Argument& what, Record& record,
                 RecordInProgress& progress);

/// Reads the option of a field, or all of them, in the order of the schema. What is no option is reported with the one
/// that was probably meant.
std::optional<Value> read_choice(const YamlNode& node, const Field& field, Diagnostics& diagnostics);
std::optional<Value> read_choices(const YamlNode& node, const Field& field, Diagnostics& diagnostics);

/// Reads a number; reports one that cannot be, such as half a pupil.
std::optional<Value> read_number_value(const YamlNode& node, const Field& field, const RecordInProgress& progress);

/// Reads the claims on one row: `ja`, one map, or a list of maps.
std::optional<Value> read_claims(const YamlNode& node, const Field& field, RecordInProgress& progress);

/// Reads the map of sources of a file into its record. Returns which they are.
std::optional<Value> read_sources(const YamlNode& node, RecordInProgress& progress);

/// Reads where something comes from: the id of a source of the file, a source written out, or the id of a document.
std::optional<SourceIndex> read_source_use(const YamlNode& node, RecordInProgress& progress);

/// Reads how a data file is described; its rows are read when the files of the site are known (model/read_tables.h).
std::optional<Value> read_table(const YamlNode& node, const Field& field, Diagnostics& diagnostics);

/// The elements of a list; one value stands for a list of one.
std::span<const YamlNode> list_or_one(const YamlNode& node);

/// A text that is not empty; reports another kind of value, and an empty one.
std::optional<std::string> read_filled_text(const YamlNode& node, std::string_view field, Diagnostics& diagnostics);

/// Reports that `node` does not have the form that `expected` describes, in the author's own words.
void report_wrong_value(const YamlNode& node, std::string_view field, const Argument& expected,
                        Diagnostics& diagnostics, std::string suggestion = {});

}  // namespace wegwijs
