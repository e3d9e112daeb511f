#include "model/setting_texts.h"

#include <algorithm>
#include <array>

#include "schema/value_rules.h"
#include "text/markup.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// Keys of texts, wherever they are in the file.
constexpr std::array<std::string_view, 7> shown_keys{"titel", "ondertitel", "melding", "samenvatting",
                                                     "tekst", "naam",       "soort"};

constexpr std::size_t longest_quoted = 60;  // code points

void check(std::string_view key, const YamlNode& node, Diagnostics& diagnostics) {
  if (node.kind == YamlNode::Kind::map) {
    for (const YamlNode::Entry& entry : node.entries) check(entry.key, entry.value, diagnostics);
    return;
  }
  for (const YamlNode& element : node.elements) check("", element, diagnostics);
  if (std::find(shown_keys.begin(), shown_keys.end(), key) == shown_keys.end()) return;
  const std::string_view markup = first_markup(node.text);
  if (!markup.empty())
    diagnostics.report(markup_in_text, node.where, {std::string(first_code_points(markup, longest_quoted))});
}

}  // namespace

void check_setting_texts(const YamlNode& settings, Diagnostics& diagnostics) {
  check("", settings, diagnostics);
}

}  // namespace wegwijs
