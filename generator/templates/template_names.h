#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

  struct Asked {
    Names members;
    Names below;  ///< all names in the sections of those members
  };
  /// Which of `members` the template and its parts ask of what is called `name`: in a section of that name, and in
  /// names that begin with it ("entry.fields.contact.text"). What is in the section of a member is asked of the member.
  Asked asked_of(std::string_view name, const Names& members, std::string_view template_name) const;

 private:
  /// One name, or one call of another template, with what is in it.
  struct Use {
    std::string name;
    bool is_call = false;
    bool is_section = false;
    std::vector<Use> uses;
  };
  static void add_uses(const std::vector<Node>& nodes, std::vector<Use>& uses);
  void reach(std::string_view template_name, Names& seen, Names& names) const;
  void add_names(const std::vector<Use>& uses, Names& seen, Names& names) const;
  /// A walk that looks for what is asked of one name.
  struct Asking;
  void find_sections(const std::vector<Use>& uses, Asking& asking) const;
  void find_members(const std::vector<Use>& uses, Names& called, Asking& asking) const;

  std::map<std::string, std::vector<Use>, std::less<>> templates_;
};

}  // namespace wegwijs
