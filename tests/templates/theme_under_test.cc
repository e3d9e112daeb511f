#include "templates/theme_under_test.h"

#include "source/markdown.h"

namespace wegwijs {

ThemeUnderTest::ThemeUnderTest(std::string_view page, DataShape shape)
    : ThemeUnderTest(Templates{{"pagina", std::string(page)}}, std::move(shape)) {}

ThemeUnderTest::ThemeUnderTest(const Templates& templates, DataShape shape)
    : ThemeUnderTest(templates, std::vector<PageShape>{{"pagina", std::move(shape)}}) {}

ThemeUnderTest::ThemeUnderTest(const Templates& templates, std::vector<PageShape> pages) {
  for (const auto& [name, text] : templates) {
    sources_.push_back({name, FileId{static_cast<std::uint32_t>(sources_.size())}, text});
  }
  set_ = load_theme(sources_, pages, diagnostics_);
}

std::string ThemeUnderTest::report_in(Language language) const {
  return report_as_lines(diagnostics_.in_source_order(), *this, language);
}

std::string ThemeUnderTest::page(const Data& data) const {
  if (!set_) return report();
  std::string output;
  set_->render("pagina", data, output);
  return output;
}

std::string ThemeUnderTest::path_of(FileId file) const {
  return sources_[static_cast<std::size_t>(file)].name + ".mustache";
}

std::string ThemeUnderTest::bytes_of(FileId file) const {
  return sources_[static_cast<std::size_t>(file)].text;
}

Html html_of(std::string_view markdown) {
  Diagnostics diagnostics;
  return read_markdown(markdown, no_file, 0, diagnostics).html;
}

}  // namespace wegwijs
