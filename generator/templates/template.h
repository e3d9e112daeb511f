#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "templates/data.h"

namespace wegwijs {

struct Program;

struct TemplateSource {
  std::string name;  ///< the file name without ".mustache"; no two sources of a set have the same
  FileId file = no_file;
  std::string text;  ///< well-formed UTF-8
};

/// Templates that call one another, compiled. Const, keeps no reference to the sources, may be used by several threads.
class TemplateSet {
 public:
  explicit TemplateSet(std::unique_ptr<const Program> program);
  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;
  ~TemplateSet();

  /// Appends the template with the data filled in. Null, maps, lists and booleans are written as nothing.
  ///
  /// Throws std::out_of_range when there is no such template (for a theme: no page shape asked for it), and
  /// std::length_error beyond the limits of render.h: a part that calls itself without end, lists within lists.
  void render(std::string_view template_name, const Data& root, std::string& output) const;

 private:
  std::unique_ptr<const Program> program_;
};

/// Compiles templates as the Mustache specification has them: `{{{name}}}`, `{{&name}}` and changed delimiters
/// included, unknown names and parts written as nothing, text escaped as HTML wherever it is. For text that is no
/// web page of the site; a theme is loaded with `load_theme`. Nothing when a template cannot be read, which is then
/// reported.
std::optional<TemplateSet> load_plain(std::span<const TemplateSource> sources, Diagnostics& diagnostics);

}  // namespace wegwijs
