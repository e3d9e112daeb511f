#include "outputs/html_addresses.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wegwijs {
namespace {

/// Attributes whose value is an address. Text is escaped, so these never stand in the text of a page.
constexpr std::array<std::string_view, 4> address_attributes{" href=\"", " src=\"", " action=\"", " content=\"0; url="};
constexpr std::string_view id_attribute = " id=\"";

std::string decoded(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> references{
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
  std::string result;
  for (std::size_t position = 0; position < text.size();) {
    const auto* found = std::find_if(references.begin(), references.end(), [&](const auto& reference) {
      return text.substr(position).starts_with(reference.first);
    });
    result.push_back(found == references.end() ? text[position] : found->second);
    position += found == references.end() ? 1 : found->first.size();
  }
  return result;
}

/// The attribute of `wanted` that begins at `position`, or npos.
template <typename Visit>
void visit_attributes(std::string_view html, const Visit& visit) {
  for (std::size_t position = html.find(' '); position != std::string_view::npos;
       position = html.find(' ', position + 1)) {
    const std::string_view rest = html.substr(position);
    if (rest.size() < 2 || (rest[1] != 'h' && rest[1] != 's' && rest[1] != 'a' && rest[1] != 'c' && rest[1] != 'i'))
      continue;
    if (rest.starts_with(id_attribute)) {
      visit(position + id_attribute.size(), true);
      continue;
    }
    for (const std::string_view attribute : address_attributes) {
      if (rest.starts_with(attribute)) visit(position + attribute.size(), false);
    }
  }
}

std::string_view value_at(std::string_view html, std::size_t begin) {
  return html.substr(begin, html.find('"', begin) - begin);
}

}  // namespace

HtmlAddresses addresses_in(std::string_view html) {
  HtmlAddresses found;
  visit_attributes(html, [&](std::size_t begin, bool is_id) {
    (is_id ? found.ids : found.addresses).push_back(decoded(value_at(html, begin)));
  });
  return found;
}

std::string with_prefix(std::string_view html, std::string_view prefix) {
  std::string result;
  std::size_t copied = 0;
  visit_attributes(html, [&](std::size_t begin, bool is_id) {
    const std::string_view value = value_at(html, begin);
    if (is_id || !value.starts_with('/') || value.starts_with("//")) return;
    result.append(html, copied, begin - copied);
    result.append(prefix);
    copied = begin;
  });
  result.append(html, copied);
  return result;
}

std::string resolved_address(std::string_view page, std::string_view address) {
  std::string_view fragment;
  if (const std::size_t hash = address.find('#'); hash != std::string_view::npos) {
    fragment = address.substr(hash);
    address = address.substr(0, hash);
  }
  address = address.substr(0, address.find('?'));
  if (address.empty()) return std::string(page) + std::string(fragment);
  std::string path = address.starts_with('/') ? "" : std::string(page.substr(0, page.rfind('/') + 1));
  path += address;
  std::vector<std::string_view> parts;
  for (std::size_t begin = 1; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = std::string_view(path).substr(begin, end - begin);
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (part != "." && (!part.empty() || end == path.size())) {
      parts.push_back(part);
    }
    begin = end + 1;
  }
  std::string result;
  for (const std::string_view part : parts) result += "/" + std::string(part);
  if (path.ends_with('/') && !result.ends_with('/')) result += '/';
  if (result.empty()) result = "/";
  return result + std::string(fragment);
}

}  // namespace wegwijs
