#include "source/markdown_html_writer.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <utility>

#include "source/markdown_guard.h"
#include "source/markdown_guard_rules.h"
#include "source/markdown_languages.h"
#include "source/markdown_near_misses.h"
#include "source/markdown_rules.h"
#include "source/markdown_tree.h"
#include "text/html_escape.h"
#include "text/language_code.h"
#include "text/utf8.h"

namespace wegwijs {

MarkdownHtmlWriter::MarkdownHtmlWriter(std::string_view text, FileId file, MarkdownMistakes& mistakes, TermUses* terms,
                                       const LinkTargets* targets)
    : text_size_(text.size()),
      mistakes_(mistakes),
      terms_(terms),
      links_(html_, mistakes, file, targets),
      heading_ids_(targets),
      words_(text) {
  line_begins_.push_back(0);
  for (std::size_t place = text.find('\n'); place != std::string_view::npos; place = text.find('\n', place + 1)) {
    line_begins_.push_back(place + 1);
  }
}

MarkdownText MarkdownHtmlWriter::write(cmark_node* document) {
  html_.reserve(text_size_ * 3 / 2);
  const std::size_t limit = markdown_output_limit(text_size_);
  bool within_limit = true;
  walk(document, [&](cmark_node* node, bool entering) {
    if (links_.is_in_image() && cmark_node_get_type(node) != CMARK_NODE_IMAGE) {
      write_alternative_text(node, entering);
    } else {
      write_node(node, entering);
    }
    within_limit = html_.size() - explanation_bytes_ <= limit;
    if (!within_limit) {
      mistakes_.report(markdown_output_too_large, mistakes_.line_span(node), {std::to_string(limit / 1024)});
    }
    return within_limit;
  });
  if (!within_limit) return {};
  footnotes_.finish();
  result_.html = Html(std::move(html_));
  result_.addresses = links_.take_addresses();
  return std::move(result_);
}

void MarkdownHtmlWriter::write_node(cmark_node* node, bool entering) {
  const cmark_node_type type = cmark_node_get_type(node);
  const bool is_block = (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
  // Node types of extensions are numbers made at run time, above the built-in ones; their names tell them apart.
  if (type > (is_block ? CMARK_NODE_FOOTNOTE_DEFINITION : CMARK_NODE_FOOTNOTE_REFERENCE)) {
    write_extension_node(node, entering);
  } else if (is_block) {
    write_block(node, entering);
  } else {
    write_inline(node, entering);
  }
}

void MarkdownHtmlWriter::write_block(cmark_node* node, bool entering) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      html_ += entering ? "<blockquote>\n" : "</blockquote>\n";
      break;
    case CMARK_NODE_LIST:
      write_list(node, entering);
      break;
    case CMARK_NODE_ITEM:
      write_item(node, entering);
      break;
    case CMARK_NODE_CODE_BLOCK:
      html_ += "<pre><code>";
      append_html_escaped(html_, or_empty(cmark_node_get_literal(node)));
      html_ += "</code></pre>\n";
      break;
    case CMARK_NODE_HTML_BLOCK:
      report_raw_html(node);
      break;
    case CMARK_NODE_PARAGRAPH:
      write_paragraph(node, entering);
      break;
    case CMARK_NODE_HEADING:
      write_heading(node, entering);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      html_ += "<hr>\n";
      break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      footnotes_.write_footnote(entering);
      break;
    default:
      break;
  }
}

