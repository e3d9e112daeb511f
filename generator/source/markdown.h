#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/link_targets.h"
#include "source/term_links.h"
#include "text/html.h"

namespace wegwijs {

/// A heading of a Markdown text. `id` is unique within the text and is the `id` of the element.
struct Heading {
  int level = 2;
  std::string id;
  std::string text;
};

/// An address that the author wrote in a link or as the source of an image; of a source file: that of its page.
struct AddressUse {
  std::string address;
  SourceSpan where;
};

/// A Markdown text, read once: the HTML and what later steps need to know of it.
struct MarkdownText {
  Html html;
  std::vector<Heading> headings;
  std::vector<AddressUse> addresses;
  std::string plain_text;  ///< what a reader sees, without the headings; blocks are divided by line ends
};

/// Reads GitHub-flavoured Markdown (tables, strikethrough, autolinks, task lists, footnotes) from `text`, which
/// begins at byte `offset` of `file`.
///
/// The HTML holds only elements of a fixed set with escaped text: raw HTML in the text is an error and is left out, and
/// so is an address that is not http, https, mailto, tel or within the site. Headings get ids; a level-1 heading is an
/// error, because the title of the page is its h1. Tables get header cells with a scope and are in a region that
/// scrolls by itself. Footnotes are numbered, so no id carries the author's words. An image without a description is an
/// error, unless its title says "decoratief". A link without text or address, or with one that no browser can follow,
/// is an error too.
///
/// A text beyond the limits of markdown_guard.h is not parsed, and one whose HTML grows beyond them not written: that
/// is reported and the result is empty. After a hundred mistakes in one text the others are not reported.
///
/// With `terms`, each term that is first used here becomes a link to its page, followed by its explanation in a
/// `<span popover>`, which stays out of sight until the page opens it; except in links and headings. The explanation is
/// not counted in the limit on the HTML of the text.
///
/// `targets` says where addresses lead and how large pictures are; without it addresses stay as they are written.
///
/// May be called from any thread; parsing itself happens one text at a time.
MarkdownText read_markdown(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics,
                           TermUses* terms = nullptr, const LinkTargets* targets = nullptr);

}  // namespace wegwijs
