#include "html_structure.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/ascii.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

bool is_space(char character) {
  return character == ' ' || character == '\t' || character == '\n' || character == '\f' || character == '\r';
}

/// The number in "&#106;" or "&#x6A"; `position` stands behind "&#" and is moved behind the number.
std::optional<char32_t> numeric_reference(std::string_view text, std::size_t& position) {
  const bool hexadecimal = position < text.size() && (text[position] == 'x' || text[position] == 'X');
  std::size_t place = position + (hexadecimal ? 1 : 0);
  const std::size_t begin = place;
  char32_t number = 0;
  for (; place < text.size(); ++place) {
    const char digit = lower_case(text.substr(place, 1))[0];
    if (!is_digit(digit) && !(hexadecimal && digit >= 'a' && digit <= 'f')) break;
    number = number * (hexadecimal ? 16 : 10) + static_cast<char32_t>(is_digit(digit) ? digit - '0' : digit - 'a' + 10);
    if (number > 0x10FFFF) number = 0x10FFFF;
  }
  if (place == begin) return std::nullopt;
  position = place + (place < text.size() && text[place] == ';' ? 1 : 0);
  return number;
}

/// The references that can make or hide an address; others stay as they are.
std::string with_references_read(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> named{{{"&amp;", "&"},
                                                                                {"&lt;", "<"},
                                                                                {"&gt;", ">"},
                                                                                {"&quot;", "\""},
                                                                                {"&apos;", "'"},
                                                                                {"&colon;", ":"},
                                                                                {"&sol;", "/"},
                                                                                {"&Tab;", "\t"},
                                                                                {"&NewLine;", "\n"}}};
  std::string result;
  for (std::size_t position = 0; position < text.size();) {
    if (text.substr(position).starts_with("&#")) {
      std::size_t behind = position + 2;
      if (const std::optional<char32_t> code_point = numeric_reference(text, behind)) {
        append_code_point(result, *code_point);
        position = behind;
        continue;
      }
    }
    const auto reference = std::find_if(named.begin(), named.end(), [&](const auto& candidate) {
      return text.substr(position).starts_with(candidate.first);
    });
    if (reference != named.end()) {
      result += reference->second;
      position += reference->first.size();
    } else {
      result += text[position++];
    }
  }
  return result;
}

class TagReader {
 public:
  explicit TagReader(std::string_view html) : html_(html) {}

  std::vector<HtmlTag> tags() && {
    while (go_to('<')) read_markup();
    return std::move(tags_);
  }

 private:
  bool at_end() const { return position_ >= html_.size(); }
  char here() const { return at_end() ? '\0' : html_[position_]; }
  bool starts_with(std::string_view text) const { return html_.substr(position_).starts_with(text); }
  bool go_to(char character) {
    position_ = std::min(html_.find(character, position_), html_.size());
    return !at_end();
  }
  void skip_spaces() {
    while (!at_end() && is_space(here())) ++position_;
  }

  void read_markup();
  void read_comment();
  void read_tag(bool closes);
  bool read_attributes(HtmlTag& tag);
  std::string read_value();
  void skip_raw_text(const std::string& element);

  std::string_view html_;
  std::size_t position_ = 0;
  std::vector<HtmlTag> tags_;
};

void TagReader::read_markup() {
  ++position_;
  if (is_letter(here())) return read_tag(false);
  if (starts_with("!--")) return read_comment();
  const bool closing = here() == '/';
  if (closing) ++position_;
  if (closing && is_letter(here())) return read_tag(true);
  if (closing ? at_end() || here() == '>' : here() != '!' && here() != '?') return;
  tags_.push_back({"!", {}});
  go_to('>');
}

void TagReader::read_comment() {
  position_ += 3;
  tags_.push_back({"!", {}});
  if (starts_with(">") || starts_with("->")) return;
  const std::size_t plain = html_.find("-->", position_);
  const std::size_t odd = html_.find("--!>", position_);
  position_ = std::min({plain, odd, html_.size()});
  // Left before the '>': in text it means nothing.
}

void TagReader::read_tag(bool closes) {
  const std::size_t begin = position_;
  while (!at_end() && !is_space(here()) && here() != '/' && here() != '>') ++position_;
  const std::string name = lower_case(html_.substr(begin, position_ - begin));
  HtmlTag tag{closes ? "/" + name : name, {}};
  if (!read_attributes(tag)) return;  // a tag without end is no tag
  tags_.push_back(std::move(tag));
  if (!closes) skip_raw_text(name);
}

