#include "source/yaml_edits.h"

#include <algorithm>
#include <utility>

#include "source/yaml_layout.h"
#include "source/yaml_style.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

using Kind = YamlNode::Kind;

bool is_empty_container(const YamlNode& node) {
  return (node.kind == Kind::map && node.entries.empty()) || (node.kind == Kind::sequence && node.elements.empty());
}

bool share_a_key(const YamlNode& left, const YamlNode& right) {
  return std::any_of(left.entries.begin(), left.entries.end(),
                     [&](const YamlNode::Entry& entry) { return right.find(entry.key) != nullptr; });
}

/// Collects the edits that turn one tree into another.
class EditWriter {
 public:
  EditWriter(const YamlLayout& layout, YamlStyle style) : layout_(layout), style_(style) {}

  std::vector<TextEdit> edits(const YamlNode& before, const YamlNode& after) {
    const YamlLayout::Place root = layout_.root();
    if (before.entries.empty()) {
      write_first_entries(root, after);
    } else {
      edit_map(before, after, layout_.extent(before, root), 0);
    }
    // An insertion comes before a removal that begins at the same place; other edits keep the order of their making.
    std::stable_sort(edits_.begin(), edits_.end(), [](const TextEdit& left, const TextEdit& right) {
      if (left.begin != right.begin) return left.begin < right.begin;
      return left.begin == left.end && right.begin != right.end;
    });
    // Two entries that leave share the line break between them.
    for (std::size_t index = 1; index < edits_.size(); ++index) {
      const bool both_leave = edits_[index].replacement.empty() && edits_[index - 1].replacement.empty();
      if (both_leave && edits_[index].end >= edits_[index - 1].end)
        edits_[index].begin = std::max(edits_[index].begin, edits_[index - 1].end);
    }
    return std::move(edits_);
  }

  /// Whether the edits can be made one after the other.
  static bool are_apart(const std::vector<TextEdit>& edits, std::size_t size) {
    std::size_t position = 0;
    for (const TextEdit& edit : edits) {
      if (edit.begin < position || edit.end < edit.begin || edit.end > size) return false;
      position = edit.end;
    }
    return true;
  }

 private:
  void add(std::size_t begin, std::size_t end, std::string replacement) {
    edits_.push_back({begin, end, std::move(replacement)});
  }

  std::string new_line(std::size_t column) const { return std::string(style_.line_break) + std::string(column, ' '); }

  void write_first_entries(const YamlLayout::Place& root, const YamlNode& after) {
    if (after.entries.empty()) return;
    if (layout_.bytes().substr(layout_.next_token(root.after)).starts_with('{')) throw UnknownYamlForm{};
    const std::size_t end = layout_.end();
    const bool is_open_line = layout_.line_begin(end) != end;
    add(end, end,
        (is_open_line ? std::string(style_.line_break) : "") + map_lines(after, 0, 1, style_) +
            std::string(style_.line_break));
  }

  void edit_value(const YamlNode& before, const YamlNode& after, const YamlLayout::Place& place, int depth) {
    if (is_same_value(before, after)) return;
    const YamlLayout::Extent extent = layout_.extent(before, place);
    const bool both_filled = before.kind == after.kind && !is_empty_container(before) && !is_empty_container(after);
    if (both_filled && before.kind == Kind::map && share_a_key(before, after)) {
      edit_map(before, after, extent, depth);
    } else if (both_filled && before.kind == Kind::sequence) {
      edit_list(before, after, extent, depth);
    } else if (before.kind == Kind::scalar && after.kind == Kind::scalar) {
      add(extent.begin, extent.end, scalar_like(before, after.text, extent, place));
    } else {
      replace_value(extent, after, place, depth);
    }
  }

  bool has_rest_of_line(std::size_t end) const {
    const std::size_t stop = layout_.line_end(end);
    return layout_.bytes().substr(end, stop - end).find_first_not_of(' ') != std::string_view::npos;
  }

