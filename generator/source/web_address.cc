#include "source/web_address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

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

namespace {

/// Whether a host name ends in a top-level domain: "school.nl" does, "www.school" and "school" do not. Numbers
/// separated by points are an address of a machine.
bool has_top_level_domain(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  std::vector<std::string_view> labels;
  for (std::size_t begin = 0; begin <= host.size();) {
    const std::size_t end = std::min(host.find('.', begin), host.size());
    labels.push_back(host.substr(begin, end - begin));
    begin = end + 1;
  }
  const auto is_empty = [](std::string_view label) { return label.empty(); };
  if (std::any_of(labels.begin(), labels.end(), is_empty)) return false;
  const std::string_view last = labels.back();
  const bool is_number = std::all_of(last.begin(), last.end(), is_digit);
  if (is_number) return labels.size() == 4;
  const bool is_name = std::all_of(last.begin(), last.end(), [](char character) {
    return is_letter(character) || static_cast<unsigned char>(character) >= 0x80;
  });
  const bool is_encoded = last.starts_with("xn--");
  const std::size_t least = lower_case(labels.front()) == "www" ? 3 : 2;
  return labels.size() >= least && (is_encoded || (is_name && last.size() >= 2));
}

bool is_host_sign(char character) {
  return is_letter_or_digit(character) || character == '.' || character == '-' || character == '_' ||
         static_cast<unsigned char>(character) >= 0x80;
}

}  // namespace

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
  if (!readable || !is_plain || host.empty() || !is_letter_or_digit(host.front())) return false;
  const std::size_t colon = std::min(host.find(':'), host.size());
  const std::string_view name = host.substr(0, colon);
  const std::string_view port = host.substr(std::min(colon + 1, host.size()));
  const bool is_named = std::all_of(name.begin(), name.end(), is_host_sign) && has_top_level_domain(name);
  const bool has_good_port = std::all_of(port.begin(), port.end(), is_digit);
  // A comma at the end, or one before another address, belongs to the sentence.
  const bool is_one = !address.ends_with(',') && !address.ends_with(';') &&
                      address.find(",http") == std::string_view::npos &&
                      address.find(";http") == std::string_view::npos;
  return is_named && has_good_port && is_one;
}

bool is_private_web_address(std::string_view address) {
  const std::size_t begin = address.find("://");
  if (begin == std::string_view::npos) return false;
  const std::string_view authority = address.substr(begin + 3, address.find_first_of("/?#", begin + 3) - begin - 3);
  std::string host = lower_case(authority.substr(0, authority.rfind(':')));
  while (host.ends_with('.')) host.pop_back();
  if (host == "localhost") return true;
  constexpr std::array<std::string_view, 5> private_names{".localhost", ".local", ".internal", ".lan", ".home.arpa"};
  if (std::any_of(private_names.begin(), private_names.end(),
                  [&](std::string_view name) { return host.ends_with(name); }))
    return true;
  std::array<unsigned int, 4> numbers{};
  const char* position = host.data();
  const char* const end = host.data() + host.size();
  for (std::size_t index = 0; index < numbers.size(); ++index) {
    if (index > 0 && (position == end || *position++ != '.')) return false;
    const auto [stopped, error] = std::from_chars(position, end, numbers[index]);
    if (error != std::errc() || numbers[index] > 255) return false;
    position = stopped;
  }
  if (position != end) return false;
  const auto [first, second, third, fourth] = numbers;
  return first == 0 || first == 10 || first == 127 || (first == 172 && second >= 16 && second < 32) ||
         (first == 192 && second == 168) || (first == 169 && second == 254) ||
         (first == 100 && second >= 64 && second < 128);
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
