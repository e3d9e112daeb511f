#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "templates/syntax_tree.h"

namespace wegwijs {

/// The names that templates use, as they are written ("entry.fields.contact"), whatever they are looked up in.
class TemplateNames {
 public:
  using Names = std::set<std::string, std::less<>>;

  TemplateNames() = default;
  explicit TemplateNames(std::span<const SyntaxTree> templates);

  /// All that the template may use, those of its parts and parents among them. A part whose name is data is not
  /// followed.
  Names reached_from(std::string_view template_name) const;

 private:
  struct Uses {
    Names names;
    Names calls;  ///< of other templates
  };
  void reach(std::string_view template_name, Names& seen, Names& names) const;

  std::map<std::string, Uses, std::less<>> templates_;
};

}  // namespace wegwijs
