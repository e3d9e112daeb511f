// themes/README.md tells what templates are told. What pages declare is compared with their data in every build with
// assertions; this holds the guide to the same declarations.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "files/disk.h"
#include "pages/page_kind.h"
#include "site_from_disk.h"
#include "templates/shape_stack.h"

namespace wegwijs {
namespace {

using Names = std::set<std::string>;

/// Names that the schema of a site gives are below these; the guide says so once.
bool is_named_by_schema(const std::string& name) {
  return name == "fields" || name == "roles" || name == "texts";
}

void note_names(const DataShape& shape, Names& names) {
  if (shape.kind() == DataShape::Kind::list) return note_names(shape.element(), names);
  for (const auto& [name, member] : shape.members()) {
    if (name == any_other_member) continue;
    names.insert(name);
    if (!is_named_by_schema(name)) {
      note_names(member, names);
      continue;
    }
    // One of them shows what all of them hold.
    for (const auto& [id, field] : member.members()) {
      if (name != "texts" && id != any_other_member) note_names(field, names);
    }
  }
}

/// Every name that a page of the site in `folder` declares.
Names declared_in(const std::filesystem::path& folder) {
  const FileTree sources = sources_from_disk(folder);
  Diagnostics diagnostics;
  BuildFacts facts;
  facts.today = Date{2026, 11, 28};
  const std::optional<Site> site = load_site(sources, facts, diagnostics);
  REQUIRE(site);
  const PagePlan plan = plan_pages(sources, *site, diagnostics);
  const ThemeTexts texts = read_theme_texts(sources, site->settings.language, diagnostics);
  const PageContext context{*site, plan, sources, texts, facts.today};
  Names names;
  std::set<std::pair<const PageKind*, std::uint16_t>> seen;
  for (const PageKey& key : plan.pages) {
    if (seen.emplace(key.kind, key.kind->shape_number(key)).second) note_names(page_shape(context, key), names);
  }
  return names;
}

/// The names in `text` between backquotes: of "`site.title`, `items` (each `text`)" these are site, title, items and
/// text.
Names names_in(const std::string& text) {
  static const std::regex in_code("`([a-z_]+(?:\\.[a-z_<> ]+)*)`");
  Names names;
  for (std::sregex_iterator found(text.begin(), text.end(), in_code), end; found != end; ++found) {
    std::istringstream parts((*found)[1].str());
    for (std::string part; std::getline(parts, part, '.');) names.insert(part);
  }
  return names;
}

TEST_CASE("the guide to themes names everything that a page is told, and nothing that none is told", "[guides]") {
  const std::filesystem::path root(WEGWIJS_SOURCE);
  Names declared = declared_in(root);
  declared.merge(declared_in(root / "tests/sites/voorbeeldstad"));
  std::ifstream file(root / "themes/README.md");
  std::ostringstream guide;
  guide << file.rdbuf();
  const Names described = names_in(guide.str());
  for (const std::string& name : declared) {
    INFO("themes/README.md does not name `" << name << "`");
    CHECK(described.contains(name));
  }
  // The first cell of a row of a table is what a page is told.
  std::istringstream lines(guide.str());
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| `")) continue;
    for (const std::string& name : names_in(line.substr(0, line.find('|', 1)))) {
      INFO("no page is told `" << name << "`: " << line);
      CHECK((name.find('<') != std::string::npos || declared.contains(name)));
    }
  }
}

}  // namespace
}  // namespace wegwijs
