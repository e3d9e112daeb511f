// Hostile text in every field of every collection, with the real schemas and the real theme: no page may have another
// element, attribute or scheme than with harmless text.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "files/disk.h"
#include "html_structure.h"
#include "pipeline/generate.h"
#include "schema/read_record.h"
#include "schema/read_schema.h"
#include "text/html_escape.h"
#include "text/utf8.h"
#include "under_sanitizer.h"

using namespace wegwijs;

namespace {

const std::filesystem::path repository = WEGWIJS_SOURCE;

constexpr std::array<std::string_view, 10> payloads{"\"><script>alert(1)</script>",
                                                    "javascript:alert(1)",
                                                    "' onmouseover=x",
                                                    "\" autofocus onfocus=alert(1) x=\"",
                                                    "</title><img src=x onerror=alert(1)>",
                                                    "{{title}}{{{body}}}{{>layout}}",
                                                    "--><!--",
                                                    "a\xE2\x80\xA8"
                                                    "b\xE2\x80\xA9"
                                                    "c",
                                                    "\xE2\x80\x8F"
                                                    "abc\xE2\x80\x8B\xE2\x80\x8E",
                                                    "&#106;avascript:alert(1)&lt;b&gt;"};

/// Who writes an entry: the harmless and the hostile one differ in `words` only.
struct Author {
  std::size_t number;
  std::string_view words;

  std::string entry_id() const { return fmt::format("zz-{}", number); }
  /// Raw HTML stops the build; within a code span it is text that must be escaped.
  bool writes_code() const { return payloads[number].find('<') != std::string_view::npos; }
};

std::string in_quotes(std::string_view text) {
  return nlohmann::json(text).dump();
}

/// What stands in a field of text. Lists are sorted by the fields that are searched, and glossary terms are found by
/// them: these begin alike, so that both authors' entries stand in the same place.
std::string line_of(const Field& field, const Author& author) {
  const std::string text = (field.search ? fmt::format("Z{} ", author.number) : "") + std::string(author.words);
  return in_quotes(field.max_length == 0 ? text : first_code_points(text, field.max_length));
}

std::string markdown_of(const Author& author) {
  return author.writes_code() ? fmt::format("`{}`", author.words) : std::string(author.words);
}

std::string written_source(const Author& author, std::string_view page = "") {
  return fmt::format("{{soort: website, titel: {0}, url: 'https://a.example/{1}', plaats: {0}}}",
                     in_quotes(author.words), page);
}

std::string fitting(const Field& field, std::size_t number) {
  std::string text = field.pattern;
  std::replace(text.begin(), text.end(), '9', static_cast<char>('0' + number));
  return in_quotes(text);
}

std::string all_options(const Field& field) {
  std::string list;
  for (const Option& option : field.options) list += option.id + ", ";
  return '[' + list + ']';
}

/// A table whose every word is the author's; its data file is `data_file_of`.
std::string table_of(const Author& author) {
  return fmt::format(
      "{{bestand: {0}.csv, kolommen: [{{id: a, titel: {1}, soort: tekst}}, {{id: b, titel: {1}, soort: getal, eenheid: "
      "{1}}}, {{id: c, titel: {1}, soort: getal, eenheid: {1}}}], grafiek: {{soort: staven, titel: {1}}}}}",
      author.entry_id(), in_quotes(author.words));
}

std::string data_file_of(const Author& author) {
  std::string cell(author.words);
  for (std::size_t at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2)) cell.insert(at, 1, '"');
  return fmt::format("a,b,c\n\"{}\",1,2\n", cell);
}

bool has_table(std::span<const Field> fields) {
  return std::any_of(fields.begin(), fields.end(), [](const Field& field) { return field.type == FieldType::table; });
}

std::string fields_of(std::span<const Field> fields, const Author& author);

