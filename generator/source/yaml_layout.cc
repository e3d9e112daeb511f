#include "source/yaml_layout.h"

#include <algorithm>

#include "text/byte_order_mark.h"

namespace wegwijs {

std::size_t YamlLayout::after_byte_order_mark(std::string_view bytes, std::size_t begin) {
  return bytes.substr(begin).starts_with(byte_order_mark) ? begin + byte_order_mark.size() : begin;
}

std::string_view YamlLayout::find_line_break() const {
  const std::size_t first = bytes_.find('\n');
  return first != std::string_view::npos && first > 0 && bytes_[first - 1] == '\r' ? "\r\n" : "\n";
}

std::size_t YamlLayout::line_begin(std::size_t position) const {
  const std::size_t line_break = position == 0 ? std::string_view::npos : bytes_.rfind('\n', position - 1);
  const std::size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
  return std::max(begin, begin_);
}

std::size_t YamlLayout::line_end(std::size_t position) const {
  std::size_t end = std::min(bytes_.find('\n', position), bytes_.size());
  if (end > position && bytes_[end - 1] == '\r') --end;
  return end;
}

std::size_t YamlLayout::end_of_line_before(std::size_t position) const {
  const std::size_t begin = line_begin(position);
  if (begin <= begin_ || bytes_[begin - 1] != '\n') return begin;
  return begin - 1 > begin_ && bytes_[begin - 2] == '\r' ? begin - 2 : begin - 1;
}

bool YamlLayout::is_first_on_line(std::size_t position) const {
  const std::size_t begin = line_begin(position);
  return bytes_.substr(begin, position - begin).find_first_not_of(' ') == std::string_view::npos;
}

std::size_t YamlLayout::next_token(std::size_t position) const {
  while (position < bytes_.size()) {
    const char c = bytes_[position];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      ++position;
    } else if (c == '#') {
      position = std::min(bytes_.find('\n', position), bytes_.size());
    } else {
      break;
    }
  }
  return position;
}

YamlLayout::Place YamlLayout::root() const {
  std::size_t begin = begin_;
  const std::size_t token = next_token(begin);
  if (bytes_.substr(token, 3) == "---") begin = token + 3;
  return {begin, 0, false};
}

YamlLayout::Extent YamlLayout::extent(const YamlNode& node, const Place& place) const {
  if (node.kind == YamlNode::Kind::null) return extent_of_nothing(place);
  if (node.kind == YamlNode::Kind::scalar) return {node.where.begin, end_of_scalar(node, place), place.in_brackets};
  Extent found{next_token(place.after), 0, false};
  const char first = at(found.begin);
  found.in_brackets = first == '{' || first == '[';
  if (place.in_brackets && !found.in_brackets) throw UnknownYamlForm{};
  const std::vector<Place> places = children(node, found);
  std::size_t end = found.in_brackets ? found.begin + 1 : found.begin;
  if (!places.empty()) {
    const YamlNode& last = node.kind == YamlNode::Kind::map ? node.entries.back().value : node.elements.back();
    end = extent(last, places.back()).end;
  }
  if (found.in_brackets) {
    end = next_token(end);
    if (at(end) == ',') end = next_token(end + 1);
    if (at(end) != (first == '{' ? '}' : ']')) throw UnknownYamlForm{};
    ++end;
  }
  found.end = end;
  return found;
}

YamlLayout::Extent YamlLayout::extent_of_nothing(const Place& place) const {
  std::size_t begin = place.after;
  while (at(begin) == ' ') ++begin;
  for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
    if (begin > place.after && bytes_.substr(begin, word.size()) == word)
      return {begin, begin + word.size(), place.in_brackets};
    if (place.in_brackets && bytes_.substr(begin, word.size()) == word)
      return {begin, begin + word.size(), place.in_brackets};
  }
  return {place.after, place.after, place.in_brackets};
}

