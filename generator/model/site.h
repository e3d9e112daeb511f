#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/digest.h"
#include "model/search_words.h"
#include "model/settings.h"
#include "schema/record.h"
#include "source/term_links.h"

namespace wegwijs {

/// Why an entry is not published today.
enum class Withheld : std::uint8_t { draft, future, expired, over };

struct WithheldEntry {
  FileId file{};
  Withheld why = Withheld::draft;
  std::optional<Date> day;  ///< the first day of `future`, the last day of `expired`
  std::size_t rows = 0;     ///< of a table: how many rows this is about; 0: the whole file
};

/// Words that go on a sentence about the file: "is verlopen sinds 28 november 2026".
Argument reason_of(const WithheldEntry& entry);

/// One activity, school, page …: a file of a collection.
struct Entry {
  std::string slug;  ///< name of the file without extension; part of the address
  Record record;
  FileId file{};
  SourceSpan where;      ///< its line, of a row of a table; empty at the beginning of any other file
  SourceSpan body;       ///< Markdown, parsed in the page pass; empty for a YAML file
  Digest values_digest;  ///< of all that the record was read from, and of whether there is a body
  Digest body_digest;    ///< of `body`
  std::string sort_key;  ///< Dutch alphabetical order of `volgorde` and title
  /// Why it is not published today; also set where drafts are included, so that its page can say so.
  std::optional<WithheldEntry> withheld;
};

struct Collection {
  const CollectionRule* rule = nullptr;
  Schema schema;
  std::vector<Entry> entries;  ///< in Dutch sort order
  /// Those that are not published today, in the order of their files: known, so that what leads to them can be reported
  /// and shown without a link.
  std::vector<Entry> withheld;
  /// The names of the entries whose files exist but could not be read. That was reported, so references to them are
  /// not reported again.
  std::vector<std::string> unread;
  bool has_rows = false;    ///< its tables have rows that are not over, published or not
  bool is_readable = true;  ///< its schema was read; when not even its files are known, any entry may be among them

  /// Whether there are entries and none may be published: the settings switch their source off.
  bool is_switched_off() const { return has_rows && entries.empty(); }
  bool is_unread(std::string_view slug) const;
  std::optional<std::uint32_t> find(std::string_view slug) const;
  /// The entry with that name among those that are not published today; null when there is none.
  const Entry* find_withheld(std::string_view slug) const;
};

/// An entry of the site by number.
struct EntryNumber {
  std::uint16_t collection = 0;
  std::uint32_t entry = 0;
};

/// What the site knows. Move-only and const after `load_site`, so anything may point into it.
class Site {
 public:
  Site() = default;
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;
  Site(Site&&) = default;
  Site& operator=(Site&&) = default;

  Settings settings;
  std::vector<Collection> collections;  ///< in the order of the settings
  std::vector<WithheldEntry> withheld;
  /// Addresses of sources that were no longer there when `check --external` last looked, with that day.
  std::map<std::string, Date, std::less<>> gone_addresses;
  SearchWords search_words;  ///< of readers
  TermLinks terms;           ///< of the collections that are a glossary
  /// By collection and entry: which entries refer to it, in order of collection and entry, each once.
  std::vector<std::vector<std::vector<EntryNumber>>> referred_by;

  /// How many records have a number: those of all entries that are published today.
  RecordNumber records = 0;

  std::optional<std::uint16_t> find_collection(std::string_view name) const;
  const Entry& entry(EntryNumber number) const { return collections[number.collection].entries[number.entry]; }
  const Schema& schema(EntryNumber number) const { return collections[number.collection].schema; }
};

/// The title of an entry; empty when its file gives none (which was reported).
std::string_view title_of(const Entry& entry, const Schema& schema);
/// The text of the field with `role`; empty when there is none.
std::string_view text_of(const Entry& entry, const Schema& schema, Role role);

/// The code of the language of an entry ("ar"), where it is not that of the site; empty for all others, also for a code
/// that is none.
std::string_view language_of(const Site& site, EntryNumber number);

/// The terms of every collection with `woordenlijst`, by title, `afkorting`, `oude_namen` and `ook_bekend_als`.
TermLinks glossary_of(const Site& site);

/// The day in the field with `role`; empty when there is none.
std::optional<Date> date_of(const Entry& entry, const Schema& schema, Role role);

/// What the feed of a collection is called, here and in feed readers: "Wegwijs: Nieuws".
std::string feed_title(const Site& site, std::uint16_t collection);

/// The address of the page of the entry ("/scholen/de-brug/"); empty when its collection has no pages.
std::string address_of(const Site& site, EntryNumber number);
/// The same for an entry of `collection` that need not be published.
std::string address_of(const Collection& collection, const Entry& entry);

/// Where an entry of a calendar is on its page, without the address of that page: "moment-aanmelden".
std::string calendar_anchor_of(const Entry& entry);

/// Where a moment is on the page of its calendar ("/kalender/#moment-aanmelden"); empty when its collection is
/// none.
std::string calendar_place_of(const Site& site, EntryNumber number);

/// Where readers find the entry: its own page, or its place on the page of its calendar; empty when there is neither.
std::string place_of(const Site& site, EntryNumber number);

}  // namespace wegwijs
