#include "source/yaml_plain.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "source/invisible.h"
#include "text/ascii.h"
#include "text/byte_order_mark.h"

namespace wegwijs {
namespace {

/// Thrown at the first thing that is not plain.
struct NotPlain {};

/// The library takes longer ones for no key.
constexpr std::size_t longest_key = 512;

/// Up to so many keys of a map are compared one by one.
constexpr std::size_t few_keys = 32;

/// The keys of one map, once there are more than a few.
using ManyKeys = std::unordered_set<std::string_view>;

bool is_plain_key_character(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == ' ' || c == '/' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool begins_plain_text(std::string_view text) {
  if (text.empty()) return false;
  const char first = text.front();
  // Quotes that a word processor turns are looked at by the library's reader.
  const bool is_curly = text.starts_with("\xE2\x80\x98") || text.starts_with("\xE2\x80\x99") ||
                        text.starts_with("\xE2\x80\x9A") || text.starts_with("\xE2\x80\x9C") ||
                        text.starts_with("\xE2\x80\x9D") || text.starts_with("\xE2\x80\x9E");
  return !is_curly && (is_letter(first) || is_digit(first) || static_cast<unsigned char>(first) >= 0x80 ||
                       std::string_view("/(+_").find(first) != std::string_view::npos);
}

/// To YAML these are no text.
bool is_null_word(std::string_view text) {
  return text == "null" || text == "Null" || text == "NULL" || text == "~";
}

std::string_view without_spaces_at_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(' ');
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// Reads a document line by line. Positions are bytes from its beginning.
class PlainReader {
 public:
  PlainReader(std::string_view bytes, FileId file, std::uint32_t offset)
      : bytes_(bytes), file_(file), offset_(offset) {}

  YamlNode read() {
    next_line();
    if (is_at_end()) throw NotPlain{};
    const std::size_t begin = position_;
    YamlNode root = read_map(column_, {span(begin, begin)}, 1);
    if (!is_at_end()) throw NotPlain{};
    return root;
  }

 private:
  bool is_at_end() const { return position_ == bytes_.size(); }

  SourceSpan span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(offset_ + begin), static_cast<std::uint32_t>(offset_ + end)};
  }

  void count_node() {
    if (++nodes_ > yaml_node_limit) throw NotPlain{};
  }

  /// Goes to the first character of the next line that holds more than a comment; `column_` is its indentation. At the
  /// end of the document `column_` is 0.
  void next_line() {
    while (position_ < bytes_.size()) {
      const std::size_t begin = position_;
      const std::size_t first = bytes_.find_first_not_of(' ', begin);
      if (first == std::string_view::npos) break;
      line_end_ = std::min(bytes_.find('\n', first), bytes_.size());
      if (first < line_end_ && bytes_[first] != '#') {
        position_ = first;
        column_ = first - begin;
        return;
      }
      position_ = std::min(line_end_ + 1, bytes_.size());
    }
    position_ = bytes_.size();
    column_ = 0;
  }

  void end_line() {
    position_ = std::min(line_end_ + 1, bytes_.size());
    next_line();
  }

  std::string_view rest_of_line() const { return bytes_.substr(position_, line_end_ - position_); }

