#include "source/front_matter.h"

#include "source/front_matter_rules.h"

namespace wegwijs {
namespace {

constexpr std::string_view fence = "---";

/// The line that begins at `begin`, without its line break; `next` receives the beginning of the line after it.
std::string_view line_at(std::string_view bytes, std::size_t begin, std::size_t& next) {
  const std::size_t line_break = bytes.find('\n', begin);
  next = line_break == std::string_view::npos ? bytes.size() : line_break + 1;
  std::string_view line = bytes.substr(begin, next - begin);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<FrontMatter> read_front_matter(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::size_t start = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const auto span = [&](std::size_t begin, std::size_t end) {
    return SourceSpan{file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  // First of all, because in a file of another encoding the '---' cannot be found either.
  if (!check_text_encoding(bytes, file, 0, diagnostics)) return std::nullopt;
  if (!check_line_breaks(bytes, file, 0, diagnostics)) return std::nullopt;
  std::size_t next = 0;
  const std::string_view first_line = line_at(bytes, start, next);
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
  std::optional<YamlNode> values = read_yaml(bytes.substr(yaml_begin, line_begin - yaml_begin), file,
                                             static_cast<std::uint32_t>(yaml_begin), diagnostics);
  if (!values) return std::nullopt;
  return FrontMatter{std::move(*values), span(next, bytes.size())};
}

}  // namespace wegwijs
