#include "source/markdown_footnotes.h"

#include "text/slug.h"

namespace wegwijs {

void MarkdownFootnotes::write_reference(std::string_view number) {
  // A slug cannot leave the attribute, whatever a version of the parser puts there.
  const std::string slug = slug_for(number);
  html_ += "<sup><a href=\"#voetnoot-" + slug + "\"";
  if (referred_.insert(std::string(number)).second) html_ += " id=\"bij-voetnoot-" + slug + "\"";
  html_ += " aria-label=\"Voetnoot " + slug + "\">" + slug + "</a></sup>";
}

void MarkdownFootnotes::write_footnote(bool entering) {
  if (!entering) {
    html_ +=
        "<a href=\"#bij-voetnoot-" + std::to_string(footnotes_) + "\" aria-label=\"Terug naar de tekst\">↩</a></li>\n";
    return;
  }
  if (!in_section_) {
    html_ += "<section class=\"voetnoten\" aria-label=\"Voetnoten\">\n<ol>\n";
    in_section_ = true;
  }
  ++footnotes_;
  html_ += "<li id=\"voetnoot-" + std::to_string(footnotes_) + "\">";
}

void MarkdownFootnotes::finish() {
  if (in_section_) html_ += "</ol>\n</section>\n";
}

}  // namespace wegwijs
