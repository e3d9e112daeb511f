#include "source/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "source/markdown_guard.h"
#include "source/markdown_guard_rules.h"
#include "source/markdown_rules.h"
#include "source/web_address.h"
#include "text/html_escape.h"
#include "text/slug.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// Nobody mends more at once, and a text of nothing but mistakes would make a report of many megabytes.
constexpr std::size_t told_mistakes_limit = 100;

constexpr std::array extension_names{"table", "strikethrough", "autolink", "tasklist"};

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using NodePointer = std::unique_ptr<cmark_node, NodeDeleter>;

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

NodePointer parse(std::string_view text) {
  // Parsed one at a time: cmark-gfm's extensions change a table shared by all threads (github/cmark-gfm#176).
  static std::mutex parser_mutex;
  const std::lock_guard one_parser_at_a_time(parser_mutex);
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  for (const char* name : extension_names) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return NodePointer(cmark_parser_finish(parser.get()));
}

std::string_view or_empty(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

std::string plain_text_of(cmark_node* node) {
  std::string text;
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iterator(cmark_iter_new(node), cmark_iter_free);
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* part = cmark_iter_get_node(iterator.get());
    const cmark_node_type type = cmark_node_get_type(part);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += or_empty(cmark_node_get_literal(part));
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
  }
  return text;
}

}  // namespace

/// Writes the HTML of one parsed text. The only class that can make `Html`: every byte of it is either escaped text or
/// one of the fixed pieces of markup below.
class MarkdownHtmlWriter {
 public:
  MarkdownHtmlWriter(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics,
                     const TermLinks* terms, std::string_view own_address)
      : text_(text), file_(file), offset_(offset), diagnostics_(diagnostics), terms_(terms) {
    if (terms != nullptr) term_is_used_.assign(terms->addresses().size(), false);
    for (std::size_t index = 0; index < term_is_used_.size(); ++index) {
      if (terms->addresses()[index] == own_address) term_is_used_[index] = true;
    }
    for (std::size_t position = 0; position != std::string_view::npos && position < text.size();) {
      line_begins_.push_back(position);
      position = text.find('\n', position);
      if (position != std::string_view::npos) ++position;
    }
  }

  MarkdownText write(cmark_node* document) {
    html_.reserve(text_.size() * 3 / 2);
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iterator(cmark_iter_new(document), cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      const bool entering = event == CMARK_EVENT_ENTER;
      if (image_depth_ > 0 && cmark_node_get_type(node) != CMARK_NODE_IMAGE) {
        write_alternative_text(node, entering);
      } else {
        write_node(node, entering);
      }
      if (html_.size() > markdown_output_limit(text_.size())) {
        const std::size_t kilobytes = markdown_output_limit(text_.size()) / 1024;
        diagnostics_.report(markdown_output_too_large, line_span(node), {std::to_string(kilobytes)});
        return {};
      }
    }
    if (in_footnotes_) html_ += "</ol>\n</section>\n";
    result_.html = Html(std::move(html_));
    return std::move(result_);
  }

