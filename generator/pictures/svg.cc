#include "pictures/svg.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";
constexpr char between = ' ';  // namespace and name

constexpr BilingualText not_svg{"het is geen goed SVG-bestand", "it is no well-formed SVG file"};
constexpr BilingualText has_doctype{"het heeft een DOCTYPE", "it has a DOCTYPE"};
constexpr BilingualText has_active_part{"het heeft een deel dat iets kan uitvoeren",
                                        "it has a part that can carry something out"};
constexpr BilingualText has_handler{"het heeft een opdracht die bij een gebeurtenis wordt uitgevoerd",
                                    "it has a command that an event carries out"};
constexpr BilingualText has_foreign_reference{"het verwijst naar iets buiten het bestand",
                                              "it refers to something outside the file"};
constexpr BilingualText has_style_sheet{"het haalt een opmaakblad op", "it fetches a style sheet"};

struct Name {
  std::string_view space;
  std::string_view local;
};

Name name_of(const char* qualified) {
  const std::string_view all(qualified);
  const std::size_t divider = all.rfind(between);
  if (divider == std::string_view::npos) return {"", all};
  return {all.substr(0, divider), all.substr(divider + 1)};
}

/// Without the spaces and control characters that a browser skips, in lower case.
std::string squeezed(std::string_view text) {
  std::string result;
  for (const char character : text) {
    if (static_cast<unsigned char>(character) > 0x20) result.push_back(to_lower(character));
  }
  return result;
}

bool is_own_reference(std::string_view squeezed_value) {
  if (squeezed_value.empty() || squeezed_value.starts_with('#')) return true;
  constexpr std::array<std::string_view, 4> pictures{"data:image/png;", "data:image/jpeg;", "data:image/jpg;",
                                                     "data:image/webp;"};
  return std::any_of(pictures.begin(), pictures.end(),
                     [&](std::string_view beginning) { return squeezed_value.starts_with(beginning); });
}

/// Whether every url(…) of a style or an attribute leads to a part of the file.
bool has_own_urls(const std::string& text) {
  constexpr std::string_view opening = "url(";
  for (std::size_t place = text.find(opening); place != std::string::npos; place = text.find(opening, place)) {
    place += opening.size();
    const std::size_t begin = text.find_first_not_of("'\"", place);
    if (begin == std::string::npos) return true;
    if (!is_own_reference(std::string_view(text).substr(begin)) || text[begin] == ')') return false;
  }
  return true;
}

std::optional<BilingualText> fault_of_style(std::string_view style) {
  const std::string text = squeezed(style);
  // A backslash writes any letter in another way: "\75rl(".
  const bool is_hidden = text.find('\\') != std::string::npos;
  if (is_hidden || text.find("@import") != std::string::npos) return has_style_sheet;
  const bool names_source = text.find("image(") != std::string::npos || text.find("image-set(") != std::string::npos ||
                            text.find("src(") != std::string::npos;
  if (names_source || !has_own_urls(text)) return has_foreign_reference;
  return std::nullopt;
}

/// Pixels of "24", "24.5" or "24px"; empty for every other unit.
std::optional<double> pixels_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  const bool is_good = error == std::errc() && (unit.empty() || unit == "px") && value >= 0.5 && value < 1e6;
  return is_good ? std::optional(value) : std::nullopt;
}

