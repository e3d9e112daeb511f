#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "templates/escape.h"

namespace wegwijs {

/// Where in an HTML page a spot of a template is, as the tokenizer of the HTML standard sees it, as far as that
/// decides how a name is escaped there. Foreign content and scripts inside HTML comments inside scripts are not
/// followed.
struct HtmlContext {
  enum class State : std::uint8_t {
    text,
    behind_less_than,  ///< `<`
    behind_slash,      ///< `</`
    tag_name,
    before_attribute,  ///< after whitespace or a slash: an attribute may begin
    behind_value,      ///< after a closing quote
    behind_branch,     ///< after something that may have ended a name: whitespace, a slash or `>` must follow
    attribute_name,
    behind_attribute_name,  ///< and whitespace
    before_value,           ///< after `=`
    quoted_value,
    unquoted_value,
    declaration,  ///< `<!doctype …`, `<?…`, `</3…`
    comment,
    raw_text,  ///< the content of script, style, title, textarea and their like
    unclear,   ///< what is here depends on whether an earlier branch is taken
  };
  enum class Element : std::uint8_t {
    other,
    title,
    textarea,
    script,
    json_script,
    style,
    iframe,
    noembed,
    noframes,
    xmp,
    base,
    embed,
    frame,
    link,
    meta,
    object,
  };
  enum class Attribute : std::uint8_t {
    plain,
    url,
    own_url,       ///< what it leads to runs in the page: only of this site
    refresh,       ///< `content` of a `meta` with `http-equiv`: "0; url=…"
    meta_content,  ///< `content` of a `meta` that has no `http-equiv` so far
    link_relation,
    script_type,
    instruction,  ///< `http-equiv` of a `meta`: says what its `content` does
    forbidden,
  };
  /// What an earlier attribute of the tag means for a later one.
  enum class Earlier : std::uint8_t {
    nothing,
    harmless_relation,  ///< the `rel` of a `link` whose address is only named, not loaded
    instruction,        ///< `http-equiv`
    open_content,       ///< `content` with a name in it
  };
  /// How far an address has come.
  enum class Url : std::uint8_t {
    start,       ///< nothing yet
    prefix,      ///< letters that may become a scheme
    name,        ///< a name has been written; a scheme is not ruled out
    settled,     ///< a path, or one of the allowed schemes
    unsure,      ///< perhaps nothing yet, perhaps something: a branch differed
    bad_scheme,  ///< a scheme that is not allowed, or that a name had a part in
  };
  enum class Json : std::uint8_t { between, string, backslash };

  State state = State::text;
  Element element = Element::other;  ///< of the tag, or whose raw text this is
  Attribute attribute = Attribute::plain;
  Url url = Url::start;
  Earlier earlier = Earlier::nothing;
  Json json = Json::between;
  bool end_tag = false;
  char quote = 0;    ///< around the value
  std::string word;  ///< lower-case letters of the name, scheme or closing tag that is being read

  friend bool operator==(const HtmlContext&, const HtmlContext&) = default;
};

/// Why no name is allowed at a spot.
enum class Refusal : std::uint8_t {
  inside_tag,           ///< in a tag name or an attribute name, between attributes, or after `<`
  unquoted,             ///< as an attribute value without quotes
  forbidden_attribute,  ///< in an event, style, srcdoc, srcset, …; `HtmlContext::word` is its name
  script,               ///< in a script, a style sheet or other raw text
  comment,              ///< in a comment or declaration
  json_unquoted,        ///< in JSON, outside a string
  url,                  ///< in an address that may or may not have begun, or after a scheme that is not allowed
  other_site,           ///< in an address that must be of this site and does not begin so
};

/// The context after a name that is written in `context`.
HtmlContext behind_name(HtmlContext context);

/// How a name is written in `context`.
std::variant<Escape, Refusal> escape_in(const HtmlContext& context);

/// The context after a branch that begins in `before`, ends in `after` and may be left out; nothing when what
/// follows would mean something else with the branch than without it.
std::optional<HtmlContext> joined(const HtmlContext& before, const HtmlContext& after);

/// The context after a part or block that begins in `before` and is always written.
HtmlContext behind_part(const HtmlContext& before);

}  // namespace wegwijs
