#include "templates/refused_markup.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "templates/html_tokenizer.h"
#include "text/ascii.h"

namespace wegwijs {
namespace {

using State = HtmlContext::State;
using Element = HtmlContext::Element;

/// A program or style sheet within an attribute, which the published site does not allow.
bool is_inline_code(std::string_view attribute) {
  return attribute.starts_with("on") || attribute == "style" || attribute == "srcdoc";
}

/// Where the last `name`, in lower case, before `end` begins.
std::size_t last_found(std::string_view html, std::string_view name, std::size_t end) {
  const auto same = [](char written, char wanted) { return to_lower(written) == wanted; };
  const auto limit = html.begin() + static_cast<std::ptrdiff_t>(end);
  const auto place = std::find_end(html.begin(), limit, name.begin(), name.end(), same);
  return place == limit ? end : static_cast<std::size_t>(place - html.begin());
}

}  // namespace

std::vector<RefusedMarkup> refused_markup(HtmlContext context, std::string_view html) {
  std::vector<RefusedMarkup> found;
  std::optional<RefusedMarkup> open;
  for (std::size_t position = 0; position < html.size(); ++position) {
    const State before = context.state;
    const Element element_before = context.element;
    context = behind_html(std::move(context), html.substr(position, 1));
    const bool in_value = context.state == State::quoted_value || context.state == State::unquoted_value;
    const bool was_in_value = before == State::quoted_value || before == State::unquoted_value;
    if (in_value && !was_in_value && context.attribute == HtmlContext::Attribute::forbidden &&
        is_inline_code(context.word)) {
      // A name that began before this text is shown where its value begins.
      const std::size_t name = last_found(html, context.word, position);
      const std::size_t end = name == position ? position + 1 : name + context.word.size();
      open = RefusedMarkup{name, end, context.word};
    }
    const bool is_code = context.element == Element::script || context.element == Element::style;
    if (context.state == State::raw_text && before != State::raw_text && is_code) {
      const std::size_t tag = html.rfind('<', position);
      const std::string name = context.element == Element::script ? "<script>" : "<style>";
      const std::string_view content = html.substr(position + 1);
      const std::size_t first = content.find_first_not_of(" \t\r\n");
      const bool is_empty = first != std::string_view::npos && content.substr(first).starts_with("</");
      open = is_empty || tag == std::string_view::npos ? std::nullopt
                                                       : std::optional(RefusedMarkup{tag, position + 1, name});
    }
    const bool ended = (was_in_value && !in_value) ||
                       (before == State::raw_text && context.state != before && element_before != Element::json_script);
    if (!ended || !open) continue;
    found.push_back(*std::exchange(open, std::nullopt));
  }
  return found;
}

}  // namespace wegwijs
