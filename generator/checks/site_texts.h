#pragma once

#include <span>
#include <string>
#include <string_view>

#include "checks/checks.h"

namespace wegwijs {

/// A piece of a file that the site is made of, as its author wrote it.
struct SiteText {
  enum class Kind : std::uint8_t {
    markdown,  ///< the body of an entry
    values,    ///< YAML: a profile, a header of a Markdown file, a schema
    settings,  ///< site.yaml
    data,      ///< CSV
  };

  Kind kind = Kind::values;
  FileId file{};
  std::uint32_t begin = 0;  ///< where the text is in the file
  std::string text;
  bool is_published = true;  ///< false: a draft, a planned or past entry, or a file that no entry names

  SourceSpan span(std::size_t from, std::size_t to) const {
    return {file, begin + static_cast<std::uint32_t>(from), begin + static_cast<std::uint32_t>(to)};
  }
};

/// A judgement about one text. Called from several threads at once.
using TextCheck = void (*)(const CheckContext& context, const SiteText& text, Diagnostics& diagnostics);

/// Calls each of `checks` for the file of an entry: the header of a Markdown file and its body apart. Does nothing for
/// an entry that is a line of a data file.
void check_texts_of(const CheckContext& context, const Entry& entry, std::span<const TextCheck> checks,
                    Diagnostics& diagnostics);

/// The same for all other files: `site.yaml`, and every schema, data file and entry that is not published in the
/// folders of the collections. Each is read once, for all checks; files that could not be read are left out. Looks only
/// into records that stand in a data file or may have one.
Diagnostics findings_beside_entries(const CheckContext& context, std::span<const TextCheck> checks);

/// What an author meant to fill in later.
void check_reminders_in(const CheckContext& context, const SiteText& text, Diagnostics& diagnostics);
/// Citizen service numbers, private mail addresses, mobile numbers and bank accounts, in every file that the site is
/// made of and in what is withheld, which whoever can read the folder of the site can read too, and which may be
/// published on its day. Looks at the files, so that nothing is left out whatever the field. Names are not recognised.
void check_privacy_of(const CheckContext& context, const SiteText& text, Diagnostics& diagnostics);

/// `text` with the comments of YAML as spaces, so that every place stays the same. A "#" that opens no comment for YAML
/// (in quotes, in a word) is left alone; in a block of text it may be taken for one.
SiteText without_comments(const SiteText& text);

}  // namespace wegwijs
