#include "pipeline/theme_colours.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "pipeline/theme_colour_rules.h"
#include "schema/key_check.h"
#include "source/yaml_tree.h"
#include "text/edit_distance.h"
#include "text/trimmed.h"

namespace wegwijs {
namespace {

constexpr std::string_view pairs_file = "kleurparen.yaml";
constexpr std::string_view tokens_file = "static/css/tokens.css";
constexpr std::string_view token_prefix = "--ww-";

/// sRGB channel to linear light (WCAG 2.2, "relative luminance").
double linear(std::uint8_t channel) {
  const double part = channel / 255.0;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

/// `css` with every comment blanked out, so that offsets stay.
std::string without_comments(std::string_view css) {
  std::string text(css);
  for (std::size_t begin = text.find("/*"); begin != std::string::npos; begin = text.find("/*", begin)) {
    const std::size_t end = std::min(text.find("*/", begin + 2), text.size() - 2) + 2;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    begin = end;
  }
  return text;
}

/// One scheme of colours with the name that a message gives it.
struct Scheme {
  std::string_view name;
  const std::map<std::string, ColourTokens::Token, std::less<>>& tokens;
};

class PairChecker {
 public:
  PairChecker(FileId tokens, Diagnostics& diagnostics) : tokens_(tokens), diagnostics_(diagnostics) {}

  void check(const Scheme& scheme, const YamlNode& ground, const YamlNode& colour, double minimum) {
    const auto* ground_token = find(scheme, ground);
    const auto* colour_token = find(scheme, colour);
    if (ground_token == nullptr || colour_token == nullptr) return;
    const std::optional<Colour> ground_value = colour_of(*ground_token, ground.text);
    const std::optional<Colour> colour_value = colour_of(*colour_token, colour.text);
    if (!ground_value || !colour_value) return;
    const double found = contrast(*ground_value, *colour_value);
    if (found >= minimum) return;
    diagnostics_.report(weak_colour_pair, span(*colour_token),
                        {std::string(token_prefix) + colour.text, std::string(token_prefix) + ground.text,
                         fmt::format("{:.2f}", found), fmt::format("{:g}", minimum), std::string(scheme.name)});
  }

 private:
  const ColourTokens::Token* find(const Scheme& scheme, const YamlNode& name) {
    const auto found = scheme.tokens.find(std::string(token_prefix) + name.text);
    if (found != scheme.tokens.end()) return &found->second;
    std::vector<std::string_view> known;
    for (const auto& [token, value] : scheme.tokens) {
      if (token.starts_with(token_prefix)) known.push_back(std::string_view(token).substr(token_prefix.size()));
    }
    diagnostics_.report(unknown_colour_token, name.where,
                        {std::string(token_prefix) + name.text, std::string(tokens_file)},
                        nearest_word(name.text, known).value_or(""));
    return nullptr;
  }

  std::optional<Colour> colour_of(const ColourTokens::Token& token, std::string_view name) {
    const std::optional<Colour> colour = read_colour(token.value);
    if (!colour)
      diagnostics_.report(unreadable_colour, span(token), {token.value, std::string(token_prefix) + std::string(name)});
    return colour;
  }

  SourceSpan span(const ColourTokens::Token& token) const {
    return {tokens_, token.offset, token.offset + static_cast<std::uint32_t>(token.value.size())};
  }

  FileId tokens_;
  Diagnostics& diagnostics_;
};

void check_pairs(const YamlNode& pairs, const ColourTokens& tokens, FileId tokens_id, Diagnostics& diagnostics) {
  PairChecker checker(tokens_id, diagnostics);
  const MapReader top(pairs, "kleurparen.yaml", diagnostics);
  top.check_keys({"paren"});
  for (const YamlNode& element : top.elements("paren")) {
    const MapReader reader(element, {"een kleurpaar", "a colour pair"}, diagnostics);
    reader.check_keys({"gronden", "kleuren", "minstens"});
    double minimum = 0;
    const std::string written = reader.required_text("minstens").value_or("0");
    std::from_chars(written.data(), written.data() + written.size(), minimum);
    for (const YamlNode& ground : reader.elements("gronden")) {
      for (const YamlNode& colour : reader.elements("kleuren")) {
        checker.check({"licht", tokens.light}, ground, colour, minimum);
        checker.check({"donker", tokens.dark}, ground, colour, minimum);
      }
    }
  }
}

}  // namespace

std::optional<Colour> read_colour(std::string_view text) {
  if ((text.size() != 4 && text.size() != 7) || text[0] != '#') return std::nullopt;
  std::string digits;
  for (const char digit : text.substr(1)) digits.append(text.size() == 4 ? 2 : 1, digit);
  unsigned int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return Colour{static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U),
                static_cast<std::uint8_t>(value)};
}

double contrast(Colour one, Colour other) {
  const double first = luminance(one);
  const double second = luminance(other);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

ColourTokens read_colour_tokens(std::string_view css) {
  const std::string text = without_comments(css);
  ColourTokens tokens;
  bool in_dark = false;
  int depth = 0;
  std::size_t begin = 0;  // of the piece between two signs
  for (std::size_t position = 0; position < text.size(); ++position) {
    const char sign = text[position];
    if (sign != '{' && sign != '}' && sign != ';') continue;
    const std::string_view piece = trimmed(std::string_view(text).substr(begin, position - begin));
    const std::size_t colon = piece.find(':');
    if (sign != '{' && piece.starts_with("--") && colon != std::string_view::npos) {
      const std::string_view value = trimmed(piece.substr(colon + 1));
      const auto offset = static_cast<std::uint32_t>(value.data() - text.data());
      const std::string name(trimmed(piece.substr(0, colon)));
      tokens.dark[name] = {std::string(value), offset};
      if (!in_dark) tokens.light[name] = {std::string(value), offset};
    }
    if (sign == '{' && piece.starts_with("@media"))
      in_dark = piece.find("prefers-color-scheme: dark") != std::string_view::npos ||
                piece.find("prefers-color-scheme:dark") != std::string_view::npos;
    if (sign == '{') ++depth;
    if (sign == '}' && --depth == 0) in_dark = false;
    begin = position + 1;
  }
  return tokens;
}

void check_theme_colours(const FileTree& sources, Diagnostics& diagnostics) {
  const std::optional<FileId> pairs_id = sources.find(std::string(theme_mount) + std::string(pairs_file));
  if (!pairs_id) return;
  const std::optional<YamlNode> pairs = read_yaml(sources.read(*pairs_id), *pairs_id, 0, diagnostics);
  const std::optional<FileId> tokens_id = sources.find(std::string(theme_mount) + std::string(tokens_file));
  if (!pairs) return;
  if (!tokens_id) {
    diagnostics.report(colour_tokens_missing, {*pairs_id, 0, 0}, {std::string(tokens_file)});
    return;
  }
  check_pairs(*pairs, read_colour_tokens(sources.read(*tokens_id)), *tokens_id, diagnostics);
}

}  // namespace wegwijs
