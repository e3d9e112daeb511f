#include "site_under_test.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "diagnostic/report.h"
#include "files/digest.h"

namespace wegwijs {
namespace {

/// "-- path --" lines divide the text into files.
std::map<std::string, std::string> files_in(std::string_view text) {
  std::map<std::string, std::string> files;
  std::string* current = nullptr;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    const bool is_marker = line.starts_with("-- ") && line.find(" --", 3) != std::string_view::npos;
    if (is_marker) {
      current = &files[std::string(line.substr(3, line.find(" --", 3) - 3))];
    } else if (current != nullptr) {
      current->append(line);
    }
    text.remove_prefix(end);
  }
  return files;
}

constexpr std::string_view absent = "zonder ";  // before the path of a default that the test wants away

std::string default_settings(const std::map<std::string, std::string>& files) {
  std::string settings = "titel: Proef\nbasisadres: https://proef.example/\nverzamelingen:\n";
  for (const auto& [path, bytes] : files) {
    if (!path.ends_with("/_schema.yaml")) continue;
    const std::string folder = path.substr(0, path.size() - std::string_view("/_schema.yaml").size());
    const std::string name = folder.substr(folder.rfind('/') + 1);
    settings += "  " + name + ": {map: " + folder + ", adres: \"/" + name + "/{id}/\", sjabloon: pagina}\n";
  }
  return settings;
}

const std::map<std::string, std::string>& default_theme() {
  static const std::map<std::string, std::string> theme{
      {"texts.nl.yaml", "leeg: nog niet nagekeken\n"},
      {"texts.en.yaml", "leeg: not looked at yet\n"},
      {"pagina.mustache",
       "<!doctype html><html "
       "lang=\"{{lang}}\"><title>{{title}}</title><h1>{{title}}</h1>{{#summary}}<p>{{summary}}</p>{{/summary}}\n"
       "{{#entry.groups}}<h2>{{label}}</h2>\n"
       "{{#known}}<p>{{label}}: {{>*partial}}</p>\n{{/known}}"
       "{{#open}}<p>{{label}}: {{texts.leeg}}</p>\n{{/open}}"
       "{{#not_applicable}}<p>{{label}}: niet van "
       "toepassing</p>\n{{/not_applicable}}{{/entry.groups}}{{body}}</html>\n"},
      {"lijst.mustache",
       "<!doctype html><html lang=\"{{lang}}\"><title>{{title}}</title><h1>{{title}}</h1>\n"
       "{{#listing.groups}}{{#label}}<h2>{{label}}</h2>{{/label}}<ul>{{#entries}}<li><a "
       "href=\"{{address}}\">{{title}}</a>"
       "{{#former}}, zie {{former}}{{/former}}</li>{{/entries}}</ul>{{/listing.groups}}</html>\n"},
      {"doorverwijzing.mustache",
       "<!doctype html><html lang=\"{{lang}}\"><title>{{target_title}}</title>"
       "<meta http-equiv=\"refresh\" content=\"0; url={{target}}\"><a "
       "href=\"{{target}}\">{{target_title}}</a></html>\n"},
      {"veld-tekst.mustache", "{{text}}"},
      {"veld-regels.mustache", "{{#items}}{{text}}; {{/items}}"},
      {"veld-opmaak.mustache", "{{html}}"},
      {"veld-keuzes.mustache", "{{#items}}{{text}}; {{/items}}"},
      {"veld-verwijzingen.mustache",
       "{{#items}}{{#address}}<a href=\"{{address}}\">{{/address}}{{text}}{{#address}}</a>{{/address}}; {{/items}}"},
      {"veld-link.mustache", "{{#link}}<a href=\"{{link}}\">{{text}}</a>{{/link}}{{^link}}{{text}}{{/link}}"},
      {"veld-rijen.mustache", "{{#rows}}[{{#cells}}{{label}}={{>*partial}} {{/cells}}]{{/rows}}"},
      {"veld-claim.mustache",
       "{{#claims}}{{status_label}} ({{explanation}}; {{source.title}}; {{date}}{{#is_old}}; oud{{/is_old}}{{#scope}}; "
       "{{scope}}{{/scope}}) "
       "{{/claims}}{{#differs}}bronnen verschillen{{/differs}}"},
      {"veld-bronnen.mustache", "{{#items}}{{title}}; {{/items}}"},
      {"veld-tabel.mustache",
       "{{#table}}<table><caption>{{title}}{{#unit}} in {{unit}}{{/unit}}</caption><tr>{{#columns}}<th>{{title}}</th>"
       "{{/columns}}</tr>{{#rows}}<tr>{{#cells}}<td>{{text}}</td>{{/cells}}</tr>{{/rows}}</table>{{/table}}"},
  };
  return theme;
}

std::string decoded(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> references{
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}}};
  std::string result;
  for (std::size_t position = 0; position < text.size();) {
    std::size_t length = 1;
    std::string_view meant = text.substr(position, 1);
    for (const auto& [reference, character] : references) {
      if (!text.substr(position).starts_with(reference)) continue;
      length = reference.size();
      meant = character;
    }
    result += meant;
    position += length;
  }
  return result;
}