std::size_t YamlLayout::after_colon(const YamlNode::Entry& entry, bool in_brackets) const {
  std::size_t position = entry.key_where.end;
  while (at(position) == ' ') ++position;
  if (at(position) == ':') return position + 1;
  if (in_brackets && entry.value.kind == YamlNode::Kind::null) return entry.key_where.end;
  throw UnknownYamlForm{};
}

std::vector<YamlLayout::Place> YamlLayout::children(const YamlNode& node, const Extent& extent) const {
  std::vector<Place> places;
  if (node.kind == YamlNode::Kind::map) {
    for (const YamlNode::Entry& entry : node.entries) {
      const std::size_t after = after_colon(entry, extent.in_brackets);
      places.push_back({after, column(entry.key_where.begin), extent.in_brackets});
    }
    return places;
  }
  std::size_t position = extent.begin + (extent.in_brackets ? 1 : 0);
  for (const YamlNode& element : node.elements) {
    const std::size_t token = next_token(position);
    if (!extent.in_brackets && at(token) != '-') throw UnknownYamlForm{};
    places.push_back({extent.in_brackets ? token : token + 1, column(token), extent.in_brackets});
    position = this->extent(element, places.back()).end;
    if (!extent.in_brackets || &element == &node.elements.back()) continue;
    position = next_token(position);
    if (at(position) != ',') throw UnknownYamlForm{};
    ++position;
  }
  return places;
}

std::vector<std::size_t> YamlLayout::beginnings(const YamlNode& node, const Extent& extent) const {
  std::vector<std::size_t> result;
  if (node.kind == YamlNode::Kind::map) {
    for (const YamlNode::Entry& entry : node.entries) result.push_back(entry.key_where.begin);
    return result;
  }
  for (const Place& place : children(node, extent)) result.push_back(place.after - (extent.in_brackets ? 0 : 1));
  return result;
}

std::size_t YamlLayout::end_of_scalar(const YamlNode& node, const Place& place) const {
  const std::size_t begin = node.where.begin;
  const char first = at(begin);
  if (node.quoted && (first == '"' || first == '\'')) return node.where.end;
  if (node.quoted) return end_of_block(begin, place.column);
  return end_of_plain(node, place);
}

std::size_t YamlLayout::end_of_block(std::size_t begin, std::size_t column) const {
  std::size_t end = line_end(begin);
  const bool keeps_blank_lines = bytes_.substr(begin, end - begin).find('+') != std::string_view::npos;
  // At the top level, and only there, the text may be as far to the left as its key is; it is not, in a map.
  for (std::size_t line = std::min(bytes_.find('\n', end), bytes_.size()); line < bytes_.size();) {
    const std::size_t next = line + 1;
    const std::size_t stop = line_end(next);
    const std::size_t text = bytes_.find_first_not_of(' ', next);
    const bool is_blank = text == std::string_view::npos || text >= stop;
    if (!is_blank && text - next <= column) break;
    if (!is_blank || keeps_blank_lines) end = stop;
    line = std::min(bytes_.find('\n', next), bytes_.size());
  }
  return end;
}

std::size_t YamlLayout::end_of_plain(const YamlNode& node, const Place& place) const {
  const std::size_t begin = node.where.begin;
  if (bytes_.substr(begin, node.text.size()) == node.text) return begin + node.text.size();
  // Over several lines: the words of the text are in the bytes, with other space between them.
  std::size_t position = begin;
  for (std::size_t word = 0; word < node.text.size();) {
    if (node.text[word] == ' ' || node.text[word] == '\n') {
      ++word;
      continue;
    }
    while (at(position) == ' ' || at(position) == '\t' || at(position) == '\r' || at(position) == '\n') ++position;
    while (word < node.text.size() && node.text[word] != ' ' && node.text[word] != '\n') {
      if (at(position) != node.text[word]) throw UnknownYamlForm{};
      ++word;
      ++position;
    }
  }
  static_cast<void>(place);
  return position;
}

}  // namespace wegwijs