  /// `text` in the quotes of the text that was there, where they can hold it.
  std::string scalar_like(const YamlNode& before, const std::string& text, const YamlLayout::Extent& extent,
                          const YamlLayout::Place& place) const {
    const char first = layout_.bytes()[extent.begin];
    const bool may_be_block = !style_.one_line_only && !extent.in_brackets && !has_rest_of_line(extent.end);
    constexpr std::size_t step = 2;
    if (before.quoted && first == '\'' && text.find_first_of("\n\t") == std::string::npos) {
      std::string quoted = "'";
      for (const char c : text) quoted.append(c == '\'' ? 2 : 1, c);
      return quoted + "'";
    }
    if (!before.quoted && is_safe_without_quotes(text)) return text;
    if (may_be_block && fits_block(text)) return as_block(text, place.column + step, style_);
    const bool is_one_line = !text.empty() && text.find('\n') == text.size() - 1;
    if (may_be_block && before.quoted && (first == '|' || first == '>') && is_one_line)
      return std::string(1, first) + new_line(place.column + step) + text.substr(0, text.size() - 1);
    return before.quoted && first == '"' ? in_double_quotes(text) : yaml_scalar(text);
  }

  void replace_value(const YamlLayout::Extent& extent, const YamlNode& after, const YamlLayout::Place& place,
                     int depth) {
    if (place.in_brackets) {
      const bool touches = extent.begin == place.after && layout_.bytes()[extent.begin - 1] == ':';
      add(extent.begin, extent.end, (touches ? " " : "") + in_one_line(after));
      return;
    }
    YamlStyle style = style_;
    style.one_line_only = style.one_line_only || has_rest_of_line(extent.end);
    const bool is_dash = layout_.bytes()[place.after - 1] == '-';
    const std::string written = is_dash ? element_after_dash(after, place.column, depth, style)
                                        : value_after(after, place.column, depth, style);
    // A comment between the key and a value on a later line stays where there is room for the new value below it.
    const bool is_below = layout_.line_begin(extent.begin) > place.after;
    const std::size_t column = layout_.column(extent.begin);
    const bool has_comment =
        layout_.bytes().substr(place.after, extent.begin - place.after).find('#') != std::string_view::npos;
    if (is_below && has_comment && column > place.column) {
      const bool in_lines =
          !style.one_line_only && !is_empty_container(after) && after.kind != Kind::scalar && after.kind != Kind::null;
      add(extent.begin, extent.end,
          !in_lines                 ? (after.kind == Kind::null ? "" : in_one_line(after))
          : after.kind == Kind::map ? map_lines(after, column, depth + 1, style)
                                    : list_lines(after, column, depth + 1, style));
      return;
    }
    add(place.after, extent.end, written);
  }

  void edit_map(const YamlNode& before, const YamlNode& after, const YamlLayout::Extent& extent, int depth) {
    const std::vector<YamlLayout::Place> places = layout_.children(before, extent);
    const std::vector<std::size_t> begins = layout_.beginnings(before, extent);
    std::vector<std::size_t> ends;
    for (std::size_t index = 0; index < places.size(); ++index)
      ends.push_back(layout_.extent(before.entries[index].value, places[index]).end);
    std::vector<bool> survives;
    for (std::size_t index = 0; index < places.size(); ++index) {
      const YamlNode* wanted = after.find(before.entries[index].key);
      survives.push_back(wanted != nullptr);
      if (wanted != nullptr) edit_value(before.entries[index].value, *wanted, places[index], depth + 1);
    }
    remove(begins, ends, survives, extent);
    insert_entries(before, after, extent, begins, ends, depth);
  }

  void insert_entries(const YamlNode& before, const YamlNode& after, const YamlLayout::Extent& extent,
                      const std::vector<std::size_t>& begins, const std::vector<std::size_t>& ends, int depth) {
    std::size_t anchor = begins.size();  // the entry after which the next one comes; none yet
    YamlNode group = yaml_map();
    const auto flush = [&] {
      if (!group.entries.empty()) insert(in_lines(group, extent, begins, depth), extent, begins, ends, anchor);
      group.entries.clear();
    };
    for (const YamlNode::Entry& entry : after.entries) {
      const auto known = std::find_if(before.entries.begin(), before.entries.end(),
                                      [&](const YamlNode::Entry& old) { return old.key == entry.key; });
      if (known == before.entries.end()) {
        group.entries.push_back(entry);
        continue;
      }
      flush();
      anchor = static_cast<std::size_t>(known - before.entries.begin());
    }
    flush();
  }

