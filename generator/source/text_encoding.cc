#include <fmt/format.h>

#include <algorithm>

#include "source/encoding_rules.h"
#include "source/yaml_tree.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

bool is_refused_control(unsigned char byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

/// By its mark, or because every other byte of the beginning is a null.
bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  constexpr std::size_t looked_at = 16;
  if (bytes.size() < looked_at) return false;
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t position = 0; position < looked_at; position += 2) {
    even += bytes[position] == '\0' ? 1U : 0U;
    odd += bytes[position + 1] == '\0' ? 1U : 0U;
  }
  return std::max(even, odd) == looked_at / 2 && std::min(even, odd) == 0;
}

}  // namespace

bool check_text_encoding(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics) {
  const auto span_at = [&](std::size_t position) {
    const auto begin = static_cast<std::uint32_t>(offset + position);
    return SourceSpan{file, begin, begin + 1};
  };
  if (is_utf16(bytes)) {
    diagnostics.report(wide_encoding, {file, offset, offset});
    return false;
  }
  const std::size_t invalid = first_invalid_utf8(bytes);
  if (invalid != std::string_view::npos) {
    diagnostics.report(not_utf8, span_at(invalid), {fmt::format("{:02X}", static_cast<unsigned char>(bytes[invalid]))});
    return false;
  }
  for (std::size_t position = 0; position < bytes.size(); ++position) {
    const auto byte = static_cast<unsigned char>(bytes[position]);
    if (!is_refused_control(byte)) continue;
    diagnostics.report(control_character, span_at(position), {fmt::format("U+{:04X}", byte)});
    return false;
  }
  return true;
}

bool check_line_breaks(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics) {
  for (std::size_t place = bytes.find('\r'); place != std::string_view::npos; place = bytes.find('\r', place + 1)) {
    if (place + 1 == bytes.size() || bytes[place + 1] == '\n') continue;
    diagnostics.report(lone_carriage_return, {file, offset, offset});
    return false;
  }
  return true;
}

}  // namespace wegwijs
