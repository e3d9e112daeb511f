#pragma once

#include <optional>
#include <string>

#include "deliver/delivery.h"
#include "schema/schema.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// A claim as a file writes it, from what a school answered. `source` is the id of a source of the file, or a source
/// written out. `date` is both the as-of date and the day on which the school (`words.own_checker`) checked it.
YamlNode claim_from_answer(const Answer& answer, const Field& field, const ClaimWords& words, YamlNode source,
                           const std::string& date);

/// `value` of a claim field as a list of maps; the short form `ja` becomes one.
YamlNode as_claim_list(const YamlNode& value);

/// Says at every claim that `by` checked it on `date`.
YamlNode with_check(const YamlNode& claims, const std::string& date, const std::string& by);

/// A source as a file writes it.
YamlNode source_node(const GivenSource& source);

/// The id of a source in `values` that is this one, adding it under a new id when it is not there. `sources_key` is the
/// field of the sources.
std::string source_id(YamlNode& sources, const GivenSource& source);

}  // namespace wegwijs
