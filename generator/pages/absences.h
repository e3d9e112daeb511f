#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "files/file_tree.h"
#include "model/site.h"

namespace wegwijs {

/// Why there is no page at an address today, although the sources know of one.
struct Absence {
  const Entry* withheld = nullptr;  ///< the entry that is not published today; null: the page would list nothing
  Argument reason = "";             ///< for a page that would list nothing: what nobody has
};

/// Reports, with `rule`, that what is at `where` leads to `address`, which is absent.
void report_absent(const Rule& rule, SourceSpan where, const std::string& address, const Absence& absence,
                   const FileTree& sources, Diagnostics& diagnostics);

/// The addresses at which a page was or will be: of entries that are not published today, and of lists that have
/// nothing to list. A link to one of them is no mistake: its words stay on the page as plain text, and a warning says
/// why.
class Absences {
 public:
  void add(std::string address, Absence absence);
  /// Everything that leads to the entries that `collection` does not publish today.
  void add_withheld(const Collection& collection);

  bool empty() const { return by_address_.empty() && places_.empty(); }
  /// The absence at `address` (without fragment), or of the page that a data file belongs to; null when there is none.
  const Absence* find(std::string_view address) const;
  /// The absence of the place `id` on a page that is there, as of "moment-aanmelden"; null when there is none.
  const Absence* find_place(std::string_view id) const;

 private:
  std::unordered_map<std::string, Absence> by_address_;
  std::unordered_map<std::string, Absence> places_;  ///< by the last words of the id
};

}  // namespace wegwijs
