#include "templates/html_context.h"

#include "templates/html_tokenizer.h"

namespace wegwijs {
namespace {

using State = HtmlContext::State;
using Element = HtmlContext::Element;
using Attribute = HtmlContext::Attribute;
using Url = HtmlContext::Url;
using Json = HtmlContext::Json;

std::variant<Escape, Refusal> escape_in_raw_text(const HtmlContext& context) {
  // Behind "</titl" a name could complete the closing tag.
  const bool text_only = context.element == Element::title || context.element == Element::textarea;
  if (text_only && context.word.empty()) return Escape::quoted;
  if (context.element != Element::json_script) return Refusal::script;
  if (context.json == Json::string && context.word.empty()) return Escape::json_string;
  return Refusal::json_unquoted;
}

std::variant<Escape, Refusal> escape_in_value(const HtmlContext& context) {
  switch (context.attribute) {
    case Attribute::plain:
      return Escape::quoted;
    case Attribute::forbidden:
    case Attribute::script_type:
      return Refusal::forbidden_attribute;
    case Attribute::url:
      break;
  }
  switch (context.url) {
    case Url::start:
      return Escape::url;
    case Url::prefix:
    case Url::name:
      return Escape::url_prefix;
    case Url::settled:
      return Escape::url_rest;
    case Url::unsure:
    case Url::bad_scheme:
      break;
  }
  return Refusal::url;
}

bool is_between_attributes(const HtmlContext& context) {
  return context.state == State::before_attribute || context.state == State::behind_branch;
}

}  // namespace

HtmlContext behind_name(HtmlContext context) {
  if (context.state == State::before_value) context.state = State::unquoted_value;
  const bool starts_address = context.url == Url::start || context.url == Url::prefix;
  if (context.attribute == Attribute::url && starts_address) {
    context.url = Url::name;
    context.word.clear();
  }
  return context;
}

std::variant<Escape, Refusal> escape_in(const HtmlContext& context) {
  switch (context.state) {
    case State::text:
      return Escape::element_text;
    case State::raw_text:
      return escape_in_raw_text(context);
    case State::quoted_value:
      return escape_in_value(context);
    case State::before_value:
    case State::unquoted_value:
      return Refusal::unquoted;
    case State::declaration:
    case State::comment:
      return Refusal::comment;
    case State::behind_less_than:
    case State::behind_slash:
    case State::tag_name:
    case State::before_attribute:
    case State::behind_value:
    case State::behind_branch:
    case State::attribute_name:
    case State::behind_attribute_name:
    case State::unclear:
      break;
  }
  return Refusal::inside_tag;
}

std::optional<HtmlContext> joined(const HtmlContext& before, const HtmlContext& after) {
  HtmlContext first = at_border(before);
  HtmlContext second = at_border(after);
  if (first == second) return first;
  if (is_between_attributes(first) && is_between_attributes(second)) {
    first.state = second.state = State::behind_branch;
  } else if (first.attribute == Attribute::url && second.attribute == Attribute::url) {
    first.url = second.url = Url::unsure;
    first.word.clear();
    second.word.clear();
  }
  return first == second ? std::optional(first) : std::nullopt;
}

HtmlContext behind_part(const HtmlContext& before) {
  HtmlContext context = at_border(before);
  if (context.attribute == Attribute::url && context.url != Url::settled && context.url != Url::bad_scheme) {
    context.url = Url::unsure;
    context.word.clear();
  }
  return context;
}

}  // namespace wegwijs
