#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/heading_ids.h"
#include "source/link_targets.h"
#include "source/markdown.h"
#include "source/markdown_footnotes.h"
#include "source/markdown_links.h"
#include "source/markdown_mistakes.h"
#include "source/markdown_paragraph.h"
#include "source/markdown_tables.h"

struct cmark_node;

namespace wegwijs {

/// Writes the HTML of one parsed text. The only class that can make `Html`: every byte of it is either escaped text or
/// one of the fixed pieces of markup in its source and those of its parts.
class MarkdownHtmlWriter {
 public:
  /// `text`: what was parsed, of `file`. `mistakes`: finds the places of what is reported in the text of the author.
  MarkdownHtmlWriter(std::string_view text, FileId file, MarkdownMistakes& mistakes, TermUses* terms,
                     const LinkTargets* targets);
  MarkdownHtmlWriter(const MarkdownHtmlWriter&) = delete;
  MarkdownHtmlWriter& operator=(const MarkdownHtmlWriter&) = delete;

  /// To be called once.
  MarkdownText write(cmark_node* document);

 private:
  void write_node(cmark_node* node, bool entering);
  void write_block(cmark_node* node, bool entering);
  void write_inline(cmark_node* node, bool entering);
  void write_text(std::string_view text);
  void write_term(const Term& term, std::string_view words);
  void write_extension_node(cmark_node* node, bool entering);
  void write_list(cmark_node* node, bool entering);
  void write_paragraph(cmark_node* node, bool entering);
  void write_emphasis(cmark_node* node, bool entering);
  void begin_words(cmark_node* node);
  void report_near_misses(cmark_node* node);
  void write_heading(cmark_node* node, bool entering);
  void write_alternative_text(cmark_node* node, bool entering);
  void write_item(cmark_node* node, bool entering);
  void report_raw_html(cmark_node* node);

  std::size_t text_size_;
  MarkdownMistakes& mistakes_;
  std::vector<std::size_t> line_begins_;
  TermUses* terms_;
  int without_terms_ = 0;              // how many links and headings are open
  std::size_t explanation_bytes_ = 0;  // of HTML that is not the author's text
  std::string html_;
  MarkdownTables tables_{html_};
  MarkdownFootnotes footnotes_{html_};
  MarkdownLinks links_;
  HeadingIds heading_ids_;
  MarkdownText result_;
  MarkdownParagraph words_;
};

}  // namespace wegwijs