  /// The length of the key that begins at `position_`, when one does: letters of any language, digits, '_', '/' and
  /// '-', with spaces between words, then ':' and a space or the end of the line.
  std::size_t key_length() const {
    const std::string_view rest = rest_of_line();
    if (rest.empty() || rest.front() == '-' || rest.front() == ' ') return 0;
    const std::size_t length =
        static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_plain_key_character) - rest.begin());
    if (length > 0 && rest[length - 1] == ' ') return 0;
    // Quotes that a word processor turns, and the like.
    if (rest.substr(0, length).find("\xE2\x80") != std::string_view::npos) return 0;
    if (length == 0 || length > longest_key || length >= rest.size() || rest[length] != ':') return 0;
    return length + 1 == rest.size() || rest[length + 1] == ' ' ? length : 0;
  }

  bool begins_item() const { return rest_of_line().starts_with("- "); }

  /// The lines from here on whose keys stand at `column`. `where` is what the map itself is said to be.
  YamlNode read_map(std::size_t column, SourceSpan where, int depth) {
    if (depth > yaml_depth_limit) throw NotPlain{};
    count_node();
    YamlNode map;
    map.kind = YamlNode::Kind::map;
    map.where = where;
    ManyKeys many;
    while (!is_at_end() && column_ == column) {
      YamlNode::Entry entry = take_key(map, many);
      entry.value = read_value_of(entry.key_where, column, depth);
      map.entries.push_back(std::move(entry));
    }
    if (!is_at_end() && column_ > column) throw NotPlain{};
    return map;
  }

  std::string_view text_at(SourceSpan where) const {
    return bytes_.substr(where.begin - offset_, where.end - where.begin);
  }

  /// Whether `map` has the key, which is added to it next. `many`: those of this map.
  bool is_repeated(std::string_view key, const YamlNode& map, ManyKeys& many) const {
    if (map.entries.size() < few_keys) {
      return std::any_of(map.entries.begin(), map.entries.end(),
                         [&](const YamlNode::Entry& other) { return other.key == key; });
    }
    if (many.empty()) {
      for (const YamlNode::Entry& entry : map.entries) many.insert(text_at(entry.key_where));
    }
    return !many.insert(key).second;
  }

  /// The key of the next entry of `map`; goes on after its colon.
  YamlNode::Entry take_key(const YamlNode& map, ManyKeys& many) {
    const std::size_t length = key_length();
    const std::string_view key = bytes_.substr(position_, length);
    if (length == 0 || is_null_word(key) || is_repeated(key, map, many)) throw NotPlain{};
    YamlNode::Entry entry{std::string(key), span(position_, position_ + length), {}};
    count_node();
    position_ += length + 1;
    return entry;
  }

  /// What comes after a key at `column`, on its line or below it.
  YamlNode read_value_of(SourceSpan key, std::size_t column, int depth) {
    if (skip_spaces()) return begins_block() ? read_block(column) : read_inline(&key, depth);
    end_line();
    const bool is_below = !is_at_end() && column_ > column;
    if (!is_at_end() && column_ >= column && begins_item()) return read_list(column_, key, depth + 1);
    if (is_below && key_length() > 0) return read_map(column_, key, depth + 1);
    if (is_below) throw NotPlain{};
    count_node();
    YamlNode nothing;
    nothing.where = key;
    return nothing;
  }

  YamlNode read_list(std::size_t column, SourceSpan where, int depth) {
    if (depth > yaml_depth_limit) throw NotPlain{};
    count_node();
    YamlNode list;
    list.kind = YamlNode::Kind::sequence;
    list.where = where;
    while (!is_at_end() && column_ == column && begins_item()) {
      const std::size_t dash = position_;
      position_ += 1;
      if (!skip_spaces()) throw NotPlain{};
      if (key_length() > 0) {
        // The keys of this map stand at the column of the first one.
        column_ += position_ - dash;
        list.elements.push_back(read_map(column_, span(position_, position_ + 1), depth + 1));
      } else {
        list.elements.push_back(read_inline(nullptr, depth));
      }
    }
    if (!is_at_end() && column_ > column) throw NotPlain{};
    return list;
  }

  /// False at the end of the line.
  bool skip_spaces() {
    position_ = std::min(bytes_.find_first_not_of(' ', position_), line_end_);
    return position_ < line_end_;
  }

  /// The value that takes the rest of the line. `key` is null for one in a list.
  YamlNode read_inline(const SourceSpan* key, int depth) {
    const char first = bytes_[position_];
    YamlNode value = first == '[' || first == '{'    ? read_brackets(key, depth + 1)
                     : first == '"' || first == '\'' ? read_quoted()
                                                     : read_plain_line();
    if (skip_spaces()) throw NotPlain{};
    end_line();
    return value;
  }

  YamlNode scalar(std::size_t begin, std::size_t end, std::string_view text, bool quoted) {
    if (text.size() > yaml_scalar_limit) throw NotPlain{};
    count_node();
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.quoted = quoted;
    node.where = span(begin, end);
    node.text = text;
    return node;
  }

  /// A text in quotes that ends on its line and holds nothing that stands for something else.
  YamlNode read_quoted() {
    const std::size_t begin = position_;
    const char quote = bytes_[begin];
    const std::size_t end = bytes_.find(quote, begin + 1);
    if (end >= line_end_) throw NotPlain{};
    const std::string_view text = bytes_.substr(begin + 1, end - begin - 1);
    const bool is_doubled = end + 1 < line_end_ && bytes_[end + 1] == quote;
    if (is_doubled || find_any_of<'\\', '\t'>(text) != npos) throw NotPlain{};
    position_ = end + 1;
    return scalar(begin, end + 1, text, true);
  }

  bool begins_block() const { return bytes_[position_] == '|' || bytes_[position_] == '>'; }

  /// The lines below a '|' that are further to the right than the key at `column`, as they stand; below a '>' in one
  /// line, where that is all that it does.
  YamlNode read_block(std::size_t column) {
    const std::size_t begin = position_;
    const std::string_view sign = without_spaces_at_end(rest_of_line());
    const bool is_folded = sign.front() == '>';
    if (sign.size() > 2 || (sign.size() == 2 && sign[1] != '-')) throw NotPlain{};
    std::string text;
    std::size_t indentation = 0;
    std::size_t empty_lines = 0;
    position_ = std::min(line_end_ + 1, bytes_.size());
    for (std::size_t end = 0; position_ < bytes_.size(); position_ = end + 1) {
      end = bytes_.find('\n', position_);
      if (end == std::string_view::npos) throw NotPlain{};
      const std::string_view line = bytes_.substr(position_, end - position_);
      const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
      if (line.empty() && indentation > 0) {
        ++empty_lines;
        continue;
      }
      if (indentation == 0) indentation = spaces;
      if (indentation <= column || spaces == line.size() || line.find('\t') != std::string_view::npos) throw NotPlain{};
      if (spaces < indentation) {
        if (spaces > column || line[spaces] == '#') throw NotPlain{};
        break;
      }
      const bool is_folded_plainly = empty_lines == 0 && spaces == indentation && !line.ends_with(' ');
      if (is_folded && !is_folded_plainly) throw NotPlain{};
      if (is_folded && !text.empty()) text.back() = ' ';
      text.append(empty_lines, '\n').append(line.substr(indentation)).push_back('\n');
      empty_lines = 0;
    }
    if (text.empty()) throw NotPlain{};
    if (sign.ends_with('-')) text.pop_back();
    next_line();
    return scalar(begin, begin + sign.size(), text, true);
  }

  YamlNode read_plain_line() {
    const std::size_t begin = position_;
    const std::string_view text = without_spaces_at_end(rest_of_line());
    const bool is_plain = begins_plain_text(text) && !is_null_word(text) && !text.ends_with(':') &&
                          text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos &&
                          text.find('\t') == std::string_view::npos;
    if (!is_plain) throw NotPlain{};
    position_ = line_end_;
    return scalar(begin, begin + text.size(), text, false);
  }

  /// A list or a map in brackets, which end on this line.
  YamlNode read_brackets(const SourceSpan* key, int depth) {
    if (depth > yaml_depth_limit) throw NotPlain{};
    count_node();
    YamlNode node;
    const bool is_map = bytes_[position_] == '{';
    const char closing = is_map ? '}' : ']';
    node.kind = is_map ? YamlNode::Kind::map : YamlNode::Kind::sequence;
    node.where = key != nullptr ? *key : span(position_, position_ + 1);
    ManyKeys many;
    ++position_;
    if (!skip_spaces()) throw NotPlain{};
    while (bytes_[position_] != closing) {
      if (is_map) {
        add_in_brackets(node, many, depth);
      } else {
        node.elements.push_back(read_in_brackets(nullptr, depth));
      }
      if (!skip_spaces()) throw NotPlain{};
      if (bytes_[position_] == closing) break;
      if (bytes_[position_] != ',') throw NotPlain{};
      ++position_;
      // A comma with nothing after it is not plain.
      if (!skip_spaces() || bytes_[position_] == closing) throw NotPlain{};
    }
    ++position_;
    return node;
  }

  void add_in_brackets(YamlNode& map, ManyKeys& many, int depth) {
    YamlNode::Entry entry = take_key(map, many);
    if (!skip_spaces()) throw NotPlain{};
    entry.value = read_in_brackets(&entry.key_where, depth);
    map.entries.push_back(std::move(entry));
  }

  YamlNode read_in_brackets(const SourceSpan* key, int depth) {
    const char first = bytes_[position_];
    if (first == '[' || first == '{') return read_brackets(key, depth + 1);
    if (first == '"' || first == '\'') return read_quoted();
    const std::size_t begin = position_;
    const std::size_t end = std::min(bytes_.find_first_of(",]}", begin), line_end_);
    const std::string_view text = without_spaces_at_end(bytes_.substr(begin, end - begin));
    if (!begins_plain_text(text) || is_null_word(text) || text.find_first_of(":#[{\"\t?") != std::string_view::npos)
      throw NotPlain{};
    position_ = end;
    return scalar(begin, begin + text.size(), text, false);
  }

  std::string_view bytes_;
  FileId file_;
  std::uint32_t offset_;
  std::size_t position_ = 0;
  std::size_t line_end_ = 0;
  std::size_t column_ = 0;
  std::size_t nodes_ = 0;
};

/// Characters that look like a space, or like nothing, and carriage returns: the library's reader says what they do.
bool holds_odd_spaces(std::string_view bytes) {
  for (std::size_t place = 0; place < bytes.size(); ++place) {
    if (bytes[place] == '\r') return true;
    if (static_cast<unsigned char>(bytes[place]) >= 0x80 && hard_space_length(bytes.substr(place)) > 0) return true;
  }
  return bytes.find(byte_order_mark) != std::string_view::npos;
}

}  // namespace

std::optional<YamlNode> read_plain_yaml(std::string_view bytes, FileId file, std::uint32_t offset) {
  if (holds_odd_spaces(bytes)) return std::nullopt;
  try {
    return PlainReader(bytes, file, offset).read();
  } catch (const NotPlain&) {
    return std::nullopt;
  }
}

}  // namespace wegwijs