/// The values that the author tries in a field, the boldest first; the last one is always accepted.
std::vector<std::string> attempts(const Field& field, const Author& author) {
  const std::string words(author.words);
  switch (field.type) {
    case FieldType::text:
      if (!field.pattern.empty()) return {line_of(field, author), fitting(field, author.number)};
      if (field.role == Role::language) return {line_of(field, author), "tr"};
      return {line_of(field, author)};
    case FieldType::texts:
      return {fmt::format("[{0}, {0}]", line_of(field, author))};
    case FieldType::long_text:
      return {in_quotes(markdown_of(author))};
    case FieldType::number:
      return {"12"};
    case FieldType::date:
      return {"2026-12-01"};
    case FieldType::time:
      return {in_quotes(words), "'14:30'"};
    case FieldType::as_of:
      return {in_quotes(words), "2025-10-01"};
    case FieldType::school_year:
      return {in_quotes(words), "2026-2027"};
    case FieldType::yes_no:
      return {"ja"};
    case FieldType::choice:
      return {in_quotes(words), field.options.front().id};
    case FieldType::choices:
      return {in_quotes(words), all_options(field)};
    case FieldType::reference:
      return {author.entry_id()};
    case FieldType::references:
      return {'[' + author.entry_id() + ']'};
    case FieldType::web_address:
      return {in_quotes(words), in_quotes("https://a.example/" + words), in_quotes("https://" + words),
              "'https://a.example/'"};
    case FieldType::mail_address:
      return {in_quotes(words + "@b.example"), in_quotes("a@" + words), "a@b.example"};
    case FieldType::phone:
      return {in_quotes(words), in_quotes("020 " + words), "020 123 4567"};
    case FieldType::addresses:
      return {"[]"};
    case FieldType::row:
      return {'{' + fields_of(field.fields, author) + '}'};
    case FieldType::rows:
      return {fmt::format("[{{{0}}}, {{{0}}}]", fields_of(field.fields, author))};
    case FieldType::claim:
      return {fmt::format("[{{status: ja, toelichting: {0}, bron: {1}}}, {{status: nee, toelichting: {0}, bron: s}}]",
                          in_quotes(words), written_source(author))};
    case FieldType::text_claim:
      return {fmt::format("[{{tekst: {}, bron: {}}}]", in_quotes(words), written_source(author))};
    case FieldType::sources:
      return {fmt::format("{{s: {}}}", written_source(author, "gids"))};
    case FieldType::source:
      return {author.entry_id()};
    case FieldType::source_list:
      return {fmt::format("[{}]", author.entry_id())};
    case FieldType::table:
      return {table_of(author)};
  }
  return {};
}

/// How many errors a record gives in which nothing but this field is filled in.
std::size_t errors_with(const Field& field, const std::string& value) {
  Schema schema;
  schema.fields = {field};
  schema.fields[0].group.reset();
  schema.fields[0].applies_to.reset();
  schema.fields[0].required_with.clear();
  const std::string bytes = field.id + ": " + value + '\n';
  Diagnostics diagnostics;
  const std::optional<YamlNode> node = read_yaml(bytes, no_file, 0, diagnostics);
  if (node) read_record(*node, schema, diagnostics);
  return diagnostics.count(Severity::error);
}

/// What the hostile author gets accepted; the harmless one writes the same kind of value.
std::string value_of(const Field& field, const Author& author) {
  std::vector<std::string> tried = attempts(field, author);
  const auto last = tried.end() - 1;
  const auto accepted =
      std::find_if(tried.begin(), last, [&](const std::string& value) { return errors_with(field, value) == 0; });
  return *accepted;
}

/// Standard fields decide where a page stands and whether there is one: they stay as they are.
bool is_left_out(const Field& field) {
  constexpr std::array<Role, 8> steering{
      Role::id,      Role::draft,         Role::publish_from, Role::publish_until, Role::old_addresses,
      Role::address, Role::page_template, Role::order};
  return std::find(steering.begin(), steering.end(), field.role) != steering.end();
}

std::string fields_of(std::span<const Field> fields, const Author& author) {
  std::string text;
  for (const Field& field : fields) {
    if (!is_left_out(field)) text += fmt::format("{}: {}, ", field.id, value_of(field, author));
  }
  return text;
}

std::string body_of(const Author& author) {
  const std::string words = markdown_of(author);
  return fmt::format(
      "## {0}\n\n{0}\n\n- [{0}](/contact/)\n\n| {0} | b |\n|---|---|\n| {0} | {0} |\n\na[^1]\n\n[^1]: {0}\n", words);
}

using Sources = std::map<std::string, std::string>;

const std::string table_of_days = "open-dagen.csv";

