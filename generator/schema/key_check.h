#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "source/yaml_tree.h"

namespace wegwijs {

/// Reports every key of `map` that is not one of `known`, with the nearest known one. `what` names the place in words
/// ("een veld", "a field").
void check_keys(const YamlNode& map, std::span<const std::string_view> known, const Argument& what,
                Diagnostics& diagnostics);

/// Readers of one value each. A value of another kind is reported and gives nothing; so does a missing one, silently.
/// `where` of a missing required value is its map.
class MapReader {
 public:
  /// `node` must outlive the reader. When it is no map, `check_keys` reports it and every read gives nothing.
  MapReader(const YamlNode& node, Argument what, Diagnostics& diagnostics);

  const YamlNode* find(std::string_view key) const { return node_.find(key); }
  SourceSpan where() const { return node_.where; }
  std::optional<std::string> text(std::string_view key) const;
  /// Reports when it is missing or empty; not again when `check_keys` reported it under a wrong name.
  std::optional<std::string> required_text(std::string_view key) const;
  bool yes_no(std::string_view key, bool otherwise) const;
  std::optional<long> whole_number(std::string_view key) const;
  /// A list of texts, or one text.
  std::vector<std::string> texts(std::string_view key) const;
  /// The elements of a list of maps or texts; empty when missing.
  std::span<const YamlNode> elements(std::string_view key) const;
  /// Reports keys that are not known, and known ones with nothing after them: what is left open is left out.
  void check_keys(std::span<const std::string_view> known) const;
  void check_keys(std::initializer_list<std::string_view> known) const;

 private:
  void report_empty(std::string_view key, const YamlNode& value) const;

  const YamlNode& node_;
  Argument what_;
  Diagnostics& diagnostics_;
  mutable bool are_empty_ones_told_ = false;     ///< by `check_keys`
  mutable std::vector<std::string> misspelt_{};  ///< keys that were meant by those that it reported
};

/// `ja`, `nee`, `true` or `false` (yes and no were never guessed at by the YAML reader); empty for another word.
std::optional<bool> read_yes_no(std::string_view word);

/// Which of the `known` keys was meant by `key`: the same in another case, the word for what other generators call so
/// ("title" → "titel"), or the nearest. Empty when none is near.
std::string meant_key(std::string_view key, std::span<const std::string_view> known);

}  // namespace wegwijs
