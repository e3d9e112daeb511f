#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "templates/data.h"

namespace wegwijs {

/// How a text is written, by the place of its name in the template.
enum class Escape : std::uint8_t {
  none,          ///< as it is (`{{{name}}}` of a plain template)
  element_text,  ///< between elements: HTML data as they are, text with references for & < > " '
  quoted,        ///< a quoted attribute, a title, a textarea: everything with references
  url,           ///< the whole or the beginning of an address: "#" unless `is_safe_url`, then as `url_rest`
  url_prefix,    ///< an address in which nothing yet rules out a scheme: as `url_rest`, with ":" encoded too
  url_rest,      ///< after the beginning of an address: percent-encoded, then with references
  json_string,   ///< between the quotes of a JSON string in a script element
};

/// Appends the bytes of a text or HTML as `escape` says; nothing for data of another kind.
void append_escaped(std::string& output, Escape escape, const Data& data);

/// Whether an address, spaces around it not counted, is relative or has the scheme http, https, mailto or tel. Control
/// characters and spaces before the first of ":", "/", "?" and "#" make it unsafe: browsers drop some of them.
bool is_safe_url(std::string_view url);

/// Whether links may have this scheme; case does not count.
bool is_allowed_scheme(std::string_view scheme);

}  // namespace wegwijs
