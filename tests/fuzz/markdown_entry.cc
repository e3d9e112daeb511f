#include "source/markdown.h"

#include <algorithm>
#include <array>
#include <set>

#include "fuzz/entries.h"
#include "fuzz/fuzzed_source.h"
#include "html_structure.h"
#include "source/markdown_guard.h"
#include "source/term_links.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void require_known_tag(const HtmlTag& tag) {
  constexpr std::array<std::string_view, 29> elements{
      "a",      "blockquote", "br",    "code",  "del", "div", "em",    "h2",  "h3",      "h4",
      "h5",     "h6",         "hr",    "img",   "li",  "ol",  "p",     "pre", "section", "span",
      "strong", "sup",        "table", "tbody", "td",  "th",  "thead", "tr",  "ul"};
  constexpr std::array<std::string_view, 15> attributes{"alt",   "aria-hidden", "aria-label", "class",    "href",
                                                        "id",    "loading",     "popover",    "rel",      "role",
                                                        "scope", "src",         "start",      "tabindex", "title"};
  require(is_one_of(tag.name.starts_with('/') ? tag.name.substr(1) : tag.name, elements), "element " + tag.name);
  std::set<std::string_view> seen;
  for (const HtmlAttribute& attribute : tag.attributes) {
    require(is_one_of(attribute.name, attributes), "attribute " + attribute.name + " of " + tag.name);
    require(seen.insert(attribute.name).second, "attribute " + attribute.name + " stands once");
    if (!holds_address(attribute.name)) continue;
    require(is_harmless_scheme(scheme_of(attribute.value)), "scheme in " + attribute.value);
    require(!attribute.value.starts_with("//"), "no other site without a scheme: " + attribute.value);
  }
}

void require_closed_tags(const std::vector<HtmlTag>& tags) {
  constexpr std::array<std::string_view, 3> without_end{"br", "hr", "img"};
  std::vector<std::string_view> open;
  for (const HtmlTag& tag : tags) {
    if (is_one_of(tag.name, without_end)) continue;
    if (!tag.name.starts_with('/')) {
      open.push_back(tag.name);
      continue;
    }
    require(!open.empty() && open.back() == std::string_view(tag.name).substr(1), "tag " + tag.name + " closes");
    open.pop_back();
  }
  require(open.empty(), "every element is closed");
}

/// Every id stands once, and headings have theirs.
void require_sound_ids(const std::vector<HtmlTag>& tags, const std::vector<Heading>& headings) {
  std::set<std::string> ids;
  for (const HtmlTag& tag : tags) {
    const HtmlAttribute* id = tag.find("id");
    if (id == nullptr) continue;
    require(!id->value.empty(), "an id is not empty");
    require(ids.insert(id->value).second, "id '" + id->value + "' stands once");
  }
  for (const Heading& heading : headings) require(ids.contains(heading.id), "a heading has its id: " + heading.id);
}

const TermLinks& some_terms() {
  static const TermLinks terms = [] {
    TermLinks list;
    list.add("mentor", list.add_term({"/begrippen/mentor/", "Mentor", "Een <b> & een \"sentence\"."}));
    list.add("TLV", list.add_term({"/begrippen/tlv/", "TLV", ""}));
    list.add("overstap po-vo", list.add_term({"/begrippen/overstap/", "Overstap", "Van groep 8 verder."}));
    list.add("lob", list.add_term({"/begrippen/lob/", "Lob", ""}));
    return list;
  }();
  return terms;
}

}  // namespace

void read_any_markdown(std::string_view bytes) {
  const FuzzedSource source(bytes);
  Diagnostics diagnostics;
  TermUses terms(some_terms(), "/begrippen/lob/");
  const MarkdownText text = read_markdown(bytes, FuzzedSource::id(), 0, diagnostics, &terms);
  const std::string_view html = text.html.bytes();
  // The explanations of the few terms above come on top of the limit.
  constexpr std::size_t explanations = 300;
  require(html.size() <= markdown_output_limit(bytes.size()) + explanations, "the HTML is within its limit");
  require(first_invalid_utf8(html) == std::string_view::npos, "the HTML is UTF-8");
  const std::vector<HtmlTag> tags = tags_in(html);
  for (const HtmlTag& tag : tags) require_known_tag(tag);
  require_closed_tags(tags);
  require_sound_ids(tags, text.headings);
  for (const AddressUse& use : text.addresses) {
    require(use.where.begin <= use.where.end && use.where.end <= bytes.size(), "an address lies within the text");
    require(is_harmless_scheme(scheme_of(use.address)), "an address that is kept is harmless: " + use.address);
  }
  require_reportable(diagnostics, source);
}

}  // namespace wegwijs
