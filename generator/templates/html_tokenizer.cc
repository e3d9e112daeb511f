#include "templates/html_tokenizer.h"

#include "templates/html_vocabulary.h"
#include "text/ascii.h"

namespace wegwijs {
namespace {

using State = HtmlContext::State;
using Attribute = HtmlContext::Attribute;
using Element = HtmlContext::Element;
using Url = HtmlContext::Url;
using Json = HtmlContext::Json;
using Earlier = HtmlContext::Earlier;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
void go_to(HtmlContext& context, State state) {
  context.state = state;
  context.word.clear();
}

void end_tag_name(HtmlContext& context, State next) {
  context.element = element_named(context.word);
  go_to(context, next);
}

void begin_value(HtmlContext& context, State state, char quote) {
  context.attribute = attribute_named(context.word, context);
  const bool instruction = context.attribute == Attribute::instruction;
  if (context.attribute == Attribute::refresh) context.url = Url::unsure;
  if (instruction && context.earlier == Earlier::open_content) {
    // The name in `content` was taken for text, and would now be an instruction to the browser.
    go_to(context, State::unclear);
    return;
  }
  if (instruction) context.earlier = Earlier::instruction;
  context.state = state;
  context.quote = quote;
  // The name of a forbidden attribute is kept for the message.
  if (context.attribute != Attribute::forbidden) context.word.clear();
}

void end_value(HtmlContext& context, State next) {
  const bool json = context.attribute == Attribute::script_type && is_json_type(context.word);
  if (json) context.element = Element::json_script;
  // A policy only forbids; whatever it says, nothing is loaded and nobody is sent elsewhere.
  const bool policy = context.attribute == Attribute::instruction && context.word == "content-security-policy";
  if (policy) context.earlier = Earlier::nothing;
  if (context.attribute == Attribute::link_relation) {
    context.earlier = is_harmless_relation(context.word) ? Earlier::harmless_relation : Earlier::nothing;
  }
  context.attribute = Attribute::plain;
  context.url = Url::start;
  context.quote = 0;
  go_to(context, next);
}

void end_tag(HtmlContext& context) {
  const bool raw = !closing_tag(context.element).empty() && !context.end_tag;
  if (!raw) context.element = Element::other;
  context.end_tag = false;
  context.earlier = Earlier::nothing;
  go_to(context, raw ? State::raw_text : State::text);
}

void read_url(HtmlContext& context, char c) {
  if (context.url == Url::settled || context.url == Url::bad_scheme) return;
  if (context.url == Url::start && static_cast<unsigned char>(c) <= 0x20) return;
  if (c == '/' || c == '?' || c == '#') {
    context.url = Url::settled;
    context.word.clear();
  } else if (c == '&') {
    // A character reference can spell a scheme or its colon.
    context.url = Url::bad_scheme;
    context.word.clear();
  } else if (c == ':') {
    const bool allowed = context.url == Url::prefix && is_allowed_scheme(context.word);
    context.url = allowed ? Url::settled : Url::bad_scheme;
    context.word.clear();
  } else if (context.url == Url::start || context.url == Url::prefix) {
    context.url = Url::prefix;
    context.word += to_lower(c);
  }
}

/// Settled after a slash and one more character that keeps it from meaning another site, as //example.org does.
void read_own_url(HtmlContext& context, char c) {
  const bool undecided = context.url == Url::start || context.url == Url::prefix;
  if (!undecided || static_cast<unsigned char>(c) <= 0x20) return;
  if (context.url == Url::start) {
    context.url = c == '/' ? Url::prefix : Url::bad_scheme;
  } else {
    context.url = c == '/' || c == '\\' || c == '&' ? Url::bad_scheme : Url::settled;
  }
}

/// "0; url=" comes before the address.
void read_refresh(HtmlContext& context, char c) {
  if (context.url != Url::unsure) {
    read_url(context, c);
    return;
  }
  if (!is_space(c)) context.word += to_lower(c);
  if (!context.word.ends_with("url=")) return;
  context.url = Url::start;
  context.word.clear();
}

void read_value(HtmlContext& context, char c) {
  switch (context.attribute) {
    case Attribute::url:
      read_url(context, c);
      return;
    case Attribute::own_url:
      read_own_url(context, c);
      return;
    case Attribute::refresh:
      read_refresh(context, c);
      return;
    case Attribute::script_type:
    case Attribute::link_relation:
    case Attribute::instruction:
      context.word += to_lower(c);
      return;
    case Attribute::plain:
    case Attribute::meta_content:
    case Attribute::forbidden:
      return;
  }
}

void read_json(HtmlContext& context, char c) {
  switch (context.json) {
    case Json::between:
      if (c == '"') context.json = Json::string;
      return;
    case Json::string:
      if (c == '"') context.json = Json::between;
      if (c == '\\') context.json = Json::backslash;
      return;
    case Json::backslash:
      context.json = Json::string;
      return;
  }
}

void read_raw_text(HtmlContext& context, char c) {
  const std::string_view closing = closing_tag(context.element);
  if (context.word == closing && (is_space(c) || c == '/' || c == '>')) {
    context.json = Json::between;
    context.end_tag = true;
    go_to(context, State::before_attribute);
    if (c == '>') end_tag(context);
    return;
  }
  if (context.element == Element::json_script) read_json(context, c);
  context.word += to_lower(c);
  if (!closing.starts_with(context.word)) context.word = c == '<' ? "<" : "";
}

void read_behind_less_than(HtmlContext& context, char c) {
  if (context.state == State::behind_less_than && c == '/') {
    go_to(context, State::behind_slash);
  } else if (is_letter(c)) {
    context.end_tag = context.state == State::behind_slash;
    go_to(context, State::tag_name);
    context.word = to_lower(c);
  } else if (c == '!' || c == '?' || (context.state == State::behind_slash && c != '>')) {
    go_to(context, State::declaration);
  } else {
    go_to(context, c == '<' ? State::behind_less_than : State::text);
  }
}

void read_declaration(HtmlContext& context, char c) {
  if (context.state == State::declaration) {
    if (c == '>') go_to(context, State::text);
    if (c == '>') return;
    if (context.word.size() < 2) context.word += c;
    // The two hyphens may end the comment as well: <!--> is a whole comment.
    if (context.word == "--") context.state = State::comment;
  } else if (c == '>' && context.word == "--") {
    go_to(context, State::text);
  } else {
    context.word = c != '-' ? "" : context.word.empty() ? "-" : "--";
  }
}

void read_tag_name(HtmlContext& context, char c) {
  if (is_space(c) || c == '/' || c == '>') {
    end_tag_name(context, State::before_attribute);
    if (c == '>') end_tag(context);
  } else {
    context.word += to_lower(c);
  }
}

void read_between_attributes(HtmlContext& context, char c) {
  if (is_space(c) || c == '/') {
    go_to(context, State::before_attribute);
  } else if (c == '>') {
    end_tag(context);
  } else if (c == '=' || context.state == State::behind_branch) {
    go_to(context, State::unclear);
  } else {
    context.state = State::attribute_name;
    context.word = to_lower(c);
  }
}

void read_attribute_name(HtmlContext& context, char c) {
  if (c == '=') {
    context.state = State::before_value;
  } else if (is_space(c)) {
    context.state = State::behind_attribute_name;
  } else if (c == '/' || c == '>' || context.state == State::behind_attribute_name) {
    context.state = State::before_attribute;
    read_between_attributes(context, c);
  } else {
    context.word += to_lower(c);
  }
}

void read_before_value(HtmlContext& context, char c) {
  if (is_space(c)) return;
  if (c == '"' || c == '\'') {
    begin_value(context, State::quoted_value, c);
  } else if (c == '>') {
    end_tag(context);
  } else {
    begin_value(context, State::unquoted_value, 0);
    read_value(context, c);
  }
}

void read_inside_value(HtmlContext& context, char c) {
  const bool quoted = context.state == State::quoted_value;
  if (quoted && c == context.quote) {
    end_value(context, State::behind_value);
  } else if (!quoted && (is_space(c) || c == '>')) {
    end_value(context, State::before_attribute);
    if (c == '>') end_tag(context);
  } else {
    read_value(context, c);
  }
}

void read(HtmlContext& context, char c) {
  switch (context.state) {
    case State::text:
      if (c == '<') go_to(context, State::behind_less_than);
      return;
    case State::behind_less_than:
    case State::behind_slash:
      read_behind_less_than(context, c);
      return;
    case State::tag_name:
      read_tag_name(context, c);
      return;
    case State::before_attribute:
    case State::behind_value:
    case State::behind_branch:
      read_between_attributes(context, c);
      return;
    case State::attribute_name:
    case State::behind_attribute_name:
      read_attribute_name(context, c);
      return;
    case State::before_value:
      read_before_value(context, c);
      return;
    case State::quoted_value:
    case State::unquoted_value:
      read_inside_value(context, c);
      return;
    case State::declaration:
    case State::comment:
      read_declaration(context, c);
      return;
    case State::raw_text:
      read_raw_text(context, c);
      return;
    case State::unclear:
      return;
  }
}

}  // namespace

HtmlContext behind_html(HtmlContext context, std::string_view html) {
  for (const char c : html) read(context, c);
  return context;
}

HtmlContext at_border(HtmlContext context) {
  switch (context.state) {
    case State::tag_name:
      end_tag_name(context, State::behind_branch);
      break;
    case State::unquoted_value:
      end_value(context, State::behind_branch);
      break;
    case State::attribute_name:
    case State::behind_value:
      go_to(context, State::behind_branch);
      break;
    case State::behind_attribute_name:
      go_to(context, State::before_attribute);
      break;
    default:
      break;
  }
  return context;
}

}  // namespace wegwijs
