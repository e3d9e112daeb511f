#include "templates/escape.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/ascii.h"
#include "text/html_escape.h"

namespace wegwijs {
namespace {

constexpr std::string_view hexadecimal = "0123456789ABCDEF";

using CharacterSet = std::array<bool, 256>;

constexpr CharacterSet url_characters() {
  CharacterSet set{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) set[c] = true;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) set[c] = true;
  for (unsigned char c = '0'; c <= '9'; ++c) set[c] = true;
  for (const char c : std::string_view("-._~:/?#[]@!$&'()*+,;=")) set[static_cast<unsigned char>(c)] = true;
  return set;
}

constexpr CharacterSet written_as_is_in_urls = url_characters();

bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Control characters and the space: what browsers strip from an address, and more.
bool is_blank(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
}

std::string_view without_blanks_around(std::string_view url) {
  while (!url.empty() && url.front() == ' ') url.remove_prefix(1);
  while (!url.empty() && is_blank(url.back())) url.remove_suffix(1);
  return url;
}

void append_percent(std::string& output, char c) {
  const auto byte = static_cast<unsigned char>(c);
  output += '%';
  output += hexadecimal[byte >> 4U];
  output += hexadecimal[byte & 0xFU];
}

bool is_percent_encoded(std::string_view url, std::size_t position) {
  return url[position] == '%' && position + 2 < url.size() && is_hexadecimal(url[position + 1]) &&
         is_hexadecimal(url[position + 2]);
}

/// Percent-encoded, then with references for what means something in a quoted attribute.
void append_url(std::string& output, std::string_view url, bool encode_colon) {
  std::size_t begin = 0;
  for (std::size_t position = 0; position < url.size(); ++position) {
    const char c = url[position];
    const bool reference = c == '&' || c == '\'';
    const bool as_is = written_as_is_in_urls[static_cast<unsigned char>(c)] && !(c == ':' && encode_colon);
    if ((as_is && !reference) || is_percent_encoded(url, position)) continue;
    output.append(url, begin, position - begin);
    if (reference) {
      output += c == '&' ? "&amp;" : "&#39;";
    } else {
      append_percent(output, c);
    }
    begin = position + 1;
  }
  output.append(url, begin);
}

/// The escape of a character that is not allowed in a JSON string inside a script element, which a "<" could end.
std::optional<std::string_view> json_escape_of(char c, std::string& buffer) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  if (static_cast<unsigned char>(c) >= 0x20 && c != '<' && c != '>' && c != '&') return std::nullopt;
  buffer = "\\u00";
  buffer += hexadecimal[static_cast<unsigned char>(c) >> 4U];
  buffer += hexadecimal[static_cast<unsigned char>(c) & 0xFU];
  return buffer;
}

void append_json_string(std::string& output, std::string_view text) {
  constexpr std::string_view line_separator = "\xE2\x80\xA8";
  constexpr std::string_view paragraph_separator = "\xE2\x80\xA9";
  std::string buffer;
  std::size_t begin = 0;
  for (std::size_t position = 0; position < text.size(); ++position) {
    const std::string_view rest = text.substr(position, 3);
    const bool separator = rest == line_separator || rest == paragraph_separator;
    const std::optional<std::string_view> escaped =
        separator ? (rest == line_separator ? "\\u2028" : "\\u2029") : json_escape_of(text[position], buffer);
    if (!escaped) continue;
    output.append(text, begin, position - begin);
    output += *escaped;
    if (separator) position += 2;
    begin = position + 1;
  }
  output.append(text, begin);
}

}  // namespace

void append_escaped(std::string& output, Escape escape, const Data& data) {
  const std::string_view bytes = data.bytes();
  switch (escape) {
    case Escape::none:
      output += bytes;
      return;
    case Escape::element_text:
      if (data.kind() == Data::Kind::html) {
        output += bytes;
      } else {
        append_html_text(output, bytes);
      }
      return;
    case Escape::quoted:
      append_html_escaped(output, bytes);
      return;
    case Escape::url:
      if (is_safe_url(bytes)) {
        append_url(output, without_blanks_around(bytes), false);
      } else {
        output += '#';
      }
      return;
    case Escape::url_prefix:
      append_url(output, bytes, true);
      return;
    case Escape::url_rest:
      append_url(output, bytes, false);
      return;
    case Escape::json_string:
      append_json_string(output, bytes);
      return;
  }
}

bool is_safe_url(std::string_view url) {
  url = without_blanks_around(url);
  const std::size_t end = std::min(url.find_first_of(":/?#"), url.size());
  const std::string_view first = url.substr(0, end);
  if (end < url.size() && url[end] == ':') return is_allowed_scheme(first);
  return std::none_of(first.begin(), first.end(), [](char c) { return is_blank(c) && c != ' '; });
}

bool is_allowed_scheme(std::string_view scheme) {
  constexpr std::string_view allowed[] = {"http", "https", "mailto", "tel"};
  return std::any_of(std::begin(allowed), std::end(allowed), [&](std::string_view candidate) {
    return std::equal(candidate.begin(), candidate.end(), scheme.begin(), scheme.end(),
                      [](char lower, char c) { return lower == to_lower(c); });
  });
}

}  // namespace wegwijs
