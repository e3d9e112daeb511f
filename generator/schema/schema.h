#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "schema/claim_words.h"
#include "schema/label.h"

namespace wegwijs {

/// What a field can hold: a closed set. A new type makes the compiler list every use.
enum class FieldType : std::uint8_t {
  text,          ///< one line
  texts,         ///< a list of lines
  long_text,     ///< Markdown
  number,        ///< decimal, written with a point
  date,          ///< a day
  time,          ///< an hour and minute of the day: 17:30
  as_of,         ///< a day, month, year, school year or 'onbekend'
  school_year,   ///< 2025-2026
  yes_no,        ///< ja or nee
  choice,        ///< one option
  choices,       ///< one or more options
  reference,     ///< an entry of another collection, by its id
  references,    ///< one or more of them
  web_address,   ///< http(s) with a host
  mail_address,  ///< name@host
  phone,         ///< digits, spaces, + and -
  addresses,     ///< addresses on this site that lead here
  row,           ///< a map with fields of its own
  rows,          ///< a list of such maps
  claim,         ///< what sources say about one kind of support: zero or more claims
  text_claim,    ///< the same for rows that are no yes or no
  sources,       ///< the map of sources that claims refer to
  source,        ///< the id of one of those, or of a document
  source_list,   ///< one or more of them
  table,         ///< a description of a data file (CSV) beside the entry
};

/// What the generator itself needs a field for, whatever the field is called.
enum class Role : std::uint8_t {
  none,
  id,     ///< must be the name of the file, when given
  title,  ///< required of every schema
  summary,
  date,
  until,  ///< last day of a period that begins at `date`
  updated,
  draft,  ///< yes: not published
  publish_from,
  publish_until,
  old_addresses,
  address,        ///< replaces the address that the pattern of the collection gives
  page_template,  ///< replaces the template of the collection
  language,       ///< code of the language of the texts, where it is not that of the site
  order,          ///< sorts before the title
  sources,
  default_source,  ///< source of every claim that does not give its own
  default_as_of,   ///< as-of date of every claim that does not give its own
  from_time,       ///< of the day in `date`; none: it takes the whole day
  until_time,
  place,          ///< where it is on that day
  shown_at,       ///< a reference: the entry on whose page this one is shown, with others that are
  read_on,        ///< the day on which the source was read
  short_name,     ///< fits above a narrow column; readers look for it too
  abbreviation,   ///< of a term
  former_names,   ///< under which readers still look
  also_known_as,  ///< other names under which readers look
  changes,        ///< rows: what changed, and when
  example,        ///< yes: invented, and shown as such
  // Of an entry that is in a public register of schools:
  street_address,
  postcode,
  town,
  phone,
  denomination,
  structure,      ///< the kinds of education, in the words of the register
  register_code,  ///< of the school
  register_site,  ///< of the building
  // Of a source document:
  publisher,
  caution,  ///< what a reader should know before relying on it
  web_address,
  licence,
  as_of,       ///< of when it is
  source_set,  ///< the set that it belongs to, which `uit` in `site.yaml` can switch off
};

using FieldIndex = std::uint16_t;

/// A field that only makes sense for entries that have one of some options in another field: leerwegondersteuning at a
/// school with vmbo. Elsewhere it is shown as not applicable.
struct AppliesTo {
  FieldIndex field = 0;
  std::vector<std::uint16_t> any_of;  ///< positions in the options of that field
};

struct Field {
  std::string id;
  FieldType type = FieldType::text;
  Role role = Role::none;
  std::optional<std::uint16_t> group;  ///< position in `Schema::groups`; none: not shown among the groups
  Label label;                         ///< in the words of the field
  Label plain;                         ///< in the words of a parent; empty: the same as `label`
  Label help;
  Label question;               ///< what to ask when nothing is known
  std::vector<Option> options;  ///< of choice and choices
  std::string target;           ///< of references: the collection referred to
  std::vector<Field> fields;    ///< of row and rows
  std::string unit;
  std::string basis;           ///< the document that asks for this field
  std::string pattern;         ///< 9 a digit, A a capital letter, anything else itself; empty: anything
  std::size_t max_length = 0;  ///< code points; 0: no limit
  std::vector<std::string> former_ids;
  /// Of a text: how it is made where the entry does not give it, with other fields in braces: "{school}-{datum}".
  std::string made_of;
  /// A field with a reference: the value, and the options, are those of the field with this id at the entry referred
  /// to.
  std::string taken_from;
  std::string required_with;  ///< a field that may not be given without this one
  std::optional<AppliesTo> applies_to;
  bool required = false;
  bool compare = false;
  bool facet = false;
  bool search = false;
  bool on_page = true;    ///< false: no page shows it unless its template names it
  bool complete = false;  ///< a profile is complete only when it holds something about this field
  SourceSpan where;

  /// Whether something else than the file can give the value.
  bool is_worked_out() const { return !made_of.empty() || !taken_from.empty(); }
  const Label& plain_or_label() const { return plain.empty() ? label : plain; }
  std::optional<std::uint16_t> option(std::string_view option_id) const;
};

/// The names in braces of `Field::made_of`: "school" and "datum" of "{school}-{datum}".
std::vector<std::string> names_in_braces(std::string_view text);

struct Group {
  std::string id;
  Label label;
  Label plain;
  Label help;
};

/// What the entries of one collection hold, as declared in its `_schema.yaml`. Const after reading.
struct Schema {
  std::string id;
  std::string version;
  Label label;      ///< of the collection, plural
  Label label_one;  ///< of one entry
  std::vector<Group> groups;
  std::vector<Field> fields;                    ///< the declared ones, then the standard ones that were not declared
  std::vector<std::vector<FieldIndex>> unique;  ///< combinations of fields that no two entries may share
  ClaimWords claims;
  Label readers;                 ///< who looks for these entries, for the mail to a school; may be empty
  bool holds_documents = false;  ///< entries may be given as a source anywhere

  std::optional<FieldIndex> find(std::string_view field_id) const;
  std::optional<FieldIndex> find(Role role) const;
  /// The field whose options a claim can be limited to; empty when there is none.
  std::optional<FieldIndex> level_field() const { return find(claims.level_field); }
};

}  // namespace wegwijs