void MarkdownHtmlWriter::write_inline(cmark_node* node, bool entering) {
  const bool ends_line =
      cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK || cmark_node_get_type(node) == CMARK_NODE_LINEBREAK;
  if (ends_line) words_.add_line_end();
  if (!ends_line && cmark_node_get_type(node) != CMARK_NODE_TEXT && language_of(node).empty()) words_.add_markup();
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      words_.add_words(or_empty(cmark_node_get_literal(node)));
      write_text(or_empty(cmark_node_get_literal(node)));
      break;
    case CMARK_NODE_SOFTBREAK:
      html_ += '\n';
      break;
    case CMARK_NODE_LINEBREAK:
      html_ += "<br>\n";
      break;
    case CMARK_NODE_CODE:
      html_ += "<code>";
      append_html_escaped(html_, or_empty(cmark_node_get_literal(node)));
      html_ += "</code>";
      break;
    case CMARK_NODE_HTML_INLINE:
      report_raw_html(node);
      break;
    case CMARK_NODE_EMPH:
      write_emphasis(node, entering);
      break;
    case CMARK_NODE_STRONG:
      html_ += entering ? "<strong>" : "</strong>";
      break;
    case CMARK_NODE_LINK:
      without_terms_ += entering ? 1 : -1;
      links_.write_link(node, entering);
      break;
    case CMARK_NODE_IMAGE:
      links_.write_image(node, entering);
      break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      // Not a leaf for the iterator of this version: it is entered and left, but must be written once.
      if (entering) footnotes_.write_reference(or_empty(cmark_node_get_literal(node)));
      break;
    default:
      break;
  }
}

void MarkdownHtmlWriter::write_text(std::string_view text) {
  std::size_t written = 0;
  if (terms_ != nullptr && without_terms_ == 0) {
    const TermLinks& links = terms_->links();
    for (auto match = links.find(text, 0); match; match = links.find(text, match->end)) {
      if (!terms_->is_first(match->term)) continue;
      append_html_text(html_, text.substr(written, match->begin - written));
      write_term(links.terms()[match->term], text.substr(match->begin, match->end - match->begin));
      written = match->end;
    }
  }
  append_html_text(html_, text.substr(written));
}

/// A span, because a paragraph can hold no block element as popover.
void MarkdownHtmlWriter::write_term(const Term& term, std::string_view words) {
  html_ += "<a class=\"term\" href=\"";
  append_html_escaped(html_, term.address);
  html_ += "\">";
  append_html_escaped(html_, words);
  html_ += "</a>";
  if (term.explanation.empty()) return;
  const std::size_t begin = html_.size();
  html_ += "<span class=\"uitleg\" popover><a href=\"";
  append_html_escaped(html_, term.address);
  html_ += "\">";
  append_html_escaped(html_, term.name);
  html_ += "</a>: ";
  append_html_escaped(html_, term.explanation);
  html_ += "</span>";
  explanation_bytes_ += html_.size() - begin;
}

void MarkdownHtmlWriter::write_extension_node(cmark_node* node, bool entering) {
  const std::string_view type = cmark_node_get_type_string(node);
  if (type == "table") {
    tables_.write_table(node, entering, result_.headings.empty() ? std::string_view() : result_.headings.back().text);
  } else if (type == "table_header" || type == "table_row") {
    tables_.write_row(node, entering);
  } else if (type == "table_cell") {
    if (entering) {
      begin_words(node);
    } else {
      report_near_misses(node);
    }
    tables_.write_cell(entering);
  } else if (type == "strikethrough") {
    html_ += entering ? "<del>" : "</del>";
  }
}

void MarkdownHtmlWriter::write_list(cmark_node* node, bool entering) {
  const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  if (!entering) {
    html_ += ordered ? "</ol>\n" : "</ul>\n";
    return;
  }
  const int start = cmark_node_get_list_start(node);
  html_ += !ordered ? "<ul>\n" : start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(start) + "\">\n";
}

void MarkdownHtmlWriter::begin_words(cmark_node* node) {
  const auto line = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node)));
  words_.begin(line_begins_[std::min(line, line_begins_.size()) - 1]);
}

