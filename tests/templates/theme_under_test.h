#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/report.h"
#include "templates/theme.h"

namespace wegwijs {

/// A theme written out in a test. Its only page is the template "pagina", unless more shapes are given.
class ThemeUnderTest : public SourceLookup {
 public:
  using Templates = std::vector<std::pair<std::string, std::string>>;

  /// A theme of the one template "pagina".
  ThemeUnderTest(std::string_view page, DataShape shape);
  ThemeUnderTest(const Templates& templates, DataShape shape);
  ThemeUnderTest(const Templates& templates, std::vector<PageShape> pages);

  /// The Dutch report, one line for each message; empty when the theme was loaded without any.
  std::string report() const { return report_in(Language::nl); }
  std::string report_in(Language language) const;
  bool is_loaded() const { return set_.has_value(); }
  const TemplateSet& templates() const { return *set_; }
  /// The page with the data filled in, or the report when the theme was not loaded.
  std::string page(const Data& data) const;

  std::string path_of(FileId file) const override;
  std::string bytes_of(FileId file) const override;

 private:
  std::vector<TemplateSource> sources_;
  Diagnostics diagnostics_;
  std::optional<TemplateSet> set_;
};

/// What the Markdown reader makes of `markdown`: the only way to get HTML data.
Html html_of(std::string_view markdown);

}  // namespace wegwijs
