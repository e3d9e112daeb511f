#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "files/file_tree.h"
#include "model/help_now.h"
#include "schema/date.h"
#include "text/language_code.h"

namespace wegwijs {

/// Name of the settings file at the root of a site.
inline constexpr std::string_view settings_file_name = "site.yaml";

/// Where pictures and documents lie when `site.yaml` does not say so.
inline constexpr std::string_view default_files_folder = "content/bestanden";

/// A text of the settings, with its place for messages about what it refers to.
struct SettingText {
  std::string text;
  SourceSpan where;
};

/// What readers can narrow a list by, besides the fields with `facet: true`.
struct FinderRule {
  /// A kind of support counts from this many entries that state it; 0: it counts when an entry says anything about it.
  std::size_t least_stated = 0;
  SettingText
      place_field;  ///< the postcode of an entry, from which its distance to the reader is reckoned; may be empty
  SettingText places_address;  ///< "/bestanden/postcodes/{cijfer}.csv": where postcodes lie, by their first digit
};

/// A page, or one page per value of a field, that lists entries.
struct ListingRule {
  SettingText address;                   ///< "/scholen/", or "/scholen/niveau/{niveaus}/": one page per value in use
  std::string title;                     ///< may hold "{field}": the label of the value
  std::string summary;                   ///< may hold "{field}" and "{help}": the help of the value
  std::vector<SettingText> collections;  ///< one, except in the site-wide lists
  SettingText grouped_by;                ///< a field with options, or "letter"; empty: one group
  bool newest_first = false;             ///< by date, instead of the order of the collection
  SettingText page_template;
  std::optional<FinderRule> finder;  ///< empty: readers read the list as it is

  /// The field in the braces of `address`; empty when it has none.
  std::string_view field() const;
};

/// Pages that compare the entries of a collection side by side: one per group of the schema and value of a field, and
/// one page that leads to them all.
struct ComparisonRule {
  SettingText address;        ///< "/vergelijken/{groep}/{niveaus}/": "{groep}" and a field with options
  std::string title;          ///< may hold "{groep}" and "{field}"
  std::string summary;        ///< the same
  SettingText index_address;  ///< "/vergelijken/"
  std::string index_title;
  std::string index_summary;
  SettingText split_by;       ///< field that divides long lists of entries; empty: never divided
  SettingText neighbours_by;  ///< field that an entry shares with those beside it on its own page; empty: none there
  SettingText page_template;
  SettingText index_template;

