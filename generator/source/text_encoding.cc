#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "source/encoding_rules.h"
#include "source/invisible.h"
#include "source/yaml_tree.h"
#include "text/odd_characters.h"
#include "text/utf16.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// By its mark, or because every other byte of the beginning is a null.
bool is_utf16(std::string_view bytes) {
  if (has_utf16_mark(bytes)) return true;
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

/// What a file is that only has the name of a text; nothing when it may be one.
std::optional<BilingualText> kind_of_other_file(std::string_view bytes) {
  struct Beginning {
    std::string_view bytes;
    BilingualText kind;
  };
  static constexpr std::array beginnings{
      Beginning{"PK\x03\x04",
                {"een document van Word of Excel, of een zip-bestand", "a document of Word or Excel, or a zip file"}},
      Beginning{"\xD0\xCF\x11\xE0", {"een oud document van Word of Excel", "an old document of Word or Excel"}},
      Beginning{"{\\rtf", {"een document van een tekstverwerker (RTF)", "a document of a word processor (RTF)"}},
      Beginning{"%PDF-", {"een PDF", "a PDF"}},
      Beginning{"\x89PNG", {"een afbeelding", "a picture"}},
      Beginning{"\xFF\xD8\xFF", {"een afbeelding", "a picture"}}};
  const auto* found = std::find_if(beginnings.begin(), beginnings.end(),
                                   [&](const Beginning& one) { return bytes.starts_with(one.bytes); });
  return found == beginnings.end() ? std::nullopt : std::optional(found->kind);
}

/// Where the first of two versions begins that a program for versions could not merge.
std::size_t place_of_unmerged(std::string_view bytes) {
  for (std::size_t place = bytes.find("<<<<<<< "); place != std::string_view::npos;
       place = bytes.find("<<<<<<< ", place + 1)) {
    if (place > 0 && bytes[place - 1] != '\n') continue;
    // What is not behind the first is not behind a later one.
    const std::size_t divider = bytes.find("\n=======", place);
    const bool is_closed =
        divider != std::string_view::npos && bytes.find("\n>>>>>>> ", divider) != std::string_view::npos;
    return is_closed ? place : std::string_view::npos;
  }
  return std::string_view::npos;
}

BilingualText name_of(const OddCharacters& odd) {
  switch (odd.code_point) {
    case 0x00AD:
      return {"een zacht afbreekstreepje", "a soft hyphen"};
    case 0x200B:
      return {"een spatie zonder breedte", "a zero-width space"};
    case 0x200C:
    case 0x200D:
      return {"een verbindingsteken zonder breedte", "a zero-width joiner"};
    case 0x2060:
    case 0xFEFF:
      return {"een harde spatie zonder breedte", "a zero-width hard space"};
    case 0x2028:
    case 0x2029:
      return {"een regeleinde van een ander programma", "a line break of another program"};
    default:
      break;
  }
  if (odd.kind == OddCharacters::Kind::control) return {"een stuurteken", "a control character"};
  if (odd.kind == OddCharacters::Kind::direction) {
    return {"een teken dat de schrijfrichting omkeert", "a character that turns the direction of writing"};
  }
  return {"een teken zonder breedte", "a character without width"};
}

bool ends_word(char character) {
  return std::string_view(" \t\r\n,;:\"'()[]{}|").find(character) != std::string_view::npos;
}

/// Reports the words of `bytes` that hold characters that nobody types on purpose; each word once.
void report_odd_characters(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics) {
  constexpr std::size_t most = 50;
  constexpr std::size_t quoted = 40;
  const std::vector<OddCharacters> found = odd_characters_in(bytes, most);
  for (std::size_t index = 0; index < found.size();) {
    const OddCharacters& odd = found[index];
    std::size_t begin = odd.begin;
    std::size_t end = odd.end;
    while (begin > 0 && !ends_word(bytes[begin - 1])) --begin;
    while (end < bytes.size() && !ends_word(bytes[end])) ++end;
    std::string meant;
    std::size_t at = begin;
    bool is_known = true;
    for (; index < found.size() && found[index].begin < end; ++index) {
      meant += bytes.substr(at, found[index].begin - at);
      meant += found[index].meant;
      is_known = is_known && !found[index].meant.empty();
      at = found[index].end;
    }
    meant += bytes.substr(at, std::max(at, end) - at);
    const std::string word(first_code_points(bytes.substr(begin, end - begin), quoted));
    const SourceSpan where{file, static_cast<std::uint32_t>(offset + begin), static_cast<std::uint32_t>(offset + end)};
    const bool is_mangled =
        odd.kind == OddCharacters::Kind::mangled || odd.kind == OddCharacters::Kind::replaced || !odd.meant.empty();
    if (is_mangled) {
      diagnostics.report(mangled_text, where, {word}, is_known && meant.size() <= quoted ? meant : std::string());
    } else {
      diagnostics.report(invisible_character, where,
                         {name_of(odd), fmt::format("U+{:04X}", static_cast<std::uint32_t>(odd.code_point)), word});
    }
  }
}

/// Where a text has what no text may have; npos: nowhere.
struct RefusedCharacters {
  std::size_t invalid = std::string_view::npos;  ///< the first bytes that are no UTF-8; what follows is not looked at
  std::size_t first = std::string_view::npos;    ///< the first refused character before that
};

RefusedCharacters refused_characters_in(std::string_view bytes) {
  constexpr char32_t stands_for_invalid = 0xFFFD;
  RefusedCharacters refused;
  std::size_t next = 0;
  for (std::size_t position = next_remarkable(bytes, 0); position < bytes.size();
       position = next_remarkable(bytes, next)) {
    next = position;
    const char32_t character = next_code_point(bytes, next);
    if (character == stands_for_invalid && next == position + 1) {
      refused.invalid = position;
      return refused;
    }
    if (refused.first == std::string_view::npos && is_refused_character(character)) refused.first = position;
  }
  return refused;
}

}  // namespace

bool check_text_encoding(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics) {
  const auto span_at = [&](std::size_t position) {
    const auto begin = static_cast<std::uint32_t>(offset + position);
    return SourceSpan{file, begin, begin + 1};
  };
  if (const std::optional<BilingualText> kind = kind_of_other_file(bytes)) {
    diagnostics.report(not_a_text, {file, offset, offset}, {*kind});
    return false;
  }
  if (is_utf16(bytes)) {
    diagnostics.report(wide_encoding, {file, offset, offset});
    return false;
  }
  const RefusedCharacters refused = refused_characters_in(bytes);
  if (const std::size_t invalid = refused.invalid; invalid != std::string_view::npos) {
    diagnostics.report(not_utf8, span_at(invalid), {fmt::format("{:02X}", static_cast<unsigned char>(bytes[invalid]))});
    return false;
  }
  if (const std::size_t place = refused.first; place != std::string_view::npos) {
    std::size_t next = place;
    const char32_t character = next_code_point(bytes, next);
    // What Windows writes for ’ or € may be known by its number.
    const std::vector<OddCharacters> odd = odd_characters_in(bytes.substr(place, next - place), 1);
    diagnostics.report(control_character, span_at(place), {code_point_name(character)},
                       odd.empty() ? std::string() : std::string(odd.front().meant));
    return false;
  }
  if (const std::size_t place = place_of_unmerged(bytes); place != std::string_view::npos) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n", place), bytes.size());
    diagnostics.report(unmerged_versions,
                       {file, static_cast<std::uint32_t>(offset + place), static_cast<std::uint32_t>(offset + end)});
    return false;
  }
  report_odd_characters(bytes, file, offset, diagnostics);
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
