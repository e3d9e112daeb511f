#include "source/markdown_tables.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include "text/html_escape.h"

namespace wegwijs {

void MarkdownTables::write_table(cmark_node* node, bool entering, std::string_view heading) {
  if (!entering) {
    html_ += in_body_ ? "</tbody>\n</table></div>\n" : "</table></div>\n";
    return;
  }
  in_body_ = false;
  alignments_ = cmark_gfm_extensions_get_table_alignments(node);
  columns_ = cmark_gfm_extensions_get_table_columns(node);
  html_ += "<div class=\"tabel\" role=\"region\" tabindex=\"0\" aria-label=\"Tabel";
  if (!heading.empty()) {
    html_ += ": ";
    append_html_escaped(html_, heading);
  }
  ++tables_;
  if (tables_ > 1) html_ += " (" + std::to_string(tables_) + ")";
  html_ += "\"><table>\n";
}

void MarkdownTables::write_row(cmark_node* node, bool entering) {
  in_header_ = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
  column_ = 0;
  if (entering) {
    if (in_header_) html_ += "<thead>";
    if (!in_header_ && !in_body_) {
      html_ += "<tbody>\n";
      in_body_ = true;
    }
    html_ += "<tr>";
  } else {
    html_ += in_header_ ? "</tr></thead>\n" : "</tr>\n";
  }
}

void MarkdownTables::write_cell(bool entering) {
  const bool header = in_header_ || column_ == 0;
  if (!entering) {
    html_ += header ? "</th>" : "</td>";
    ++column_;
    return;
  }
  html_ += in_header_ ? "<th scope=\"col\"" : header ? "<th scope=\"row\"" : "<td";
  const char alignment = alignments_ != nullptr && column_ < columns_ ? static_cast<char>(alignments_[column_]) : '\0';
  if (alignment == 'r') html_ += " class=\"getal\"";
  if (alignment == 'c') html_ += " class=\"midden\"";
  html_ += '>';
}

}  // namespace wegwijs
