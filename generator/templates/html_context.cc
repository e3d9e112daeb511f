#include "templates/html_context.h"

#include "templates/html_tokenizer.h"

namespace wegwijs {
namespace {

using State = HtmlContext::State;
using Element = HtmlContext::Element;
using Attribute = HtmlContext::Attribute;
using Url = HtmlContext::Url;
using Json = HtmlContext::Json;

bool holds_address(Attribute attribute) {
  return attribute == Attribute::url || attribute == Attribute::own_url || attribute == Attribute::refresh;
}

std::variant<Escape, Refusal> escape_in_raw_text(const HtmlContext& context) {
  // After "</titl" a name could complete the closing tag.
  const bool text_only = context.element == Element::title || context.element == Element::textarea;
  if (text_only && context.word.empty()) return Escape::quoted;
  if (context.element != Element::json_script) return Refusal::script;
  if (context.json == Json::string && context.word.empty()) return Escape::json_string;
  return Refusal::json_unquoted;
}

std::variant<Escape, Refusal> escape_in_value(const HtmlContext& context) {
  switch (context.attribute) {
    case Attribute::plain:
    case Attribute::meta_content:
    case Attribute::link_relation:
      return Escape::quoted;
    case Attribute::forbidden:
    case Attribute::script_type:
    case Attribute::instruction:
      return Refusal::forbidden_attribute;
    case Attribute::own_url:
      return context.url == Url::settled ? std::variant<Escape, Refusal>(Escape::url_rest) : Refusal::other_site;
    case Attribute::refresh:
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

/// What comes before an attribute that may be there; nothing when the two forbid different things.
std::optional<HtmlContext::Earlier> joined(HtmlContext::Earlier first, HtmlContext::Earlier second) {
  using Earlier = HtmlContext::Earlier;
  if (first == second) return first;
  const auto either = [&](Earlier one) { return first == one || second == one; };
  if (either(Earlier::instruction) && either(Earlier::open_content)) return std::nullopt;
  if (either(Earlier::instruction)) return Earlier::instruction;
  return either(Earlier::open_content) ? Earlier::open_content : Earlier::nothing;
}

bool is_between_attributes(const HtmlContext& context) {
  return context.state == State::before_attribute || context.state == State::behind_branch;
}

}  // namespace

HtmlContext behind_name(HtmlContext context) {
  if (context.state == State::before_value) context.state = State::unquoted_value;
  const bool starts_address = context.url == Url::start || context.url == Url::prefix;
  if (holds_address(context.attribute) && starts_address) {
    context.url = Url::name;
    context.word.clear();
  }
  if (context.attribute == Attribute::link_relation) context.word += '?';
  if (context.attribute == Attribute::meta_content) context.earlier = HtmlContext::Earlier::open_content;
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
  const std::optional<HtmlContext::Earlier> earlier = joined(first.earlier, second.earlier);
  if (!earlier) return std::nullopt;
  first.earlier = second.earlier = *earlier;
  if (first == second) return first;
  if (is_between_attributes(first) && is_between_attributes(second)) {
    first.state = second.state = State::behind_branch;
  } else if (holds_address(first.attribute) && first.attribute == second.attribute) {
    first.url = second.url = Url::unsure;
    first.word.clear();
    second.word.clear();
  }
  return first == second ? std::optional(first) : std::nullopt;
}

HtmlContext behind_part(const HtmlContext& before) {
  HtmlContext context = at_border(before);
  if (holds_address(context.attribute) && context.url != Url::settled && context.url != Url::bad_scheme) {
    context.url = Url::unsure;
    context.word.clear();
  }
  // A name may have been written in it.
  if (context.attribute == Attribute::meta_content) context.earlier = HtmlContext::Earlier::open_content;
  return context;
}

}  // namespace wegwijs
