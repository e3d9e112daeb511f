#include "files/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace wegwijs {
namespace {

constexpr std::string_view mark = "wegwijs-manifest ";
constexpr std::string_view first_line = "wegwijs-manifest 1\n";

/// The text before the first `end`; `text` continues after it. All of `text` when there is no `end`.
std::string_view take_until(std::string_view& text, char end) {
  const std::string_view taken = text.substr(0, text.find(end));
  text.remove_prefix(std::min(taken.size() + 1, text.size()));
  return taken;
}

void read_line(std::string_view line, Manifest& manifest) {
  const std::optional<Digest> digest = digest_from_hexadecimal(take_until(line, ' '));
  const std::string_view digits = take_until(line, ' ');
  std::uint64_t size = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  const bool size_is_read = error == std::errc() && stop == digits.data() + digits.size();
  // They are in order of path.
  if (digest && size_is_read && !line.empty())
    manifest.insert_or_assign(manifest.end(), std::string(line), PublishedFile{*digest, size});
}

}  // namespace

PublishedFile published_file(std::string_view bytes) {
  return {digest_of(bytes), bytes.size()};
}

std::vector<std::string> paths_in(const Manifest& manifest) {
  std::vector<std::string> paths;
  paths.reserve(manifest.size());
  for (const auto& [path, file] : manifest) paths.push_back(path);
  return paths;
}

std::string manifest_text(const Manifest& manifest) {
  std::string text(first_line);
  for (const auto& [path, file] : manifest) {
    fmt::format_to(std::back_inserter(text), "{} {} {}\n", hexadecimal(file.digest), file.size, path);
  }
  return text;
}

std::optional<Manifest> read_manifest(std::string_view text) {
  if (!text.starts_with(mark)) return std::nullopt;
  Manifest manifest;
  if (!text.starts_with(first_line)) return manifest;
  text.remove_prefix(first_line.size());
  while (!text.empty()) read_line(take_until(text, '\n'), manifest);
  return manifest;
}

}  // namespace wegwijs
