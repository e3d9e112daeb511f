#include "source/front_matter.h"

#include <algorithm>

#include "source/front_matter_rules.h"
#include "source/invisible.h"
#include "text/ascii.h"
#include "text/byte_order_mark.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::string_view fence = "---";

/// The line that begins at `begin`, without its line break; `next` receives the beginning of the line after it.
std::string_view line_at(std::string_view bytes, std::size_t begin, std::size_t& next) {
  const std::size_t line_break = bytes.find('\n', begin);
  next = line_break == std::string_view::npos ? bytes.size() : line_break + 1;
  std::string_view line = bytes.substr(begin, next - begin);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  // A hard space looks like an ordinary one, and after the dashes neither means anything.
  if (line.size() > fence.size() && line.starts_with(fence) && line.find_first_not_of('-') >= fence.size()) {
    std::string_view rest = line.substr(fence.size());
    while (!rest.empty()) {
      const std::size_t length = rest.front() == ' ' || rest.front() == '\t' ? 1 : hard_space_length(rest);
      if (length == 0) return line;
      rest.remove_prefix(length);
    }
    return fence;
  }
  return line;
}

/// Whether the line is nothing but dashes of any length and kind, such as a word processor makes of three.
bool is_almost_fence(std::string_view line) {
  constexpr char32_t en_dash = 0x2013;
  constexpr char32_t em_dash = 0x2014;
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  for (std::size_t position = 0; position < line.size();) {
    const char32_t character = next_code_point(line, position);
    if (character != '-' && character != en_dash && character != em_dash) return false;
  }
  return !line.empty();
}

bool is_key_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; });
}

/// Whether a header begins below the first line of `bytes`: a fence with a key under it.
bool has_header_below(std::string_view bytes, std::size_t begin) {
  constexpr int lines_looked_at = 40;
  for (int lines = 0; begin < bytes.size() && lines < lines_looked_at; ++lines) {
    std::size_t next = 0;
    const std::string_view line = line_at(bytes, begin, next);
    std::size_t after = 0;
    if (line == fence && next < bytes.size()) return is_key_line(line_at(bytes, next, after));
    begin = next;
  }
  return false;
}

}  // namespace

std::optional<FrontMatter> read_front_matter(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  const std::size_t start = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const auto span = [&](std::size_t begin, std::size_t end) {
    return SourceSpan{file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  // First of all, because in a file of another encoding the '---' cannot be found either.
  if (!check_text_encoding(bytes, file, 0, diagnostics)) return std::nullopt;
  if (!check_line_breaks(bytes, file, 0, diagnostics)) return std::nullopt;
  std::size_t next = 0;
  const std::string_view first_line = line_at(bytes, start, next);
  if (first_line != fence && has_header_below(bytes, next)) {
    const bool is_blank = first_line.find_first_not_of(" \t") == std::string_view::npos;
    constexpr std::size_t longest_quoted = 60;
    diagnostics.report(text_above_front_matter, span(start, start + first_line.size()),
                       {is_blank ? Argument("een lege regel", "an empty line")
                                 : Argument("'" + std::string(first_code_points(first_line, longest_quoted)) + "'")});
    return std::nullopt;
  }
  if (first_line != fence && is_almost_fence(first_line)) {
    diagnostics.report(missing_front_matter, span(start, start + first_line.size()), {}, std::string(fence));
    return std::nullopt;
  }
  if (first_line != fence) {
    diagnostics.report(missing_front_matter, span(start, start + first_line.size()));
    return std::nullopt;
  }
  const std::size_t yaml_begin = next;
  std::size_t line_begin = next;
  while (line_begin < bytes.size() && line_at(bytes, line_begin, next) != fence) line_begin = next;
  if (line_begin >= bytes.size()) {
    diagnostics.report(open_front_matter, span(start, start + fence.size()));
    return std::nullopt;
  }
  std::optional<YamlNode> values = read_yaml_of_checked_text(bytes.substr(yaml_begin, line_begin - yaml_begin), file,
                                                             static_cast<std::uint32_t>(yaml_begin), diagnostics);
  if (!values) return std::nullopt;
  return FrontMatter{std::move(*values), span(yaml_begin, line_begin), span(next, bytes.size())};
}

}  // namespace wegwijs
