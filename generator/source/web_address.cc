#include "source/web_address.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr std::array<std::string_view, 4> allowed_schemes{"http", "https", "mailto", "tel"};

bool is_letter_or_digit(char character) {
  return is_letter(character) || is_digit(character);
}

/// The scheme in lower case, empty when there is none. Skips what browsers skip (WHATWG URL, "basic URL parser").
std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char character : address) {
    if (static_cast<unsigned char>(character) <= 0x20 && scheme.empty()) continue;
    if (character == '\t' || character == '\n' || character == '\r') continue;
    if (character == ':') return scheme;
    const bool fits = is_letter_or_digit(character) || character == '+' || character == '-' || character == '.';
    if (!fits) return "";
    scheme.push_back(to_lower(character));
  }
  return "";
}

}  // namespace

bool is_allowed_address(std::string_view address) {
  if (address.starts_with("//")) return false;  // another site, with the scheme of the page
  const std::string scheme = scheme_of(address);
  if (scheme.empty())
    return address.find(':') == std::string_view::npos || address.find(':') > address.find_first_of("/?#");
  return std::find(allowed_schemes.begin(), allowed_schemes.end(), scheme) != allowed_schemes.end();
}

bool is_external_address(std::string_view address) {
  return address.starts_with("//") || !scheme_of(address).empty();
}

bool is_web_address(std::string_view address) {
  const std::string_view rest = address.starts_with("https://")  ? address.substr(8)
                                : address.starts_with("http://") ? address.substr(7)
                                                                 : std::string_view();
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const bool readable = std::all_of(address.begin(), address.end(), [](char character) {
    return static_cast<unsigned char>(character) > 0x20 && character != '<' && character != '>' && character != '"';
  });
  // A name before an @ would be read as the host: https://goed.nl@elders.example/.
  const bool is_plain = host.find('@') == std::string_view::npos;
  return readable && is_plain && !host.empty() && is_letter_or_digit(host.front()) &&
         host.find('.') != std::string_view::npos;
}

std::string percent_encoded_address(std::string_view address) {
  constexpr std::string_view kept = "-_.~:/?#[]@!$&'()*+,;=%";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char character : address) {
    if (is_letter_or_digit(character) || kept.find(character) != std::string_view::npos) {
      encoded.push_back(character);
      continue;
    }
    const auto byte = static_cast<unsigned char>(character);
    encoded += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
  }
  return encoded;
}

}  // namespace wegwijs
