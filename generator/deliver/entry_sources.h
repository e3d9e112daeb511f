#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "deliver/delivery.h"
#include "deliver/review.h"
#include "schema/schema.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// The sources of one entry while a form about it is looked at: those that its file has, and those that answers add.
class EntrySources {
 public:
  /// `schema` and `values`, what the file of the entry says, must outlive it.
  EntrySources(const Schema& schema, const YamlNode& values);

  /// The map of sources as it is now; empty where the schema has no field for them.
  YamlNode now() const;

  /// What a claim says as its source for this answer, or else for the whole form: an id in `sources`, which may grow,
  /// or the source written out where the file has no sources. Nothing when neither names one.
  std::optional<YamlNode> named_by(const Answer& answer, const GivenSource& of_form, YamlNode& sources) const;

  /// Puts the map into `values` of the entry, to try it.
  void put_into(YamlNode& values, const YamlNode& sources) const;

  /// From here on this is the map.
  void become(YamlNode sources) { changed_ = std::move(sources); }

  /// The change of the file: only the new sources that a ticked answer names, for an unused one would be a warning.
  std::optional<FieldChange> used_by(const std::vector<ReviewItem>& items) const;

 private:
  const YamlNode* in_file() const;

  const Schema& schema_;
  const YamlNode& values_;
  const Field* field_;  // null: the schema has none
  std::optional<YamlNode> changed_;
};

}  // namespace wegwijs
