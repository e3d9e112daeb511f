#include "fuzz/fuzzed_source.h"

#include <algorithm>
#include <array>
#include <set>

#include "fuzz/entries.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

void require_span_in(SourceSpan span, std::size_t size) {
  require(span.file == FuzzedSource::id(), "a span is in the file");
  require(span.begin <= span.end && span.end <= size, "a span lies within the bytes");
}

}  // namespace

std::string FuzzedSource::path_of(FileId file) const {
  return file == id() ? "bestand" : "";
}

std::string FuzzedSource::bytes_of(FileId file) const {
  return file == id() ? std::string(bytes_) : "";
}

void require_reportable(const Diagnostics& diagnostics, const FuzzedSource& source) {
  std::vector<Diagnostic> found = diagnostics.in_source_order();
  for (const Diagnostic& diagnostic : found) {
    if (diagnostic.where.file != no_file) require_span_in(diagnostic.where, source.bytes().size());
  }
  if (found.empty()) return;
  // One form for each input, and not hundreds of messages: a fuzzer has enough inputs to try all.
  constexpr std::size_t most_messages = 10;
  found.resize(std::min(found.size(), most_messages));
  constexpr std::array<ReportForm, 4> forms{ReportForm::text, ReportForm::plain, ReportForm::json, ReportForm::github};
  const std::string text = report_as(forms[source.bytes().size() % forms.size()], found, source, Language::nl);
  require(!text.empty(), "a diagnostic gives a message");
  require(first_invalid_utf8(text) == std::string_view::npos, "messages are UTF-8");
}

void require_sound_tree(const YamlNode& node, std::string_view bytes, int depth) {
  require(depth <= yaml_depth_limit, "the nesting is within the limit");
  require_span_in(node.where, bytes.size());
  std::set<std::string_view> keys;
  for (const YamlNode::Entry& entry : node.entries) {
    require_span_in(entry.key_where, bytes.size());
    require(keys.insert(entry.key).second, "the keys of a map differ");
    require_sound_tree(entry.value, bytes, depth + 1);
  }
  for (const YamlNode& element : node.elements) require_sound_tree(element, bytes, depth + 1);
}

}  // namespace wegwijs
