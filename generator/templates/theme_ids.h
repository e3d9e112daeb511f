#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace wegwijs {

/// The ids that the templates of a theme give to their elements. Headings of texts must not take one of them: an id
/// occurs once on a page.
class ThemeIds {
 public:
  /// Adds every `id="…"` of a template. A part in double braces can be any words, or for a number when it is called
  /// so ("stap-{{number}}"); an id that begins with braces cannot be foreseen and is left out.
  void add_template(std::string_view text);
  bool contains(std::string_view id) const;

 private:
  struct Pattern {
    std::string beginning;
    std::string end;
    bool is_number = false;
  };
  std::unordered_set<std::string> ids_;
  std::vector<Pattern> patterns_;
};

}  // namespace wegwijs