std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (const char character : text) {
    const bool is_space = character == ' ' || character == '\n' || character == '\t' || character == '\r';
    if (!is_space) result.push_back(character);
    if (is_space && !result.empty() && result.back() != ' ') result.push_back(' ');
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

/// For `tests/compare_builds`: writes what a site became below the folder in the environment, when one is given. The
/// same sources and facts give the same folder.
void keep_site(const std::map<std::string, std::string>& sources, const BuildFacts& facts, const MemorySink& sink,
               const std::string& messages) {
  const char* kept = std::getenv("WEGWIJS_KEEP_SITES");
  if (kept == nullptr) return;
  std::string all = iso_date(facts.today) + facts.base_address.value_or("") + (facts.include_drafts ? "drafts" : "");
  for (const auto& [path, bytes] : sources) all += "\n" + path + "\n" + bytes;
  const std::filesystem::path folder = std::filesystem::path(kept) / hexadecimal(digest_of(all));
  const auto write = [&](const std::string& path, const std::string& bytes) {
    std::filesystem::create_directories((folder / path).parent_path());
    std::ofstream(folder / path, std::ios::binary) << bytes;
  };
  write("messages", messages);
  if (!sink.committed()) return;
  for (const auto& [path, bytes] : sink.files()) write("site/" + path, bytes);
}

}  // namespace

std::string visible_text(std::string_view html) {
  std::string text;
  for (std::size_t position = 0; position < html.size();) {
    for (const std::string_view hidden : {"script", "style"}) {
      const std::string opening = "<" + std::string(hidden);
      if (html.substr(position).starts_with(opening)) {
        position = std::min(html.find("</" + std::string(hidden), position), html.size());
      }
    }
    // The explanation of a term is out of sight until a reader opens it.
    constexpr std::string_view explanation = "<span class=\"uitleg\" popover>";
    if (html.substr(position).starts_with(explanation)) {
      position = std::min(html.find("</span>", position), html.size() - 7) + 7;
      continue;
    }
    // A word that stays on one line is one word.
    constexpr std::string_view held = "<span class=\"vast\">";
    if (html.substr(position).starts_with(held)) {
      const std::size_t end = std::min(html.find("</span>", position), html.size() - 7);
      text += html.substr(position + held.size(), end - position - held.size());
      position = end + 7;
      continue;
    }
    if (position >= html.size()) break;
    if (html[position] == '<') {
      // A tag of a block ends a word; one within a line does not.
      const bool is_inline = html.substr(position).starts_with("<a") || html.substr(position).starts_with("</a>") ||
                             html.substr(position).starts_with("<strong") ||
                             html.substr(position).starts_with("</strong>") ||
                             html.substr(position).starts_with("<em") || html.substr(position).starts_with("</em>");
      if (!is_inline) text += ' ';
      position = std::min(html.find('>', position), html.size() - 1) + 1;
    } else {
      text += html[position++];
    }
  }
  std::string seen = decoded(text);
  // What does not break is a space to a reader.
  constexpr std::string_view unbroken = "\u00A0";
  for (std::size_t found = seen.find(unbroken); found != std::string::npos; found = seen.find(unbroken))
    seen.replace(found, unbroken.size(), " ");
  return with_single_spaces(seen);
}

