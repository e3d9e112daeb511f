#pragma once

#include <functional>
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
  std::uint32_t begin = 0;  ///< where the text stands in the file
  std::string text;

  SourceSpan span(std::size_t from, std::size_t to) const {
    return {file, begin + static_cast<std::uint32_t>(from), begin + static_cast<std::uint32_t>(to)};
  }
};

/// Calls `visit` for `site.yaml` and for every schema, entry that is published and data file: the header of a Markdown
/// file and its body apart. Files that could not be read are left out.
void for_every_text(const CheckContext& context, const std::function<void(const SiteText&)>& visit);

/// `text` with the comments of YAML as spaces, so that every place stays the same. A "#" that opens no comment for YAML
/// (in quotes, in a word) is left alone; in a block of text it may be taken for one.
SiteText without_comments(const SiteText& text);

}  // namespace wegwijs
