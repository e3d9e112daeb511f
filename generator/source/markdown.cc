#include "source/markdown.h"

#include "source/markdown_guard.h"
#include "source/markdown_html_writer.h"
#include "source/markdown_tree.h"

namespace wegwijs {

MarkdownText read_markdown(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics,
                           TermUses* terms) {
  if (!check_markdown_limits(text, file, offset, diagnostics)) return {};
  const MarkdownTree document = parse_markdown(text);
  MarkdownText result = MarkdownHtmlWriter(text, file, offset, diagnostics, terms).write(document.get());
  result.plain_text = text_beside_headings(document.get());
  return result;
}

}  // namespace wegwijs