/// The site of the repository without its schools.
Sources real_sources() {
  Diagnostics diagnostics;
  const FileTree settings_only = read_tree(repository, {"site.yaml"}, {}, {}, diagnostics);
  const Settings settings = read_settings(settings_only, diagnostics).value();
  const FileTree tree = read_tree(repository, {"site.yaml"}, settings.folders(),
                                  repository / "themes" / settings.theme.text, diagnostics);
  Sources sources;
  Sources schools;
  std::string texts;
  for (std::size_t index = 0; index < tree.files().size(); ++index) {
    const std::string& path = tree.files()[index].path;
    const bool is_school = path.starts_with("schoolprofiles/") && !path.ends_with(schema_file_name);
    // The days of the schools give way to those of the authors, as the schools do.
    if (path.ends_with("/" + table_of_days)) continue;
    std::string bytes = tree.read(FileId{static_cast<std::uint32_t>(index)});
    if (path.starts_with("content/")) texts += bytes;
    (is_school ? schools : sources)[path] = std::move(bytes);
  }
  // A school that a text leads to must be there.
  for (auto& [path, bytes] : schools) {
    const std::string slug = std::filesystem::path(path).stem().string();
    if (texts.find("/scholen/" + slug + "/") != std::string::npos) sources[path] = std::move(bytes);
  }
  return sources;
}

Schema schema_in(const std::string& bytes) {
  Diagnostics diagnostics;
  const std::optional<YamlNode> node = read_yaml(bytes, no_file, 0, diagnostics);
  return read_schema(node.value(), diagnostics).value();
}

/// The templates that entries below `folder` choose for themselves.
std::vector<std::string> chosen_templates(const Sources& real, const std::string& folder) {
  constexpr std::string_view key = "\nsjabloon: ";
  std::set<std::string> templates;
  for (auto file = real.lower_bound(folder); file != real.end() && file->first.starts_with(folder); ++file) {
    const std::size_t place = file->second.find(key);
    if (place == std::string::npos) continue;
    const std::size_t begin = place + key.size();
    templates.insert(file->second.substr(begin, file->second.find('\n', begin) - begin));
  }
  return {templates.begin(), templates.end()};
}

/// The moments of the calendar must stand on its page, because procedures lead to them there.
void put_on_calendar_page(Sources& sources) {
  std::string& page = sources.at("content/procedures/kalender.md");
  const std::size_t list = page.find("\nmomenten: [");
  REQUIRE(list != std::string::npos);
  for (std::size_t number = 0; number < payloads.size(); ++number) {
    page.insert(page.find('[', list) + 1, fmt::format("zz-{}, ", number));
  }
}

/// A table of which each row is an entry, with one row of each author.
std::string rows_of(const Schema& schema, std::string_view words) {
  std::string table;
  const auto is_column = [](const Field& field) {
    return field.made_of.empty() && field.taken_from.empty() && field.role != Role::read_on &&
           field.type != FieldType::source && field.id != "klad";
  };
  for (const Field& field : schema.fields) {
    if (is_column(field)) table += (table.empty() ? "" : ",") + field.id;
  }
  table += '\n';
  for (std::size_t number = 0; number < payloads.size(); ++number) {
    const Author author{number, words.empty() ? payloads[number] : words};
    std::string row;
    for (const Field& field : schema.fields) {
      if (!is_column(field)) continue;
      std::string cell;
      if (field.type == FieldType::text && field.role != Role::page_template && field.role != Role::address) {
        cell = author.words;
        for (std::size_t at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2))
          cell.insert(at, 1, '"');
      }
      if (field.type == FieldType::reference) cell = author.entry_id();
      if (field.type == FieldType::choice) cell = field.options.front().id;
      if (field.type == FieldType::date && field.required) cell = "2026-12-01";
      if (field.type == FieldType::time && field.role == Role::from_time) cell = "14:30";
      row += (row.empty() ? "" : ",") + ('"' + cell + '"');
    }
    table += row + '\n';
  }
  return table;
}

/// One entry for each payload in every collection, written by authors who write `words` (empty: their payload). The
/// first ones use the templates that real entries choose, the others that of the collection.
Sources with_entries(const Sources& real, std::string_view words) {
  Sources sources = real;
  put_on_calendar_page(sources);
  for (const auto& [path, bytes] : real) {
    if (!path.ends_with(schema_file_name)) continue;
    const std::string folder = path.substr(0, path.size() - schema_file_name.size());
    const std::vector<std::string> templates = chosen_templates(real, folder);
    const auto behind = real.upper_bound(path);
    const bool is_markdown =
        behind != real.end() && behind->first.starts_with(folder) && behind->first.ends_with(".md");
    const Schema schema = schema_in(bytes);
    if (schema.find(Role::shown_at)) {
      sources[folder + table_of_days] = rows_of(schema, words);
      continue;
    }
    for (std::size_t number = 0; number < payloads.size(); ++number) {
      const Author author{number, words.empty() ? payloads[number] : words};
      const std::string chosen = number < templates.size() ? "sjabloon: " + templates[number] + ", " : "";
      const std::string fields = '{' + chosen + fields_of(schema.fields, author) + "}\n";
      sources[folder + author.entry_id() + (is_markdown ? ".md" : ".yaml")] =
          is_markdown ? "---\n" + fields + "---\n" + body_of(author) : fields;
      if (has_table(schema.fields)) sources[folder + author.entry_id() + ".csv"] = data_file_of(author);
    }
  }
  return sources;
}