class SvgReader {
 public:
  SvgReading read(std::string_view bytes) {
    using Parser = std::unique_ptr<XML_ParserStruct, decltype([](XML_Parser parser) { XML_ParserFree(parser); })>;
    const Parser parser(XML_ParserCreateNS(nullptr, between));
    if (!parser) {
      reading_.fault = not_svg;
      return std::move(reading_);
    }
    parser_ = parser.get();
    XML_SetUserData(parser_, this);
    XML_SetStartElementHandler(parser_, [](void* self, const char* name, const char** attributes) {
      static_cast<SvgReader*>(self)->begin_element(name, attributes);
    });
    XML_SetEndElementHandler(parser_, [](void* self, const char*) { static_cast<SvgReader*>(self)->end_element(); });
    XML_SetCharacterDataHandler(parser_, [](void* self, const char* text, int size) {
      static_cast<SvgReader*>(self)->add_text({text, static_cast<std::size_t>(size)});
    });
    XML_SetStartDoctypeDeclHandler(parser_, [](void* self, const char*, const char*, const char*, int) {
      static_cast<SvgReader*>(self)->refuse(has_doctype, "DOCTYPE");
    });
    XML_SetProcessingInstructionHandler(parser_, [](void* self, const char* target, const char*) {
      if (lower_case(target) == "xml-stylesheet") static_cast<SvgReader*>(self)->refuse(has_style_sheet, target);
    });
    const XML_Status status = XML_Parse(parser_, bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
    if (status != XML_STATUS_OK && !reading_.fault) refuse(not_svg, XML_ErrorString(XML_GetErrorCode(parser_)));
    return std::move(reading_);
  }

 private:
  void refuse(BilingualText fault, std::string_view words) {
    if (reading_.fault) return;
    reading_.fault = fault;
    // What the library says is English, and says little: only the author's own words are kept.
    if (fault.nl != not_svg.nl) reading_.words = std::string(words);
    reading_.line = static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_));
    XML_StopParser(parser_, XML_FALSE);
  }

  void begin_element(const char* qualified, const char** attributes) {
    const Name name = name_of(qualified);
    const std::string local = lower_case(name.local);
    if (depth_++ == 0) {
      if (name.space != svg_namespace || name.local != "svg") return refuse(not_svg, name.local);
      read_size(attributes);
    }
    constexpr std::array<std::string_view, 10> active{"script",  "foreignobject", "iframe", "object", "embed",
                                                      "handler", "listener",      "audio",  "video",  "link"};
    const bool is_html = name.space == "http://www.w3.org/1999/xhtml";
    if (is_html || std::find(active.begin(), active.end(), local) != active.end())
      return refuse(has_active_part, name.local);
    if (local == "style") style_depth_ = depth_;
    bool changes_address = false;
    for (const char** attribute = attributes; *attribute != nullptr; attribute += 2) {
      const bool names_address = lower_case(attribute[1]).find("href") != std::string::npos;
      if (lower_case(name_of(attribute[0]).local) == "attributename" && names_address) changes_address = true;
    }
    if (changes_address) return refuse(has_active_part, name.local);
    for (const char** attribute = attributes; *attribute != nullptr; attribute += 2) {
      check_attribute(name_of(attribute[0]), attribute[1]);
    }
  }

  void check_attribute(const Name& name, std::string_view value) {
    const std::string local = lower_case(name.local);
    const std::string text = squeezed(value);
    if (name.space.empty() && local.starts_with("on")) return refuse(has_handler, name.local);
    if (text.find("javascript:") != std::string::npos || text.find("vbscript:") != std::string::npos)
      return refuse(has_active_part, first_words(value));
    const bool is_reference = local == "href" || local == "src" || local == "base" || local == "action" ||
                              local == "formaction" || local == "ping";
    if (is_reference && !is_own_reference(text)) return refuse(has_foreign_reference, first_words(value));
    if (const std::optional<BilingualText> fault = local == "style" ? fault_of_style(value) : std::nullopt)
      return refuse(*fault, first_words(value));
    if (!has_own_urls(text)) refuse(has_foreign_reference, first_words(value));
  }

  void add_text(std::string_view text) {
    if (style_depth_ > 0) style_ += text;
  }

  void end_element() {
    if (style_depth_ == depth_) {
      if (const std::optional<BilingualText> fault = fault_of_style(style_)) refuse(*fault, "style");
      style_.clear();
      style_depth_ = 0;
    }
    --depth_;
  }

  void read_size(const char** attributes) {
    std::optional<double> width;
    std::optional<double> height;
    std::array<double, 4> box{};
    bool has_box = false;
    for (const char** attribute = attributes; *attribute != nullptr; attribute += 2) {
      const std::string_view name(attribute[0]);
      if (name == "width") width = pixels_of(attribute[1]);
      if (name == "height") height = pixels_of(attribute[1]);
      if (name == "viewBox") has_box = read_box(attribute[1], box);
    }
    if (!(width && height) && has_box) {
      // One of the two and the form of the box give the other.
      if (width)
        height = *width * box[3] / box[2];
      else if (height)
        width = *height * box[2] / box[3];
      else
        width = box[2], height = box[3];
    }
    if (!width || !height) return;
    reading_.width = static_cast<std::uint32_t>(std::max(1.0, *width + 0.5));
    reading_.height = static_cast<std::uint32_t>(std::max(1.0, *height + 0.5));
  }

  static bool read_box(std::string_view text, std::array<double, 4>& box) {
    for (double& number : box) {
      text.remove_prefix(std::min(text.find_first_not_of(" ,\t\r\n"), text.size()));
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error != std::errc()) return false;
      text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    return box[2] >= 0.5 && box[3] >= 0.5 && box[2] < 1e6 && box[3] < 1e6;
  }

  static std::string_view first_words(std::string_view value) {
    constexpr std::size_t most = 80;
    std::size_t end = std::min(value.size(), most);
    while (end < value.size() && end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
    return value.substr(0, end);
  }

  XML_Parser parser_ = nullptr;
  SvgReading reading_;
  std::size_t depth_ = 0;
  std::size_t style_depth_ = 0;  // of the <style> that is open; 0: none
  std::string style_;
};

}  // namespace

SvgReading read_svg(std::string_view bytes) {
  return SvgReader().read(bytes);
}

}  // namespace wegwijs