SiteUnderTest::SiteUnderTest(std::string_view files) : sources_(files_in(files)) {
  if (!sources_.contains("site.yaml")) sources_["site.yaml"] = default_settings(sources_);
  std::vector<std::string> without;
  for (const auto& [path, bytes] : sources_) {
    if (path.starts_with(absent)) without.push_back(path);
  }
  for (const auto& [name, bytes] : default_theme()) {
    std::string path = std::string(theme_mount) + name;
    if (!sources_.contains(path)) sources_[path] = bytes;
  }
  for (const std::string& path : without) {
    sources_.erase(path.substr(absent.size()));
    sources_.erase(path);
  }
  facts_.today = {2026, 11, 23};
}

SiteUnderTest& SiteUnderTest::with_threads(std::size_t threads) {
  facts_.threads = threads;
  return *this;
}

SiteUnderTest& SiteUnderTest::with_today(std::string_view day) {
  facts_.today = read_date(day).value();
  return *this;
}

SiteUnderTest& SiteUnderTest::with_drafts() {
  facts_.include_drafts = true;
  return *this;
}

SiteUnderTest& SiteUnderTest::with_base_address(std::string_view address) {
  facts_.base_address = std::string(address);
  return *this;
}

void SiteUnderTest::build() {
  if (built_) return;
  built_ = true;
  std::vector<SourceFile> files;
  for (const auto& [path, bytes] : sources_) {
    const bool in_theme = path.starts_with(theme_mount);
    files.push_back(
        {path, in_theme ? "themes/wegwijs/" + path.substr(theme_mount.size()) : path, bytes.size(), {}, bytes});
  }
  tree_ = FileTree(std::move(files));
  summary_ = generate(tree_, facts_, sink_, diagnostics_);
  keep_site(sources_, facts_, sink_, messages() + messages_in_english());
}

bool SiteUnderTest::is_published() {
  build();
  return sink_.committed();
}

std::string SiteUnderTest::file(std::string_view path) {
  build();
  INFO(messages());
  const auto found = sink_.files().find(path);
  if (found == sink_.files().end()) FAIL("no file " << path);
  return found->second;
}

bool SiteUnderTest::has_file(std::string_view path) {
  build();
  return sink_.files().find(path) != sink_.files().end();
}

const std::map<std::string, std::string, std::less<>>& SiteUnderTest::files() {
  build();
  if (files_.empty()) files_.insert(sink_.files().begin(), sink_.files().end());
  return files_;
}

std::string SiteUnderTest::text(std::string_view address) {
  std::string path(address.substr(1));
  if (path.empty() || path.ends_with('/')) path += "index.html";
  return visible_text(file(path));
}

std::string SiteUnderTest::messages_in(Language language) {
  build();
  return report_as_lines(diagnostics_.in_source_order(), tree_, language);
}

std::string SiteUnderTest::report(Language language) {
  build();
  return report_as_text(diagnostics_.in_source_order(), tree_, language, false);
}

std::string SiteUnderTest::messages() {
  return messages_in(Language::nl);
}
std::string SiteUnderTest::messages_in_english() {
  return messages_in(Language::en);
}

const GenerateSummary& SiteUnderTest::summary() {
  build();
  REQUIRE(summary_);
  return *summary_;
}

}  // namespace wegwijs