  /// The field in the braces of `address` beside "{groep}".
  std::string_view field() const;
};

/// A page for each field of support about which enough entries of a collection say yes or partly.
struct TopicRule {
  SettingText address;  ///< "/scholen/hulp/{onderwerp}/"
  std::string title;    ///< may hold "{onderwerp}": the plain label of the field
  std::string summary;  ///< the same
  std::size_t at_least = 5;
  SettingText page_template;
};

/// How the pages of a collection appear in the results of a search.
struct SearchRule {
  int precedence = 100;       ///< percent: 200 counts each match twice
  int list_precedence = 80;   ///< the same, of the lists of the collection
  bool stands_apart = false;  ///< in the results under a heading of its own
};

/// A page with every question that the schema gives for topics that nobody looked at.
struct QuestionsRule {
  SettingText address;  ///< "/vragen/"; empty: there is none
  std::string title;
  std::string summary;
  SettingText page_template;
};

struct CollectionRule {
  std::string name;
  SettingText folder;
  SettingText address;  ///< "/scholen/{id}/"; empty: the entries have no pages of their own
  SettingText page_template;
  std::vector<ListingRule> listings;
  std::vector<ComparisonRule> comparisons;
  std::vector<TopicRule> topics;
  bool is_glossary = false;     ///< the first use of its titles, abbreviations and other names in texts leads to them
  bool is_of_its_year = false;  ///< its texts speak as of the year that they are about (an old plan)
  SearchRule search;
  SettingText calendar;   ///< "/kalender/": below it the dates of the entries as calendar files; empty: none
  SettingText open_data;  ///< "/data/": below it all entries as data, and each beside its page; empty: not published
  SettingText feed;       ///< "/nieuws/atom.xml": its dated entries, newest first, for feed readers; empty: none
  QuestionsRule questions;
  bool is_table = false;             ///< the entries are the rows of the CSV files in `folder`
  bool leaves_out_past = false;      ///< what ended before the day of the build is not published
  std::size_t days_until_stale = 0;  ///< after its source was read (role `read_on`); 0: never
};

struct MenuItem {
  std::string text;  ///< without the marks of languages
  SettingText address;
  std::vector<LanguagePart> parts = {};  ///< of the text as it is written, with their languages
};

/// A way into the site for one kind of reader: a heading with the pages to begin with.
struct WayIn {
  std::string title;
  std::vector<MenuItem> links;
};

/// A service that readers may call, write or pay: its contact details are not personal data, whatever their form.
struct Service {
  std::string name;
  std::vector<SettingText> numbers;    ///< `telefoon`, `whatsapp` and `sms`
  std::vector<SettingText> addresses;  ///< `mail` and `rekening`
};

/// Whom to write to about a security problem of the site, published as security.txt (RFC 9116).
struct SecurityContact {
  SettingText contact;  ///< mailto: or https:; empty: there is no security.txt
  Date valid_until;     ///< last day on which the contact is right
  SourceSpan until_where;
};

/// What `site.yaml` says.
struct Settings {
  std::string title;
  std::string subtitle;
  Language language = Language::nl;
  std::string base_address;          ///< ends with '/'
  std::string written_base_address;  ///< as `site.yaml` gives it, when the build is given another one
  std::string time_zone = "Europe/Amsterdam";
  SettingText theme;                  ///< name of its folder; the place of the settings when they name none
  std::optional<SettingText> shared;  ///< folder of schemas and themes that portals have in common, seen from this one
  std::string notice;                 ///< at the foot of every page; empty: none
  std::string report_mail;            ///< where readers report mistakes; empty: nowhere
  HelpNow help_now;                   ///< numbers for who is in danger or despair; without a title: none
  SecurityContact security;
  MenuItem check_at;                ///< the site that has the rules and dates of this school year; empty: none
  SettingText files_folder;         ///< pictures and documents, published below /bestanden/; empty: none
  bool names_files_folder = false;  ///< whether `site.yaml` gives it, and it is not `default_files_folder`
  std::vector<CollectionRule> collections;
  std::vector<ListingRule> listings;  ///< over more than one collection
  std::vector<std::pair<SettingText, SettingText>> redirects;
  std::vector<MenuItem> menu;
  std::vector<MenuItem> footer_menu;
  std::vector<WayIn> ways_in;        ///< on the home page
  std::vector<WayIn> doors;          ///< by what the matter is, in the words of who looks for help
  std::vector<MenuItem> no_results;  ///< where a reader can go whose search found nothing
  std::vector<MenuItem> talk_to;     ///< people whom a reader can ask
  /// Sets of sources (`reeks`): what rests on a source of one of these is left out of the site.
  std::vector<SettingText> switched_off;
  std::vector<Service> services;  ///< `diensten`

  /// The folders that hold sources, for reading the disk.
  std::vector<std::string> folders() const;

  /// Whether `services` has this telephone number, however it is spaced.
  bool is_service_number(std::string_view number) const;
  /// Whether `services` has this mail address or bank account, whatever its spaces and capitals.
  bool is_service_address(std::string_view address) const;
};

/// Reads `site.yaml`. Unknown keys and missing ones are errors; empty when the file is missing or not readable as YAML.
std::optional<Settings> read_settings(const FileTree& sources, Diagnostics& diagnostics);

}  // namespace wegwijs
