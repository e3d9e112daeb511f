#include <fmt/format.h>

#include "source/encoding_rules.h"
#include "source/yaml_tree.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

bool is_refused_control(unsigned char byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

}  // namespace

bool check_text_encoding(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics) {
  const auto span_at = [&](std::size_t position) {
    const auto begin = static_cast<std::uint32_t>(offset + position);
    return SourceSpan{file, begin, begin + 1};
  };
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

}  // namespace wegwijs
