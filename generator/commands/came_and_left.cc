#include "commands/came_and_left.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "text/printable.h"

namespace wegwijs {
namespace {

constexpr std::string_view page_file = "index.html";
constexpr std::size_t most_told_apart = 12;

/// The addresses of the pages that `one` has and `other` has not; both are sorted.
std::vector<std::string> only_in(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  std::vector<std::string> paths;
  std::set_difference(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(paths));
  std::vector<std::string> addresses;
  for (const std::string& path : paths) {
    const bool is_page = path == page_file || path.ends_with("/" + std::string(page_file));
    if (is_page) addresses.push_back("/" + path.substr(0, path.size() - page_file.size()));
  }
  return addresses;
}

std::string lines(BilingualText what, BilingualText many, const std::vector<std::string>& addresses,
                  Language language) {
  std::string text;
  if (addresses.size() > most_told_apart) {
    return fmt::format("{}: {} {}\n", what.in(language), addresses.size(), many.in(language)) +
           fmt::format("  {} …\n", printable(addresses.front()));
  }
  for (const std::string& address : addresses) text += fmt::format("{}: {}\n", what.in(language), printable(address));
  return text;
}

}  // namespace

std::string came_and_left(const std::vector<std::string>& before, const std::vector<std::string>& now,
                          Language language) {
  if (before.empty()) return "";
  const BilingualText pages{"pagina's", "pages"};
  return lines({"erbij", "new"}, pages, only_in(now, before), language) +
         lines({"weg", "gone"}, pages, only_in(before, now), language);
}

}  // namespace wegwijs
