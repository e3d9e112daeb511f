#include "source/markdown_links.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <optional>

#include "source/link_rules.h"
#include "source/link_words.h"
#include "source/markdown_mistakes.h"
#include "source/markdown_rules.h"
#include "source/markdown_tree.h"
#include "source/web_address.h"
#include "text/ascii.h"
#include "text/html_escape.h"
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

void MarkdownLinks::write_link(cmark_node* node, bool entering) {
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

void MarkdownLinks::write_image(cmark_node* node, bool entering) {
  if (entering) {
    ++image_depth_;
    if (image_depth_ > 1) return;
    image_address_ = noted_address(node);
    if (!image_address_.empty()) image_where_ = addresses_.back().where;
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

void MarkdownLinks::append_title(cmark_node* node) {
  const std::string_view title = or_empty(cmark_node_get_title(node));
  if (title.empty()) return;
  html_ += " title=\"";
  append_html_escaped(html_, title);
  html_ += '"';
}

bool MarkdownLinks::check_form(cmark_node* node, const std::string& address, SourceSpan where) {
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

std::string MarkdownLinks::noted_address(cmark_node* node) {
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
  addresses_.push_back({target.address, where});
  return is_external_address(target.address) ? target.address : canonical_address(target.address);
}

}  // namespace wegwijs