  std::string in_lines(const YamlNode& group, const YamlLayout::Extent& extent, const std::vector<std::size_t>& begins,
                       int depth) const {
    if (!extent.in_brackets) return map_lines(group, layout_.column(begins.front()), depth + 1, style_);
    const std::string braced = in_one_line(group);
    return braced.substr(1, braced.size() - 2);
  }

  void edit_list(const YamlNode& before, const YamlNode& after, const YamlLayout::Extent& extent, int depth) {
    const std::vector<YamlLayout::Place> places = layout_.children(before, extent);
    const std::vector<std::size_t> begins = layout_.beginnings(before, extent);
    const std::size_t old_size = before.elements.size();
    const std::size_t new_size = after.elements.size();
    std::size_t same_first = 0;
    while (same_first < std::min(old_size, new_size) &&
           is_same_value(before.elements[same_first], after.elements[same_first]))
      ++same_first;
    std::size_t same_last = 0;
    while (same_last < std::min(old_size, new_size) - same_first &&
           is_same_value(before.elements[old_size - 1 - same_last], after.elements[new_size - 1 - same_last]))
      ++same_last;
    std::vector<std::size_t> ends;
    for (std::size_t index = 0; index < old_size; ++index)
      ends.push_back(layout_.extent(before.elements[index], places[index]).end);
    const std::size_t changed = std::min(old_size, new_size) - same_first - same_last;
    for (std::size_t index = same_first; index < same_first + changed; ++index)
      edit_value(before.elements[index], after.elements[index], places[index], depth + 1);
    std::vector<bool> survives(old_size, true);
    for (std::size_t index = same_first + changed; index < old_size - same_last; ++index) survives[index] = false;
    remove(begins, ends, survives, extent);
    YamlNode added = yaml_list();
    for (std::size_t index = same_first + changed; index < new_size - same_last; ++index)
      added.elements.push_back(after.elements[index]);
    if (added.elements.empty()) return;
    const std::size_t anchor = same_first + changed == 0 ? old_size : same_first + changed - 1;
    std::string lines;
    if (extent.in_brackets) {
      const std::string bracketed = in_one_line(added);
      lines = bracketed.substr(1, bracketed.size() - 2);
    } else {
      lines = list_lines(added, layout_.column(begins.front()), depth + 1, style_);
    }
    insert(lines, extent, begins, ends, anchor);
  }

  /// Puts lines, or what is between brackets, after the entry `anchor`; before all when there is no such entry.
  void insert(const std::string& lines, const YamlLayout::Extent& extent, const std::vector<std::size_t>& begins,
              const std::vector<std::size_t>& ends, std::size_t anchor) {
    const bool is_first = anchor >= begins.size();
    if (extent.in_brackets) {
      const std::size_t place = is_first ? begins.front() : ends[anchor];
      add(place, place, is_first ? lines + ", " : ", " + lines);
      return;
    }
    const std::size_t column = layout_.column(begins.front());
    if (!is_first) {
      const std::size_t place = layout_.line_end(ends[anchor]);
      add(place, place, new_line(column) + lines);
    } else if (layout_.is_first_on_line(begins.front()) && layout_.has_line_before(begins.front())) {
      const std::size_t place = layout_.end_of_line_before(begins.front());
      add(place, place, new_line(column) + lines);
    } else {
      add(begins.front(), begins.front(), lines + new_line(column));
    }
  }

