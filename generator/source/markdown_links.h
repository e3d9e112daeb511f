#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/link_targets.h"
#include "source/markdown.h"

struct cmark_node;

namespace wegwijs {

class MarkdownMistakes;

/// Appends the tags of the links and pictures of one Markdown text to its HTML, and judges where they lead and what
/// they say. A link to an address that is refused is written as its words, a picture not at all.
class MarkdownLinks {
 public:
  /// `file`: that of the text. `targets` knows what is there; null: every address is as it is written.
  MarkdownLinks(std::string& html, MarkdownMistakes& mistakes, FileId file, const LinkTargets* targets)
      : html_(html), mistakes_(mistakes), file_(file), targets_(targets) {}

  void write_link(cmark_node* node, bool entering);
  void write_image(cmark_node* node, bool entering);
  /// While true, what is written is the alternative text of a picture.
  bool is_in_image() const { return image_depth_ > 0; }
  void add_alternative_text(std::string_view text) { alternative_text_ += text; }

  /// The addresses that were written, for the link check.
  std::vector<AddressUse> take_addresses() { return std::move(addresses_); }

 private:
  void append_title(cmark_node* node);
  /// Keeps the address of a link or an image for the link check and returns what to write; empty when it was refused
  /// and reported.
  std::string noted_address(cmark_node* node);
  /// Reports what is wrong with the form of an address that leaves the site. False: it must not be written.
  bool check_form(cmark_node* node, const std::string& address, SourceSpan where);

  std::string& html_;
  MarkdownMistakes& mistakes_;
  FileId file_;
  const LinkTargets* targets_;
  std::vector<AddressUse> addresses_;
  std::vector<bool> open_links_;  // innermost last: whether each is written as a link
  int image_depth_ = 0;
  std::string image_address_;  // empty: refused
  SourceSpan image_where_;     // its address
  std::string alternative_text_;
};

}  // namespace wegwijs
