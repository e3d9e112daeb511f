#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/file_tree.h"
#include "pages/page_plan.h"

namespace wegwijs {

class SharedPatterns;

/// What the kinds of pages share while they plan their pages: the plan so far, its limits, and the names of the
/// settings looked up in the schemas. What cannot be is reported and gets no page.
class PagePlanner {
 public:
  /// `sources` gives the paths for messages.
  PagePlanner(const FileTree& sources, const Site& site, Diagnostics& diagnostics);
  ~PagePlanner();

  const Site& site() const { return site_; }
  PagePlan& plan() { return plan_; }
  Diagnostics& diagnostics() { return diagnostics_; }
  const FileTree& sources() const { return sources_; }

  /// Plans the page. Reports at `where` an address that cannot be one, and one that is taken.
  void add(const PageKey& key, SourceSpan where);
  /// Reports the settings that give several pages one address; after all pages are planned.
  void report_shared_patterns();
  /// Whether that many pages more may be made out of rules; reported where the first ones did not fit.
  bool has_room_for(std::size_t pages, SourceSpan where);
  /// Reports that no collection has the name.
  void report_unknown_collection(const SettingText& name);
  /// Reports `name` when it is no field of the collection.
  void check_field(std::uint16_t collection, const SettingText& name);
  /// The field of the collection with that name, which must have options; reported when there is none.
  std::optional<FieldIndex> field_with_options(std::uint16_t collection, const SettingText& name);
  /// The same for what may also be a day.
  std::optional<FieldIndex> field_that_divides(std::uint16_t collection, const SettingText& name);
  /// Those that an entry of the collection has, in the order of the schema.
  std::vector<std::uint16_t> options_in_use(std::uint16_t collection, FieldIndex field) const;
  /// Notes that `pattern` has no page for the options of `field` that are not in `used`.
  void note_unused_options(const std::string& pattern, std::string_view name, std::uint16_t collection,
                           FieldIndex field, const std::vector<std::uint16_t>& used);

 private:
  Argument origin_in_words(const PageKey& key) const;
  void report_unknown(const SettingText& name, BilingualText kind, const std::vector<std::string_view>& known);

  const FileTree& sources_;
  const Site& site_;
  Diagnostics& diagnostics_;
  PagePlan plan_;
  std::unique_ptr<SharedPatterns> shared_;
  std::size_t made_pages_ = 0;
};

}  // namespace wegwijs
