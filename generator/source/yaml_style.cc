#include "source/yaml_style.h"

#include <algorithm>
#include <array>

#include "source/yaml_edits.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr int depth_of_brackets = 3;
constexpr std::array<std::string_view, 4> words_for_nothing{"null", "Null", "NULL", "~"};

bool is_yaml_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.';
  });
}

/// Words with slashes: "/scholen/de-brug/".
bool is_site_address(std::string_view text) {
  return text.starts_with('/') && std::all_of(text.begin(), text.end(), [](char c) {
           return c == '/' || is_yaml_word({&c, 1});
         });
}

/// A word, a number, a date or an address of the site, which every file here writes without quotes.
bool is_plain_word(std::string_view text) {
  if (is_site_address(text)) return true;
  return is_yaml_word(text) && (is_letter(text.front()) || is_digit(text.front())) &&
         std::find(words_for_nothing.begin(), words_for_nothing.end(), text) == words_for_nothing.end();
}

std::string key_text(std::string_view key) {
  return is_plain_word(key) ? std::string(key) : in_double_quotes(key);
}

bool is_list_of_texts(const YamlNode& node) {
  return std::all_of(node.elements.begin(), node.elements.end(), [](const YamlNode& element) {
    return element.kind == YamlNode::Kind::scalar || element.kind == YamlNode::Kind::null;
  });
}

bool is_empty_list_or_map(const YamlNode& node) {
  return (node.kind == YamlNode::Kind::map && node.entries.empty()) ||
         (node.kind == YamlNode::Kind::sequence && node.elements.empty());
}

}  // namespace

bool is_safe_without_quotes(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
  if (std::find(words_for_nothing.begin(), words_for_nothing.end(), text) != words_for_nothing.end()) return false;
  const auto first = static_cast<unsigned char>(text.front());
  // An address of the site begins with a slash.
  if (!is_letter(text.front()) && !is_digit(text.front()) && text.front() != '/' && first < 0x80) return false;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t character = next_code_point(text, position);
    const bool is_ascii = character < 0x80;
    const char c = is_ascii ? static_cast<char>(character) : 'a';
    if (!is_letter(c) && !is_digit(c) && std::string_view(" -_./()+?;=!").find(c) == std::string_view::npos)
      return false;
    // Letters of the alphabets of Europe only: quotes, odd spaces and signs are for quotes.
    constexpr char32_t first_letter = 0xC0;
    constexpr char32_t last_letter = 0x24F;
    if (!is_ascii && (character < first_letter || character > last_letter)) return false;
  }
  return true;
}

std::string in_double_quotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c;
    }
  }
  return quoted + '"';
}

bool fits_block(std::string_view text) {
  if (text.find('\n') == std::string_view::npos || text.front() == '\n') return false;
  const bool ends_with_one = text.size() < 2 || !text.ends_with("\n\n");
  if (!ends_with_one || text.find_first_of("\t\r") != std::string_view::npos) return false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t line_break = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, line_break - begin);
    if (!line.empty() && (line.front() == ' ' || line.back() == ' ')) return false;
    begin = line_break + 1;
  }
  return true;
}

std::string as_block(std::string_view text, std::size_t indent, const YamlStyle& style) {
  const bool is_clipped = text.ends_with('\n');
  std::string block = is_clipped ? "|" : "|-";
  if (is_clipped) text.remove_suffix(1);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t line_break = std::min(text.find('\n', begin), text.size());
    block += style.line_break;
    if (line_break > begin) block += std::string(indent, ' ');
    block += text.substr(begin, line_break - begin);
    begin = line_break + 1;
  }
  return block;
}

std::string in_one_line(const YamlNode& node) {
  std::string text;
  switch (node.kind) {
    case YamlNode::Kind::null:
      return "null";
    case YamlNode::Kind::scalar:
      return yaml_scalar(node.text);
    case YamlNode::Kind::sequence:
      for (const YamlNode& element : node.elements) text += (text.empty() ? "" : ", ") + in_one_line(element);
      return "[" + text + "]";
    case YamlNode::Kind::map:
      for (const YamlNode::Entry& entry : node.entries)
        text += (text.empty() ? "" : ", ") + key_text(entry.key) + ": " + in_one_line(entry.value);
      return "{" + text + "}";
  }
  return text;
}

std::string map_lines(const YamlNode& map, std::size_t column, int depth, const YamlStyle& style) {
  std::string lines;
  for (const YamlNode::Entry& entry : map.entries) {
    if (!lines.empty()) lines += std::string(style.line_break) + std::string(column, ' ');
    lines += key_text(entry.key) + ":" + value_after(entry.value, column, depth, style);
  }
  return lines;
}

std::string list_lines(const YamlNode& list, std::size_t column, int depth, const YamlStyle& style) {
  std::string lines;
  for (const YamlNode& element : list.elements) {
    if (!lines.empty()) lines += std::string(style.line_break) + std::string(column, ' ');
    lines += "-" + element_after_dash(element, column, depth, style);
  }
  return lines;
}

std::string value_after(const YamlNode& node, std::size_t column, int depth, const YamlStyle& style) {
  constexpr std::size_t step = 2;
  if (node.kind == YamlNode::Kind::null) return "";
  if (node.kind == YamlNode::Kind::scalar) {
    const bool is_block = !style.one_line_only && fits_block(node.text);
    return " " + (is_block ? as_block(node.text, column + step, style) : yaml_scalar(node.text));
  }
  const bool in_brackets = style.one_line_only || depth >= depth_of_brackets || is_empty_list_or_map(node) ||
                           (node.kind == YamlNode::Kind::sequence && is_list_of_texts(node));
  if (in_brackets) return " " + in_one_line(node);
  const std::string begin = std::string(style.line_break) + std::string(column + step, ' ');
  return begin + (node.kind == YamlNode::Kind::map ? map_lines(node, column + step, depth + 1, style)
                                                   : list_lines(node, column + step, depth + 1, style));
}

std::string element_after_dash(const YamlNode& node, std::size_t column, int depth, const YamlStyle& style) {
  constexpr std::size_t step = 2;
  const bool is_block_map =
      node.kind == YamlNode::Kind::map && !node.entries.empty() && !style.one_line_only && depth < depth_of_brackets;
  if (is_block_map) return " " + map_lines(node, column + step, depth + 1, style);
  if (node.kind == YamlNode::Kind::null) return "";
  if (node.kind == YamlNode::Kind::scalar) return value_after(node, column, depth, style);
  return " " + in_one_line(node);
}

std::string yaml_scalar(std::string_view text) {
  return is_plain_word(text) ? std::string(text) : in_double_quotes(text);
}

std::string yaml_document(const YamlNode& map) {
  return map.entries.empty() ? "" : map_lines(map, 0, 1, YamlStyle()) + "\n";
}

YamlNode yaml_text(std::string text) {
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  node.text = std::move(text);
  return node;
}

YamlNode yaml_map() {
  YamlNode node;
  node.kind = YamlNode::Kind::map;
  return node;
}

YamlNode yaml_list() {
  YamlNode node;
  node.kind = YamlNode::Kind::sequence;
  return node;
}

void set_value(YamlNode& map, std::string_view key, YamlNode value) {
  for (YamlNode::Entry& entry : map.entries) {
    if (entry.key != key) continue;
    entry.value = std::move(value);
    return;
  }
  map.entries.push_back({std::string(key), {}, std::move(value)});
}

void remove_value(YamlNode& map, std::string_view key) {
  std::erase_if(map.entries, [&](const YamlNode::Entry& entry) { return entry.key == key; });
}

}  // namespace wegwijs
