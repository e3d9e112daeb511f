#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pages/page_data.h"
#include "pages/page_planner.h"

namespace wegwijs {

/// The template of a page and where it is named.
struct NamedTemplate {
  std::string_view name;
  SourceSpan where;
};

/// A setting that gives pages their addresses, with what it belongs to in words.
struct AddressSetting {
  SettingText pattern;
  BilingualText kind;
  std::string name;
  bool is_collection = false;
};

/// Everything that differs between kinds of pages. A kind is one file that implements this and one row in
/// `page_kinds.cc`; nothing else asks what kind a page is. Kinds have no state: a page is its key, and `key.kind` is
/// this kind in every call. Called from any thread once the pages are planned.
class PageKind {
 public:
  PageKind() = default;
  PageKind(const PageKind&) = delete;
  PageKind& operator=(const PageKind&) = delete;
  virtual ~PageKind() = default;

  /// What `wegwijs show` calls it.
  virtual std::string_view name() const = 0;
  /// The same for a message: "een lijst".
  virtual BilingualText in_words() const = 0;
  /// The members of the data of such pages that make a template one for this kind, the first of them in every such
  /// template.
  virtual std::span<const std::string_view> own_members() const = 0;
  /// Adds the pages of this kind. Kinds are asked in the order of the table.
  virtual void plan(PagePlanner& planner) const = 0;

  /// Empty when there can be no page (its collection has no address).
  virtual std::string address(const Site& site, const PagePlan& plan, const PageKey& key) const = 0;
  virtual NamedTemplate page_template(const Site& site, const PagePlan& plan, const PageKey& key) const = 0;
  /// What a page is called in breadcrumbs and lists.
  virtual std::string title(const Site& site, const PagePlan& plan, const PageKey& key) const = 0;
  /// One sentence about the page; empty when nobody gave one.
  virtual std::string summary(const Site& site, const PagePlan& plan, const PageKey& key) const = 0;
  /// Where an author looks for what a template wrote on the page: the file or the setting that it comes from.
  virtual SourceSpan origin(const Site& site, const PagePlan& plan, const PageKey& key) const = 0;

  /// The setting whose pattern the address of the page follows; empty when it follows none.
  virtual std::optional<AddressSetting> address_setting(const Site& /*site*/, const PagePlan& /*plan*/,
                                                        const PageKey& /*key*/) const {
    return std::nullopt;
  }
  /// The entry that the page is about, when it is about one.
  virtual std::optional<EntryNumber> entry(const PageKey& /*key*/) const { return std::nullopt; }
  /// The collection whose entries are on the page; its first one when there are several.
  virtual std::optional<std::uint16_t> collection(const PagePlan& plan, const PageKey& key) const = 0;
  /// The collection whose feed the page offers.
  virtual std::optional<std::uint16_t> feed_of(const PagePlan& /*plan*/, const PageKey& /*key*/) const {
    return std::nullopt;
  }
  /// Whether the page only leads to another one: no place to arrive at.
  virtual bool leads_elsewhere() const { return false; }
  /// Whether only the school that the page is about has a use for it: search engines are not told of it.
  virtual bool is_for_its_school_only() const { return false; }

  /// Adds what the template is told beside what every page is told.
  virtual void add_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes,
                        std::vector<Member>& members) const = 0;
  /// Adds the declared form of it.
  virtual void add_shape(const ShapeScope& scope, DataShape& shape) const = 0;
  /// Pages of one kind and template with the same number have one shape.
  virtual std::uint16_t shape_number(const PageKey& /*key*/) const { return 0; }

  /// Whether readers look for the page in the search.
  virtual bool is_looked_for(const PageContext& /*context*/, const PageKey& /*key*/) const { return true; }
  /// Adds what the page can be found by, beside its title and summary.
  virtual void note_search_text(const PageContext& /*context*/, const PageKey& /*key*/, PageNotes& /*notes*/) const {}
};

/// Each in its own file.
const PageKind& entry_page();
const PageKind& listing_page();
const PageKind& comparison_page();
const PageKind& comparison_index_page();
const PageKind& topic_page();
const PageKind& question_page();
const PageKind& form_page();
const PageKind& redirect_page();

/// All of them, in the order in which their pages are planned.
std::span<const PageKind* const> page_kinds();

/// Whether the page at `address` is in a folder of the site: not the home page, and no file such as 404.html.
bool is_within_site(std::string_view address);

}  // namespace wegwijs
