#include "source/web_address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "text/ascii.h"
#include "text/normal_form.h"
#include "text/utf8.h"

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

/// What follows `scheme` and its colon, up to the query and the fragment.
std::string_view after_scheme(std::string_view address) {
  address.remove_prefix(std::min(address.find(':') + 1, address.size()));
  return address.substr(0, find_any_of<'?', '#'>(address));
}

bool is_label(std::string_view label) {
  const bool fits = std::all_of(label.begin(), label.end(), [](char character) {
    return is_letter_or_digit(character) || character == '-' || static_cast<unsigned char>(character) >= 0x80;
  });
  return fits && !label.empty() && label.size() <= 63 && !label.starts_with('-') && !label.ends_with('-');
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::vector<std::string_view> labels_of(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  std::vector<std::string_view> labels;
  for (std::size_t begin = 0; begin <= host.size();) {
    const std::size_t end = std::min(host.find('.', begin), host.size());
    labels.push_back(host.substr(begin, end - begin));
    begin = end + 1;
  }
  return labels;
}

bool is_ip_address(std::string_view host) {
  const std::vector<std::string_view> labels = labels_of(host);
  return labels.size() == 4 && std::all_of(labels.begin(), labels.end(), is_number);
}

std::optional<unsigned char> hexadecimal_value(std::string_view text) {
  unsigned int value = 0;
  if (text.size() < 2) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + 2, value, 16);
  if (error != std::errc() || end != text.data() + 2) return std::nullopt;
  return static_cast<unsigned char>(value);
}

bool keeps_encoding(unsigned char byte) {
  return byte <= 0x1F || byte == 0x7F || byte == '%' || byte == '#' || byte == '?' || byte == '/';
}

void append_encoded(std::string& text, unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  text += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
}

/// Whether an address is spelled canonically without a look at its parts, as nearly all are.
bool is_plainly_spelled(std::string_view address) {
  return std::none_of(address.begin(), address.end(),
                      [](char character) { return character == '%' || static_cast<unsigned char>(character) >= 0x80; });
}