bool TagReader::read_attributes(HtmlTag& tag) {
  while (!at_end()) {
    while (!at_end() && (is_space(here()) || here() == '/')) ++position_;
    if (here() == '>') {
      ++position_;
      return true;
    }
    const std::size_t begin = position_;
    if (here() == '=') ++position_;
    while (!at_end() && !is_space(here()) && here() != '/' && here() != '>' && here() != '=') ++position_;
    HtmlAttribute attribute{lower_case(html_.substr(begin, position_ - begin)), {}};
    skip_spaces();
    if (here() == '=') {
      ++position_;
      attribute.value = with_references_read(read_value());
    }
    tag.attributes.push_back(std::move(attribute));
  }
  return false;
}

std::string TagReader::read_value() {
  skip_spaces();
  if (here() == '"' || here() == '\'') {
    const char quote = html_[position_++];
    const std::size_t begin = position_;
    go_to(quote);
    const std::size_t end = position_;
    if (!at_end()) ++position_;
    return std::string(html_.substr(begin, end - begin));
  }
  const std::size_t begin = position_;
  while (!at_end() && !is_space(here()) && here() != '>') ++position_;
  return std::string(html_.substr(begin, position_ - begin));
}

void TagReader::skip_raw_text(const std::string& element) {
  constexpr std::array<std::string_view, 8> raw{"title",  "textarea", "style",    "script",
                                                "iframe", "noembed",  "noframes", "xmp"};
  if (element == "plaintext") position_ = html_.size();
  if (std::find(raw.begin(), raw.end(), element) == raw.end()) return;
  for (; go_to('<'); ++position_) {
    const std::string_view rest = html_.substr(position_);
    const std::size_t length = 2 + element.size();
    if (rest.size() <= length || rest[1] != '/' || lower_case(rest.substr(2, element.size())) != element) continue;
    if (is_space(rest[length]) || rest[length] == '/' || rest[length] == '>') return;
  }
}

}  // namespace

const HtmlAttribute* HtmlTag::find(std::string_view attribute) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const HtmlAttribute& candidate) { return candidate.name == attribute; });
  return found == attributes.end() ? nullptr : &*found;
}

std::vector<HtmlTag> tags_in(std::string_view html) {
  return TagReader(html).tags();
}

std::string structure_of(const std::vector<HtmlTag>& tags) {
  std::string structure;
  for (const HtmlTag& tag : tags) {
    structure += '<' + tag.name;
    for (const HtmlAttribute& attribute : tag.attributes) structure += ' ' + attribute.name;
    structure += ">\n";
  }
  return structure;
}

bool holds_address(std::string_view name) {
  constexpr std::array<std::string_view, 13> names{"href", "src",     "action",     "formaction", "cite",
                                                   "data", "poster",  "background", "longdesc",   "manifest",
                                                   "ping", "profile", "xlink:href"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string scheme_of(std::string_view address) {
  std::string cleaned;
  for (const char character : address) {
    const bool is_ignored = character == '\t' || character == '\n' || character == '\r';
    const bool is_leading = cleaned.empty() && static_cast<unsigned char>(character) <= ' ';
    if (!is_ignored && !is_leading) cleaned += character;
  }
  const auto colon = std::find_if(cleaned.begin(), cleaned.end(), [](char character) {
    return !is_letter(character) && !is_digit(character) && character != '+' && character != '-' && character != '.';
  });
  if (colon == cleaned.begin() || colon == cleaned.end() || *colon != ':' || !is_letter(cleaned[0])) return {};
  return lower_case(std::string_view(cleaned.begin(), colon));
}

std::set<std::string> schemes_in(const std::vector<HtmlTag>& tags) {
  std::set<std::string> schemes;
  for (const HtmlTag& tag : tags) {
    for (const HtmlAttribute& attribute : tag.attributes) {
      if (holds_address(attribute.name)) schemes.insert(scheme_of(attribute.value));
    }
  }
  return schemes;
}

bool is_harmless_scheme(std::string_view scheme) {
  return scheme.empty() || scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

}  // namespace wegwijs