 private:
  void write_node(cmark_node* node, bool entering) {
    const cmark_node_type type = cmark_node_get_type(node);
    const bool is_block = (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
    // Node types of extensions are numbers made at run time, above the built-in ones; their names tell them apart.
    if (type > (is_block ? CMARK_NODE_FOOTNOTE_DEFINITION : CMARK_NODE_FOOTNOTE_REFERENCE)) {
      write_extension_node(node, entering);
    } else if (is_block) {
      write_block(node, type, entering);
    } else {
      write_inline(node, type, entering);
    }
  }

  void write_block(cmark_node* node, cmark_node_type type, bool entering) {
    switch (type) {
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
        write_footnote(entering);
        break;
      default:
        break;
    }
  }

  void write_inline(cmark_node* node, cmark_node_type type, bool entering) {
    switch (type) {
      case CMARK_NODE_TEXT:
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
        html_ += entering ? "<em>" : "</em>";
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
        // Not a leaf for the iterator of this version: it is entered and left, but stands once.
        if (entering) write_footnote_reference(node);
        break;
      default:
        break;
    }
  }

  void write_text(std::string_view text) {
    std::size_t written = 0;
    if (terms_ != nullptr && without_terms_ == 0) {
      for (auto match = terms_->find(text, 0); match; match = terms_->find(text, match->end)) {
        if (term_is_used_[match->address]) continue;
        term_is_used_[match->address] = true;
        append_html_escaped(html_, text.substr(written, match->begin - written));
        html_ += "<a class=\"term\" href=\"";
        append_html_escaped(html_, terms_->addresses()[match->address]);
        html_ += "\">";
        append_html_escaped(html_, text.substr(match->begin, match->end - match->begin));
        html_ += "</a>";
        written = match->end;
      }
    }
    append_html_escaped(html_, text.substr(written));
  }

  void write_extension_node(cmark_node* node, bool entering) {
    const std::string_view type = cmark_node_get_type_string(node);
    if (type == "table") {
      write_table(node, entering);
    } else if (type == "table_header" || type == "table_row") {
      write_table_row(node, entering);
    } else if (type == "table_cell") {
      write_table_cell(entering);
    } else if (type == "strikethrough") {
      html_ += entering ? "<del>" : "</del>";
    }
  }

  void write_list(cmark_node* node, bool entering) {
    const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    if (!entering) {
      html_ += ordered ? "</ol>\n" : "</ul>\n";
      return;
    }
    const int start = cmark_node_get_list_start(node);
    html_ += !ordered ? "<ul>\n" : start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(start) + "\">\n";
  }

  void write_paragraph(cmark_node* node, bool entering) {
    cmark_node* parent = cmark_node_parent(node);
    cmark_node* list = parent == nullptr ? nullptr : cmark_node_parent(parent);
    const bool tight =
        list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
    if (!tight) html_ += entering ? "<p>" : "</p>\n";
  }

  void write_heading(cmark_node* node, bool entering) {
    without_terms_ += entering ? 1 : -1;
    const int level = std::max(2, cmark_node_get_heading_level(node));
    const std::string number = std::to_string(level);
    if (!entering) {
      html_ += "</h" + number + ">\n";
      return;
    }
    if (cmark_node_get_heading_level(node) == 1) report(page_title_in_text, line_span(node));
    Heading heading{level, "", plain_text_of(node)};
    heading.id = unique_id(heading.text);
    html_ += "<h" + number + " id=\"" + heading.id + "\">";
    result_.headings.push_back(std::move(heading));
  }

  std::string unique_id(std::string_view text) {
    std::string slug = slug_for(text);
    if (slug.empty()) slug = "kop";
    // The ids of footnotes begin so; a heading "Voetnoot 1" must not take one of them.
    if (slug.starts_with("voetnoot") || slug.starts_with("bij-voetnoot")) slug.insert(0, "kop-");
    std::string id = slug;
    // Counts on from the last number: thousands of equal headings would else be tried one by one for each.
    for (int& number = last_numbers_[slug]; !ids_.insert(id).second;) {
      number = std::max(number, 1) + 1;
      id = slug + "-" + std::to_string(number);
    }
    return id;
  }

  void write_link(cmark_node* node, bool entering) {
    without_terms_ += entering ? 1 : -1;
    const std::string_view address = or_empty(cmark_node_get_url(node));
    if (!entering) {
      html_ += is_allowed_address(address) ? "</a>" : "</span>";
      return;
    }
    if (!note_address(node, address)) {
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

  void write_image(cmark_node* node, bool entering) {
    const std::string_view address = or_empty(cmark_node_get_url(node));
    if (entering) {
      ++image_depth_;
      if (image_depth_ > 1) return;
      image_allowed_ = note_address(node, address);
      alternative_text_.clear();
      return;
    }
    if (--image_depth_ > 0 || !image_allowed_) return;
    html_ += "<img src=\"";
    append_html_escaped(html_, percent_encoded_address(address));
    html_ += "\" alt=\"";
    append_html_escaped(html_, alternative_text_);
    html_ += '"';
    append_title(node);
    html_ += " loading=\"lazy\">";
  }

  void write_alternative_text(cmark_node* node, bool entering) {
    if (!entering) return;
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HTML_INLINE) report_raw_html(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) alternative_text_ += or_empty(cmark_node_get_literal(node));
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) alternative_text_ += ' ';
  }

  void append_title(cmark_node* node) {
    const std::string_view title = or_empty(cmark_node_get_title(node));
    if (title.empty()) return;
    html_ += " title=\"";
    append_html_escaped(html_, title);
    html_ += '"';
  }

  void write_table(cmark_node* node, bool entering) {
    if (!entering) {
      html_ += in_table_body_ ? "</tbody>\n</table></div>\n" : "</table></div>\n";
      return;
    }
    in_table_body_ = false;
    alignments_ = cmark_gfm_extensions_get_table_alignments(node);
    columns_ = cmark_gfm_extensions_get_table_columns(node);
    html_ += "<div class=\"tabel\" role=\"region\" tabindex=\"0\" aria-label=\"Tabel";
    if (!result_.headings.empty()) {
      html_ += ": ";
      append_html_escaped(html_, result_.headings.back().text);
    }
    ++tables_;
    if (tables_ > 1) html_ += " (" + std::to_string(tables_) + ")";
    html_ += "\"><table>\n";
  }

  void write_table_row(cmark_node* node, bool entering) {
    in_table_header_ = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    column_ = 0;
    if (entering) {
      if (in_table_header_) html_ += "<thead>";
      if (!in_table_header_ && !in_table_body_) {
        html_ += "<tbody>\n";
        in_table_body_ = true;
      }
      html_ += "<tr>";
    } else {
      html_ += in_table_header_ ? "</tr></thead>\n" : "</tr>\n";
    }
  }

  void write_table_cell(bool entering) {
    const bool header = in_table_header_ || column_ == 0;
    if (!entering) {
      html_ += header ? "</th>" : "</td>";
      ++column_;
      return;
    }
    html_ += in_table_header_ ? "<th scope=\"col\"" : header ? "<th scope=\"row\"" : "<td";
    const char alignment =
        alignments_ != nullptr && column_ < columns_ ? static_cast<char>(alignments_[column_]) : '\0';
    if (alignment == 'r') html_ += " class=\"getal\"";
    if (alignment == 'c') html_ += " class=\"midden\"";
    html_ += '>';
  }

  void write_item(cmark_node* node, bool entering) {
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

  void write_footnote_reference(cmark_node* node) {
    const std::string number(or_empty(cmark_node_get_literal(node)));
    html_ += "<sup><a href=\"#voetnoot-" + slug_for(number) + "\"";
    if (footnote_references_.insert(number).second) html_ += " id=\"bij-voetnoot-" + slug_for(number) + "\"";
    html_ += " aria-label=\"Voetnoot " + slug_for(number) + "\">" + slug_for(number) + "</a></sup>";
  }

  void write_footnote(bool entering) {
    if (!entering) {
      html_ += "<a href=\"#bij-voetnoot-" + std::to_string(footnotes_) +
               "\" aria-label=\"Terug naar de tekst\">↩</a></li>\n";
      return;
    }
    if (!in_footnotes_) {
      html_ += "<section class=\"voetnoten\" aria-label=\"Voetnoten\">\n<ol>\n";
      in_footnotes_ = true;
    }
    ++footnotes_;
    html_ += "<li id=\"voetnoot-" + std::to_string(footnotes_) + "\">";
  }

  void report(const Rule& rule, SourceSpan where, std::vector<Argument> arguments = {}) {
    ++mistakes_;
    if (mistakes_ <= told_mistakes_limit) diagnostics_.report(rule, where, std::move(arguments));
    if (mistakes_ == told_mistakes_limit + 1) {
      diagnostics_.report(markdown_many_mistakes, where, {std::to_string(told_mistakes_limit)});
    }
  }

  void report_raw_html(cmark_node* node) {
    std::string_view html = or_empty(cmark_node_get_literal(node));
    html = html.substr(0, html.find('\n'));
    report(raw_html, text_span(node, html), {std::string(first_code_points(html, 60))});
  }

  /// Keeps the address for the link check, or reports it; says whether it may be written.
  bool note_address(cmark_node* node, std::string_view address) {
    const SourceSpan where = text_span(node, address);
    if (!is_allowed_address(address)) {
      report(refused_address, where, {std::string(first_code_points(address, 200))});
      return false;
    }
    result_.addresses.push_back({std::string(address), where});
    return true;
  }

  std::size_t line_begin(cmark_node* node) const {
    cmark_node* placed = node;
    while (placed != nullptr && cmark_node_get_start_line(placed) < 1) placed = cmark_node_parent(placed);
    const auto line = placed == nullptr ? 1U : static_cast<std::size_t>(cmark_node_get_start_line(placed));
    return line_begins_.empty() ? 0 : line_begins_[std::min(line, line_begins_.size()) - 1];
  }

  SourceSpan span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(offset_ + begin), static_cast<std::uint32_t>(offset_ + end)};
  }

