#include "templates/theme_ids.h"

#include <algorithm>

#include "text/ascii.h"

namespace wegwijs {

void ThemeIds::add_template(std::string_view text) {
  constexpr std::string_view attribute = " id=\"";
  for (std::size_t place = text.find(attribute); place != std::string_view::npos; place = text.find(attribute, place)) {
    place += attribute.size();
    const std::string_view id = text.substr(place, text.find('"', place) - place);
    const std::size_t open = id.find("{{");
    if (open == std::string_view::npos) ids_.emplace(id);
    if (open == std::string_view::npos || open == 0) continue;
    const std::size_t close = id.rfind("}}");
    if (close == std::string_view::npos) continue;
    patterns_.push_back({std::string(id.substr(0, open)), std::string(id.substr(close + 2)),
                         id.substr(open, close - open).find("number") != std::string_view::npos});
  }
}

bool ThemeIds::contains(std::string_view id) const {
  if (ids_.contains(std::string(id))) return true;
  return std::any_of(patterns_.begin(), patterns_.end(), [&](const Pattern& pattern) {
    const std::size_t fixed = pattern.beginning.size() + pattern.end.size();
    if (id.size() <= fixed || !id.starts_with(pattern.beginning) || !id.ends_with(pattern.end)) return false;
    const std::string_view middle = id.substr(pattern.beginning.size(), id.size() - fixed);
    return !pattern.is_number || std::all_of(middle.begin(), middle.end(), is_digit);
  });
}

}  // namespace wegwijs
