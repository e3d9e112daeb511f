#include "pages/page_planner.h"

#include <algorithm>

#include "diagnostic/place.h"
#include "model/file_limits.h"
#include "pages/page_kind.h"
#include "pages/plan_rules.h"
#include "pages/shared_patterns.h"
#include "source/site_address.h"
#include "text/edit_distance.h"

namespace wegwijs {

PagePlanner::~PagePlanner() = default;

PagePlanner::PagePlanner(const FileTree& sources, const Site& site, Diagnostics& diagnostics)
    : sources_(sources), site_(site), diagnostics_(diagnostics), shared_(std::make_unique<SharedPatterns>()) {
  for (const Collection& collection : site_.collections) plan_.absent.add_withheld(collection);
}

void PagePlanner::add(const PageKey& key, SourceSpan where) {
  const auto number = static_cast<std::uint32_t>(plan_.pages.size());
  std::string address = plan_.address(site_, key);
  if (address.empty()) return;  // a wrong one was reported where the settings were read
  // The patterns were checked; what is filled in, or left open, makes the address.
  const std::optional<AddressFault> fault =
      key.kind->leads_elsewhere() ? old_address_fault(address) : page_address_fault(address);
  // A file with such a name was reported where the sources were read.
  const std::optional<EntryNumber> entry = key.kind->entry(key);
  if (entry && site_.entry(*entry).slug.size() > file_limit::path) return;
  if (fault) {
    diagnostics_.report(unusable_address, where, {std::move(address), fault->expected});
    return;
  }
  const auto [taken, is_free] = plan_.page_at.emplace(address, number);
  if (!is_free) {
    const PageKey& other = plan_.pages[taken->second];
    if (!shared_->note(site_, plan_, key, other, address))
      diagnostics_.report(same_address, where, {std::move(address), origin_in_words(other)});
    return;
  }
  plan_.pages.push_back(key);
}

/// "content/paginas/over.md", or "site.yaml, regel 6".
Argument PagePlanner::origin_in_words(const PageKey& key) const {
  const SourceSpan where = plan_.origin(site_, key);
  const std::string path = sources_.path_of(where.file);
  if (where.begin == 0) return path;
  const std::string line = std::to_string(line_and_column(sources_.bytes_of(where.file), where.begin).line);
  return {path + ", regel " + line, path + ", line " + line};
}

bool PagePlanner::has_room_for(std::size_t pages, SourceSpan where) {
  if (made_pages_ > made_page_limit) return false;
  made_pages_ += pages;
  if (made_pages_ <= made_page_limit) return true;
  diagnostics_.report(too_many_made_pages, where, {std::to_string(made_page_limit)});
  return false;
}

void PagePlanner::report_shared_patterns() {
  shared_->report(sources_, diagnostics_);
}

void PagePlanner::report_unknown(const SettingText& name, BilingualText kind,
                                 const std::vector<std::string_view>& known) {
  // The field may be one of a schema that could not be read, and that is reported.
  const bool all_readable = std::all_of(site_.collections.begin(), site_.collections.end(),
                                        [](const Collection& one) { return one.is_readable; });
  if (!all_readable) return;
  std::string listed;
  for (const std::string_view word : known) listed += (listed.empty() ? "" : ", ") + std::string(word);
  diagnostics_.report(unknown_in_listing, name.where,
                      {name.text, kind, listed.empty() ? Argument("nog geen enkele", "none yet") : Argument(listed)},
                      nearest_word(name.text, known).value_or(""));
}

void PagePlanner::report_unknown_collection(const SettingText& name) {
  std::vector<std::string_view> known;
  for (const Collection& collection : site_.collections) known.push_back(collection.rule->name);
  report_unknown(name, {"verzameling", "collection"}, known);
}

void PagePlanner::check_field(std::uint16_t collection, const SettingText& name) {
  const Schema& schema = site_.collections[collection].schema;
  if (schema.find(name.text)) return;
  std::vector<std::string_view> known;
  for (const Field& one : schema.fields) known.push_back(one.id);
  report_unknown(name, {"veld van deze verzameling", "field of this collection"}, known);
}

std::optional<FieldIndex> PagePlanner::field_that_divides(std::uint16_t collection, const SettingText& name) {
  const Schema& schema = site_.collections[collection].schema;
  const std::optional<FieldIndex> field = schema.find(name.text);
  return field && schema.fields[*field].type == FieldType::date ? field : field_with_options(collection, name);
}

std::optional<FieldIndex> PagePlanner::field_with_options(std::uint16_t collection, const SettingText& name) {
  const Schema& schema = site_.collections[collection].schema;
  const std::optional<FieldIndex> field = schema.find(name.text);
  if (field && !schema.fields[*field].options.empty()) return field;
  std::vector<std::string_view> known;
  for (const Field& one : schema.fields) {
    if (!one.options.empty()) known.push_back(one.id);
  }
  report_unknown(name, {"veld met keuzes van deze verzameling", "field with options of this collection"}, known);
  return std::nullopt;
}

std::vector<std::uint16_t> PagePlanner::options_in_use(std::uint16_t collection, FieldIndex field) const {
  std::vector<bool> used(site_.collections[collection].schema.fields[field].options.size());
  for (const Entry& entry : site_.collections[collection].entries) {
    const Choices* choices = entry.record.get<Choices>(field);
    if (choices == nullptr) continue;
    for (const std::uint16_t option : choices->options) used[option] = true;
  }
  std::vector<std::uint16_t> options;
  for (std::size_t option = 0; option < used.size(); ++option) {
    if (used[option]) options.push_back(static_cast<std::uint16_t>(option));
  }
  return options;
}

void PagePlanner::note_unused_options(const std::string& pattern, std::string_view name, std::uint16_t collection,
                                      FieldIndex field, const std::vector<std::uint16_t>& used) {
  const Field& divided_by = site_.collections[collection].schema.fields[field];
  for (std::size_t option = 0; option < divided_by.options.size(); ++option) {
    if (std::find(used.begin(), used.end(), option) != used.end()) continue;
    const Option& unused = divided_by.options[option];
    plan_.absent.add(with_name_filled_in(pattern, name, unused.id),
                     {nullptr,
                      {"'" + divided_by.label.nl + ": " + unused.label.nl + "'",
                       "'" + std::string(divided_by.label.in(Language::en)) + ": " +
                           std::string(unused.label.in(Language::en)) + "'"}});
  }
}

PagePlan plan_pages(const FileTree& sources, const Site& site, Diagnostics& diagnostics) {
  PagePlanner planner(sources, site, diagnostics);
  for (const PageKind* kind : page_kinds()) kind->plan(planner);
  planner.report_shared_patterns();
  return std::move(planner.plan());
}

}  // namespace wegwijs
