#include "source/site_address.h"

#include <algorithm>
#include <array>
#include <vector>

#include "source/web_address.h"
#include "text/ascii.h"
#include "text/slug.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

// A name on a disk has 255 bytes at most; a whole path must fit in 4,096 with the folder above it.
constexpr std::size_t longest_part = 255;
constexpr std::size_t longest_address = 1024;
constexpr std::string_view index_file = "index.html";

constexpr BilingualText page_expected{"een adres dat met / begint en met / eindigt",
                                      "an address that begins and ends with /"};
constexpr BilingualText folder_expected = page_expected;
constexpr BilingualText plain_parts_expected{
    "een adres zonder '//', zonder '.' of '..' tussen de schuine strepen, en zonder naam die met een punt begint",
    "an address without '//', without '.' or '..' between the slashes, and without a name that begins with a dot"};
constexpr BilingualText plain_characters_expected{"een adres met alleen letters zonder accent, cijfers, - _ . ~ en /",
                                                  "an address of letters without accents, digits, - _ . ~ and / only"};
constexpr BilingualText known_characters_expected{"een adres met alleen letters, cijfers, - _ . ~ en /",
                                                  "an address of letters, digits, - _ . ~ and / only"};
constexpr BilingualText short_expected{"een korter adres: hooguit 255 tekens tussen twee schuine strepen",
                                       "a shorter address: 255 characters between two slashes at most"};
constexpr BilingualText without_index_expected{"het adres zonder 'index.html' erachter",
                                               "the address without 'index.html' at the end"};
constexpr BilingualText target_expected{"een adres op deze site dat met / begint, of een volledig webadres",
                                        "an address on this site that begins with /, or a complete web address"};
constexpr BilingualText base_expected{"een volledig webadres zonder vreemde tekens, als https://www.voorbeeld.nl/",
                                      "a complete web address of plain characters, such as https://www.voorbeeld.nl/"};

enum class Letters : std::uint8_t { plain, all };

bool is_plain(char character) {
  return is_letter(character) || is_digit(character) || character == '-' || character == '_' || character == '.' ||
         character == '~';
}

/// Beyond ASCII: no control characters, spaces, signs that turn the direction of a text, or bytes that are no UTF-8.
bool is_visible(char32_t character) {
  const auto between = [&](char32_t first, char32_t last) { return character >= first && character <= last; };
  return !between(0x80, 0xA0) && character != 0xAD && character != 0x1680 && !between(0x2000, 0x200F) &&
         !between(0x2028, 0x202F) && !between(0x205F, 0x206F) && character != 0x3000 && !between(0xD800, 0xF8FF) &&
         !between(0xFE00, 0xFE0F) && !between(0xFEFF, 0xFEFF) && !between(0xFFF0, 0xFFFF) && character < 0xE0000;
}

bool has_good_characters(std::string_view part, Letters letters) {
  for (std::size_t position = 0; position < part.size();) {
    if (static_cast<unsigned char>(part[position]) < 0x80) {
      if (!is_plain(part[position++])) return false;
    } else if (letters == Letters::plain || !is_visible(next_code_point(part, position))) {
      return false;
    }
  }
  return true;
}

/// The parts between the slashes; the first one is what comes before the first slash.
std::vector<std::string_view> segments_of(std::string_view address) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t slash = address.find('/');
    parts.push_back(address.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    address.remove_prefix(slash + 1);
  }
}

/// What is wrong with the names in `address`, which begins with a slash.
std::optional<BilingualText> fault_in_parts(std::string_view address, Letters letters) {
  if (address.size() > longest_address) return short_expected;
  const std::vector<std::string_view> parts = segments_of(address);
  for (std::size_t number = 1; number < parts.size(); ++number) {
    const bool is_last = number + 1 == parts.size();
    if (parts[number].empty() ? !is_last : parts[number].front() == '.') return plain_parts_expected;
  }
  for (const std::string_view part : parts) {
    if (part.size() > longest_part) return short_expected;
    if (!has_good_characters(part, letters))
      return letters == Letters::plain ? plain_characters_expected : known_characters_expected;
  }
  return std::nullopt;
}

/// `part` with only what is allowed in an address; an ending such as ".html" stays.
std::string cleaned_part(std::string_view part) {
  if (has_good_characters(part, Letters::plain)) {
    return std::string(part.substr(std::min(part.find_first_not_of('.'), part.size())));
  }
  return slug_for(part);
}

/// The address of a page that was probably meant by `written`.
std::string meant_page(std::string_view written) {
  if (is_external_address(written) || written.size() > longest_address) return "";
  std::string address = "/";
  std::string last;
  for (const std::string_view part : segments_of(written.substr(0, written.find_first_of("?#")))) {
    last = cleaned_part(part);
    if (!last.empty() && last != index_file) address += last + "/";
  }
  if (last.ends_with(".html") && last != index_file) address.pop_back();
  return address;
}

std::optional<AddressFault> with_meaning(std::optional<BilingualText> expected, std::string_view written,
                                         std::string meant) {
  if (!expected) return std::nullopt;
  if (meant == written) meant.clear();
  return AddressFault{*expected, std::move(meant)};
}

std::optional<BilingualText> fault_in_page(std::string_view address, Letters letters) {
  if (!address.starts_with('/')) return page_expected;
  if (const std::optional<BilingualText> fault = fault_in_parts(address, letters)) return fault;
  if (address.ends_with("/index.html")) return without_index_expected;
  return address.ends_with('/') || address.ends_with(".html") ? std::nullopt : std::optional(page_expected);
}

