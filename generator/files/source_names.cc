#include "files/source_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "files/source_name_rules.h"
#include "text/file_name_key.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// Bytes that are not UTF-8 as "\xE9", so that the message itself is UTF-8.
std::string with_visible_bytes(std::string_view name) {
  std::string visible;
  while (!name.empty()) {
    const std::size_t good = std::min(first_invalid_utf8(name), name.size());
    visible += name.substr(0, good);
    name.remove_prefix(good);
    if (name.empty()) break;
    visible += fmt::format("\\x{:02X}", static_cast<unsigned char>(name.front()));
    name.remove_prefix(1);
  }
  return visible;
}

std::string shown(std::string_view folder, std::string_view name) {
  return std::string(folder) + std::string(name);
}

struct KeyedName {
  std::string key;
  std::string name;
};

}  // namespace

void report_not_a_regular_file(std::string_view shown_path, Diagnostics& diagnostics) {
  diagnostics.report(not_a_regular_file, {}, {std::string(shown_path)});
}

void report_outside_site(std::string_view path, Diagnostics& diagnostics) {
  diagnostics.report(outside_site, {}, {std::string(path)});
}

bool is_left_by_system(std::string_view name) {
  return name == "Thumbs.db" || name == "desktop.ini" || name == ".DS_Store" || name.ends_with('~') ||
         name.starts_with("~$") || name.starts_with(".~lock.");
}

std::vector<std::string> usable_names(std::vector<std::string> names, std::string_view shown_folder,
                                      Diagnostics& diagnostics) {
  std::vector<KeyedName> keyed;
  keyed.reserve(names.size());
  for (std::string& name : names) {
    if (first_invalid_utf8(name) == std::string_view::npos) {
      std::string key = collision_key(name);
      keyed.push_back({std::move(key), std::move(name)});
    } else {
      diagnostics.report(name_not_utf8, {}, {shown(shown_folder, with_visible_bytes(name))});
    }
  }
  std::sort(keyed.begin(), keyed.end(), [](const KeyedName& left, const KeyedName& right) {
    return std::tie(left.key, left.name) < std::tie(right.key, right.name);
  });
  std::vector<std::string> usable;
  usable.reserve(keyed.size());
  for (std::size_t index = 0; index < keyed.size(); ++index) {
    const bool like_previous = index > 0 && keyed[index - 1].key == keyed[index].key;
    const bool like_next = index + 1 < keyed.size() && keyed[index + 1].key == keyed[index].key;
    if (like_next) {
      diagnostics.report(names_collide, {},
                         {shown(shown_folder, keyed[index].name), shown(shown_folder, keyed[index + 1].name)});
    }
    if (!like_previous && !like_next) usable.push_back(keyed[index].name);
  }
  std::sort(usable.begin(), usable.end());
  return usable;
}

}  // namespace wegwijs