/// A path or a fragment in its canonical spelling.
std::string canonical_part(std::string_view part) {
  std::string decoded;
  for (std::size_t position = 0; position < part.size(); ++position) {
    const auto byte = static_cast<unsigned char>(part[position]);
    const std::optional<unsigned char> value =
        byte == '%' ? hexadecimal_value(part.substr(position + 1)) : std::optional<unsigned char>();
    if (value) position += 2;
    if (value ? keeps_encoding(*value) : byte == '%') {
      append_encoded(decoded, value.value_or('%'));
    } else {
      decoded.push_back(static_cast<char>(value.value_or(byte)));
    }
  }
  // Bytes of another encoding: as the author wrote them.
  if (first_invalid_utf8(decoded) != std::string_view::npos) return std::string(part);
  return composed(decoded);
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
  if (!address.starts_with("https://") && !address.starts_with("http://")) return false;
  const bool readable = std::all_of(address.begin(), address.end(), [](char character) {
    return static_cast<unsigned char>(character) > 0x20 && character != '<' && character != '>' && character != '"';
  });
  // A comma at the end, or one before another address, belongs to the sentence.
  const bool is_one = !address.ends_with(',') && !address.ends_with(';') &&
                      address.find(",http") == std::string_view::npos &&
                      address.find(";http") == std::string_view::npos;
  const bool is_numbered = address.substr(address.find("//") + 2).starts_with('[');
  return readable && is_one && !is_numbered && !fault_of_web_address(address);
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

bool is_host_name(std::string_view text) {
  const std::vector<std::string_view> labels = labels_of(text);
  if (labels.size() < 2 || text.size() > 253 || !std::all_of(labels.begin(), labels.end(), is_label)) return false;
  const std::string_view top = labels.back();
  const bool is_word = std::none_of(top.begin(), top.end(), is_digit) && top.find('-') == std::string_view::npos;
  const bool has_name = labels.size() > 2 || lower_case(labels.front()) != "www";
  return has_name && top.size() >= 2 && (is_word || lower_case(top).starts_with("xn--"));
}

std::optional<BilingualText> fault_of_web_address(std::string_view address) {
  const std::string scheme = scheme_of(address);
  if (scheme != "http" && scheme != "https") return std::nullopt;
  const std::string_view rest = after_scheme(address);
  if (!rest.starts_with("//")) {
    return BilingualText{"na http: of https: horen twee schuine strepen", "two slashes belong after http: or https:"};
  }
  const std::string_view authority = rest.substr(2, rest.find('/', 2) - 2);
  if (authority.empty()) {
    return BilingualText{"de naam van de website ontbreekt", "the name of the website is missing"};
  }
  if (authority.find('@') != std::string_view::npos) {
    return BilingualText{"in de naam van een website staat geen @", "the name of a website has no @"};
  }
  if (authority.starts_with('[')) return std::nullopt;
  const std::size_t colon = authority.find(':');
  const std::string_view host = authority.substr(0, colon);
  const bool has_good_port = colon == std::string_view::npos || is_number(authority.substr(colon + 1));
  if (has_good_port && (is_host_name(host) || is_ip_address(host))) return std::nullopt;
  const std::vector<std::string_view> labels = labels_of(host);
  if (has_good_port && std::all_of(labels.begin(), labels.end(), is_label)) {
    return BilingualText{"na de naam van de website ontbreekt .nl of iets dergelijks",
                         "the name of the website lacks an ending such as .nl or .org"};
  }
  return BilingualText{"de naam van de website heeft een teken dat daar niet kan",
                       "the name of the website has a character that cannot be there"};
}

std::string mended_web_address(std::string_view address) {
  const std::size_t colon = address.find(':');
  const std::size_t name = address.find_first_not_of('/', colon + 1);
  if (colon == std::string_view::npos || name == std::string_view::npos) return "";
  std::string mended = lower_case(address.substr(0, colon)) + "://" + std::string(address.substr(name));
  const std::size_t host = colon + 3;
  for (std::size_t place = host; place < mended.size() && mended[place] != '/'; ++place) {
    if (mended[place] == ',') mended[place] = '.';
  }
  return fault_of_web_address(mended) || mended == address ? "" : mended;
}

bool is_mail_link(std::string_view address) {
  std::string_view recipients = after_scheme(address);
  while (true) {
    const std::string_view one = recipients.substr(0, recipients.find(','));
    const std::size_t at = one.rfind('@');
    const bool is_good = at != std::string_view::npos && at > 0 && is_host_name(one.substr(at + 1)) &&
                         one.substr(0, at).find_first_of(" @<>\"():;\\") == std::string_view::npos;
    if (!is_good) return false;
    if (one.size() == recipients.size()) return true;
    recipients.remove_prefix(one.size() + 1);
  }
}

bool is_phone_link(std::string_view address) {
  const std::string number = canonical_address(after_scheme(address).substr(0, after_scheme(address).find(';')));
  const bool fits = std::all_of(number.begin(), number.end(), [](char character) {
    return is_digit(character) || std::string_view("+-.() *#").find(character) != std::string_view::npos;
  });
  constexpr std::ptrdiff_t shortest = 3;  // 112
  return fits && std::count_if(number.begin(), number.end(), is_digit) >= shortest &&
         number.find('+', 1) == std::string::npos;
}

std::string canonical_address(std::string_view address) {
  if (is_plainly_spelled(address)) return std::string(address);
  const std::size_t path_end = std::min(find_any_of<'?', '#'>(address), address.size());
  const std::size_t hash = std::min(address.find('#', path_end), address.size());
  std::string canonical = canonical_part(address.substr(0, path_end));
  canonical += address.substr(path_end, hash - path_end);
  if (hash < address.size()) canonical += '#' + canonical_part(address.substr(hash + 1));
  return canonical;
}

std::string address_of_path(std::string_view path) {
  std::string encoded;
  for (const char character : path) {
    const auto byte = static_cast<unsigned char>(character);
    if (character != '/' && keeps_encoding(byte)) {
      append_encoded(encoded, byte);
    } else {
      encoded.push_back(character);
    }
  }
  return composed(encoded);
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
