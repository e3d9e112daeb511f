#include <fmt/format.h>

#include <iostream>

#include "commands/commands.h"
#include "commands/loaded_site.h"
#include "commands/usage_error.h"
#include "diagnostic/place.h"
#include "pipeline/show_page.h"

namespace wegwijs {
namespace {

/// "site.yaml:12", or only the file where the whole file is meant.
std::string place_of(SourceSpan where, const FileTree& sources) {
  if (where.file == no_file) return "";
  std::string path = sources.path_of(where.file);
  if (where.begin == 0) return path;
  return fmt::format("{}:{}", path, line_and_column(sources.bytes_of(where.file), where.begin).line);
}

std::string in_words(const ShownPage& page, const FileTree& sources, Language language) {
  const auto line = [&](BilingualText name, const std::string& text) {
    return text.empty() ? std::string() : fmt::format("{}: {}\n", name.in(language), text);
  };
  return line({"pagina", "page"}, page.title) + line({"soort", "kind"}, page.kind) +
         line({"komt uit", "comes from"}, place_of(page.origin, sources)) +
         line({"sjabloon", "template"},
              page.template_file == no_file ? page.page_template : sources.path_of(page.template_file)) +
         line({"sjabloon genoemd in", "template named in"}, place_of(page.named_at, sources)) +
         (page.data.empty() ? std::string() : "\n" + page.data);
}

}  // namespace

ExitCode show_page_at(const CommandLine& command_line) {
  Diagnostics diagnostics;
  std::optional<LoadedSite> loaded = load_site_on_disk(command_line, diagnostics);
  if (!loaded) return ExitCode::content;
  const FileTree& sources = loaded->on_disk.sources;
  const std::optional<ShowResult> result = show_page(sources, loaded->on_disk.facts, std::move(loaded->site),
                                                     command_line.shown_address, command_line.with_data, diagnostics);
  if (!result) {
    print_diagnostics(diagnostics, sources, ReportForm::text, command_line.language);
    return ExitCode::content;
  }
  if (!result->page) {
    const std::string& near = result->nearest;
    throw UsageError({fmt::format("Op '{}' staat geen pagina{}", command_line.shown_address,
                                  near.empty() ? "." : "; bedoelde u '" + near + "'?"),
                      fmt::format("There is no page at '{}'{}", command_line.shown_address,
                                  near.empty() ? "." : "; did you mean '" + near + "'?")});
  }
  std::cout << in_words(*result->page, sources, command_line.language);
  return ExitCode::good;
}

}  // namespace wegwijs