using Pages = std::map<std::string, std::string, std::less<>>;

Pages pages_of(const Sources& sources) {
  const FileTree tree = FileTree::from_memory(sources);
  BuildFacts facts;
  facts.today = {2026, 11, 28};
  facts.threads = 2;
  MemorySink sink;
  Diagnostics diagnostics;
  const bool is_published = generate(tree, facts, sink, diagnostics).has_value();
  INFO(report_as_lines(diagnostics.in_source_order(), tree, Language::nl));
  REQUIRE(is_published);
  Pages pages;
  for (const auto& [path, file] : sink.files()) {
    if (path.ends_with(".html")) pages[path] = file.bytes();
  }
  return pages;
}

/// What the second page has that the first has not: its first tag that differs, or a scheme. Empty when nothing.
std::string added_to(std::string_view harmless, std::string_view hostile) {
  const std::vector<HtmlTag> known = tags_in(harmless);
  const std::vector<HtmlTag> found = tags_in(hostile);
  for (std::size_t index = 0; index < std::max(known.size(), found.size()); ++index) {
    const std::string before = index < known.size() ? structure_of({known[index]}) : "niets";
    const std::string after = index < found.size() ? structure_of({found[index]}) : "niets";
    if (before != after) return before + " -> " + after;
  }
  const std::set<std::string> schemes = schemes_in(known);
  for (const std::string& scheme : schemes_in(found)) {
    if (!schemes.contains(scheme)) return scheme;
  }
  return "";
}

}  // namespace

TEST_CASE("an element, an attribute or a scheme that a text brings is seen by the comparison of this file",
          "[content]") {
  CHECK(added_to("<p title=\"a\">b</p>", "<p title=\"c\">&lt;b&gt;</p>").empty());
  CHECK_FALSE(added_to("<p>a</p>", "<p><b>a</b></p>").empty());
  CHECK_FALSE(added_to("<p title='a'>", "<p title='' onmouseover=x'>").empty());
  CHECK_FALSE(added_to("<title>a</title>", "<title></title><i></title>").empty());
  CHECK_FALSE(added_to("<!-- a -->", "<!-- --> -->a<!-- -->").empty());
  CHECK(added_to("<a href='https://a/'>", "<a href='&#106;ava&Tab;script:a'>") == "javascript");
}

TEST_CASE("hostile text in any field of any collection adds no element, attribute or scheme to any page",
          "[content][payloads]") {
  const Sources real = real_sources();
  const Pages harmless = pages_of(with_entries(real, "abc"));
  const Pages hostile = pages_of(with_entries(real, ""));
  std::size_t changed = 0;
  // Under a sanitizer, which looks for other faults, one page in nine is compared; all of them in the release build.
  constexpr std::size_t step = is_under_sanitizer ? 9 : 1;
  std::size_t passed = 0;
  for (const auto& [path, bytes] : hostile) {
    if (passed++ % step != 0) continue;
    INFO(path);
    REQUIRE(harmless.contains(path));
    const std::string& before = harmless.find(path)->second;
    if (before != bytes) ++changed;
    CHECK(added_to(before, bytes) == "");
  }
  CHECK(harmless.size() == hostile.size());
  // The texts did arrive: on the pages of the entries themselves, in lists, and in comparisons.
  CHECK(changed * step > 50);
  for (const std::string_view path : {"scholen/zz-0/index.html", "ondersteuning/zz-0/index.html", "zz-0/index.html",
                                      "procedures/zz-0/index.html", "zoeken/index.html"}) {
    INFO(path);
    REQUIRE(hostile.contains(path));
    CHECK(hostile.find(path)->second.find("&lt;script&gt;alert(1)") != std::string::npos);
  }
}