/// To be called after the words of `node`.
void MarkdownHtmlWriter::report_near_misses(cmark_node* node) {
  if (words_.text().empty()) return;
  if (!words_.may_hold_literals() && near_misses_in(words_.text(), words_.text(), WordsOf::paragraph).empty()) return;
  const MarkdownParagraph::Places words = words_.places();
  cmark_node* parent = cmark_node_parent(node);
  const bool is_quoted = parent != nullptr && cmark_node_get_type(parent) == CMARK_NODE_BLOCK_QUOTE;
  const WordsOf words_of = cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH ? WordsOf::heading_or_cell
                           : is_quoted                                       ? WordsOf::quote
                                                                             : WordsOf::paragraph;
  constexpr std::size_t quoted = 40;
  for (const NearMiss& miss : near_misses_in(words_.text(), words.masked, words_of)) {
    const std::string_view whole = std::string_view(words_.text()).substr(miss.begin, miss.end - miss.begin);
    const std::string written(first_code_points(whole, quoted));
    const std::size_t place = words.places[miss.begin];
    SourceSpan where = mistakes_.line_span(node);
    if (place != std::string_view::npos) {
      const auto line = static_cast<std::size_t>(std::upper_bound(line_begins_.begin(), line_begins_.end(), place) -
                                                 line_begins_.begin());
      where = mistakes_.words_span(line, written, place - line_begins_[line - 1]);
    }
    std::string shown = written;
    std::replace(shown.begin(), shown.end(), MarkdownParagraph::markup, ' ');
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    mistakes_.report(looks_like_markup, where, {std::move(shown), miss.reason, miss.help});
  }
}

/// Words of another language are emphasis to the parser's tree; see mark_languages.
void MarkdownHtmlWriter::write_emphasis(cmark_node* node, bool entering) {
  const std::string_view language = language_of(node);
  if (language.empty()) {
    html_ += entering ? "<em>" : "</em>";
    return;
  }
  without_terms_ += entering ? 1 : -1;
  if (!entering) {
    html_ += "</span>";
    return;
  }
  html_ += "<span lang=\"";
  append_html_escaped(html_, language);
  html_ += is_right_to_left(language) ? "\" dir=\"rtl\">" : "\">";
}

void MarkdownHtmlWriter::write_paragraph(cmark_node* node, bool entering) {
  if (entering) {
    begin_words(node);
  } else {
    report_near_misses(node);
  }
  cmark_node* parent = cmark_node_parent(node);
  cmark_node* list = parent == nullptr ? nullptr : cmark_node_parent(parent);
  const bool tight =
      list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
  if (!tight) html_ += entering ? "<p>" : "</p>\n";
}

void MarkdownHtmlWriter::write_heading(cmark_node* node, bool entering) {
  // Reported as lost; an empty element would only be an obstacle to a screen reader.
  if (cmark_node_first_child(node) == nullptr) return;
  without_terms_ += entering ? 1 : -1;
  const int level = std::max(2, cmark_node_get_heading_level(node));
  const std::string number = std::to_string(level);
  if (!entering) {
    report_near_misses(node);
    html_ += "</h" + number + ">\n";
    return;
  }
  begin_words(node);
  if (cmark_node_get_heading_level(node) == 1) mistakes_.report(page_title_in_text, mistakes_.line_span(node));
  Heading heading{level, "", plain_text_of(node)};
  heading.id = heading_ids_.id_for(heading.text);
  html_ += "<h" + number + " id=\"" + heading.id + "\">";
  result_.headings.push_back(std::move(heading));
}

void MarkdownHtmlWriter::write_alternative_text(cmark_node* node, bool entering) {
  if (!entering) return;
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_HTML_INLINE) report_raw_html(node);
  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
    links_.add_alternative_text(or_empty(cmark_node_get_literal(node)));
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) links_.add_alternative_text(" ");
}

void MarkdownHtmlWriter::write_item(cmark_node* node, bool entering) {
  if (!entering) {
    html_ += "</li>\n";
    return;
  }
  // A task is an ordinary item by type; only the extension gives it another name.
  if (std::string_view(cmark_node_get_type_string(node)) != "tasklist") {
    html_ += "<li>";
    return;
  }
  const bool checked = cmark_gfm_extensions_get_tasklist_item_checked(node);
  html_ += checked ? "<li class=\"taak\"><span aria-hidden=\"true\">☑</span> <span class=\"vh\">Gedaan: </span>"
                   : "<li class=\"taak\"><span aria-hidden=\"true\">☐</span> <span class=\"vh\">Nog te doen: </span>";
}

void MarkdownHtmlWriter::report_raw_html(cmark_node* node) {
  std::string_view html = or_empty(cmark_node_get_literal(node));
  html = html.substr(0, html.find('\n'));
  mistakes_.report(raw_html, mistakes_.text_span(node, html), {std::string(first_code_points(html, 60))});
}

}  // namespace wegwijs