  SourceSpan line_span(cmark_node* node) const {
    const std::size_t begin = line_begin(node);
    return span(begin, std::min(text_.find('\n', begin), text_.size()));
  }

  /// Where `wanted` stands, from the line of `node` on and behind the last place where the same was found; the whole
  /// line when the parser wrote it otherwise than the author.
  SourceSpan text_span(cmark_node* node, std::string_view wanted) {
    if (wanted.empty()) return line_span(node);
    std::size_t& found_end = found_ends_[std::string(wanted)];
    const std::size_t begin = std::max(line_begin(node), found_end);
    // Only so far ahead and so often: what is written otherwise (with &amp;, or without mailto:) is never found.
    constexpr std::size_t window = 4096;
    constexpr std::size_t all_windows = 8 * 1024 * 1024;
    if (begin >= text_.size() || searched_ > all_windows) return line_span(node);
    const std::size_t place = text_.substr(begin, window + wanted.size()).find(wanted);
    searched_ += std::min(place, window);
    if (place == std::string_view::npos) return line_span(node);
    const std::size_t found = begin + place;
    found_end = found + wanted.size();
    return span(found, found_end);
  }

  std::string_view text_;
  FileId file_;
  std::uint32_t offset_;
  Diagnostics& diagnostics_;
  const TermLinks* terms_;
  std::vector<bool> term_is_used_;  // by number of the address
  int without_terms_ = 0;           // how many links and headings are open
  std::vector<std::size_t> line_begins_;
  std::string html_;
  MarkdownText result_;
  std::unordered_set<std::string> ids_;
  std::unordered_map<std::string, int> last_numbers_;
  std::unordered_map<std::string, std::size_t> found_ends_;
  int image_depth_ = 0;
  bool image_allowed_ = false;
  std::string alternative_text_;
  const std::uint8_t* alignments_ = nullptr;
  std::size_t columns_ = 0;
  std::size_t column_ = 0;
  std::size_t tables_ = 0;
  bool in_table_header_ = false;
  bool in_table_body_ = false;
  bool in_footnotes_ = false;
  int footnotes_ = 0;
  std::size_t searched_ = 0;  // bytes, by text_span
  std::size_t mistakes_ = 0;
  std::unordered_set<std::string> footnote_references_;
};

MarkdownText read_markdown(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics,
                           const TermLinks* terms, std::string_view own_address) {
  if (!check_markdown_limits(text, file, offset, diagnostics)) return {};
  const NodePointer document = parse(text);
  return MarkdownHtmlWriter(text, file, offset, diagnostics, terms, own_address).write(document.get());
}

}  // namespace wegwijs
