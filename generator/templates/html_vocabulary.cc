#include "templates/html_vocabulary.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wegwijs {
namespace {

using Element = HtmlContext::Element;
using Attribute = HtmlContext::Attribute;
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

/// An address that must be of this site, in the tag that `context` is in.
bool is_own_address(std::string_view name, const HtmlContext& context) {
  const bool only_names = context.element == Element::link && context.earlier == Earlier::harmless_relation;
  return !only_names && std::any_of(own_site_attributes.begin(), own_site_attributes.end(), [&](const auto& pair) {
    return pair.first == context.element && pair.second == name;
  });
}

}  // namespace

HtmlContext::Element element_named(std::string_view name) {
  for (const auto& [element, closing] : raw_text_elements) {
    if (closing.substr(2) == name) return element;
  }
  for (const auto& [element, own_name] : other_elements) {
    if (own_name == name) return element;
  }
  return Element::other;
}

std::string_view closing_tag(HtmlContext::Element element) {
  for (const auto& [candidate, closing] : raw_text_elements) {
    if (candidate == element) return closing;
  }
  return "";
}

HtmlContext::Attribute attribute_named(std::string_view name, const HtmlContext& context) {
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

bool is_harmless_relation(std::string_view relation) {
  return contains(harmless_relations, relation);
}

}  // namespace wegwijs
