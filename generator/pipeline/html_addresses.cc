#include "pipeline/html_addresses.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace wegwijs {
namespace {

/// What the value of an attribute is.
enum class ValueKind : std::uint8_t { other, id, address, refresh };

/// Text is escaped, so an attribute is never in the text of a page with `="` after it. The last byte of a name tells
/// most attributes apart, and there are many on a page.
ValueKind kind_of_value(std::string_view before) {
  if (before.empty()) return ValueKind::other;
  switch (before.back()) {
    case 'd':
      return before.ends_with(" id") ? ValueKind::id : ValueKind::other;
    case 'f':
      return before.ends_with(" href") ? ValueKind::address : ValueKind::other;
    case 'c':
      return before.ends_with(" src") ? ValueKind::address : ValueKind::other;
    case 'n':
      return before.ends_with(" action") ? ValueKind::address : ValueKind::other;
    case 't':
      return before.ends_with(" content") ? ValueKind::refresh : ValueKind::other;
    default:
      return ValueKind::other;
  }
}

/// The `content` of a page that only leads to another.
constexpr std::string_view refresh_prefix = "0; url=";

std::string decoded(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> references{
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
  if (text.find('&') == std::string_view::npos) return std::string(text);
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

/// Calls `visit` with where the value of each id or address begins, and whether it is an id.
template <typename Visit>
void visit_attributes(std::string_view html, const Visit& visit) {
  for (std::size_t end = html.find('='); end != std::string_view::npos; end = html.find('=', end + 1)) {
    const std::size_t value = end + 2;
    if (value > html.size() || html[end + 1] != '"') continue;
    const ValueKind kind = kind_of_value(html.substr(0, end));
    if (kind == ValueKind::id || kind == ValueKind::address) {
      visit(value, kind == ValueKind::id);
    } else if (kind == ValueKind::refresh && html.substr(value).starts_with(refresh_prefix)) {
      visit(value + refresh_prefix.size(), false);
    }
  }
}

std::string_view value_at(std::string_view html, std::size_t begin) {
  return html.substr(begin, html.find('"', begin) - begin);
}

/// Where the tag that begins at `begin` is over; a '>' between quotes does not end it.
std::size_t tag_end(std::string_view html, std::size_t begin) {
  bool in_quotes = false;
  for (std::size_t position = begin; position < html.size(); ++position) {
    if (html[position] == '"') in_quotes = !in_quotes;
    if (html[position] == '>' && !in_quotes) return position + 1;
  }
  return html.size();
}

/// Whether a path is the same on every page: from the root, with nothing between its slashes that is resolved.
bool is_whole_path(std::string_view path) {
  return path.starts_with('/') && path.find('?') == std::string_view::npos &&
         path.find("//") == std::string_view::npos && path.find("/.") == std::string_view::npos;
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

std::string without_links(std::string_view html, const std::function<bool(const std::string&)>& is_absent) {
  constexpr std::string_view end_tag = "</a>";
  std::string result;
  std::size_t copied = 0;
  visit_attributes(html, [&](std::size_t begin, bool is_id) {
    if (is_id || !html.substr(0, begin).ends_with(" href=\"")) return;
    // Text is escaped, so the last '<' before the attribute begins its tag.
    const std::size_t tag = html.rfind('<', begin);
    if (tag == std::string_view::npos || tag < copied || !html.substr(tag).starts_with("<a ")) return;
    if (!is_absent(decoded(value_at(html, begin)))) return;
    const std::size_t words = tag_end(html, tag);
    const std::size_t end = html.find(end_tag, words);
    if (end == std::string_view::npos) return;
    result.append(html, copied, tag - copied);
    result.append(html, words, end - words);
    copied = end + end_tag.size();
  });
  result.append(html, copied);
  return result;
}

std::string resolved_address(std::string_view page, std::string_view address) {
  if (is_whole_path(address.substr(0, address.find('#')))) return std::string(address);
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
