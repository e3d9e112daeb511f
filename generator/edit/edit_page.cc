#include "edit/edit_page.h"

#include "edit/edit_page_files.h"
#include "source/markdown.h"
#include "text/html_escape.h"

namespace wegwijs {
namespace {

/// The guide for editors as a page.
std::string guide_page(std::string_view markdown) {
  Diagnostics ignored;
  const std::size_t title = markdown.find('\n');
  const MarkdownText text = read_markdown(markdown.substr(title), no_file, 0, ignored);
  return "<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
         "content=\"width=device-width, initial-scale=1\"><title>Handleiding | Bewerken</title><link rel=\"icon\" "
         "href=\"wegwijs.svg\" type=\"image/svg+xml\"><link rel=\"stylesheet\" href=\"bewerken.css\"></head><body><main class=\"handleiding\"><p><a href=\"./\">Naar het "
         "bewerken</a></p><h1>" +
         html_escaped(markdown.substr(2, title - 2)) + "</h1>" + std::string(text.html.bytes()) +
         "</main></body></html>\n";
}

}  // namespace

std::optional<EditAnswer> page_file(const EditRequest& request) {
  if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
  const std::string name = request.path.empty()            ? "bewerken.html"
                           : request.path == "handleiding" ? "handleiding.md"
                                                           : request.path;
  for (const EditPageFile& file : edit_page_files()) {
    if (file.name != name) continue;
    if (name.ends_with(".md")) return EditAnswer{200, guide_page(file.bytes), "text/html; charset=utf-8"};
    const std::string_view type = name.ends_with(".html")  ? "text/html; charset=utf-8"
                                  : name.ends_with(".css") ? "text/css; charset=utf-8"
                                  : name.ends_with(".svg") ? "image/svg+xml"
                                                           : "text/javascript; charset=utf-8";
    return EditAnswer{200, std::string(file.bytes), std::string(type)};
  }
  return std::nullopt;
}

}  // namespace wegwijs