  void remove(const std::vector<std::size_t>& begins, const std::vector<std::size_t>& ends,
              const std::vector<bool>& survives, const YamlLayout::Extent& extent) {
    for (std::size_t index = 0; index < begins.size(); ++index) {
      if (survives[index]) continue;
      if (extent.in_brackets) {
        remove_between_brackets(begins, ends, survives, index);
        continue;
      }
      const std::size_t begin = begins[index];
      const std::size_t end = layout_.line_end(ends[index]);
      if (layout_.is_first_on_line(begin) && layout_.has_line_before(begin)) {
        add(layout_.end_of_line_before(begin), end, "");
      } else if (layout_.is_first_on_line(begin)) {
        const std::size_t next = std::min(layout_.bytes().find('\n', end), layout_.end());
        add(layout_.line_begin(begin), std::min(next + 1, layout_.end()), "");
      } else {
        // After the dash of a list: what comes next takes this place.
        const std::size_t next = layout_.bytes().find_first_not_of(" \r\n", end);
        add(begin, std::min(next, layout_.end()), "");
      }
    }
  }

  void remove_between_brackets(const std::vector<std::size_t>& begins, const std::vector<std::size_t>& ends,
                               const std::vector<bool>& survives, std::size_t index) {
    // With the comma before it when something before it stays; with the comma after it otherwise.
    const bool has_before = std::find(survives.begin(), survives.begin() + static_cast<std::ptrdiff_t>(index), true) !=
                            survives.begin() + static_cast<std::ptrdiff_t>(index);
    if (has_before) {
      add(ends[index - 1], ends[index], "");
    } else if (index + 1 < begins.size()) {
      add(begins[index], begins[index + 1], "");
    } else {
      add(begins[index], ends[index], "");
    }
  }

  const YamlLayout& layout_;
  YamlStyle style_;
  std::vector<TextEdit> edits_;
};

std::optional<std::vector<TextEdit>> tried_edits(std::string_view bytes, const YamlLayout& layout, std::size_t begin,
                                                 std::size_t end, const YamlNode& before, const YamlNode& after,
                                                 bool one_line_only) {
  YamlStyle style;
  style.line_break = layout.line_break();
  style.one_line_only = one_line_only;
  std::vector<TextEdit> edits;
  try {
    edits = EditWriter(layout, style).edits(before, after);
  } catch (const UnknownYamlForm&) {
    return std::nullopt;
  }
  if (!EditWriter::are_apart(edits, bytes.size())) return std::nullopt;
  const std::string edited = with_edits(bytes, edits);
  const std::size_t new_end = end + edited.size() - bytes.size();
  Diagnostics ignored;
  const std::optional<YamlNode> read =
      read_yaml(std::string_view(edited).substr(begin, new_end - begin), no_file, 0, ignored);
  if (!read || ignored.has_errors() || !is_same_value(*read, after)) return std::nullopt;
  return edits;
}

}  // namespace

bool is_same_value(const YamlNode& left, const YamlNode& right) {
  if (left.kind != right.kind) return false;
  if (left.kind == Kind::scalar) return left.text == right.text;
  if (left.kind == Kind::sequence)
    return std::equal(left.elements.begin(), left.elements.end(), right.elements.begin(), right.elements.end(),
                      is_same_value);
  if (left.entries.size() != right.entries.size()) return false;
  return std::all_of(left.entries.begin(), left.entries.end(), [&](const YamlNode::Entry& entry) {
    const YamlNode* other = right.find(entry.key);
    return other != nullptr && is_same_value(entry.value, *other);
  });
}

std::optional<std::vector<TextEdit>> yaml_edits(std::string_view bytes, std::size_t begin, std::size_t end,
                                                const YamlNode& before, const YamlNode& after) {
  if (before.kind != Kind::map || after.kind != Kind::map) return std::nullopt;
  if (is_same_value(before, after)) return std::vector<TextEdit>();
  const YamlLayout layout(bytes, begin, end);
  for (const bool one_line_only : {false, true}) {
    if (auto edits = tried_edits(bytes, layout, begin, end, before, after, one_line_only)) return edits;
  }
  return std::nullopt;
}

}  // namespace wegwijs
