#include "source/markdown_html_writer.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <utility>

#include "source/link_rules.h"
#include "source/link_words.h"
#include "source/markdown_guard.h"
#include "source/markdown_guard_rules.h"
#include "source/markdown_languages.h"
#include "source/markdown_near_misses.h"
#include "source/markdown_rules.h"
#include "source/markdown_tree.h"
#include "source/web_address.h"
#include "text/ascii.h"
#include "text/html_escape.h"
#include "text/language_code.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// How an author says that an image only adorns: `![](/lijn.svg "decoratief")`.
bool is_decorative(std::string_view title) {
  return title == "decoratief" || title == "decorative";
}

/// Whether a reader sees nothing of `text`.
bool is_blank(std::string_view text) {
  constexpr std::string_view zero_width_space = "\xE2\x80\x8B";
  while (!text.empty()) {
    const std::size_t length = text.starts_with(hard_space)         ? hard_space.size()
                               : text.starts_with(zero_width_space) ? zero_width_space.size()
                               : is_space(text.front())             ? 1
                                                                    : 0;
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace

MarkdownHtmlWriter::MarkdownHtmlWriter(std::string_view text, FileId file, MarkdownMistakes& mistakes, TermUses* terms,
                                       const LinkTargets* targets)
    : text_size_(text.size()), mistakes_(mistakes), file_(file), terms_(terms), targets_(targets), words_(text) {
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
    if (image_depth_ > 0 && cmark_node_get_type(node) != CMARK_NODE_IMAGE) {
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
      write_link(node, entering);
      break;
    case CMARK_NODE_IMAGE:
      write_image(node, entering);
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

void MarkdownHtmlWriter::write_link(cmark_node* node, bool entering) {
  without_terms_ += entering ? 1 : -1;
  if (!entering) {
    html_ += open_links_.back() ? "</a>" : "</span>";
    open_links_.pop_back();
    return;
  }
  // An address between < and > is a link, also in the words of another one; a page cannot have that.
  const bool is_in_link = std::find(open_links_.begin(), open_links_.end(), true) != open_links_.end();
  const std::string address = is_in_link ? std::string() : noted_address(node);
  if (is_in_link) {
    const std::string_view written = or_empty(cmark_node_get_url(node));
    mistakes_.report(link_in_link, mistakes_.text_span(node, written), {std::string(first_code_points(written, 200))});
  }
  open_links_.push_back(!address.empty());
  if (address.empty()) {
    html_ += "<span>";
    return;
  }
  html_ += "<a href=\"";
  append_html_escaped(html_, percent_encoded_address(address));
  html_ += '"';
  append_title(node);
  if (is_external_address(address)) html_ += " rel=\"external\"";
  html_ += '>';
}

void MarkdownHtmlWriter::write_image(cmark_node* node, bool entering) {
  if (entering) {
    ++image_depth_;
    if (image_depth_ > 1) return;
    image_address_ = noted_address(node);
    if (!image_address_.empty()) image_where_ = result_.addresses.back().where;
    alternative_text_.clear();
    return;
  }
  if (--image_depth_ > 0 || image_address_.empty()) return;
  const bool decorative = is_decorative(or_empty(cmark_node_get_title(node)));
  if (!decorative && alternative_text_.find_first_not_of(' ') == std::string::npos) {
    const std::string_view written = or_empty(cmark_node_get_url(node));
    mistakes_.report(image_without_text, image_where_, {std::string(first_code_points(written, 200))});
  }
  if (!decorative && !says_what_it_shows(alternative_text_))
    mistakes_.report(image_text_says_nothing, image_where_, {alternative_text_});
  html_ += "<img src=\"";
  append_html_escaped(html_, percent_encoded_address(image_address_));
  html_ += "\" alt=\"";
  append_html_escaped(html_, alternative_text_);
  html_ += '"';
  if (!decorative) append_title(node);
  // With its size a browser reserves the space, so that the text does not move when the picture arrives.
  if (const auto size = targets_ == nullptr ? std::nullopt : targets_->picture_size(image_address_)) {
    html_ += " width=\"" + std::to_string(size->width) + "\" height=\"" + std::to_string(size->height) + '"';
  }
  html_ += " loading=\"lazy\">";
}

void MarkdownHtmlWriter::write_alternative_text(cmark_node* node, bool entering) {
  if (!entering) return;
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_HTML_INLINE) report_raw_html(node);
  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) alternative_text_ += or_empty(cmark_node_get_literal(node));
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) alternative_text_ += ' ';
}

void MarkdownHtmlWriter::append_title(cmark_node* node) {
  const std::string_view title = or_empty(cmark_node_get_title(node));
  if (title.empty()) return;
  html_ += " title=\"";
  append_html_escaped(html_, title);
  html_ += '"';
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

bool MarkdownHtmlWriter::check_form(cmark_node* node, const std::string& address, SourceSpan where) {
  const std::string shown(first_code_points(address, 200));
  if (!is_allowed_address(address)) {
    mistakes_.report(refused_address, where, {shown});
    return false;
  }
  if (const std::optional<BilingualText> fault = fault_of_web_address(address)) {
    mistakes_.report(broken_web_address, where, {shown, *fault}, mended_web_address(address));
    return false;
  }
  const std::string scheme = lower_case(address.substr(0, address.find(':') + 1));
  if (scheme == "mailto:" && !is_mail_link(address)) {
    mistakes_.report(broken_mail_address, where, {shown});
    return false;
  }
  if (scheme == "tel:" && !is_phone_link(address)) {
    mistakes_.report(broken_phone_number, where, {shown});
    return false;
  }
  if (cmark_node_get_type(node) != CMARK_NODE_IMAGE || !is_external_address(address)) return true;
  mistakes_.report(picture_from_elsewhere, where, {shown});
  return false;
}

std::string MarkdownHtmlWriter::noted_address(cmark_node* node) {
  const std::string_view written = or_empty(cmark_node_get_url(node));
  const std::string words = plain_text_of(node);
  if (is_blank(written)) {
    mistakes_.report(link_without_address, mistakes_.line_span(node), {std::string(first_code_points(words, 60))});
    return "";
  }
  const SourceSpan where = mistakes_.text_span(node, written);
  const LinkTarget target =
      targets_ == nullptr ? LinkTarget{std::string(written)} : targets_->target_of(written, file_);
  if (target.rule != nullptr) mistakes_.report(*target.rule, where, target.arguments, target.suggestion);
  if (target.is_refused || !check_form(node, target.address, where)) return "";
  if (cmark_node_get_type(node) == CMARK_NODE_LINK && is_blank(words)) {
    mistakes_.report(link_without_text, where, {std::string(first_code_points(written, 200))});
    return "";
  }
  if (cmark_node_get_type(node) == CMARK_NODE_LINK && !says_where_it_leads(words))
    mistakes_.report(link_words_say_nothing, where, {words});
  result_.addresses.push_back({target.address, where});
  return is_external_address(target.address) ? target.address : canonical_address(target.address);
}

}  // namespace wegwijs