/// `pattern` with an ordinary word in the place of each name in braces.
std::string without_names(std::string_view pattern) {
  std::string plain;
  while (true) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = pattern.find('}', open);
    plain += pattern.substr(0, open);
    if (open == std::string_view::npos) return plain;
    if (close == std::string_view::npos) return plain + std::string(pattern.substr(open));
    plain += "x";
    pattern.remove_prefix(close + 1);
  }
}

/// Whether the part of the path of a link is one that browsers leave as it is.
bool is_plain_target(std::string_view address) {
  const std::string_view path = address.substr(0, address.find_first_of("?#"));
  const std::vector<std::string_view> parts = segments_of(path);
  if (std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return part == "." || part == ".."; }))
    return false;
  for (std::size_t position = 0; position < address.size();) {
    const char32_t character = next_code_point(address, position);
    if (character <= 0x20 || character == 0x7F || character == '\\' || character == '"' || character == '<' ||
        character == '>' || !is_visible(character))
      return false;
  }
  return path.find("//") == std::string_view::npos;
}

std::string meant_target(std::string_view address) {
  if (address.starts_with("www.")) return "https://" + std::string(address);
  return meant_page(address);
}

}  // namespace

std::optional<AddressFault> page_address_fault(std::string_view address) {
  const std::optional<BilingualText> fault = fault_in_page(address, Letters::plain);
  // Of every page there is one; what was meant is only asked for where something is wrong.
  return fault ? with_meaning(fault, address, meant_page(address)) : std::nullopt;
}

std::optional<AddressFault> page_pattern_fault(std::string_view pattern) {
  const bool has_names = pattern.find('{') != std::string_view::npos;
  return with_meaning(fault_in_page(without_names(pattern), Letters::plain), pattern,
                      has_names ? "" : meant_page(pattern));
}

std::optional<AddressFault> old_address_fault(std::string_view address) {
  return with_meaning(fault_in_page(address, Letters::all), address, meant_page(address));
}

std::optional<AddressFault> folder_address_fault(std::string_view address) {
  std::optional<BilingualText> fault = fault_in_page(address, Letters::plain);
  if (!fault && !address.ends_with('/')) fault = folder_expected;
  std::string meant = meant_page(address);
  if (!meant.ends_with('/')) meant += '/';
  return with_meaning(fault, address, std::move(meant));
}

std::optional<AddressFault> file_address_fault(std::string_view address, std::string_view extension) {
  const bool is_file = address.starts_with('/') && address.ends_with(extension) &&
                       !address.ends_with("/" + std::string(extension)) && !fault_in_parts(address, Letters::plain);
  if (is_file) return std::nullopt;
  return AddressFault{
      {"een adres op deze site, zoals /nieuws/atom.xml", "an address on this site, such as /nieuws/atom.xml"}, ""};
}

std::optional<AddressFault> link_target_fault(std::string_view address) {
  const bool is_of_web = address.starts_with("https://") || address.starts_with("http://");
  if (is_of_web && !is_web_address(address)) return AddressFault{target_expected, ""};
  const bool leads_somewhere = address.starts_with('/') || is_external_address(address);
  if (leads_somewhere && is_allowed_address(address) && (is_external_address(address) || is_plain_target(address)))
    return std::nullopt;
  return with_meaning(target_expected, address, meant_target(address));
}

std::optional<AddressFault> redirect_target_fault(std::string_view address) {
  const bool leads_out = is_external_address(address);
  if (leads_out ? is_web_address(address) : address.starts_with('/') && is_plain_target(address)) return std::nullopt;
  return with_meaning(target_expected, address, meant_target(address));
}

std::optional<AddressFault> base_address_fault(std::string_view address) {
  const AddressFault fault{base_expected, ""};
  const std::size_t scheme = address.starts_with("https://") ? 8 : address.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return fault;
  const std::size_t slash = std::min(address.find('/', scheme), address.size());
  const std::string_view authority = address.substr(scheme, slash - scheme);
  const std::size_t colon = authority.find(':');
  const std::string_view host = authority.substr(0, colon);
  const std::string_view port = colon == std::string_view::npos ? "0" : authority.substr(colon + 1);
  const bool host_is_plain =
      !host.empty() && host.size() <= longest_part && (is_letter(host.front()) || is_digit(host.front())) &&
      (is_letter(host.back()) || is_digit(host.back())) && host.find("..") == std::string_view::npos &&
      std::all_of(host.begin(), host.end(),
                  [](char one) { return is_letter(one) || is_digit(one) || one == '-' || one == '.'; });
  // A host without a dot is this machine: for trying the site out.
  const bool is_known = host.find('.') != std::string_view::npos || host == "localhost";
  const bool port_is_plain = !port.empty() && port.size() <= 5 && std::all_of(port.begin(), port.end(), is_digit);
  const std::string_view path = slash == address.size() ? "/" : address.substr(slash);
  const bool path_is_plain = !fault_in_parts(path, Letters::plain);
  // "https://www.voorbeeld.nl/index.html" is that of a page, and every page would be below it.
  const std::size_t last = path.rfind('/');
  if (host_is_plain && path.find('.', last) != std::string_view::npos)
    return AddressFault{base_expected, std::string(address.substr(0, slash)) + std::string(path.substr(0, last + 1))};
  if (host_is_plain && is_known && port_is_plain && path_is_plain) return std::nullopt;
  return fault;
}

}  // namespace wegwijs
