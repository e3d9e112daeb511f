#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pipeline/generate.h"

namespace wegwijs {

/// A whole small site in one text, built in memory:
///
///     -- schoolprofiles/_schema.yaml --
///     fields: …
///     -- schoolprofiles/de-brug.yaml --
///     naam: De Brug
///
/// Files that a test leaves out have stated defaults: `site.yaml` declares every folder with a `_schema.yaml` as a
/// collection with pages at /<last part of the folder>/{id}/ and the template `pagina`; the theme has a template
/// `pagina` that shows title, groups and body, a template `lijst`, and the field partials, each as plain as can be.
/// A section "-- zonder site.yaml --" takes a default away. Messages name the theme's folder `themes/wegwijs`.
class SiteUnderTest {
 public:
  explicit SiteUnderTest(std::string_view files);

  /// Changes the facts of the build; call before `build`.
  SiteUnderTest& with_threads(std::size_t threads);
  SiteUnderTest& with_today(std::string_view day);
  SiteUnderTest& with_drafts();
  SiteUnderTest& with_base_address(std::string_view address);

  /// Builds when that has not happened yet. True when the site was published.
  bool is_published();
  /// The bytes of a published file; fails the test when it is not there.
  std::string file(std::string_view path);
  bool has_file(std::string_view path);
  const std::map<std::string, std::string, std::less<>>& files();
  /// The visible words of the page at `address`, tags taken out, spaces joined.
  std::string text(std::string_view address);
  /// All diagnostics, one line each: "path:line:column: fout: … [rule] hulp".
  std::string messages();
  std::string messages_in_english();
  /// The same as an editor sees it, with lines and marks.
  std::string report(Language language);
  const GenerateSummary& summary();

 private:
  void build();
  std::string messages_in(Language language);

  std::map<std::string, std::string> sources_;
  FileTree tree_;
  BuildFacts facts_;
  bool built_ = false;
  Diagnostics diagnostics_;
  MemorySink sink_;
  std::map<std::string, std::string, std::less<>> files_;
  std::optional<GenerateSummary> summary_;
};

/// The visible words of `html`: tags, scripts and styles taken out, character references decoded, spaces joined.
std::string visible_text(std::string_view html);

}  // namespace wegwijs
