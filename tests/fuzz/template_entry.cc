#include <algorithm>
#include <set>

#include "fuzz/entries.h"
#include "fuzz/fuzzed_source.h"
#include "html_structure.h"
#include "source/markdown.h"
#include "templates/theme.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// Sections within one another over lists multiply; who writes a theme knows that, and a fuzzer does not.
constexpr std::ptrdiff_t most_sections = 8;

DataShape page_shape() {
  const DataShape row = DataShape::map({{"naam", DataShape::text()},
                                        {"adres", DataShape::text()},
                                        {"ja", DataShape::boolean()},
                                        {"deel", DataShape::partial_name({"deel"})}});
  return DataShape::map({{"titel", DataShape::text()},
                         {"adres", DataShape::text()},
                         {"html", DataShape::html()},
                         {"ja", DataShape::boolean()},
                         {"nee", DataShape::boolean()},
                         {"deel", DataShape::partial_name({"deel"})},
                         {"rij", row},
                         {"rijen", DataShape::list(row)},
                         {"namen", DataShape::list(DataShape::text())}});
}

Data page_data(DataArena& arena, const Html& html, std::string_view text, std::string_view address) {
  const Data row = arena.map({{Name("naam"), Data::text(text)},
                              {Name("adres"), Data::text(address)},
                              {Name("ja"), Data::boolean(true)},
                              {Name("deel"), Data::text("deel")}});
  return arena.map({{Name("titel"), Data::text(text)},
                    {Name("adres"), Data::text(address)},
                    {Name("html"), Data::html(html)},
                    {Name("ja"), Data::boolean(true)},
                    {Name("nee"), Data::boolean(false)},
                    {Name("deel"), Data::text("deel")},
                    {Name("rij"), row},
                    {Name("rijen"), arena.list(std::vector{row, row})},
                    {Name("namen"), arena.list(std::vector{Data::text(text), Data::text(address)})}});
}

/// The page, or nothing when parts call each other without end.
std::optional<std::string> page_of(const TemplateSet& templates, const Data& data) {
  std::string output;
  try {
    templates.render("pagina", data, output);
  } catch (const std::length_error&) {
    return std::nullopt;
  }
  return output;
}

void require_same_structure(const TemplateSet& templates) {
  constexpr std::string_view hostile =
      "\"' onload=x ><script>alert(1)</script></title></textarea></style>--><!--{{titel}}\\\n&#106;\xE2\x80\xA8";
  static const Html html = [] {
    Diagnostics none;
    return read_markdown("tekst", no_file, 0, none).html;
  }();
  DataArena arena;
  const std::optional<std::string> harmless_page = page_of(templates, page_data(arena, html, "abc", "/abc/"));
  const std::optional<std::string> hostile_page = page_of(templates, page_data(arena, html, hostile, "javascript:x()"));
  require(harmless_page.has_value() == hostile_page.has_value(), "texts do not decide which parts are called");
  if (!harmless_page) return;
  const std::vector<HtmlTag> harmless_tags = tags_in(*harmless_page);
  const std::vector<HtmlTag> hostile_tags = tags_in(*hostile_page);
  require(structure_of(harmless_tags) == structure_of(hostile_tags),
          "tags and attributes do not depend on texts:\n" + *harmless_page + "\n--\n" + *hostile_page);
  const std::set<std::string> known = schemes_in(harmless_tags);
  for (const std::string& scheme : schemes_in(hostile_tags)) {
    require(is_harmless_scheme(scheme) || known.contains(scheme), "no scheme comes from a text: " + *hostile_page);
  }
}

bool is_followed(std::string_view bytes) {
  // html_context.h names what its tokenizer leaves out: trusted templates have no use for it.
  return bytes.find("<!--") == std::string_view::npos || bytes.find("cript") == std::string_view::npos;
}

}  // namespace

void render_any_template(std::string_view bytes) {
  const FuzzedSource source(bytes);
  if (first_invalid_utf8(bytes) != std::string_view::npos) return;  // whoever reads a theme refuses it before this
  const std::size_t divider = std::min(bytes.find(next_part), bytes.size());
  const std::size_t part = std::min(divider + next_part.size(), bytes.size());
  const std::vector<TemplateSource> sources{{"pagina", FuzzedSource::id(), std::string(bytes.substr(0, divider))},
                                            {"deel", FuzzedSource::id(), std::string(bytes.substr(part))}};
  const bool may_render = std::count(bytes.begin(), bytes.end(), '#') <= most_sections;
  Diagnostics diagnostics;
  const std::optional<TemplateSet> plain = load_plain(sources, diagnostics);
  require(plain.has_value() || diagnostics.has_errors(), "a template that is refused is reported");
  DataArena arena;
  if (plain && may_render) page_of(*plain, page_data(arena, Html(), "tekst", "/adres/"));
  static const std::vector<PageShape> pages{{"pagina", page_shape()}};
  Diagnostics theme_diagnostics;
  const std::optional<TemplateSet> theme = load_theme(sources, pages, theme_diagnostics);
  require(theme.has_value() || theme_diagnostics.has_errors(), "a theme that is refused is reported");
  if (theme && may_render && is_followed(bytes)) require_same_structure(*theme);
  require_reportable(diagnostics, source);
  require_reportable(theme_diagnostics, source);
}

}  // namespace wegwijs
