#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/site.h"
#include "pages/absences.h"

namespace wegwijs {

class PageKind;

inline constexpr std::uint32_t no_part = std::numeric_limits<std::uint32_t>::max();

/// All that exists of a page before its turn in the page pass.
struct PageKey {
  const PageKind* kind = nullptr;  ///< never null in a plan
  std::uint16_t group = 0;         ///< entry, questions: the collection; others: position in the list of `PagePlan`
  std::uint32_t number = 0;  ///< entry: the entry; comparison: the group of the schema; topic, redirect: its position
  std::uint32_t part = no_part;  ///< listing, comparison: position of the option that the page is about
};

/// A listing of the settings with what its names stand for.
struct PlannedListing {
  const ListingRule* rule = nullptr;
  std::vector<std::uint16_t> collections;
  std::optional<FieldIndex> field;  ///< one page per option of this field
  std::optional<FieldIndex> grouped_by;
  bool by_letter = false;
  std::vector<std::uint16_t> options;  ///< those that an entry has; a value that nobody has gets no page
};

/// The comparisons of one collection.
struct PlannedComparison {
  const ComparisonRule* rule = nullptr;
  std::uint16_t collection = 0;
  FieldIndex field = 0;                              ///< one page per option of this field
  std::optional<FieldIndex> split_by;                ///< divides long lists of entries
  std::vector<std::uint16_t> groups;                 ///< of the schema, those that compare anything
  std::vector<std::uint16_t> options;                ///< those that an entry has
  std::vector<std::vector<EntryNumber>> neighbours;  ///< by entry: those beside it on its own page; empty: none at all
};

/// The fields of support of one collection that have a page of their own.
struct PlannedTopics {
  const TopicRule* rule = nullptr;
  std::uint16_t collection = 0;
  struct Topic {
    FieldIndex field = 0;
    std::size_t offering = 0;  ///< how many entries say yes or partly
  };
  std::vector<Topic> topics;  ///< in the order of the schema
};

struct Redirect {
  std::string from;
  std::string to;
  SourceSpan where;
};

/// Which pages exist, and where.
struct PagePlan {
  std::vector<PageKey> pages;
  std::vector<PlannedListing> listings;
  std::vector<PlannedComparison> comparisons;
  std::vector<PlannedTopics> topics;
  std::vector<Redirect> redirects;
  std::unordered_map<std::string, std::uint32_t> page_at;  ///< address → position in `pages`
  Absences absent;                                         ///< where there is no page today, and why

  /// Why there is no page today where `address` leads (its fragment left out); null when there is one, or when nothing
  /// is known of it.
  const Absence* absence_at(std::string_view address) const;
  std::string address(const Site& site, const PageKey& key) const;
  std::string_view page_template(const Site& site, const PageKey& key) const;
  /// What a page is called in breadcrumbs and lists.
  std::string title(const Site& site, const PageKey& key) const;
  /// One sentence about the page; empty when nobody gave one.
  std::string summary(const Site& site, const PageKey& key) const;
  /// Where an author looks for what a template wrote on the page: the file or the setting that it comes from.
  SourceSpan origin(const Site& site, const PageKey& key) const;
  /// The page that lists the entries of `collection` with `option` in `field`; empty when there is none.
  std::string address_of_value(const Site& site, std::uint16_t collection, FieldIndex field,
                               std::uint16_t option) const;
};

/// Template of the pages that only lead elsewhere.
inline constexpr std::string_view redirect_template = "doorverwijzing";

/// Pages that divided lists, comparisons and topics make together: thirty times as many as the real site has. Each rule
/// makes a page for every pair of two lists, so that one line too many would make millions.
inline constexpr std::size_t made_page_limit = 5'000;

/// Works out every page of the site. Two pages at one address, a listing of a collection or by a field that does not
/// exist, an old address that is still in use, a redirect to a page that is absent today, and more pages than the limit
/// are reported. `sources` gives the paths for messages.
PagePlan plan_pages(const FileTree& sources, const Site& site, Diagnostics& diagnostics);

/// `pattern` with `word` in every place of "{name}".
std::string with_name_filled_in(std::string_view pattern, std::string_view name, std::string_view word);

/// How the id of a group or field is written in an address: ids are words with underscores, addresses have hyphens.
std::string address_word(std::string_view id);

}  // namespace wegwijs
