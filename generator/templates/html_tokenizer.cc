#include "templates/html_tokenizer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace wegwijs {
namespace {

using State = HtmlContext::State;
using Element = HtmlContext::Element;
using Attribute = HtmlContext::Attribute;
using Url = HtmlContext::Url;
using Json = HtmlContext::Json;
using Earlier = HtmlContext::Earlier;

constexpr std::array url_attributes = {
    std::string_view("action"),    std::string_view("background"), std::string_view("cite"),
    std::string_view("data"),      std::string_view("formaction"), std::string_view("href"),
    std::string_view("icon"),      std::string_view("longdesc"),   std::string_view("manifest"),
    std::string_view("poster"),    std::string_view("src"),        std::string_view("usemap"),
    std::string_view("xlink:href")};

// Programs, style sheets, whole documents, and lists of addresses, for which there is no escaping.
// An animation in SVG can put its values into any attribute, an address too.
constexpr std::array forbidden_attributes = {
    std::string_view("archive"), std::string_view("attributename"), std::string_view("by"),
    std::string_view("classid"), std::string_view("code"),          std::string_view("codebase"),
    std::string_view("from"),    std::string_view("http-equiv"),    std::string_view("imagesrcset"),
    std::string_view("nonce"),   std::string_view("ping"),          std::string_view("srcdoc"),
    std::string_view("srcset"),  std::string_view("style"),         std::string_view("to"),
    std::string_view("values")};

/// Attributes whose address is loaded as a program, a style sheet or a page, or decides what other addresses mean.
/// Where a form leads to is left to the policy of the published site.
constexpr std::array<std::pair<Element, std::string_view>, 7> own_site_attributes = {{
    {Element::base, "href"},
    {Element::embed, "src"},
    {Element::frame, "src"},
    {Element::iframe, "src"},
    {Element::link, "href"},
    {Element::object, "data"},
    {Element::script, "src"},
}};

/// With these a link names an address and loads nothing.
constexpr std::array harmless_relations = {std::string_view("alternate"), std::string_view("author"),
                                           std::string_view("canonical"), std::string_view("help"),
                                           std::string_view("license"),   std::string_view("next"),
                                           std::string_view("prev"),      std::string_view("search")};

/// What else must be known of the tag; their content is no raw text.
constexpr std::array<std::pair<Element, std::string_view>, 6> other_elements = {{
    {Element::base, "base"},
    {Element::embed, "embed"},
    {Element::frame, "frame"},
    {Element::link, "link"},
    {Element::meta, "meta"},
    {Element::object, "object"},
}};

// Elements whose content is text up to their closing tag.
constexpr std::array<std::pair<Element, std::string_view>, 9> raw_text_elements = {{
    {Element::title, "</title"},
    {Element::textarea, "</textarea"},
    {Element::script, "</script"},
    {Element::json_script, "</script"},
    {Element::style, "</style"},
    {Element::iframe, "</iframe"},
    {Element::noembed, "</noembed"},
    {Element::noframes, "</noframes"},
    {Element::xmp, "</xmp"},
}};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

Element element_named(std::string_view name) {
  for (const auto& [element, closing] : raw_text_elements) {
    if (closing.substr(2) == name) return element;
  }
  for (const auto& [element, own_name] : other_elements) {
    if (own_name == name) return element;
  }
  return Element::other;
}

std::string_view closing_tag(Element element) {
  for (const auto& [candidate, closing] : raw_text_elements) {
    if (candidate == element) return closing;
  }
  return "";
}

/// An address that must be of this site, in the tag that `context` stands in.
bool is_own_address(std::string_view name, const HtmlContext& context) {
  const bool only_names = context.element == Element::link && context.earlier == Earlier::harmless_relation;
  return !only_names && std::any_of(own_site_attributes.begin(), own_site_attributes.end(), [&](const auto& pair) {
    return pair.first == context.element && pair.second == name;
  });
}

Attribute attribute_named(std::string_view name, const HtmlContext& context) {
  if (name == "http-equiv" && context.element == Element::meta) return Attribute::instruction;
  if (name.starts_with("on") || contains(forbidden_attributes, name)) return Attribute::forbidden;
  if (is_own_address(name, context)) return Attribute::own_url;
  if (contains(url_attributes, name)) return Attribute::url;
  if (name == "type" && context.element == Element::script) return Attribute::script_type;
  if (name == "rel" && context.element == Element::link) return Attribute::link_relation;
  if (name != "content" || context.element != Element::meta) return Attribute::plain;
  return context.earlier == Earlier::instruction ? Attribute::refresh : Attribute::meta_content;
}

bool is_json_type(std::string_view type) {
  return type == "application/ld+json" || type == "application/json";
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
  // A policy only forbids; whatever stands in it, nothing is loaded or left.
  const bool policy = context.attribute == Attribute::instruction && context.word == "content-security-policy";
  if (policy) context.earlier = Earlier::nothing;
  if (context.attribute == Attribute::link_relation) {
    context.earlier = contains(harmless_relations, context.word) ? Earlier::harmless_relation : Earlier::nothing;
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
    context.word += lower(c);
  }
}

/// Settled behind a slash and one more character that keeps it from meaning another site, as //example.org does.
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
  if (!is_space(c)) context.word += lower(c);
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
      context.word += lower(c);
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
  context.word += lower(c);
  if (!closing.starts_with(context.word)) context.word = c == '<' ? "<" : "";
}

void read_behind_less_than(HtmlContext& context, char c) {
  if (context.state == State::behind_less_than && c == '/') {
    go_to(context, State::behind_slash);
  } else if (is_letter(c)) {
    context.end_tag = context.state == State::behind_slash;
    go_to(context, State::tag_name);
    context.word = lower(c);
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
    context.word += lower(c);
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
    context.word = lower(c);
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
    context.word += lower(c);
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

/// A program or style sheet within an attribute, which the published site does not allow.
bool is_inline_code(std::string_view attribute) {
  return attribute.starts_with("on") || attribute == "style" || attribute == "srcdoc";
}

/// Where `name`, in lower case, begins for the last time before `end`.
std::size_t last_found(std::string_view html, std::string_view name, std::size_t end) {
  const auto same = [](char written, char wanted) { return lower(written) == wanted; };
  const auto limit = html.begin() + static_cast<std::ptrdiff_t>(end);
  const auto place = std::find_end(html.begin(), limit, name.begin(), name.end(), same);
  return place == limit ? end : static_cast<std::size_t>(place - html.begin());
}

}  // namespace

HtmlContext behind_html(HtmlContext context, std::string_view html) {
  for (const char c : html) read(context, c);
  return context;
}

std::vector<RefusedMarkup> refused_markup(HtmlContext context, std::string_view html) {
  std::vector<RefusedMarkup> found;
  std::optional<RefusedMarkup> open;
  for (std::size_t position = 0; position < html.size(); ++position) {
    const State before = context.state;
    const Element element_before = context.element;
    read(context, html[position]);
    const bool in_value = context.state == State::quoted_value || context.state == State::unquoted_value;
    const bool was_in_value = before == State::quoted_value || before == State::unquoted_value;
    if (in_value && !was_in_value && context.attribute == Attribute::forbidden && is_inline_code(context.word)) {
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
