#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

/// A piece of YAML with its place. Scalars stay text until a schema gives them a type, so `no`, `09QA00` and `1e5` are
/// never guessed at.
struct YamlNode {
  enum class Kind : std::uint8_t { null, scalar, sequence, map };
  struct Entry;

  Kind kind = Kind::null;
  bool quoted = false;             ///< a scalar that was written in quotes or as a block
  SourceSpan where;                ///< of the value as written, quotes included; of the key when the value is empty
  std::string text;                ///< of a scalar
  std::vector<YamlNode> elements;  ///< of a sequence
  std::vector<Entry> entries;      ///< of a map, in the order of the file; keys are different from each other

  /// The value of `key` in a map; null when there is none or when this is no map.
  const YamlNode* find(std::string_view key) const;
};

struct YamlNode::Entry {
  std::string key;
  SourceSpan key_where;
  YamlNode value;
};

/// Reads one YAML document from `bytes`, which begin at byte `offset` of `file` (front matter does not begin at
/// 0).
///
/// Strict: more bytes or values, or a longer text, than the limits below, bytes that are not UTF-8, control characters,
/// tabs in the indentation, anchors, aliases, tags, merge keys, duplicate keys, a second document, nesting deeper than
/// `yaml_depth_limit` and quotes that are never closed are errors. Duplicates are left out of the result and reading
/// goes on; the other mistakes make the tree unusable, and the result is empty. An empty document is a map without
/// entries. No exception of the YAML library leaves this function.
std::optional<YamlNode> read_yaml(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics);
/// The same for a part of a text whose encoding and line breaks were checked.
std::optional<YamlNode> read_yaml_of_checked_text(std::string_view bytes, FileId file, std::uint32_t offset,
                                                  Diagnostics& diagnostics);

/// Deeper than any schema goes; keeps recursion over the tree harmless.
inline constexpr int yaml_depth_limit = 16;

/// Bytes of one document: six times the largest schema. Reading takes 0.5 ms a KB, and the library reads ahead: it
/// keeps up to 250 bytes of memory for each byte of a line of brackets. Most files may hold less (model/file_limits.h).
inline constexpr std::size_t yaml_size_limit = 256 * 1024;

/// Scalars, maps and sequences of one document. Each takes 150 bytes here and more in what is made of it.
inline constexpr std::size_t yaml_node_limit = 50'000;

/// Bytes of one text, keys included. It is copied several times, and a quote that is closed too late swallows whole
/// fields.
inline constexpr std::size_t yaml_scalar_limit = 16 * 1024;

/// Reports bytes that are not UTF-8 or are control characters, with advice; says whether there were none. For every
/// text file that people type.
bool check_text_encoding(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics);

/// False, and reported, when a line ends with a carriage return alone: what counts lines by line feeds would see one
/// long line. The same arguments.
bool check_line_breaks(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics);

}  // namespace wegwijs
